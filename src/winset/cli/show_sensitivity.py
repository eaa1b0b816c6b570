"""Which changes matter to the equilibria, and how often each state is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction

from winset.cli.screen import console, entry, heading, print_json, say, table
from winset.report.words import counted, figure, listed
from winset.stability.variation.sensitivity import Change, Effect, Kind
from winset.workbench.change_shapes import sensitivity_shape
from winset.workbench.varying import SensitivityAnswer

_WORDS = {
    Kind.SWAP: "{party} puts {1} above {0}",
    Kind.DROP: "{party} drops “{0}”",
    Kind.NEGATE: "{party} wants the contrary of “{0}”",
    Kind.EXCHANGE: "{party} puts “{1}” before “{0}”",
    Kind.MOVE: "{party} moves “{0}” to {places}",
    Kind.ADD: "{party} adds “{0}” at {places}",
    Kind.OPTION: "{0} cannot be chosen",
    Kind.STATE: "{0} cannot come about",
    Kind.RULE: "“{0}” becomes possible",
}
_KINDS = {
    Kind.DROP: "Leave out a statement",
    Kind.NEGATE: "Turn a statement into its contrary",
    Kind.EXCHANGE: "Exchange a statement with the next",
    Kind.MOVE: "Move a statement further",
    Kind.ADD: "Add an option or its denial",
    Kind.OPTION: "Rule out an option",
    Kind.RULE: "Let a rule fall",
    Kind.SWAP: "Exchange neighbouring places",
    Kind.STATE: "Rule out a state",
}
_MOST_STATES = 8
Outcome = tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
"""What a change does, concept by concept."""


def show_sensitivity(answer: SensitivityAnswer, limit: int, as_json: bool) -> None:
    """Print the changes that matter, then the shares over what is in doubt."""
    if as_json:
        print_json(sensitivity_shape(answer))
        return
    say(answer.chosen.model.title or answer.chosen.version.name)
    _show_changes(answer, limit)
    _show_shares(answer, limit)


def _show_changes(answer: SensitivityAnswer, limit: int) -> None:
    single = answer.single
    alike = _alike(single.effects)
    say(
        f"Of {counted(single.tried, 'single change')} tried, "
        f"{figure(sum(one.matter for one in single.kinds))} change the equilibria."
    )
    table(
        ["Change", "Tried", "Matter"],
        [[_KINDS[one.kind], f"{one.tried:,}", f"{one.matter:,}"] for one in single.kinds],
        right=(1, 2),
    )
    if alike:
        heading("Changes that matter")
    for changes, effects in alike[:limit]:
        entry(f"• {_words(answer, changes)}: {_effects(effects)}")
    if len(alike) > limit:
        say(f"… and {figure(len(alike) - limit)} more; --limit or --json shows them.")
    if not single.complete:
        say("There are more changes to try than could be; large models are tried in part.")
    for change in single.faulty:
        say(f"Not tried, as no sound model would be left: {_words(answer, [change])}.")


def _alike(effects: Sequence[Effect]) -> list[tuple[list[Change], list[Effect]]]:
    """The changes with what they do; one statement put in several places counts once."""
    by_change: dict[Change, list[Effect]] = {}
    for effect in effects:
        by_change.setdefault(effect.change, []).append(effect)
    alike: dict[tuple[Change, Outcome], tuple[list[Change], list[Effect]]] = {}
    for change, own in by_change.items():
        outcome = tuple((effect.concept, effect.lost, effect.gained) for effect in own)
        alike.setdefault((replace(change, place=0), outcome), ([], own))[0].append(change)
    return list(alike.values())


def _words(answer: SensitivityAnswer, changes: Sequence[Change]) -> str:
    names = {party.id: party.name or party.id for party in answer.chosen.model.parties}
    first, places = changes[0], [str(change.place) for change in changes]
    where = f"place{'s' * (len(places) > 1)} {listed(places)}"
    return _WORDS[first.kind].format(*first.what, party=names.get(first.party, ""), places=where)


def _effects(effects: list[Effect]) -> str:
    """What is lost and gained; concepts in which the same happens are told together."""
    together: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for effect in effects:
        together.setdefault((effect.lost, effect.gained), []).append(_concept(effect.concept))
    return "; ".join(
        f"{', '.join(concepts)} {_turn(lost, gained, len(concepts))}"
        for (lost, gained), concepts in together.items()
    )


def _turn(lost: tuple[str, ...], gained: tuple[str, ...], concepts: int) -> str:
    ending = "s" if concepts == 1 else ""
    both = (("lose", lost), ("gain", gained))
    return " and ".join(f"{verb}{ending} {_some(states)}" for verb, states in both if states)


def _some(states: tuple[str, ...]) -> str:
    """The states; of many their number, and one to begin with."""
    if len(states) > _MOST_STATES:
        return f"{len(states):,} states, {states[0]} among them"
    return ", ".join(states)


def _show_shares(answer: SensitivityAnswer, limit: int) -> None:
    shares = answer.shares
    heading("How often each state is an equilibrium")
    if shares.exact and shares.orders == 1:
        say(
            "Nothing is in doubt: the model calls no pair of states unknown. --ties opens the "
            "order of states that are equally good, --noise the order of statements."
        )
        return
    basis = (
        f"Over all {shares.orders:,} combinations of rankings that agree with what is known."
        if shares.exact
        else f"Over {shares.samples:,} samples (seed {answer.seed}) of {_many(shares.orders)} "
        "combinations of rankings that agree with what is known."
    )
    say(basis)
    rows = _rows(answer)
    table(
        ["State", *map(_concept, answer.concepts)],
        [[name, *map(_share, found)] for name, found in rows[:limit]],
        right=range(1, len(answer.concepts) + 1),
    )
    if len(rows) > limit:
        say(f"… and {figure(len(rows) - limit)} more; --limit or --json shows them.")


def _rows(answer: SensitivityAnswer) -> list[tuple[str, list[Fraction]]]:
    """The states by the sum of their shares, the largest first."""
    tables = [dict(found) for _, found in answer.shares.shares]
    states = dict.fromkeys(state for found in tables for state in found)
    rows = [(state, [found.get(state, Fraction(0)) for found in tables]) for state in states]
    rows.sort(key=lambda row: (-sum(row[1], Fraction(0)), row[0]))
    space = answer.space
    return [(space.names.get(state) or space.short(state), found) for state, found in rows]


def _share(share: Fraction) -> str:
    """A share in per cent, one decimal; exact ends are told from what is rounded to them."""
    if share in (0, 1):
        return "·" if share == 0 else "always"
    return f"{min(max(float(100 * share), 0.1), 99.9):.1f}%"


def _many(number: int) -> str:
    return f"{number:,}" if number < 10**12 else f"about 10^{len(str(number)) - 1}"


def _concept(concept: str) -> str:
    return "Nash" if concept == "nash" else concept.upper()


@contextmanager
def counting(label: str) -> Iterator[Callable[[int, int], None]]:
    """Say on stderr, when that is a terminal, how many chunks are done."""
    screen = console(stderr=True)
    if not screen.is_terminal:
        yield lambda done, of: None
        return
    with screen.status(label) as status:
        yield lambda done, of: status.update(f"{label}: {done} of {of}")
