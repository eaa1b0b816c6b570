"""The answer of the stability analysis: sentences first, then tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from winset.cli.screen import entry, heading, print_json, say, table
from winset.cli.show_kinds import concept_title, show_more
from winset.report.words import counted, figure, listed
from winset.stability.results import Path, Step
from winset.workbench.analysis import StabilityAnswer
from winset.workbench.kind_shapes import kind_shape
from winset.workbench.lasting import assumptions, lasting_states
from winset.workbench.shapes import stability_shape


def show_stability(answer: StabilityAnswer, limit: int, as_json: bool) -> None:
    """Print which states last, for whom, and how they are reached."""
    if as_json:
        shape = stability_shape(answer.chosen.model, answer.space, answer.found)
        print_json(shape | kind_shape(answer))
    else:
        _show_words(answer, limit)


def _show_words(answer: StabilityAnswer, limit: int) -> None:
    model = answer.chosen.model
    say(model.title or answer.chosen.version.name)
    say(_sentence(answer))
    _show_lasting(answer, limit)
    _show_parties(answer)
    show_more(answer)
    _show_routes(answer)
    _show_assumptions(answer)


def _sentence(answer: StabilityAnswer) -> str:
    found, start = answer.found, _of_states(answer)
    some = len(_lasting(answer))
    if not some:
        return f"{start}none is stable for {_everyone(answer)} in any of the senses asked for."
    every = int(np.all([found.equilibria(concept) for concept in found.stable], axis=0).sum())
    if len(found.stable) == 1:
        return f"{start}{figure(some)} {_are(some)} stable for {_everyone(answer)}."
    return (
        f"{start}{figure(some)} {_are(some)} stable for {_everyone(answer)} in at least one sense, "
        f"{figure(every) if every else 'none'} of them in every sense asked for."
    )


def _of_states(answer: StabilityAnswer) -> str:
    """How many states are spoken of, as a sentence begins."""
    every = f"Of {counted(answer.space.count, 'state')}, "
    if not answer.where:
        return every
    satisfy = "satisfies" if answer.among == 1 else "satisfy"
    return f"{every}{figure(answer.among)} {satisfy} {answer.where!r}; of these, "


def _everyone(answer: StabilityAnswer) -> str:
    return "every group" if answer.kind.groups else "every party"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _show_lasting(answer: StabilityAnswer, limit: int) -> None:
    lasting = _lasting(answer)
    if not lasting:
        return
    heading(f"Stable for {_everyone(answer)}")
    shown = lasting[:limit]
    table(["State", *map(concept_title, answer.found.stable)], [_row(answer, one) for one in shown])
    if len(lasting) > limit:
        say(f"… and {figure(len(lasting) - limit)} more; --limit or --json shows them.")
    for state in shown:
        if _options(answer, state) not in ("", state_name(answer, state)):
            entry(f"{state_name(answer, state)}: {_options(answer, state)}")


def _row(answer: StabilityAnswer, state: int) -> list[str]:
    found = answer.found
    marks = ["yes" if rows[:, state].all() else "·" for rows in found.stable.values()]
    return [state_name(answer, state), *marks]


def _show_parties(answer: StabilityAnswer) -> None:
    """How many states each party finds stable: at a glance, who holds the conflict where."""
    concepts = tuple(answer.found.stable)
    heading(f"States each {_everyone(answer).split()[-1]} finds stable")
    table(
        ["Group" if answer.kind.groups else "Party", *(concept_title(c) for c in concepts)],
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
    options = _options(answer, start)
    name = state_name(answer, start)
    say(f"The status quo is {name}" + (f": {options}" if options not in ("", name) else ""))
    for route in answer.routes:
        entry(route_words(answer, route))


def route_words(answer: StabilityAnswer, route: Path) -> str:
    """Where a route leads, by whose moves."""
    if not route.steps:
        return f"{state_name(answer, route.end)}: where things stand already"
    steps = [_step(answer, step) for step in route.steps]
    moves = counted(len(steps), "move")
    return f"{state_name(answer, route.end)}, in {moves}: {', then '.join(steps)}"


def _step(answer: StabilityAnswer, step: Step) -> str:
    """Who moves, and what changes: the new options, or the new state where it has none."""
    before, after = answer.space.options(step.start), answer.space.options(step.end)
    changed = [f"{issue} = {option}" for issue, option in after.items() if before[issue] != option]
    movers = listed([party_name(answer, mover) for mover in step.movers])
    return f"{movers} ({', '.join(changed) or state_name(answer, step.end)})"


def _show_assumptions(answer: StabilityAnswer) -> None:
    assumed = assumptions(answer.space, answer.found)
    if assumed:
        heading("Assumptions")
    for sentence in assumed:
        entry(f"• {sentence}")


def party_name(answer: StabilityAnswer, party: str) -> str:
    """What the model calls a party."""
    return next((p.name for p in answer.chosen.model.parties if p.id == party), "") or party


def _lasting(answer: StabilityAnswer) -> Sequence[int]:
    """The states stable for all in some sense, those in most senses first."""
    return lasting_states(answer.found)


def state_name(answer: StabilityAnswer, state: int) -> str:
    """The model's own name of a state, else its short form."""
    return answer.space.names.get(state) or answer.space.short(state)


def _options(answer: StabilityAnswer, state: int) -> str:
    return " ".join(f"{issue}={option}" for issue, option in answer.space.options(state).items())
