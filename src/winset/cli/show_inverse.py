"""What would make a state an equilibrium: rankings, statements, counts."""

from __future__ import annotations

from winset.cli.screen import entry, heading, print_json, say, table
from winset.model.writer import write_expression
from winset.report.words import counted, figure, listed
from winset.stability.inverse import (
    Edit,
    Kind,
    OrderChange,
    OrderChanges,
    PreferenceChange,
    Revision,
)
from winset.stability.inverse.nearest import Changes
from winset.workbench.reason_shapes import inverse_shape
from winset.workbench.reasoning import InverseAnswer

_SIGNS = {1: "above", 0: "level with", -1: "below"}
_MOST_PAIRS = 6


def show_inverse(answer: InverseAnswer, as_json: bool) -> None:
    """Print the smallest changes of preference first, then edits of statements and counts."""
    if as_json:
        print_json(inverse_shape(answer))
        return
    say(answer.asked.chosen.model.title or answer.asked.chosen.version.name)
    if answer.nearest is not None:
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
        fate = "no ranking does it" if nearest.complete else "none was found before the limit"
        say(f"Whatever {free} may prefer, {fate}.")
        return
    if not nearest.changes[0].revisions:
        say("It is one already.")
        return
    for change in nearest.changes:
        entry(f"• {_change(answer, change)}")
    if not nearest.complete:
        say("There are more; --limit shows them.")


def _change(answer: InverseAnswer, change: PreferenceChange) -> str:
    pairs = change.revisions
    shown = [_revision(answer, one) for one in pairs[:_MOST_PAIRS]]
    more = f"; and {figure(len(pairs) - len(shown))} more" if len(pairs) > len(shown) else ""
    return f"{counted(len(pairs), 'pair')} seen otherwise: {'; '.join(shown)}{more}"


def _revision(answer: InverseAnswer, one: Revision) -> str:
    space = answer.asked.space
    first, second = (
        space.names.get(state) or space.short(state) for state in (one.first, one.second)
    )
    was, now = _SIGNS[one.before], _SIGNS[one.after]
    return f"{_party(answer, one.party)} puts {first} {now} {second}, not {was}"


def _show_edits(answer: InverseAnswer, edits: OrderChanges) -> None:
    heading("Fewest changes to statements that do the same")
    if not edits.changes:
        orders = counted(edits.tried, "order")
        none = f"No one or two changes do it ({orders} tried)."
        short = f"None was found in {orders}; there are more to try than could be."
        say(none if edits.complete else short)
        return
    for change in edits.changes:
        entry(f"• {_edited(answer, change)}")
    if not edits.complete:
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
    return f"{party}: add {text} at place {edit.to}"


def _show_rankings(answer: InverseAnswer) -> None:
    heading("Rankings without ties that do it, the other parties as they are")
    rows = [
        (_party(answer, party), f"{found.count:,}", f"{found.all:,}")
        for party, found in answer.rankings
    ]
    table(["Party", "Do it", "Of all"], rows, right=(1, 2))


def _state(answer: InverseAnswer) -> str:
    space, state = answer.asked.space, answer.asked.state
    return space.names.get(state) or space.short(state)


def _concept(answer: InverseAnswer) -> str:
    concept = answer.wish.concept.casefold()
    return "a Nash equilibrium" if concept == "nash" else f"an equilibrium by {concept.upper()}"


def _party(answer: InverseAnswer, party: str) -> str:
    names = {known.id: known.name for known in answer.asked.chosen.model.parties}
    return names.get(party) or party
