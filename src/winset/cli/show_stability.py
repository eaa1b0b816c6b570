"""The answer of the stability analysis: sentences first, then tables."""

from __future__ import annotations

import numpy as np

from winset.cli.screen import entry, heading, say, table
from winset.report.words import counted, listed
from winset.stability.results import Path
from winset.workbench.analysis import StabilityAnswer

NAMES = {
    "nash": "Nash",
    "gmr": "GMR",
    "smr": "SMR",
    "seq": "SEQ",
    "sseq": "SSEQ",
}
_MANY = 6


def show_stability(answer: StabilityAnswer, limit: int) -> None:
    """Print which states last, for whom, and how they are reached."""
    model = answer.chosen.model
    say(model.title or answer.chosen.version.name)
    say(_sentence(answer, limit))
    _show_lasting(answer, limit)
    _show_parties(answer, limit)
    _show_routes(answer)
    _show_assumptions(answer)


def _sentence(answer: StabilityAnswer, limit: int) -> str:
    found, space = answer.found, answer.space
    lasting = _lasting(answer)
    start = f"Of {counted(space.count, 'state')}, "
    if not lasting.size:
        return f"{start}none is stable for every party in any of the senses asked for."
    everywhere = np.all([found.equilibria(c) for c in found.stable], axis=0)
    names = [_name(answer, int(i)) for i in np.flatnonzero(everywhere)[:_MANY]]
    some = f"{start}{lasting.size:,} {'is' if lasting.size == 1 else 'are'} stable for every party"
    if not everywhere.any():
        return f"{some} in at least one sense; none in every sense asked for."
    more = "" if everywhere.sum() <= _MANY else f" and {int(everywhere.sum()) - _MANY:,} more"
    return f"{some} in at least one sense; {listed(names)}{more} in every sense asked for."


def _show_lasting(answer: StabilityAnswer, limit: int) -> None:
    lasting = _lasting(answer)
    if not lasting.size:
        return
    concepts = tuple(answer.found.stable)
    holds = {concept: answer.found.equilibria(concept) for concept in concepts}
    heading("Stable for every party")
    table(
        ["State", *(_concept(c) for c in concepts), "Options"],
        [
            [
                _name(answer, int(i)),
                *("yes" if holds[c][i] else "·" for c in concepts),
                _options(answer, int(i)),
            ]
            for i in lasting[:limit]
        ],
    )
    if lasting.size > limit:
        say(f"… and {lasting.size - limit:,} more; --limit or --json shows them.")


def _show_parties(answer: StabilityAnswer, limit: int) -> None:
    """How many states each party finds stable: at a glance, who holds the conflict where."""
    concepts = tuple(answer.found.stable)
    heading("States each party finds stable")
    table(
        ["Party", *(_concept(c) for c in concepts)],
        [
            [
                party_name(answer, party),
                *(f"{int(answer.found.stable[c][row].sum()):,}" for c in concepts),
            ]
            for row, party in enumerate(answer.found.parties)
        ],
        right=range(1, len(concepts) + 1),
    )


def _show_routes(answer: StabilityAnswer) -> None:
    start = answer.space.status_quo
    if start is None:
        return
    heading("From the status quo")
    say(f"The status quo is {_name(answer, start)}: {_options(answer, start) or 'as listed'}.")
    for route in answer.routes:
        entry(_route(answer, route))


def _route(answer: StabilityAnswer, route: Path) -> str:
    if not route.steps:
        return f"{_name(answer, route.end)}: where things stand already"
    steps = [
        f"{listed([party_name(answer, mover) for mover in step.movers])} → "
        f"{_name(answer, step.end)}"
        for step in route.steps
    ]
    moves = counted(len(steps), "move")
    return f"{_name(answer, route.end)} in {moves}: {', then '.join(steps)}"


def _show_assumptions(answer: StabilityAnswer) -> None:
    assumed = dict.fromkeys((*answer.space.assumptions, *answer.found.assumptions))
    if assumed:
        heading("Assumptions")
    for sentence in assumed:
        entry(f"• {sentence}")


def party_name(answer: StabilityAnswer, party: str) -> str:
    """What the model calls a party."""
    return next((p.name for p in answer.chosen.model.parties if p.id == party), "") or party


def _lasting(answer: StabilityAnswer) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    found = answer.found
    some = np.any([found.equilibria(concept) for concept in found.stable], axis=0)
    return np.asarray(np.flatnonzero(some), dtype=np.int64)


def _name(answer: StabilityAnswer, state: int) -> str:
    return answer.space.short(state)


def _options(answer: StabilityAnswer, state: int) -> str:
    return " ".join(f"{k}={v}" for k, v in answer.space.options(state).items())


def _concept(concept: str) -> str:
    return NAMES.get(concept, concept.upper())
