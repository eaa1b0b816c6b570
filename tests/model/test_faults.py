"""Every kind of fault in a model file: found, placed and explained, all at once."""

from __future__ import annotations

import time

import pytest

from winset.errors import Faulty
from winset.model import find_problems, read_model

SOUND = """
title = "Herring"
date = "2001-05"
[parties.fleet]
ratify = "owners and crews"
[parties.fleet.factions.owners]
[parties.fleet.bodies.crews]
seats = { north = 3, south = 2 }
needs = 4
veto = ["north"]
[parties.coast]
[issues.quota]
options = ["low", "middle", "high"]
ordered = true
by = ["fleet", "coast"]
moves = ["low -> middle"]
[issues.patrol]
by = "coast"
[states]
status_quo = "quota = low and not patrol"
[preferences.fleet]
order = ["quota = high", "not patrol"]
[points.coast]
patrol = 3
"quota = low" = 2.5
[[red_lines]]
party = "fleet.owners"
requires = "quota >= middle"
from = 2001-01-01
until = "2002"
because = ["s1"]
weight = 2
[[links]]
id = "law"
rule = "patrol if quota = low"
[[no_deal]]
party = "coast"
points = 1
"""

_CREWS = "parties.fleet.bodies.crews.accepts"
_SENATE = "\n[parties.fleet.bodies.senate]\nseats = {north = 1}\naccepts = {north = 0.5}"
_SENATE_KEY = "parties.fleet.bodies.senate.accepts.north"
# (what is replaced, by what, key, column, part of the message, nearest)
FAULTS = [
    ("title", "titel", "titel", 0, "key 'titel' is not known here", "title"),
    ('title = "Herring"', "title = 3", "title", 0, "3 is a whole number; expected text", ""),
    ('date = "2001-05"', 'date = "May 2001"', "date", 0, "'May 2001' is not a day", ""),
    ('date = "2001-05"', "date = 2001-05-01T10:00:00", "date", 0, "is not a day", ""),
    ("[parties.coast]", "[parties.coast]\nnmae = ''", "parties.coast.nmae", 0, "not known", "name"),
    ("[parties.coast]", "[parties.'c d']", 'parties."c d"', 0, "cannot be the id of a party", ""),
    ("owners and crews", "owner", "parties.fleet.ratify", 1, "not known", "owners"),
    ("owners and crews", "not crews", "parties.fleet.ratify", 0, "'not' cannot stand", ""),
    ("owners and crews", "owners iff crews", "parties.fleet.ratify", 0, "'iff' cannot", ""),
    ("owners and crews", "owners if crews", "parties.fleet.ratify", 0, "'if' cannot", ""),
    (
        "owners and crews",
        "at most 1 of (owners, crews)",
        "parties.fleet.ratify",
        0,
        "'at most' cannot",
        "",
    ),
    ("owners and crews", "crews = 2", "parties.fleet.ratify", 1, "compared with an option", ""),
    ("factions.owners", "factions.crews", "parties.fleet.bodies", 0, "both a faction and a", ""),
    ("north = 3", "north = -3", "parties.fleet.bodies.crews.seats.north", 0, "no number of", ""),
    ("north = 3", "north = true", "parties.fleet.bodies.crews.seats.north", 0, "no number of", ""),
    ("needs = 4", "needs = 6", "parties.fleet.bodies.crews.needs", 0, "over the 5 seats", ""),
    ("needs = 4", 'needs = "4/3"', "parties.fleet.bodies.crews.needs", 0, "is no quota", ""),
    ("needs = 4", 'needs = "2/0"', "parties.fleet.bodies.crews.needs", 0, "is no quota", ""),
    ("needs = 4", "needs = 0", "parties.fleet.bodies.crews.needs", 0, "0 is no quota", ""),
    ('["north"]', '["nort"]', "parties.fleet.bodies.crews.veto[1]", 0, "not known", "north"),
    ('["north"]', "[]\naccepts = {nort = 1}", f"{_CREWS}.nort", 0, "not known", "north"),
    ('["north"]', "[]\naccepts = {north = 2}", f"{_CREWS}.north", 0, "2.0 is no probability", ""),
    ('["north"]', '[]\naccepts = {north = "x"}', f"{_CREWS}.north", 0, "is text", ""),
    ('["north"]', f"[]\naccepts = {{north = 1}}{_SENATE}", _SENATE_KEY, 0, "another body", ""),
    ('["low", "middle"', '["low", "low"', "issues.quota.options[2]", 0, "given twice", ""),
    ('["low", "middle", "high"]', "[]", "issues.quota.options", 0, "has no options", ""),
    ('"high"]', '"hi\'gh"]', "issues.quota.options[3]", 0, "cannot be an option", ""),
    ("ordered = true", 'ordered = "yes"', "issues.quota.ordered", 0, "expected true or false", ""),
    ('"coast"]', '"coats"]', "issues.quota.by[2]", 0, "party 'coats' is not known", "coast"),
    ('by = "coast"', 'by = "cost"', "issues.patrol.by", 0, "'cost' is not known", "coast"),
    ("low -> middle", "low -> mid", "issues.quota.moves[1]", 8, "'mid' is not known", "middle"),
    ("low -> middle", "low to middle", "issues.quota.moves[1]", 0, "is not a move", ""),
    ("low -> middle", "low -> low", "issues.quota.moves[1]", 0, "changes nothing", ""),
    ("and not patrol", "and not partol", "states.status_quo", 21, "not known", "patrol"),
    ("quota = low and", "quota = lov and", "states.status_quo", 9, "not known", "low"),
    ("= low and not", "= low or not", "states.status_quo", 0, "true of 4 states", ""),
    ("= low and not patrol", "= low and", "states.status_quo", 16, "ends too soon", ""),
    ("[preferences.fleet]", "[preferences.fleat]", "preferences.fleat", 0, "not known", "fleet"),
    ("order = [", "oder = [", "preferences.fleet.oder", 0, "not known here", "order"),
    ('"not patrol"]', '"not quota"]', "preferences.fleet.order[2]", 5, "not a yes/no issue", ""),
    ('"not patrol"]', '"patrol > no"]', "preferences.fleet.order[2]", 1, "have no order", ""),
    ('"not patrol"]', "7]", "preferences.fleet.order[2]", 0, "expected text", ""),
    ("[points.coast]", "[points.cost]", "points.cost", 0, "not known", "coast"),
    ("patrol = 3", "partol = 3", "points.coast.partol", 1, "not known", "patrol"),
    ("patrol = 3", '"patrol = yes" = 3\npatrol = 3', "points.coast.patrol", 0, "given twice", ""),
    ("patrol = 3", '"not patrol" = 3', 'points.coast."not patrol"', 0, "not a single option", ""),
    ("patrol = 3", "patrol = nan", "points.coast.patrol", 0, "out of range", ""),
    ("patrol = 3", 'patrol = "3"', "points.coast.patrol", 0, "expected a number", ""),
    ("patrol = 3", "owners = {}", "points.coast.owners", 0, '[points."coast.owners"]', ""),
    ("fleet.owners", "fleet.owner", "red_lines[1].party", 0, "not known", "fleet.owners"),
    ('party = "fleet.owners"\n', "", "red_lines[1].party", 0, "party is missing", ""),
    ("requires =", "demands =", "red_lines[1].demands", 0, "not known here", ""),
    ("requires =", "rejects = 'patrol'\nrequires =", "red_lines[1].rejects", 0, "has both", ""),
    ('requires = "quota >= middle"\n', "", "red_lines[1].requires", 0, "has neither", ""),
    ('until = "2002"', "until = 2001-01-01", "red_lines[1].until", 0, "is not after", ""),
    ("weight = 2", "weight = 0", "red_lines[1].weight", 0, "0.0 is not above 0", ""),
    ("weight = 2", "weight = -inf", "red_lines[1].weight", 0, "out of range", ""),
    ("weight = 2", "weight = nan", "red_lines[1].weight", 0, "out of range", ""),
    ('because = ["s1"]', 'because = "s1"', "red_lines[1].because", 0, "expected a list", ""),
    ('because = ["s1"]', 'because = [""]', "red_lines[1].because[1]", 0, "not an id", ""),
    ('party = "fleet', 'id = "law"\nparty = "fleet', "links[1].id", 0, "given twice", ""),
    ('id = "law"', 'id = "a law"', "links[1].id", 0, "cannot be the id of a line", ""),
    ('rule = "patrol if quota = low"', "", "links[1].rule", 0, "no rule", ""),
    ("patrol if quota = low", "patrol and not patrol", "links", 0, "'law' can never hold", ""),
    ("points = 1", "", "no_deal[1].points", 0, "worth is missing", ""),
    ("points = 1", "points = inf", "no_deal[1].points", 0, "out of range", ""),
    (
        "points = 1",
        'points = 1\n[[no_deal]]\nparty = "coast"\npoints = 2',
        "no_deal[2].from",
        0,
        "begin on the same day",
        "",
    ),
]


