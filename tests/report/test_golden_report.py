"""The whole report of the made-up case, as it was last read and accepted."""

from __future__ import annotations

import os
from pathlib import Path

from tests.report.fisheries import FINDINGS
from winset.report import answer, html

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
