"""What would make a state an equilibrium: rankings, statements, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from winset.cli.screen import entry, heading, print_json, say, table
from winset.model.writer import write_expression
from winset.report.words import counted, figure, listed
from winset.stability.concepts.manners import FAR
from winset.stability.inverse import (
    Edit,
    Kind,
    OrderChange,
    OrderChanges,
    PreferenceChange,
    Revision,
)
from winset.stability.inverse.nearest import Changes
from winset.workbench.change_shapes import inverse_shape
from winset.workbench.inverting import InverseAnswer

_SIGNS = {1: "above", 0: "level with", -1: "below"}
_STRONG_SIGNS = {1: "strongly above", 0: "not strongly above or below", -1: "strongly below"}
_MOST_SHOWN = 4
_MOST_TOLD = 12
"""Pairs up to which all of a change are told."""
_TOGETHER = {
    "general": "counting strong preference like any",
    "strong": "where only what is strongly worse deters",
    "weak": "but only weakly",
}


def show_inverse(answer: InverseAnswer, as_json: bool) -> None:
    """Print the smallest changes of preference first, then edits of statements and counts."""
    if as_json:
        print_json(inverse_shape(answer))
        return
    say(answer.asked.chosen.model.title or answer.asked.chosen.version.name)
    _show_nearest(answer, answer.nearest)
    if answer.edits is not None:
        _show_edits(answer, answer.edits)
    if answer.rankings:
        _show_rankings(answer)
    for reason in answer.reasons:
        say(reason)


def _show_nearest(answer: InverseAnswer, nearest: Changes) -> None:
    heading(f"Nearest preferences under which {_state(answer)} is {_concept(answer)}")
    free = listed([_party(answer, party) for party in nearest.free], "or")
    if not nearest.changes:
        if nearest.given_up:
            say("None was found before the search was given up; --free names fewer to change.")
        else:
            say(f"Whatever {free} may prefer, no ranking does it.")
        return
    if not nearest.changes[0].revisions:
        say("It is one already.")
        return
    for change in nearest.changes:
        entry(f"• {_change(answer, change)}")
    if nearest.given_up:
        say("The search was given up there; what else there is lies no nearer.")
    elif not nearest.complete:
        say("There are more; --limit shows them.")


def _change(answer: InverseAnswer, change: PreferenceChange) -> str:
    """What is seen otherwise; of many pairs those that decide, the others come with them."""
    revisions, also = change.revisions, ""
    if len(revisions) > _MOST_TOLD:
        revisions = tuple(one for one in revisions if _decides(change, one))
        also = f"; {figure(len(change.revisions) - len(revisions))} come with it"
    kinds = ([one for one in revisions if one.strong is strong] for strong in (False, True))
    moved = [turned for kind in kinds for turned in _moved(kind)]
    shown = "; ".join(_turn(answer, *one) for one in moved[:_MOST_SHOWN])
    more = f"; and {figure(len(moved) - _MOST_SHOWN)} more" if len(moved) > _MOST_SHOWN else ""
    return f"{counted(len(change.revisions), 'pair')} seen otherwise: {shown}{more}{also}"


def _decides(change: PreferenceChange, revision: Revision) -> bool:
    return any(
        fact.scale == (revision.party, revision.strong)
        and {fact.first, fact.second} == {revision.first, revision.second}
        for fact in change.decisive
    )


def _moved(revisions: Sequence[Revision]) -> Iterator[tuple[int, int, list[Revision]]]:
    """The revisions by the state that most of those left have in common, and where it goes."""
    left = list(revisions)
    while left:
        counts = Counter((one.party, state) for one in left for state in (one.first, one.second))
        (party, state), _ = max(counts.items(), key=lambda item: (item[1], -item[0][1]))
        own = [one for one in left if one.party == party and state in (one.first, one.second)]
        left = [one for one in left if one not in own]
        for sign in (1, 0, -1):
            turned = [
                one for one in own if (one.after if one.first == state else -one.after) == sign
            ]
            if turned:
                yield state, sign, turned


def _turn(answer: InverseAnswer, state: int, sign: int, turned: list[Revision]) -> str:
    """Above, level with or below which states a party puts one it put elsewhere."""
    others = [one.second if one.first == state else one.first for one in turned]
    names = [_name(answer, other) for other in others[:_MOST_SHOWN]]
    more = [f"{figure(len(others) - len(names))} more"] if len(others) > len(names) else []
    before = turned[0].before if turned[0].first == state else -turned[0].before
    signs = _STRONG_SIGNS if turned[0].strong else _SIGNS
    was = f", not {signs[before]}" if len(turned) == 1 else ""
    party = _party(answer, turned[0].party)
    return f"{party} puts {_name(answer, state)} {signs[sign]} {listed([*names, *more])}{was}"


def _show_edits(answer: InverseAnswer, edits: OrderChanges) -> None:
    heading("Fewest changes to statements that do the same")
    if not edits.changes:
        orders = counted(edits.tried, "order")
        most = counted(edits.most_edits, "change")
        none = f"No change does it, nor do up to {most} ({orders} tried); --edits allows more."
        short = f"None was found in {orders}; there are more to try than could be."
        say(none if edits.complete else short)
        return
    for change in edits.changes:
        entry(f"• {_edited(answer, change)}")
    if edits.given_up:
        say(f"There may be more with as many: the search was given up at {edits.tried:,} orders.")
    elif not edits.complete:
        say("There are more; --limit shows them.")


def _edited(answer: InverseAnswer, change: OrderChange) -> str:
    if not change.edits:
        return "none is needed"
    return ", then ".join(_edit(answer, edit) for edit in change.edits)


def _edit(answer: InverseAnswer, edit: Edit) -> str:
    party, text = _party(answer, edit.party), f"“{write_expression(edit.statement)}”"
    if edit.kind is Kind.MOVE:
        return f"{party}: move {text} from place {edit.place} to place {edit.to}"
    if edit.kind is Kind.DROP:
        return f"{party}: leave out {text}, its statement {edit.place}"
    if edit.kind is Kind.NEGATE:
        return f"{party}: turn {text}, its statement {edit.place}, into its contrary"
    return f"{party}: add {text} at place {edit.to}"


def _show_rankings(answer: InverseAnswer) -> None:
    heading("Rankings without ties that do it, the other parties as they are")
    rows = [
        (_party(answer, party), f"{found.count:,}", f"{found.all:,}")
        for party, found in answer.rankings
    ]
    table(["Party", "Do it", "Of all"], rows, right=(1, 2))


def _state(answer: InverseAnswer) -> str:
    return _name(answer, answer.asked.state)


def _name(answer: InverseAnswer, state: int) -> str:
    return answer.asked.space.names.get(state) or answer.asked.space.short(state)


def _concept(answer: InverseAnswer) -> str:
    """What the state would be, in the sense that was asked for."""
    concept, manner = answer.concept, answer.manner
    if manner.horizon is not None:
        far = manner.horizon == FAR
        moves = "any number of moves" if far else counted(manner.horizon, "move")
        return f"an equilibrium for parties that look {moves} ahead"
    name = "a Nash equilibrium" if concept == "nash" else f"an equilibrium by {concept.upper()}"
    if manner.unknown or manner.strength:
        read = [f"unknown preference read as in {manner.unknown}"] if manner.unknown else []
        kept = [_TOGETHER[manner.strength]] if manner.strength else []
        return ", ".join([name, *read, *kept])
    if manner.groups:
        return f"{name} for every group"
    if manner.merged:
        return f"{name} with {listed(['+'.join(group) for group in manner.merged])} as one"
    return name


def _party(answer: InverseAnswer, party: str) -> str:
    names = {known.id: known.name for known in answer.asked.chosen.model.parties}
    return names.get(party) or party
