"""The command review: suggestions one by one, a key for each decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from winset.cli.options import as_json, by, the_case
from winset.errors import Misuse, WinsetError

if TYPE_CHECKING:
    from winset.workbench.reviewing import Waiting

SITTING = 1_000
"""Suggestions shown in one sitting; the others come in the next."""
KEYS = "[a]ccept [A]ccept all shown [e]dit [r]eject [s]kip [l]abel a name [u]ndo [q]uit"


@click.command(short_help="Go through suggestions, one key for each.")
@the_case
@click.option("--kind", default="", help="Only this kind: statement, actor, event ...")
@click.option("--rule", default="", help="Only rules with this in their name.")
@click.option("--document", default="", help="Only what stands in this document.")
@click.option("--at-least", "least", type=click.FloatRange(0, 1), default=0,
              help="Only what a rule is at least so sure of.")  # fmt: skip
@click.option("--list", "listed", is_flag=True, help="List these with their ids; ask nothing.")
@click.option("--accept-all", is_flag=True, help="Accept all of these without asking.")
@by
@as_json
def review(
    case: Path, by: str, listed: bool, accept_all: bool, as_json: bool, **narrow: str | float
) -> None:
    """Show each suggestion with its passage, rule and confidence, and take one key for it.

    a accepts, e edits a field, r rejects for good, s skips, A accepts all that are still to be
    shown, l marks every occurrence of a name as an actor, u takes back the last decision, q stops.
    """
    from winset.cli.show_review import show_list, show_waiting
    from winset.workbench.reviewing import Filter, waiting

    at_once = None if accept_all or as_json else SITTING
    found = waiting(case, Filter(**narrow), at_once)  # type: ignore[arg-type]
    if as_json and not accept_all:
        show_waiting(found)
    elif not found:
        _tell_none(case, any(narrow.values()))
    elif listed:
        show_list(found)
    else:
        Round(case, by, list(found)).run(accept_all)


def _tell_none(case: Path, narrowed: bool) -> None:
    if narrowed:
        click.echo(f"No such suggestion waits in {case.name}.")
    else:
        click.echo(f"No suggestion waits in {case.name}; `winset suggest` looks for more.")


@dataclass(slots=True)
class Round:
    """One sitting: what is still to be shown, and what was decided so far."""

    case: Path
    by: str
    left: list[Waiting]
    place: int = 0
    decided: list[tuple[str, int, int]] = field(default_factory=list)
    """Each change made: what it was, which suggestion was shown, and the number of the change."""
    nobodys: int = 0
    """Of those accepted at once, how many stay since nobody is named."""

    def run(self, accept_all: bool) -> None:
        """Accept all at once, or show one suggestion after the other until all are decided or the
        person stops; then tell.
        """
        try:
            if accept_all:
                self.accept_all()
            else:
                self._go_through()
        except KeyboardInterrupt:
            click.echo()
            self.tell()
            raise
        self.tell()

    def _go_through(self) -> None:
        from winset.cli.show_review import show_one

        while self._waits():
            show_one(self.left[self.place], self.place + 1, len(self.left))
            click.echo(KEYS)
            key = _key()
            act = _ACTS.get(key)
            if key in _STOP:
                return
            if act is None:
                click.echo(f"{key!r} is no key here.")
                continue
            try:
                act(self)
            except WinsetError as error:
                click.echo(f"Not done: {error}", err=True)
            except click.Abort:
                click.echo("\nNothing was changed.")

    def _waits(self) -> bool:
        """Whether one is left that still waits: others are decided along with those they are in."""
        while self.place < len(self.left):
            self._refresh()
            if self.left[self.place].waits:
                return True
            self.place += 1
        return False

    def accept(self) -> None:
        """Take what is shown into the record."""
        from winset.workbench.keeping import accept

        taken = accept(self.case, [self._shown], self.by)
        along = [name for name in taken if name != self._shown]
        self._next("accepted", f", and with it {', '.join(along)}" if along else "")

    def reject(self) -> None:
        """Turn down what is shown."""
        from winset.workbench.keeping import reject

        reject(self.case, [self._shown], self.by)
        self._next("rejected")

    def skip(self) -> None:
        """Leave what is shown for another time."""
        click.echo("Skipped.")
        self.place += 1

    def edit(self) -> None:
        """Change fields of what is shown, which then is shown again."""
        from winset.workbench.editing import edit, fields_of

        names = fields_of(type(self.left[self.place].entry))
        click.echo(f"Fields: {', '.join(names)}. Return alone changes nothing.")
        typed = click.prompt("FIELD=VALUE", default="", show_default=False)
        if typed.strip() and edit(self.case, self._shown, [typed], self.by)[1]:
            self._note(f"edited {self._shown}")

    def accept_all(self) -> None:
        """Accept what is shown and all that are still to be shown, in one change.

        Words of nobody stay: somebody must first be named as the one who said them.
        """
        from winset.workbench.keeping import accept

        rest = self.left[self.place :]
        ids = [one.entry.id for one in rest if not one.lacks_actor]
        if ids:
            accept(self.case, ids, self.by)
            self._note(f"accepted {len(ids)}")
        self.nobodys = len(rest) - len(ids)
        self.place = len(self.left)

    def label(self) -> None:
        """Mark every occurrence of a name as an actor."""
        from winset.workbench.marking import label
        from winset.workbench.reviewing import last_change

        name = click.prompt("Name as it stands in the documents")
        actor = click.prompt("Actor")
        before = last_change(self.case)
        places = label(self.case, name, actor, self.by)
        if last_change(self.case) != before:
            self._note(f"labelled {name!r}")
        click.echo(f"{len(places)} marked.")

    def undo(self) -> None:
        """Take back the last decision of this sitting and show its suggestion again."""
        from winset.workbench.keeping import undo
        from winset.workbench.reviewing import last_change

        if not self.decided:
            raise Misuse("nothing was decided in this sitting; `winset undo` goes further back")
        _, place, change = self.decided[-1]
        if last_change(self.case) != change:
            raise Misuse("the case was changed elsewhere since then; `winset undo` takes that back")
        undo(self.case, self.by)
        what = self.decided.pop()[0]
        click.echo(f"Taken back: {what}.")
        self.place = place

    def tell(self) -> None:
        """Print what was decided, and what still waits."""
        done = ", ".join(self._told()) or "nothing"
        click.echo(f"Done: {done}. {len(self.left) - self.place} of these not shown.")
        if self.nobodys:
            click.echo(f"{self.nobodys} still wait: nobody is named as the one who said them.")

    def _told(self) -> list[str]:
        """Each decision, or of many how often each was made."""
        told = [what for what, _, _ in self.decided]
        if len(told) <= _FEW:
            return told
        times: Counter[str] = Counter()
        for what, _, which in (one.partition(" ") for one in told):
            times[what] += int(which) if which.isdigit() else 1
        return [f"{what} {number}" for what, number in times.items()]

    @property
    def _shown(self) -> str:
        return self.left[self.place].entry.id

    def _next(self, what: str, along: str = "") -> None:
        click.echo(f"{what.capitalize()}{along}.")
        self._note(f"{what} {self._shown}")
        self.place += 1

    def _note(self, what: str) -> None:
        from winset.workbench.reviewing import last_change

        self.decided.append((what, self.place, last_change(self.case)))

    def _refresh(self) -> None:
        """Read what is shown anew."""
        from winset.workbench.reviewing import read_again

        self.left[self.place] = read_again(self.case, self.left[self.place])


_FEW = 5
"""Decisions that are told one by one."""
_STOP = ("", "q", "\x03", "\x04", "\x1b")
"""Keys that end a sitting; "" where the keys come to an end."""
_ACTS: dict[str, Callable[[Round], None]] = {
    "a": Round.accept,
    "r": Round.reject,
    "s": Round.skip,
    "e": Round.edit,
    "A": Round.accept_all,
    "l": Round.label,
    "u": Round.undo,
}


def _key() -> str:
    import sys

    try:
        return click.getchar()
    except (EOFError, OSError):
        if sys.stdin.isatty():
            return "q"  # the end of input, as a person types it
        raise Misuse(
            "review asks for keys and there is no terminal; use --json, --accept-all, or "
            "`winset accept` and `winset reject` with ids"
        ) from None
