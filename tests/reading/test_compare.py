# ruff: noqa: E501  (one case a line)
"""Two documents on one thing: the same event, and accounts that do not agree."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import Read, differences, same_events, suggest

DAY = Edtf.parse("2015-06-10")


def read(*texts: str) -> tuple[Read, ...]:
    return tuple(Read(f"d{n}", text, suggest(text, DAY)) for n, text in enumerate(texts))


MET = "Anna Berg met with Karl Lund in {} on {} May 2014 to discuss the northern herring bank."


def kinds(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.kind, tuple(a.value for a in d.accounts)) for d in differences(read(*texts))]


def test_reports_of_one_day_and_the_same_people_are_of_one_event() -> None:
    (same,) = same_events(read(MET.format("Tarn", 3), MET.format("Tarn", 3)))
    assert (same.first, same.second) == (("d0", 0), ("d1", 0))


def test_events_in_one_document_are_not_compared_with_each_other() -> None:
    assert same_events(read(MET.format("Tarn", 3) + " " + MET.format("Tarn", 3))) == ()


def test_accounts_that_agree_do_not_differ() -> None:
    assert kinds(MET.format("Tarn", 3), MET.format("Tarn", 3)) == []


def test_two_days_for_one_meeting_are_a_difference() -> None:
    found = kinds(MET.format("Tarn", 3), MET.format("Tarn", 4))
    assert found == [("date", ("2014-05-03", "2014-05-04"))]


def test_two_places_for_one_meeting_are_a_difference() -> None:
    assert kinds(MET.format("Tarn", 3), MET.format("Elmira", 3)) == [("place", ("Tarn", "Elmira"))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("in Tarn", "at Harbour House"),  # which may be in Tarn
        ("near Tarn", "in Elmira"),
        ("in the Tarn valley", "in Elmira"),
        ("in Tarn", "in Elmira, an hour from Tarn,"),
        ("in Tarn ahead of talks in Elmira", "in Elmira"),
    ],
)
def test_places_that_may_both_be_true_are_no_difference(one: str, two: str) -> None:
    text = "Anna Berg met with Karl Lund {} on 3 May 2014 to discuss the northern herring bank."
    assert kinds(text.format(one), text.format(two)) == []


def test_the_places_a_statement_was_made_in_are_not_compared() -> None:
    text = "Anna Berg said in {} on 3 May 2014 that the northern herring bank would be shut."
    assert kinds(text.format("Tarn"), text.format("Elmira")) == []


def test_two_places_of_an_incident_are_a_difference() -> None:
    text = "Karl Lund was arrested in {} on 3 May 2014 on suspicion of theft of herring nets."
    assert kinds(text.format("Tarn"), text.format("Elmira")) == [("place", ("Tarn", "Elmira"))]


def test_two_figures_in_one_report_are_a_difference() -> None:
    text = "On 3 May 2014 Anna Berg and Karl Lund agreed to cut the northern fleet by {} boats."
    assert kinds(text.format(40), text.format(60)) == [("number", ("40 boats", "60 boats"))]


def test_one_speakers_words_in_two_wordings_are_a_difference() -> None:
    one = "“The northern bank will never be opened again to foreign trawlers,” said Anna Berg."
    two = "“The northern bank must never be opened again to any foreign trawlers,” said Anna Berg."
    (found,) = differences(read(one, two))
    assert (found.kind, [a.document for a in found.accounts]) == ("wording", ["d0", "d1"])


def test_other_peoples_meetings_are_other_events() -> None:
    other = "Per Dahl met with Ida Holm in Elmira on 3 May 2014 to discuss the northern bank."
    documents = read(MET.format("Tarn", 3), other)
    assert same_events(documents) == ()
    assert differences(documents) == ()


def test_another_visit_by_one_guest_is_no_difference() -> None:
    one = "Anna Berg will arrive in Tarn on Tuesday, one day before her talks on the herring bank."
    two = "Anna Berg will start her visit to Elmira on 12 June."
    assert kinds(one, two) == []


def test_words_cut_short_do_not_differ() -> None:
    whole = "The northern bank will never be opened again to foreign trawlers by this ministry."
    cut = whole.removesuffix(" by this ministry.") + ","
    assert kinds(f"“{whole}” said Anna Berg.", f"“{cut}” said Anna Berg.") == []


def test_things_counted_are_compared_with_their_like_only() -> None:
    text = "On 3 May 2014 Anna Berg and Karl Lund agreed to cut the northern fleet by {}."
    assert kinds(text.format("forty boats"), text.format("60 crews")) == []
    assert kinds(text.format("forty boats"), text.format("40 boats")) == []


def test_a_year_that_no_account_gives_is_no_difference() -> None:
    old, new = Edtf.parse("2014-06-10"), Edtf.parse("2015-06-10")
    text = "Anna Berg met with Karl Lund in Tarn on 3 May to discuss the northern herring bank."
    first, second = (Read(f"d{n}", text, suggest(text, day)) for n, day in enumerate((old, new)))
    assert differences((first, second)) == ()


def dated(*told: tuple[str, str]) -> tuple[Read, ...]:
    """Documents with the days they are of."""
    days = [Edtf.parse(day) for day, _ in told]
    pairs = zip(days, told, strict=True)
    return tuple(
        Read(f"d{n}", text, suggest(text, day), day) for n, (day, (_, text)) in enumerate(pairs)
    )


def values(*told: tuple[str, str]) -> list[tuple[str, ...]]:
    return [tuple(a.value for a in d.accounts) for d in differences(dated(*told))]


STORM = (
    "The storm off Tarn Island sank two trawlers of the Elmira fleet and {} on the Norland bank."
)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("killed four men", "left seven dead", [("killed four", "seven dead")]),
        ("injured 40 of the crews", "60 sailors were wounded", [("injured 40", "60 sailors were wounded")]),
        ("tore 30 nets", "tore 45 nets", [("30 nets", "45 nets")]),
        ("killed at least four men", "left seven dead", []),
        ("killed about 40 men", "left 42 dead", []),
        ("killed four men", "left four dead", []),
        ("killed four men", "injured seven men", []),
        ("lasted three hours", "lasted five hours", []),
        ("tore 30 of the nets", "tore some nets", []),
        ("sank one of the 45 boats", "sank one of the 46 boats", []),
    ],
)  # fmt: skip
def test_two_numbers_of_one_thing_are_a_difference(
    one: str, other: str, told: list[tuple[str, str]]
) -> None:
    assert kinds(STORM.format(one), STORM.format(other)) == [("number", pair) for pair in told]


def test_numbers_of_other_places_or_times_are_no_difference() -> None:
    dead = STORM.format("killed four men"), STORM.format("killed seven men")
    assert values(("2015-06-10", dead[0]), ("2015-06-12", dead[1])) == [
        ("killed four", "killed seven")
    ]
    assert values(("2015-06-10", dead[0]), ("2015-07-10", dead[1])) == []
    assert (
        kinds(dead[0], "A storm near Port Lund sank a Sudmark ferry and killed seven men there.")
        == []
    )


def test_many_reports_of_one_event_are_set_side_by_side_in_pairs() -> None:
    found = kinds(*(STORM.format(f"killed {number} men") for number in (4, 7, 4, 9, 7, 12)))
    assert len(found) == 2
    assert len({value for _, pair in found for value in pair}) == 4


SEIZED = (
    "Norland seized a trawler of the Elmira fleet off Tarn Island {} and towed it to Port Lund."
)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("2015-06-12", "on Wednesday"), ("2015-06-12", "on Thursday"), [("2015-06-10", "2015-06-11")]),
        (("2015-06-12", "on 8 June"), ("2015-06-13", "on Tuesday"), [("2015-06-08", "2015-06-09")]),
        (("2015-06-12", "on Thursday"), ("2015-06-13", "on 11 June"), []),
        (("2015-06-12", "on Friday"), ("2015-06-19", "on Friday"), []),
        (("2015-06-11", "on Thursday"), ("2015-06-16", "on Tuesday"), []),
        (("2015-06-12", "a week ago"), ("2015-06-13", "on Tuesday"), []),
    ],
)  # fmt: skip
def test_two_days_in_like_sentences_are_a_difference_where_both_could_know(
    one: tuple[str, str], other: tuple[str, str], told: list[tuple[str, str]]
) -> None:
    assert values(*((day, SEIZED.format(when)) for day, when in (one, other))) == told


def test_a_difference_does_not_turn_on_which_document_comes_first() -> None:
    texts = [STORM.format("killed four men"), STORM.format("left seven dead")]
    ((_, first),), ((_, second),) = kinds(*texts), kinds(*reversed(texts))
    assert first == tuple(reversed(second))


def test_spelling_copies_and_additions_are_no_other_wording() -> None:
    one = "“The labour of the northern crews will be honoured by both neighbours in May,” said Anna Berg."
    two = "“The labor of the northern crews will be honored by both neighbors (in the south) in May,” said Anna Berg."
    assert kinds(one, two) == []


def test_three_wordings_are_set_side_by_side_twice() -> None:
    said = "“The northern bank {} never be opened again to foreign trawlers,” said Anna Berg."
    texts = [said.format(verb) for verb in ("will", "must", "may", "will", "must")]
    assert [kind for kind, _ in kinds(*texts)] == ["wording", "wording"]
