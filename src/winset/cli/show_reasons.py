"""Why a state is stable or not, and every shortest way to where a conflict may settle."""

from __future__ import annotations

from collections.abc import Sequence

from winset.cli.screen import entry, heading, print_json, say
from winset.cli.show_stability import route_words, show_stability, state_name
from winset.report.words import counted, figure
from winset.stability.evolution import Routes
from winset.workbench.analysis import StabilityAnswer
from winset.workbench.reason_shapes import routes_shape, why_shape
from winset.workbench.reasoning import Behind, WhyAnswer, find_routes, told


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
    for verdict, *rest in told(answer):
        heading(verdict)
        for paragraph in rest[:limit]:
            entry(f"• {paragraph}")
        if len(rest) > limit:
            say(f"… and {figure(len(rest) - limit)} more; --limit or --json shows them.")


def show_answer(answer: StabilityAnswer, behind: Behind, limit: int, as_json: bool) -> None:
    """Print which states last, or every shortest way to them where those are asked for."""
    if behind.paths == "all":
        show_routes(answer, *find_routes(answer), as_json)
    else:
        show_stability(answer, limit, as_json)


def show_routes(
    answer: StabilityAnswer, legal: Sequence[Routes], liked: Sequence[Routes], as_json: bool
) -> None:
    """Print every shortest way from the status quo to each state that lasts."""
    if as_json:
        print_json(routes_shape(answer.space, legal, liked))
        return
    say(answer.chosen.model.title or answer.chosen.version.name)
    for title, routes in (
        ("By any moves from the status quo", legal),
        ("By moves that everyone who makes them prefers", liked),
    ):
        heading(title)
        if not routes:
            say("No state that lasts can be reached so.")
        for route in routes:
            _show_route(answer, route)


def _show_route(answer: StabilityAnswer, routes: Routes) -> None:
    number = counted(len(routes.paths), "way")
    more = "" if routes.complete else f"; only the first {figure(len(routes.paths))} are shown"
    say(f"To {state_name(answer, routes.end)}, {number}{more}:")
    name = state_name(answer, routes.end)
    for path in routes.paths:
        entry(f"• {route_words(answer, path).removeprefix(name).lstrip(',: ')}")