def test_the_sound_model_is_sound() -> None:
    assert find_problems(SOUND) == ()


@pytest.mark.parametrize(("old", "new", "key", "column", "message", "nearest"), FAULTS)
def test_a_fault_is_placed_and_explained(
    old: str, new: str, key: str, column: int, message: str, nearest: str
) -> None:
    assert old in SOUND
    problems = find_problems(SOUND.replace(old, new, 1), "herring.toml")
    found = [problem for problem in problems if problem.key == key]
    assert found, [str(problem) for problem in problems]
    assert message in str(found[0])
    assert str(found[0]).startswith(f"herring.toml: {key}")
    assert (found[0].column, found[0].nearest) == (column, nearest)


GRAPH = """
[parties.a]
[graph]
states = ["s1", "s2", "s3"]
[graph.moves]
a = { s1 = ["s2"] }
[states]
status_quo = "s1"
[preferences.a]
ranking = "s1 > s2 ~ s3"
unknown = [["s1", "s3"]]
"""
GRAPH_FAULTS = [
    ('"s2", "s3"]', '"s2", "s2"]', "graph.states[3]", 0, "given twice"),
    ('["s1", "s2", "s3"]', "[]", "graph.states", 0, "has no states"),
    ("[graph]", "[graph]\nstart = 1", "graph.start", 0, "not known here"),
    ("a = { s1", "b = { s1", "graph.moves.b", 0, "party 'b' is not known"),
    ("a = { s1", "a = { s9", "graph.moves.a.s9", 0, "state 's9' is not known"),
    ('s1 = ["s2"]', 's1 = ["s1"]', "graph.moves.a.s1[1]", 0, "stays where it is"),
    ('s1 = ["s2"]', 's1 = ["x"]', "graph.moves.a.s1[1]", 0, "state 'x' is not known"),
    ('status_quo = "s1"', 'status_quo = "s4"', "states.status_quo", 0, "'s4' is not known"),
    ("s2 ~ s3", "s2 ~ s9", "preferences.a.ranking", 11, "state 's9' is not known"),
    ("s2 ~ s3", "s2", "preferences.a.ranking", 0, "leaves out s3"),
    ("s2 ~ s3", "s2 ~ s2", "preferences.a.ranking", 11, "twice in one group"),
    ("s2 ~ s3", "s2 ~ s3 > s1", "preferences.a.ranking", 16, "better than itself"),
    ("s2 ~ s3", "s2 ~ s3 >", "preferences.a.ranking", 15, "a state is missing"),
    ("s2 ~ s3", "s2 >>> s3", "preferences.a.ranking", 11, "a state is missing"),
    ('unknown = [["s1", "s3"]]', 'unknown = [["s1"]]', "preferences.a.unknown[1]", 0, "not a pair"),
    ('"s1", "s3"]]', '"s1", "s1"]]', "preferences.a.unknown[1]", 0, "not a pair"),
    ('"s1", "s3"]]', '"s1", "s7"]]', "preferences.a.unknown[1][2]", 0, "'s7' is not known"),
    ('"s3"]]', '"s3"], ["s3", "s1"]]', "preferences.a.unknown[2]", 0, "given twice"),
    ("unknown =", "order = []\nunknown =", "preferences.a.ranking", 0, "two forms"),
    ("[graph]", "[issues.x]\n[graph]", "graph", 0, "both issues and a graph"),
]


