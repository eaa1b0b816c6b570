"""Hypothesis strategies for small models of every form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st

from winset.model.checks import check_model
from winset.model.expressions import And, Compare, Count, Expression, If, Iff, Name, Not, Or, fold
from winset.model.issues import YES_NO, Issue
from winset.model.lines import Link, NoDeal, Points, RedLine, Span
from winset.model.model import Graph, Model, StateRules
from winset.model.parties import Body, Faction, Party
from winset.model.preferences import Preference

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For laws over whole models, which take some time to make on a busy machine."""

_IDS = ("moe", "local", "uniroyal", "fleet", "coast", "北方", "שמעון", "n-1", "of", "not", "7")
_OPTIONS = ("none", "half", "all", "2", "delay", "equal area", "in", "größer", "-1", "a.b")
_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=4)


def ids(minimum: int = 0, maximum: int = 3) -> st.SearchStrategy[list[str]]:
    """Distinct ids of parties, factions or issues."""
    return st.lists(st.sampled_from(_IDS), min_size=minimum, max_size=maximum, unique=True)


def days() -> st.SearchStrategy[dt.date]:
    """Days, close enough to one another for spans to overlap."""
    return st.dates(dt.date(2001, 1, 1), dt.date(2001, 1, 9))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans with any end open."""
    first, second = sorted(draw(st.lists(days(), min_size=2, max_size=2, unique=True)))
    return Span(first if draw(st.booleans()) else None, second if draw(st.booleans()) else None)


def worths() -> st.SearchStrategy[float]:
    """Points: whole numbers, tenths, and floats of any look."""
    return (
        st.integers(-20, 20).map(float)
        | st.integers(-50, 50).map(lambda tenths: tenths / 10)
        | st.floats(-1e6, 1e6)
    )


@st.composite
def issues(draw: st.DrawFn, id_: str, parties: Sequence[str]) -> Issue:
    """An issue of two or three options, changed by nobody, one party or several."""
    by = draw(st.lists(st.sampled_from(parties), max_size=2, unique=True)) if parties else []
    yes_no = draw(st.booleans())
    options: tuple[str, ...] = YES_NO
    if not yes_no:
        drawn = st.lists(st.sampled_from(_OPTIONS), min_size=1, max_size=3, unique=True)
        options = tuple(draw(drawn))
    pairs = [(start, end) for start in options for end in options if start != end]
    moves = None
    if draw(st.booleans()):
        some = st.lists(st.sampled_from(pairs), unique=True) if pairs else st.just([])
        moves = tuple(draw(some))
    titles = tuple((option, draw(_TEXTS)) for option in options if draw(st.booleans()))
    return Issue(id_, draw(_TEXTS), options, yes_no, draw(st.booleans()), tuple(by), moves, titles)


def expressions(known: Sequence[Issue]) -> st.SearchStrategy[Expression]:
    """Expressions over issues, with every connective."""
    return _SHAPES.map(lambda shape: _filled(shape, lambda number: _leaf(known, number)))


def formulas(names: Sequence[str]) -> st.SearchStrategy[Expression]:
    """Formulas for `ratify`: true of more when more accept."""
    return _GROWING_SHAPES.map(
        lambda shape: _filled(shape, lambda number: Name(names[number % len(names)]))
    )


def _leaf(known: Sequence[Issue], number: int) -> Expression:
    """The name or comparison a number stands for, among those allowed for the issues."""
    number, place = divmod(number, len(known))
    issue = known[place]
    signs = ("=", "!=", "in", "in", *(("<", "<=", ">", ">=") if issue.ordered else ()))
    number, place = divmod(number, len(signs) + issue.yes_no)
    if place == len(signs):
        return Name(issue.id)
    first = number % len(issue.options)
    count = 1 + number % 2 if signs[place] == "in" and first + 1 < len(issue.options) else 1
    return Compare(issue.id, signs[place], issue.options[first : first + count])


def _filled(shape: Expression, leaf: Callable[[int], Expression]) -> Expression:
    """The shape with a leaf in the place of every number."""

    def combine(node: Expression, parts: tuple[Expression, ...]) -> Expression:
        match node:
            case Name(number):
                return leaf(int(number))
            case Not():
                return Not(parts[0])
            case If():
                return If(*parts)
            case Iff():
                return Iff(*parts)
            case Count(bound, number):
                return Count(bound, number % (len(parts) + 1), parts)
            case And():
                return And(parts)
            case _:
                return Or(parts)

    return fold(shape, combine)


def _growing(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    counts = st.builds(Count, st.just("at least"), st.integers(0, 3), several)
    return st.builds(And, several) | st.builds(Or, several) | counts


def _connected(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    bounds = st.sampled_from(("at most", "exactly"))
    return (
        st.builds(Not, parts)
        | st.builds(If, parts, parts)
        | st.builds(Iff, parts, parts)
        | st.builds(Count, bounds, st.integers(0, 3), several)
        | _growing(parts)
    )


# Shapes are made once, with numbers for leaves: building a recursive strategy is slow.
_NUMBERS = st.integers(0, 999).map(lambda number: Name(str(number)))
_SHAPES = st.recursive(_NUMBERS, _connected, max_leaves=5)
_GROWING_SHAPES = st.recursive(_NUMBERS, _growing, max_leaves=3)


@st.composite
def bodies(draw: st.DrawFn, id_: str) -> Body:
    """A body of one to three members with any kind of quota."""
    members = draw(ids(1))
    assume(id_ not in members)
    seats = tuple((member, draw(st.integers(1, 9))) for member in members)
    total = sum(number for _, number in seats)
    shares = st.sampled_from(("majority", "unanimity", "2/3", "3/5"))
    veto = draw(st.lists(st.sampled_from(members), max_size=1))
    chances = draw(st.dictionaries(st.sampled_from(members), st.sampled_from((0, 0.25, 1))))
    needs = draw(shares | st.integers(1, total))
    return Body(id_, draw(_TEXTS), seats, needs, tuple(veto), tuple(chances.items()))


@st.composite
def parties(draw: st.DrawFn, id_: str) -> Party:
    """A party with or without factions, bodies and a formula for ratification."""
    factions = tuple(Faction(name, draw(_TEXTS)) for name in draw(ids(0, 2)))
    found = tuple(draw(bodies(name)) for name in draw(ids(0, 1)))
    party = Party(id_, draw(_TEXTS), factions, found)
    names = (*party.members, *(body.id for body in found))
    assume(len(set(names)) == len(names))
    ratify = draw(st.none() | formulas(names)) if names else None
    return Party(id_, party.name, factions, found, ratify)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Sound models of every form, with a few states each."""
    return draw(option_models() | graph_models())


