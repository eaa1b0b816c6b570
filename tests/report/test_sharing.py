"""What a page says of the language model."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.report.fisheries import FINDINGS
from tests.report.pages import parsed
from winset.report import html
from winset.report.findings import SentTo, Sharing

MAY, JUNE = dt.date(2026, 5, 3), dt.date(2026, 6, 1)
ADDRESS = "http://127.0.0.1:9/v1"
SENT = SentTo(ADDRESS, "small-1", ("n1", "n2"), MAY, JUNE)
MANY = tuple(f"d{number}" for number in range(1, 21))


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
            "to http://127.0.0.1:9/v1 (model small-1). No document has left the machine. Two "
            "accepted entries came from small-1.",
        ),
        (
            Sharing(ADDRESS, "small-2", MAY, JUNE, (("small-1", 1),), (SENT,)),
            "A language model is turned on: since 1 June 2026 documents of this case may be sent "
            "to http://127.0.0.1:9/v1 (model small-2; with other settings since 3 May 2026). "
            "Documents n1 and n2 left the machine between 3 May 2026 and 1 June 2026, sent to "
            "http://127.0.0.1:9/v1 (model small-1). One accepted entry came from small-1.",
        ),
        (
            Sharing("", "", MAY, JUNE),
            "From 3 May 2026 until 1 June 2026 a language model was turned on; it is off now. No "
            "document has left the machine. No accepted entry came from it.",
        ),
        (
            Sharing("", "", MAY, MAY, sent=(replace(SENT, documents=MANY, last=MAY),)),
            "On 3 May 2026 a language model was turned on; it is off now. 20 documents (d1, d2, "
            "d3, d4, d5, d6, d7, d8, d9, d10, d11, d12 …) left the machine on 3 May 2026, sent to "
            "http://127.0.0.1:9/v1 (model small-1). No accepted entry came from it.",
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
