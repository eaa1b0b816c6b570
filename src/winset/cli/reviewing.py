"""The command review: suggestions one by one, a key for each decision."""

from __future__ import annotations

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
KEYS = "[a]ccept  [e]dit  [r]eject  [s]kip  [A]ccept all shown  [l]abel a name  [u]ndo  [q]uit"


@click.command(short_help="Go through suggestions, one key for each.")
@the_case
@click.option("--kind", default="", help="Only this kind: statement, actor, event ...")
@click.option("--rule", default="", help="Only rules with this in their name.")
@click.option("--document", default="", help="Only what stands in this document.")
@click.option("--at-least", "least", type=click.FloatRange(0, 1), default=0,
              help="Only what a rule is at least so sure of.")  # fmt: skip
@click.option("--accept-all", is_flag=True, help="Accept all of these without asking.")
@by
@as_json
def review(case: Path, by: str, accept_all: bool, as_json: bool, **narrow: str | float) -> None:
    """Show each suggestion with its passage, rule and confidence, and take one key for it.

    a accepts, e edits a field, r rejects for good, s skips, A accepts all that are still to be
    shown, l marks every occurrence of a name as an actor, u takes back the last decision, q stops.
    """
    from winset.cli.show_review import show_waiting
    from winset.workbench.reviewing import Filter, waiting

    at_once = None if accept_all or as_json else SITTING
    found = waiting(case, Filter(**narrow), at_once)  # type: ignore[arg-type]
    if as_json and not accept_all:
        show_waiting(found)
        return
    round_ = Round(case, by, list(found))
    if accept_all:
        round_.accept_all()
    else:
        round_.run()
    round_.tell()


@dataclass(slots=True)
class Round:
    """One sitting: what is still to be shown, and what was decided so far."""

    case: Path
    by: str
    left: list[Waiting]
    place: int = 0
    decided: list[tuple[str, int]] = field(default_factory=list)
    """Each change made: what it was, and which suggestion was shown."""
    nobodys: int = 0
    """Of those accepted at once, how many stay since nobody is named."""

    def run(self) -> None:
        """Show one suggestion after the other until all are decided or the person stops."""
        from winset.cli.show_review import show_one

        while self.place < len(self.left):
            show_one(self.left[self.place], self.place + 1, len(self.left))
            click.echo(KEYS)
            key = _key()
            act = _ACTS.get(key)
            if key in ("", "q", "\x03", "\x04", "\x1b"):  # "" where the keys come to an end
                return
            if act is None:
                click.echo(f"{key!r} is no key here.")
                continue
            try:
                act(self)
            except WinsetError as error:
                click.echo(f"Not done: {error}", err=True)

    def accept(self) -> None:
        """Take what is shown into the record."""
        from winset.workbench.keeping import accept

        accept(self.case, [self._shown], self.by)
        self._next("accepted")

    def reject(self) -> None:
        """Turn down what is shown."""
        from winset.workbench.keeping import reject

        reject(self.case, [self._shown], self.by)
        self._next("rejected")

    def skip(self) -> None:
        """Leave what is shown for another time."""
        self.place += 1

    def edit(self) -> None:
        """Change fields of what is shown, which then is shown again."""
        from winset.workbench.editing import edit

        typed = click.prompt("FIELD=VALUE", default="", show_default=False)
        if typed.strip():
            edit(self.case, self._shown, [typed], self.by)
            self.decided.append(("edited", self.place))
            self._refresh()

    def accept_all(self) -> None:
        """Accept what is shown and all that are still to be shown, in one change.

        Words of nobody stay: somebody must first be named as the one who said them.
        """
        from winset.workbench.keeping import accept

        rest = self.left[self.place :]
        ids = [one.entry.id for one in rest if not one.lacks_actor]
        if ids:
            accept(self.case, ids, self.by)
            self.decided.append((f"accepted {len(ids)}", self.place))
        self.nobodys = len(rest) - len(ids)
        self.place = len(self.left)

    def label(self) -> None:
        """Mark every occurrence of a name as an actor."""
        from winset.workbench.marking import label

        name = click.prompt("Name as it stands in the documents")
        actor = click.prompt("Actor")
        places = label(self.case, name, actor, self.by)
        self.decided.append(("labelled", self.place))
        click.echo(f"{len(places)} marked.")

    def undo(self) -> None:
        """Take back the last decision of this sitting and show its suggestion again."""
        from winset.workbench.keeping import undo

        if not self.decided:
            raise Misuse("nothing was decided in this sitting; `winset undo` goes further back")
        undo(self.case, self.by)
        _, self.place = self.decided.pop()
        self._refresh()

    def tell(self) -> None:
        """Print what was decided, and what still waits."""
        done = ", ".join(what for what, _ in self.decided) or "nothing"
        click.echo(f"Done: {done}. {len(self.left) - self.place} of these not shown.")
        if self.nobodys:
            click.echo(f"{self.nobodys} still wait: nobody is named as the one who said them.")

    @property
    def _shown(self) -> str:
        return self.left[self.place].entry.id

    def _next(self, what: str) -> None:
        self.decided.append((f"{what} {self._shown}", self.place))
        self.place += 1

    def _refresh(self) -> None:
        """Read what is shown anew."""
        from winset.workbench.reviewing import read_again

        self.left[self.place] = read_again(self.case, self.left[self.place])


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
    try:
        return click.getchar()
    except (EOFError, OSError):
        raise Misuse(
            "review asks for keys and there is no terminal; use --json, --accept-all, or "
            "`winset accept` and `winset reject` with ids"
        ) from None