@pytest.mark.parametrize(("old", "new", "key", "column", "message"), GRAPH_FAULTS)
def test_a_fault_in_a_graph_is_placed_and_explained(
    old: str, new: str, key: str, column: int, message: str
) -> None:
    assert find_problems(GRAPH) == ()
    assert old in GRAPH
    problems = find_problems(GRAPH.replace(old, new, 1))
    found = [problem for problem in problems if problem.key == key]
    assert found, [str(problem) for problem in problems]
    assert message in str(found[0])
    assert found[0].column == column


def test_every_fault_is_listed_at_once() -> None:
    text = SOUND
    chosen = [FAULTS[place] for place in (0, 9, 14, 22, 27, 42, 50, 52)]
    for old, new, *_ in chosen:
        text = text.replace(old, new, 1)
    keys = {problem.key for problem in find_problems(text)}
    assert {key for _, _, key, *_ in chosen} <= keys
    with pytest.raises(Faulty) as caught:
        read_model(text, "herring.toml")
    assert {problem.key for problem in caught.value.problems} == keys


def test_a_ranking_over_options_needs_every_state_once() -> None:
    text = '[parties.a]\n[issues.x]\n[issues.y]\n[preferences.a]\nranking = "{}"'
    assert find_problems(text.format("NN > YN ~ NY > x=yes y=yes")) == ()
    (one,) = find_problems(text.format("NN > YN ~ NY"))
    assert one.message == "the ranking leaves out x=yes y=yes"
    (two,) = find_problems(text.format("NN > YN ~ NY > YY > x=no y=no"))
    assert two.message == "'NN' and 'x=no y=no' are one state"


