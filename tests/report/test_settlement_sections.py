"""Bounds, absorbed parties, roles of lines and turns of the zone, as the report words them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.report.fisheries import CHANGES, FINDINGS, OPEN, SHUT
from tests.report.pages import Element, parsed
from winset.report import Findings, answer, html
from winset.report.counts import size_of, zone_size
from winset.report.ladders import rung_words
from winset.report.words import Names
from winset.settlement.results import Bounds, Change, LineRole, Overlap, Rung, Settlement

UNCOUNTED = replace(
    OPEN,
    zone=None,
    win_sets=(("norrland", None), ("sudmark", 4)),
    bounds=(Bounds("zone", 0, 2), Bounds("norrland", 3, 5)),
)


def page_on(settlement: Settlement, changes: tuple[Change, ...] = CHANGES) -> Element:
    findings = replace(FINDINGS, days=((settlement.as_of, settlement),), changes=changes)
    return parsed(html(findings))


def paragraphs(page: Element) -> list[str]:
    return [p.text for p in page.all("p")]


def test_where_sizes_are_not_counted_their_bounds_are_said() -> None:
    first = answer(replace(FINDINGS, days=((OPEN.as_of, UNCOUNTED),)))[0]
    assert first == (
        "On 3 May 2001 a deal was possible: of 6 possible packages, between 1 and 2 could be "
        "accepted by all."
    )
    assert (
        "Of 6 possible packages, Norrland could accept between 3 and 5; Sudmark 4; between 1 and "
        "2 could be accepted by all."
    ) in paragraphs(page_on(UNCOUNTED))


def test_an_open_zone_of_unknown_size_holds_one_package_at_least() -> None:
    assert zone_size(replace(UNCOUNTED, bounds=())) == "at least one"
    assert size_of(replace(UNCOUNTED, bounds=()), "norrland") == "not counted"


def test_of_many_sides_the_least_and_the_most_are_named() -> None:
    sides = tuple((f"s{number}", 10 * number) for number in range(1, 7))
    told = next(
        text
        for text in paragraphs(page_on(replace(OPEN, win_sets=sides, overlaps=())))
        if "sides" in text
    )
    assert "six sides could accept between 10 (s1) and 60 (s6)" in told


def test_a_party_whose_consent_decides_nothing_is_named() -> None:
    known = paragraphs(page_on(replace(OPEN, absorbed=("sudmark",))))
    assert "Sudmark accepts whatever all the others accept: its consent decides nothing." in known
    shut = paragraphs(page_on(replace(SHUT, absorbed=("sudmark",))))
    assert "Even without Sudmark the others could agree on nothing." in shut
    everyone = paragraphs(page_on(replace(SHUT, absorbed=("norrland", "sudmark"))))
    assert not [text for text in everyone if "Even without" in text]


def test_the_lines_that_do_most_come_first_and_idle_ones_are_counted() -> None:
    roles = (LineRole("dark", 1, 0), LineRole("poor", 2, 3), LineRole("full-nets", 0, 0))
    busy = replace(SHUT, blocks=SHUT.blocks * 3, lines=roles)
    page = page_on(busy)
    table = next(
        t for t in page.all("table") if t.all("caption")[0].text == "What each red line does"
    )
    cells = [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")[1:]]
    assert [row[1:] for row in cells] == [["2", "3"], ["1", "none"]]
    assert "anything but high" in cells[0][0]
    assert (
        "The other line in force stands in no block listed and keeps nothing out alone."
        in paragraphs(page)
    )
    summaries = [one.text for one in page.all("summary")]
    assert [one for one in summaries if one.endswith("stands in two blocks of 3")]


def test_what_closed_and_opened_the_zone_is_said_with_its_evidence() -> None:
    page = parsed(html(FINDINGS))
    (opened,) = (li for li in page.all("li") if li.text.startswith("On 1 January 2003 the zone"))
    assert "(Skippers, Norrland) ended; but for that it would have stayed closed." in opened.text
    assert [a for a in opened.all("a") if a.attributes["href"].startswith("#p-")]


def test_a_worth_of_no_deal_that_changed_is_said_in_words() -> None:
    begun = Change(dt.date(2002, 6, 1), ("no_deal.sudmark",), (), 6, (("norrland", 4),), 0)
    page = page_on(SHUT, (CHANGES[0], begun))
    assert [
        li
        for li in page.all("li")
        if "when the worth of no deal of Sudmark came into force" in li.text
    ]


def test_days_that_were_not_counted_are_told_without_a_chart() -> None:
    unknown = tuple(
        replace(one, packages=None, win_sets=(("norrland", None), ("sudmark", None)), zone=zone)
        for one, zone in zip(CHANGES, (None, 0, None), strict=True)
    )
    findings: Findings = replace(FINDINGS, days=(), changes=unknown)
    page = parsed(html(findings))
    assert not [one for one in page.all("figure") if one.attributes.get("id") == "figure-winsets"]
    table = next(t for t in page.all("table") if t.all("caption")[0].text == "Changes")
    assert [row.all("td")[-1].text for row in table.all("tr")[1:]] == ["open", "closed", "open"]
    assert "The zone changed two times, last on 1 January 2003" in " ".join(answer(findings))
    closely = parsed(html(replace(FINDINGS, changes=unknown)))
    assert [one for one in closely.all("figure") if one.attributes.get("id") == "figure-winsets"]


def test_how_little_would_do_is_said_in_the_answer_and_beside_the_openings() -> None:
    """By hand: of “dark” it is the nights without a share that would have to be accepted."""
    package = (("quota", "low"), ("night", "yes"), ("fee", "yes"))
    rungs = (
        Rung((("dark", (("quota", "low"), ("night", "yes"))), ("poor", (("quota", "high"),))), 2,
             package),
        Rung((("full-nets", (("quota", "none"),)),), 3, package),
    )  # fmt: skip
    cheapest = replace(SHUT.openings[0], ladder=rungs, weaker=(("dark", ("poor",)),))
    found = replace(SHUT, openings=(cheapest, *SHUT.openings[1:]))
    sentences = answer(replace(FINDINGS, days=((SHUT.as_of, found),)))
    enough = (
        "It is enough that Sudmark accept “Share of Norrland: low; Fishing at night: yes” and "
        "“Share of Norrland: high” in addition."
    )
    assert sentences[2].endswith(f"it would open 1 package. Less would do. {enough}")
    (item,) = (li for li in page_on(found).all("li") if li.text.startswith("Instead of giving up"))
    assert enough in item.text
    assert "It would also do that Norrland accept “Share of Norrland: none” in" in item.text
    assert "Sudmark falls back on “Share of Norrland: anything but high”." in item.text


def test_several_sides_are_each_asked_for_their_own() -> None:
    rung = Rung((("a", (("x", "yes"),)), ("b", (("y", "no"),))), 2, ())
    names = Names({}, {}, {})
    assert rung_words(rung, str.upper, names) == (
        "that A accept “x: yes”, and that B accept “y: no” in addition"
    )


def test_overlaps_are_drawn_for_two_sides_and_left_out_where_none_is_counted() -> None:
    drawn = page_on(OPEN)
    captions = [caption.text for caption in drawn.all("caption")]
    assert "Packages that two sides could both accept" in captions
    none = replace(OPEN, overlaps=(Overlap(("norrland", "sudmark"), None),))
    captions = [caption.text for caption in page_on(none).all("caption")]
    some = replace(OPEN, overlaps=(Overlap(("norrland", "sudmark"), None, 1, 3),))
    assert "some, at most 3" in [cell.text for cell in page_on(some).all("td")]
    assert "Packages that two sides could both accept" not in captions