@st.composite
def option_models(draw: st.DrawFn, maximum: int = 3) -> Model:
    """Sound models made of at most `maximum` issues, with everything a file can say."""
    sides = tuple(draw(parties(name)) for name in draw(ids(1)))
    names = [side.id for side in sides]
    known = tuple(draw(issues(name, names)) for name in draw(ids(1, maximum)))
    statement = expressions(known)
    rules = StateRules(
        tuple(draw(st.lists(statement, max_size=1))), tuple(draw(st.lists(statement, max_size=1)))
    )
    holders = [*names, *(f"{side.id}.{member}" for side in sides for member in side.members)]
    model = Model(
        draw(_TEXTS),
        draw(st.none() | days()),
        sides,
        known,
        draw(_with_status_quo(known, rules)),
        None,
        tuple(draw(_ordered(name, statement)) for name in names if draw(st.booleans())),
        tuple(draw(st.lists(_red_lines(holders, statement), max_size=3, unique_by=_id))),
        tuple(draw(st.lists(_links(statement), max_size=1))),
        draw(_points(holders, known)),
        tuple(draw(st.lists(_no_deals(holders), max_size=2, unique_by=_begin))),
    )
    assume(not check_model(model))
    return model


@st.composite
def graph_models(draw: st.DrawFn, maximum: int = 5) -> Model:
    """Sound models of at most `maximum` listed states."""
    sides = tuple(Party(name) for name in draw(ids(1)))
    states = tuple(f"s{number}" for number in range(1, draw(st.integers(1, maximum)) + 1))
    graph = Graph(states, tuple((side.id, draw(_listed(states))) for side in sides))
    status_quo = draw(st.sampled_from(("", *states)))
    stated = tuple(draw(rankings(side.id, states)) for side in sides if draw(st.booleans()))
    return Model(
        draw(_TEXTS), None, sides, (), StateRules(status_quo_name=status_quo), graph, stated
    )