def test_links_that_contradict_each_other_are_named_with_the_day() -> None:
    text = (
        '[issues.x]\n[issues.y]\n[[links]]\nid = "one"\nrule = "x"\n'
        '[[links]]\nid = "other"\nrule = "y"\n'
        '[[links]]\nid = "third"\nrule = "not x"\nfrom = 2001-01-01\n'
    )
    (problem,) = find_problems(text)
    assert problem.message == "'one' and 'third' cannot hold together from 2001-01-01"
    assert find_problems(text.replace('rule = "x"\n', 'rule = "x"\nuntil = 2001-01-01\n')) == ()


def test_the_status_quo_of_a_model_too_large_to_lay_out_is_checked() -> None:
    names = [f"i{number}" for number in range(60)]
    text = "".join(f"[issues.{name}]\n" for name in names) + '[states]\nstatus_quo = "{}"'
    assert find_problems(text.format(" and ".join(f"not {name}" for name in names))) == ()
    (two,) = find_problems(text.format(" and ".join(f"not {name}" for name in names[1:])))
    assert two.message == "the status quo is true of 2 states"
    (many,) = find_problems(text.format("not i0"))
    assert many.key == "states.status_quo"
    more = "".join(f"[issues.j{number}]\n" for number in range(60))
    assert find_problems(more + text.format("not i0")) == ()


def test_a_body_needs_seats() -> None:
    text = "[parties.a]\n[parties.a.bodies.b]\nneeds = 1\n"
    keys = [problem.key for problem in find_problems(text)]
    assert keys == ["parties.a.bodies.b.seats", "parties.a.bodies.b.needs"]
    keys = [problem.key for problem in find_problems(text + "seats = { x = 0 }")]
    assert keys == ["parties.a.bodies.b.seats", "parties.a.bodies.b.needs"]
    (one,) = find_problems("[parties.a]\n[parties.a.bodies.b]\nseats = 3\n")[:1]
    assert one.message == "3 is a whole number"


