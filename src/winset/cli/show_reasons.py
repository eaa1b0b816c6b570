"""Why a state is stable or not, and every shortest way to where a conflict may settle."""

from __future__ import annotations

from winset.cli.screen import entry, heading, print_json, say
from winset.cli.show_stability import route_words, show_stability, state_name
from winset.report.evidence import gather
from winset.report.words import counted, figure, listed, number_word
from winset.stability.evolution import Routes
from winset.stability.reasons.telling import Teller
from winset.workbench.analysis import StabilityAnswer
from winset.workbench.reason_shapes import routes_shape, why_shape
from winset.workbench.reasoning import (
    MOST_ROUTES,
    Behind,
    Evolution,
    WhyAnswer,
    find_routes,
    grounds,
    told,
)

_QUOTED = 3
"""Passages behind one preference that are quoted."""


def show_why(answer: WhyAnswer, limit: int, as_json: bool) -> None:
    """Print each explanation: the verdict, then what becomes of each improvement."""
    if as_json:
        print_json(why_shape(answer))
        return
    model, space, state = answer.asked.chosen.model, answer.asked.space, answer.asked.state
    say(model.title or answer.asked.chosen.version.name)
    options = " ".join(f"{issue}={option}" for issue, option in space.options(state).items())
    name = space.names.get(state) or space.short(state)
    say(f"State {name}" + (f": {options}" if options not in ("", name) else ""))
    if answer.believed:
        say("Each party is told of as it sees the conflict itself.")
    for verdict, *rest in told(answer):
        heading(verdict)
        for paragraph in rest[:limit]:
            entry(f"• {paragraph}")
        if len(rest) > limit:
            say(f"… and {figure(len(rest) - limit)} more; --limit or --json shows them.")
    _show_grounds(answer)


def _show_grounds(answer: WhyAnswer) -> None:
    """What the preferences behind the reasons are read from."""
    found = grounds(answer)
    if not found:
        return
    heading("What these preferences rest on")
    evidence, tell = gather(answer.asked.chosen.record), Teller(answer.asked.space)
    for stated in found:
        entry(f"{tell.party(stated.party)}: {', '.join(stated.because)}")
        for key in evidence.cite(*stated.because).passages[:_QUOTED]:
            entry(f"“{' '.join(evidence.passages[key].exact.split())}” [{key}]", 4)


def show_answer(answer: StabilityAnswer, behind: Behind, limit: int, as_json: bool) -> None:
    """Print which states last, or the shortest ways to them where those are asked for."""
    if behind.paths == "one":
        show_stability(answer, limit, as_json)
    else:
        most = 1 if behind.paths == "both" else MOST_ROUTES
        show_routes(answer, find_routes(answer, limit, most), as_json)


def show_routes(answer: StabilityAnswer, found: Evolution, as_json: bool) -> None:
    """Print the shortest ways from the status quo to each state that lasts."""
    if as_json:
        print_json(routes_shape(answer.space, found))
        return
    say(answer.chosen.model.title or answer.chosen.version.name)
    for title, routes in (
        ("By any moves from the status quo", found.moves),
        ("By moves that everyone who makes them prefers", found.gains),
    ):
        heading(title)
        if not routes:
            say("No state that lasts can be reached so.")
        for route in routes:
            _show_route(answer, route)
        missing = found.missing(routes)
        if routes and missing:
            names = listed([state_name(answer, state) for state in missing])
            say(f"Not to be reached so: {names}.")
    if found.left_out:
        say(f"… and {figure(found.left_out)} more states that last; --limit shows them.")


def _show_route(answer: StabilityAnswer, routes: Routes) -> None:
    name, shown = state_name(answer, routes.end), len(routes.paths)
    some = f"{number_word(shown)} of its shortest ways"
    say(f"To {name}, {counted(shown, 'way') if routes.complete else some}:")
    for path in routes.paths:
        entry(f"• {route_words(answer, path).removeprefix(name).lstrip(',: ')}")
