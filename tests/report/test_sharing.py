"""What a page says of the language model."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.report.fisheries import FINDINGS
from tests.report.pages import parsed
from winset.report import html
from winset.report.findings import Sharing

MAY, JUNE = dt.date(2026, 5, 3), dt.date(2026, 6, 1)
ADDRESS = "http://127.0.0.1:9/v1"


@pytest.mark.parametrize(
    ("sharing", "words"),
    [
        (
            Sharing(),
            "No language model is turned on for this case: no document left the machine.",
        ),
        (
            Sharing(ADDRESS, "small-1", MAY, MAY, (("small-1", 2),)),
            "A language model is turned on: since 3 May 2026 documents of this case may be sent "
            "to http://127.0.0.1:9/v1 (model small-1). Two accepted entries came from small-1.",
        ),
        (
            Sharing(ADDRESS, "small-2", MAY, JUNE, (("small-1", 1),)),
            "A language model is turned on: since 1 June 2026 documents of this case may be sent "
            "to http://127.0.0.1:9/v1 (model small-2; with other settings since 3 May 2026). One "
            "accepted entry came from small-1.",
        ),
        (
            Sharing("", "", MAY, JUNE),
            "A language model was turned on from 3 May 2026 until 1 June 2026, when documents of "
            "this case may have been sent to it; it is off now, and no document leaves the "
            "machine. No accepted entry came from it.",
        ),
        (
            Sharing(accepted=(("small-1", 1),)),
            "No language model is turned on for this case: no document left the machine. One "
            "accepted entry came from small-1.",
        ),
    ],
)
def test_every_page_says_whether_documents_left_the_machine(sharing: Sharing, words: str) -> None:
    page = parsed(html(replace(FINDINGS, sharing=sharing)))
    (header,) = page.all("header")
    assert [p.text for p in header.all("p") if p.attributes.get("class") == "basis"][1:] == [words]