def test_no_feasible_state_is_a_fault() -> None:
    (problem,) = find_problems('[issues.x]\n[states]\nimpossible = ["x", "not x"]')
    assert str(problem) == "states.impossible: no combination of options is feasible"


def test_lines_without_an_id_are_numbered_by_party() -> None:
    line = '[[red_lines]]\nparty = "{}"\nrequires = "x"\n'
    text = "[parties.a]\n[parties.a.factions.f]\n[parties.b]\n[issues.x]\n"
    lines = "".join(line.format(party) for party in ("a", "b", "a", "a.f"))
    model = read_model(f'{text}{lines}id = "a-1"\n')
    assert [found.id for found in model.red_lines] == ["a-2", "b-1", "a-3", "a-1"]


def test_names_that_look_the_same_are_the_same() -> None:
    composed, decomposed = "\u00e9tat", "e\u0301tat"
    text = f'["parties"."{composed}"]\n[issues.x]\nby = "{decomposed}"'
    assert read_model(text).issues[0].by == (composed,)
    (problem,) = find_problems(f'[parties."{composed}"]\n[parties."{decomposed}"]')
    assert "given twice" in problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("a = \nb", "file.toml: line 1, column 5: this is not TOML: Invalid value"),
        ("[a]\n[a]", "line 2, column 3: this is not TOML: Cannot declare"),
        ('a = "', "end of file: this is not TOML"),
        (b"\xff\xfe\x00a", "the file is not UTF-8 (byte 1)"),
        (b"title = '\xe9'", "the file is not UTF-8 (byte 10)"),
        ("a = 1\n" * 1_700_000, "the file has 10,200,000 characters; expected at most 2,000,000"),
        (b"#" * 10_000_000, "the file has 10,000,000 bytes"),
        ("a = " + "[" * 100_000, "nested too deeply"),
        ("a = " + "{ a = " * 50_000, "nested too deeply"),
        ("a" + ".a" * 900_000 + " = 1", "line 1: the line has 900,000 dots"),
        ("date = " + "9" * 5_000, "too many digits"),
        ("\x00", "this is not TOML"),
        ('[parties."' + "x" * 100_000 + '"]', "cannot be the id of a party"),
        ("title = [1, [2, {a = 3}]]", "title: this is a list; expected text"),
        ("parties = 1", "parties: 1 is a whole number; expected a table"),
        ("red_lines = {}", "expected a list"),
        ("red_lines = [[], 1]", "red_lines[1]: [] is a list; expected a table"),
        ("issues.x = 1\nparties.y = []", "parties.y: [] is a list; expected a table"),
    ],
)
def test_a_broken_or_hostile_file_ends_in_a_message_at_once(
    text: str | bytes, message: str
) -> None:
    started = time.perf_counter()
    problems = find_problems(text, "file.toml")
    assert message in str(problems[0])
    assert time.perf_counter() - started < 5


def test_a_flood_of_faults_is_cut_off() -> None:
    problems = find_problems("".join(f"key{number} = 1\n" for number in range(5_000)))
    assert len(problems) == 501
    assert "correct them first" in problems[-1].message


def test_a_hundred_thousand_parentheses_end_in_a_message() -> None:
    deep = "(" * 100_000 + "x" + ")" * 100_000
    (problem,) = find_problems(f'[parties.a]\n[issues.x]\n[preferences.a]\norder = ["{deep}"]')
    assert problem.key == "preferences.a.order[1]"
    assert problem.message == "the expression has 200,001 characters"


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_model(b"\xef\xbb\xbftitle = 'x'\r\n").title == "x"


def test_words_for_what_does_not_exist_are_faults() -> None:
    text = """
    [parties.a]
    [issues.quota]
    options = ["low", "high"]
    titles = { lwo = "a third" }
    [states.titles]
    shut = "The grounds are shut"
    """
    option, state = find_problems(text, "fish.toml")
    assert (option.key, option.nearest) == ("issues.quota.titles.lwo", "low")
    assert state.key == "states.titles.shut"
