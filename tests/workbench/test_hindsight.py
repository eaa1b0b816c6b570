"""Without hindsight: the fisheries case as it could be written before its one note came out.

The note of 2 May 2003 is all that the share of the catch rests on. Without those two lines Aland
accepts what has ports (8 of the 12 packages), Borduria what has no ports or ports with patrols
(8), and both what has both (4).
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.workbench.made_up import FISHERIES, MODEL
from winset.errors import Misuse
from winset.workbench.analysis import find_settlement, find_stability
from winset.workbench.reporting import write_report

BEFORE, AFTER = dt.date(2003, 5, 1), dt.date(2003, 5, 2)


def test_what_rests_only_on_later_works_does_not_count() -> None:
    found = find_settlement(FISHERIES, BEFORE, known=BEFORE).found
    assert dict(found.win_sets) == {"aland": 8, "borduria": 8}
    assert found.zone == 4
    assert found.assumptions[-2:] == (
        "Known by 2003-05-01: left out, as resting only on works published later: "
        "red line half-at-least, red line no-more-than-a-third.",
        "Known by 2003-05-01: kept as judgements that rest on no work: red line patrol-for-port, "
        "red line port-for-the-blues, link law, worth of no deal to aland.",
    )


def test_on_the_day_of_the_note_all_counts() -> None:
    found = find_settlement(FISHERIES, BEFORE, known=AFTER).found
    plain = find_settlement(FISHERIES, BEFORE).found
    assert (found.zone, found.blocks) == (plain.zone, plain.blocks)
    assert "nothing had to be left out" in found.assumptions[-2]


def test_stability_and_report_say_it_too(tmp_path: Path) -> None:
    found = find_stability(FISHERIES, known=BEFORE).found
    assert any("Known by 2003-05-01" in one for one in found.assumptions)
    page = tmp_path / "page.html"
    write_report(FISHERIES, page, [BEFORE], known=BEFORE)
    assert "red line half-at-least, red line no-more-than-a-third" in page.read_text()


def test_a_model_file_knows_no_works() -> None:
    for find in (find_settlement, find_stability):
        with pytest.raises(Misuse, match=r"give the case it belongs to.*--known-by"):
            find(MODEL, known=BEFORE)
