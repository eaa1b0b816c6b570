"""The whole report of the made-up case, as it was last read and accepted."""

from __future__ import annotations

import os
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from tests.report.fisheries import FINDINGS
from winset.record.record import Record
from winset.report import Findings, answer, html
from winset.settlement.results import Outcome, Solutions

GOLDEN = Path(__file__).parent.parent / "golden" / "fisheries.html"


def test_golden_report_of_the_herring_talks() -> None:
    page = html(FINDINGS).encode("utf-8")
    if os.environ.get("WINSET_GOLDEN") == "1":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_bytes(page)
    assert page == GOLDEN.read_bytes(), "read the new report whole, then run `just golden`"


def test_the_answer_is_five_sentences_in_the_order_of_importance() -> None:
    assert answer(FINDINGS) == (
        "On 1 June 2002 no deal was possible: of 6 possible packages, Norrland could accept 3 "
        "and Sudmark 3, but none was acceptable to all.",
        "What blocked it was “No boat goes home empty” (Norrland); “no package with Fishing at "
        "night: yes and Share of Norrland: anything but none” (Sudmark); “Fishing at night: yes, "
        "if Share of Norrland: low” (Skippers, Norrland); “Share of Norrland: anything but high” "
        "(Sudmark) together.",
        "The cheapest way out was to give up “no package with Fishing at night: yes and Share of "
        "Norrland: anything but none” (Sudmark), at a weight of 1, as cheap as one other way; it "
        "would open 1 package.",
        "The zone changed two times, last on 1 January 2003, when “Fishing at night: yes, if "
        "Share of Norrland: low” (Skippers, Norrland) ended; it has been open since.",
        "Played move by move, one of four states lasts in every sense (“YY”); the status quo lasts "
        "only under GMR and SMR.",
    )


def test_a_block_that_stands_only_by_a_link_says_so() -> None:
    day, shut = FINDINGS.days[-1]
    linked = replace(shut, blocks=(replace(shut.blocks[0], lines=("full-nets",), links=("law",)),))
    sentence = answer(replace(FINDINGS, days=((day, linked),)))[1]
    assert sentence == (
        "What blocked it was “No boat goes home empty” (Norrland) alone, as long as “Fee by night” "
        "holds."
    )


def test_an_open_zone_is_answered_with_its_fair_point() -> None:
    day, wide = FINDINGS.days[0]
    package = (("quota", "low"), ("night", "no"), ("fee", "no"))
    outcome = Outcome(package, (("norrland", Fraction(7)), ("sudmark", Fraction(10, 3))))
    fair = replace(wide, frontier=(outcome,), solutions=Solutions(nash=(outcome,)))
    first, second, third, *_ = answer(replace(FINDINGS, days=((day, fair),)))
    assert first == (
        "On 3 May 2001 a deal was possible: of 6 possible packages, 2 could be accepted by all."
    )
    assert second == (
        "The fairest by Nash's rule was Share of Norrland: low; Fishing at night: no; Harbour fee: "
        "no, worth 7 to Norrland and 3.333 to Sudmark."
    )
    assert third == "One package could not be bettered for one side without loss to another."


def test_without_models_the_record_answers() -> None:
    sentences = answer(Findings(FINDINGS.record, scores=FINDINGS.scores))
    assert sentences == (
        "What became of one undertaking: 1 kept in part.",
        "Of two forecasts, 1 can be told true or false and 0 came true; all forecasts score 0.562 "
        "against 0.25 for the baseline.",
        "Two actors took two positions.",
        "Of one thing there are differing accounts, the first being: The day of the first talks.",
    )


def test_an_empty_case_has_no_answer() -> None:
    assert answer(Findings(Record())) == ()
