"""What some kinds of stability add to the answer: what groups could gain, what each party sees."""

from __future__ import annotations

import numpy as np

from winset.cli.screen import entry, heading, say, table
from winset.report.words import figure, listed
from winset.stability.concepts.coalitions import GroupImprovement
from winset.stability.concepts.misperception import View
from winset.stability.results import Stability
from winset.workbench.analysis import StabilityAnswer

_SHOWN = 40
_TITLES = {"nash": "Nash", "nonmyopic": "Non-myopic"}


def concept_title(concept: str) -> str:
    """A concept as the head of a column."""
    return _TITLES.get(concept, concept.upper())


def show_more(answer: StabilityAnswer) -> None:
    """Print what the kind of stability asked for has to say beyond which states last."""
    if answer.kind.groups:
        _show_gains(answer)
    if answer.seen is not None:
        _show_views(answer)


def _show_gains(answer: StabilityAnswer) -> None:
    heading("What groups could gain by leaving states that last for each party by itself")
    if not answer.improvements:
        say("Nothing: no group can make all its members better off.")
    for gain in answer.improvements[:_SHOWN]:
        entry(_gain(answer, gain))
    if len(answer.improvements) > _SHOWN:
        say(f"… and {figure(len(answer.improvements) - _SHOWN)} more; --json shows them.")


def _gain(answer: StabilityAnswer, gain: GroupImprovement) -> str:
    steps = [
        f"{_names(answer, step.movers)} to {_state(answer, step.end)}" for step in gain.path.steps
    ]
    start, end = _state(answer, gain.path.start), _state(answer, gain.path.end)
    return f"{start} to {end}: better for {_names(answer, gain.group)} ({', then '.join(steps)})"


def _show_views(answer: StabilityAnswer) -> None:
    if answer.seen is None:
        return
    for view in answer.seen.views:
        heading(f"As {_names(answer, (view.party,))} sees it")
        say(_unseen(answer, view))
        _show_equilibria(answer, view.found)
    heading("If all knew the others' preferences, but made only moves they see")
    _show_equilibria(answer, answer.seen.bound)
    heading("If nobody misperceived anything")
    _show_equilibria(answer, answer.seen.true)


def _unseen(answer: StabilityAnswer, view: View) -> str:
    unseen = np.flatnonzero(~view.seen)
    if not unseen.size:
        return "It sees every state. Stable for all, it thinks:"
    names = [_state(answer, int(state)) for state in unseen[:_SHOWN]]
    more = f" and {figure(len(unseen) - _SHOWN)} more" if len(unseen) > _SHOWN else ""
    return f"It does not see {', '.join(names)}{more}. Stable for all, it thinks:"


def _show_equilibria(answer: StabilityAnswer, found: Stability) -> None:
    """The equilibria of each concept, in a row."""
    rows = []
    for concept in found.stable:
        states = np.flatnonzero(found.equilibria(concept))
        names = [_state(answer, int(state)) for state in states[:_SHOWN]]
        more = [f"… {figure(len(states) - _SHOWN)} more"] if len(states) > _SHOWN else []
        rows.append([concept_title(concept), ", ".join([*names, *more]) or "none"])
    table(["Concept", "States"], rows)


def _names(answer: StabilityAnswer, parties: tuple[str, ...]) -> str:
    names = {party.id: party.name or party.id for party in answer.chosen.model.parties}
    return listed([names[party] for party in parties])


def _state(answer: StabilityAnswer, state: int) -> str:
    return answer.space.names.get(state) or answer.space.short(state)
