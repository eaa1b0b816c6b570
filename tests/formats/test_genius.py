"""Made-up scenarios of Genius and GeniusWeb, with utilities worked out by their own rules."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from winset.errors import Faulty, Misuse
from winset.formats.genius import Scenario, read_scenario
from winset.model import Model, read_model, write_model
from winset.settlement import settle

HERE = Path(__file__).parent / "genius"
FISHERY = ("fishery.xml", "north.xml", "south.xml")
BRIDGE = ("tower.json", "ferry.json")


def scenario(*names: str) -> Scenario:
    return read_scenario([(name, (HERE / name).read_bytes()) for name in names])


def changed(name: str, old: str, new: str) -> list[tuple[str, bytes]]:
    """The scenario of a file with one text of that file replaced."""
    names = FISHERY if name.endswith("xml") else BRIDGE
    files = [(each, (HERE / each).read_text("utf-8")) for each in names]
    assert old in dict(files)[name]
    return [
        (each, (text.replace(old, new) if each == name else text).encode("utf-8"))
        for each, text in files
    ]


def worths(model: Model, party: str) -> dict[tuple[str, str], Fraction]:
    (points,) = (points for points in model.points if points.party == party)
    return {(issue, option): Fraction(worth) for issue, option, worth in points.worths}


def test_the_points_are_the_utilities_of_genius_times_one_number() -> None:
    """Weight × evaluation ÷ the largest of the issue; integers on the line from the lower bound."""
    found = scenario(*FISHERY).model
    utilities = {
        ("Share_of_catch", "low"): Fraction(1, 2) * Fraction(1, 3),
        ("Share_of_catch", "middle"): Fraction(1, 2) * Fraction(2, 3),
        ("Share_of_catch", "high"): Fraction(1, 2),
        ("Ports", "closed"): Fraction(3, 10) * Fraction(4, 7),
        ("Ports", "open (summer’s end)"): Fraction(3, 10),
        ("Patrols", "2"): Fraction(1, 5),
        ("Patrols", "3"): Fraction(1, 5) * Fraction(3, 4),
        ("Patrols", "4"): Fraction(1, 5) * Fraction(1, 2),
        ("Patrols", "5"): Fraction(1, 5) * Fraction(1, 4),
    }
    points = worths(found, "north")
    assert points.keys() == utilities.keys()
    assert len({points[place] / worth for place, worth in utilities.items()}) == 1
    assert (
        Fraction(found.no_deal[0].points) / points["Ports", "closed"]
        == Fraction(45, 100) / (utilities["Ports", "closed"])
    )


def test_an_evaluation_below_one_is_divided_too_and_a_worthless_issue_stays_worthless() -> None:
    points = worths(scenario(*FISHERY).model, "south")
    share = {option: points["Share_of_catch", option] for option in ("low", "middle", "high")}
    assert share["middle"] / share["low"] == Fraction(2, 3)
    assert points["Ports", "closed"] == points["Ports", "open (summer’s end)"] == 0
    assert [points["Patrols", n] / share["low"] for n in "2345"] == [
        0,
        Fraction(1, 4),
        Fraction(1, 2),
        Fraction(1, 2),
    ]


def test_geniusweb_takes_utilities_as_they_stand() -> None:
    found = scenario(*BRIDGE)
    points = worths(found.model, "tower")
    toll = {option: points["toll", option] for option in ("none", "cars", "all")}
    assert toll["cars"] / toll["none"] == Fraction(333, 800)
    assert toll["all"] == 0
    assert points["height", "10"] / toll["none"] == Fraction(1, 4) * Fraction(2, 10) / Fraction(
        6, 10
    )
    assert points["height", "12.5"] / points["height", "10"] == 5
    assert points["height", "11"] / points["height", "10"] == Fraction(52, 20)
    (no_deal,) = found.model.no_deal
    assert no_deal.party == "tower"
    assert Fraction(no_deal.points) == points["height", "10"] + toll["cars"]


@pytest.mark.parametrize("names", [FISHERY, BRIDGE])
def test_dominance_is_that_of_the_exact_utilities(names: tuple[str, ...]) -> None:
    """The frontier by the points of the model is that of exact sums over all packages."""
    model = scenario(*names).model
    tables = [worths(model, party.id) for party in model.parties]
    packages = list(product(*([(i.id, option) for option in i.options] for i in model.issues)))
    floors = {each.party: Fraction(each.points) for each in model.no_deal}
    vectors = {
        tuple(sum((table[part] for part in package), Fraction(0)) for table in tables)
        for package in packages
    }
    vectors = {
        v
        for v in vectors
        if all(x >= floors.get(p.id, x) for x, p in zip(v, model.parties, strict=True))
    }
    best = {
        v
        for v in vectors
        if not any(o != v and all(x >= y for x, y in zip(o, v, strict=True)) for o in vectors)
    }
    found = settle(model).frontier
    assert {tuple(worth for _, worth in outcome.points) for outcome in found} == best


@pytest.mark.parametrize("names", [FISHERY, FISHERY[1:], BRIDGE, BRIDGE[::-1]])
def test_a_model_made_of_a_scenario_is_sound_and_reads_back(names: tuple[str, ...]) -> None:
    model = scenario(*names).model
    assert read_model(write_model(model)) == model
    assert all(issue.is_term for issue in model.issues)


def test_what_was_changed_or_left_out_is_told() -> None:
    notes = " / ".join(scenario(*FISHERY).notes)
    assert "north.xml: the discount factor is left out" in notes
    assert "south.xml" not in notes
    assert "is called 'open (summer’s end)'" in notes
    assert "the points of north are its utilities times" in notes


def test_numbers_too_fine_to_be_whole_are_rounded_and_said_to_be() -> None:
    files = changed("tower.json", "0.333", "0.33333333333333333333")
    assert "rounded" in " ".join(read_scenario(files).notes)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE, "<!DOCTYPE utility_space>"])
def test_document_types_and_entities_are_refused(head: str) -> None:
    files = changed("north.xml", "<utility_space type", head + "<utility_space type")
    with pytest.raises(Misuse, match=r"north.xml declares a document type or entities"):
        read_scenario(files)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("north.xml", "</utility_space>", "", "north.xml is not XML"),
        (
            "north.xml",
            'evaluation="4"',
            'evaluation="four"',
            "Ports = closed: 'four' is not a number",
        ),
        ("north.xml", 'evaluation="4"', 'evaluation="-4"', "is below 0"),
        ("north.xml", 'evaluation="4"', 'evaluation="1e999999999"', "is out of range"),
        ("north.xml", 'evaluation="4"', "", "Ports = closed has no evaluation"),
        ("north.xml", 'value="closed"', 'value="open (summer\'s end)"', "one of them twice"),
        ("north.xml", 'upperbound="5"', 'upperbound="500000"', "at most 1,000 can be options"),
        ("north.xml", 'upperbound="5"', 'upperbound="1"', "there are no values"),
        ("north.xml", 'vtype="integer"', 'vtype="real"', "real-valued, .* as --steps 10"),
        ("north.xml", 'vtype="integer"', 'vtype="price"', "of type 'price'; expected discrete"),
        ("north.xml", 'slope="-0.25" offset="1"', "", "has neither slope nor offset"),
        ("north.xml", 'name="Ports"', 'name="Patrols"', "'Patrols' stands there twice"),
        ("north.xml", 'name="Ports"', 'name=""', "an issue has no name"),
        ("tower.json", '"name": "tower",', '"name": "tower"', "tower.json is not JSON"),
        ("tower.json", '"name": "tower"', '"name": "a", "name": "b"', "'name' stands there twice"),
        ("tower.json", "0.333", "NaN", "NaN is not a number"),
        ("tower.json", "0.333", '"third"', "toll = cars: 'third' is not a number"),
        ("tower.json", '"cars": 0.333', '"bikes": 1', "'toll' has no value 'bikes'"),
        ("tower.json", "DiscreteValueSetUtilities", "Other", "of no known kind"),
        (
            "tower.json",
            "LinearAdditiveUtilitySpace",
            "DefaultPartialOrdering",
            "other kinds of profile",
        ),
        ("tower.json", '"toll": "cars"', '"toll": "bikes"', "bikes is not in the domain"),
        ("tower.json", '"12.5", "0.5"', '"12.5", "0"', "there are no values"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(
    name: str, old: str, new: str, message: str
) -> None:
    with pytest.raises(Misuse, match=message):
        read_scenario(changed(name, old, new))


def test_profiles_that_do_not_fit_together_are_told_all_at_once() -> None:
    files = changed("south.xml", 'name="Ports"', 'name="Harbours"')
    with pytest.raises(Faulty) as caught:
        read_scenario(files)
    messages = [str(problem) for problem in caught.value.problems]
    assert any("Ports" in message and "is missing" in message for message in messages)
    assert any("Harbours" in message for message in messages)
    with pytest.raises(Faulty, match=r"its values are not those in tower\.json: more"):
        read_scenario(changed("ferry.json", '"none"]', '"none", "more"]'))


def test_one_side_alone_is_no_scenario() -> None:
    with pytest.raises(Misuse, match="the number of profiles is 1"):
        scenario("fishery.xml", "north.xml")


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\xff\xfe\x00", b"[]", b"<", b"{", b"{}", b"<x/>"]
)
def test_anything_else_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Misuse, match=r"^odd\.bin "):
        read_scenario([("odd.bin", data)])


def test_deep_nesting_is_refused() -> None:
    xml = b"<utility_space>" * 5000
    with pytest.raises(Misuse, match="nested more than 100 deep"):
        read_scenario([("deep.xml", xml)])
    with pytest.raises(Misuse, match="nested too deeply"):
        read_scenario([("deep.json", b'{"a":' * 200_000)])


REAL = """<utility_space><objective>
<issue name="Price" index="1" vtype="real">
  <range lowerbound="1" upperbound="{high}"/><evaluator {evaluator}/>