@st.composite
def rankings(draw: st.DrawFn, party: str, states: Sequence[str]) -> Preference:
    """A ranking of all the states, with ties, strong steps and pairs not known."""
    order = draw(st.permutations(states))
    groups: list[list[str]] = [[order[0]]]
    for state in order[1:]:
        if draw(st.booleans()):
            groups.append([state])
        else:
            groups[-1].append(state)
    strong = tuple(draw(st.booleans()) for _ in groups[1:])
    unknown = ((states[0], states[-1]),) if len(states) > 1 and draw(st.booleans()) else ()
    return Preference(party, (), tuple(map(tuple, groups)), strong, unknown)


@st.composite
def _listed(draw: st.DrawFn, states: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    moves = []
    for state in draw(st.lists(st.sampled_from(states), unique=True)):
        others = [other for other in states if other != state]
        some = st.lists(st.sampled_from(others), unique=True) if others else st.just([])
        moves.append((state, tuple(draw(some))))
    return tuple(moves)


@st.composite
def _with_status_quo(draw: st.DrawFn, known: Sequence[Issue], rules: StateRules) -> StateRules:
    kind = draw(st.sampled_from(("none", "expression", "name")))
    chosen = [Compare(issue.id, "=", (draw(st.sampled_from(issue.options)),)) for issue in known]
    state = And(tuple(chosen)) if len(chosen) > 1 else chosen[0]
    if kind == "name":
        names = (("the start", state),)
        titles = (("the start", draw(_TEXTS)),)
        return StateRules(rules.impossible, rules.same, None, "the start", names, titles)
    return StateRules(rules.impossible, rules.same, state if kind == "expression" else None)


@st.composite
def _ordered(draw: st.DrawFn, party: str, statement: st.SearchStrategy[Expression]) -> Preference:
    because = tuple(draw(st.lists(st.sampled_from(("s014", "e003")), unique=True)))
    return Preference(party, tuple(draw(st.lists(statement, max_size=4))), because=because)


@st.composite
def _red_lines(
    draw: st.DrawFn, holders: Sequence[str], statement: st.SearchStrategy[Expression]
) -> RedLine:
    return RedLine(
        draw(st.sampled_from(("border-first", "law.2", "three", "c"))),
        draw(st.sampled_from(holders)),
        draw(statement),
        draw(st.booleans()),
        draw(spans()),
        tuple(draw(st.lists(st.sampled_from(("s014", "e003")), unique=True))),
        draw(st.sampled_from((1, 5, 0.5))),
        draw(_TEXTS),
    )


@st.composite
def _links(draw: st.DrawFn, statement: st.SearchStrategy[Expression]) -> Link:
    return Link("linked", draw(statement), draw(spans()), (), draw(_TEXTS))


@st.composite
def _no_deals(draw: st.DrawFn, holders: Sequence[str]) -> NoDeal:
    return NoDeal(draw(st.sampled_from(holders)), draw(worths()), draw(spans()), ("s031",))


@st.composite
def _points(draw: st.DrawFn, holders: Sequence[str], known: Sequence[Issue]) -> tuple[Points, ...]:
    options = [(issue.id, option) for issue in known for option in issue.options]
    return tuple(
        Points(
            holder,
            tuple((*option, draw(worths())) for option in options if draw(st.booleans())),
        )
        for holder in holders
        if draw(st.booleans())
    )


def _id(line: RedLine) -> str:
    return line.id


def _begin(worth: NoDeal) -> tuple[str, dt.date | None]:
    return worth.party, worth.span.start
