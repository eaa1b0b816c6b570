"""Two documents on one thing: the same event, and accounts that do not agree."""

from __future__ import annotations

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