</issue>
<weight index="1" value="0.5"/></objective></utility_space>"""
LINE = 'ftype="linear" parameter0="-0.5" parameter1="0.5"'
ROOF = 'ftype="triangular" parameter0="1" parameter1="4" parameter2="2"'
FLAT = 'ftype="constant" parameter0="0.4"'


def priced(*evaluators: str, high: str = "4") -> list[tuple[str, bytes]]:
    return [
        (f"side{n}.xml", REAL.format(evaluator=evaluator, high=high).encode())
        for n, evaluator in enumerate(evaluators)
    ]


def test_a_real_valued_issue_is_cut_into_the_steps_asked_for() -> None:
    """From 1 to 4 by halves: the line x/2 - 1/2 up to 1, the roof over 1, 2 and 4, the flat 0.4."""
    found = read_scenario(priced(LINE, ROOF, FLAT), cuts=6)
    (issue,) = found.model.issues
    assert issue.options == ("1", "1.5", "2", "2.5", "3", "3.5", "4")
    assert issue.ordered
    quarters = {"side0": [0, 1, 2, 3, 4, 4, 4], "side1": [0, 2, 4, 3, 2, 1, 0], "side2": [1] * 7}
    for party, heights in quarters.items():
        points = worths(found.model, party)
        made = [points["Price", option] for option in issue.options]
        assert len({m / h for m, h in zip(made, heights, strict=True) if h}) == 1
        assert all((m == 0) == (h == 0) for m, h in zip(made, heights, strict=True))
    assert "cut into 6 equal steps, from 1 to 4" in found.notes[0]


def test_steps_that_do_not_end_are_worth_what_their_written_value_is_worth() -> None:
    found = read_scenario(priced(LINE, ROOF, high="2"), cuts=3)
    (issue,) = found.model.issues
    assert issue.options == ("1", "1.333333", "1.666667", "2")
    points = worths(found.model, "side0")
    ratio = points["Price", "1.333333"] / points["Price", "2"]
    assert ratio == (Fraction("1.333333") - 1) / 1


@pytest.mark.parametrize(
    ("evaluator", "high", "cuts", "message"),
    [
        (LINE, "4", 0, "0 steps are out of bounds"),
        (LINE, "4", 5000, "5000 steps are out of bounds"),
        (LINE, "1.0000001", 9, "too fine to tell apart"),
        (LINE, "1", 9, "there are no values"),
        ('ftype="faratin"', "4", 9, "evaluated by 'faratin'; expected linear, constant"),
        ('ftype="triangular" parameter0="1"', "4", 9, "parameter1: None is not a number"),
        ('ftype="constant" parameter0="-1"', "4", 9, "an evaluation is below 0"),
    ],
)
def test_a_real_valued_issue_that_cannot_be_cut_says_why(
    evaluator: str, high: str, cuts: int, message: str
) -> None:
    with pytest.raises(Misuse, match=message):
        read_scenario(priced(evaluator, LINE, high=high), cuts)
