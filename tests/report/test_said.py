"""What was said on no issue of the model stands on the page by day, with its passage."""

from __future__ import annotations

from dataclasses import replace

from tests.report.fisheries import FINDINGS, RECORD
from tests.report.pages import Element, parsed
from winset.dates import Edtf
from winset.record.entries import Origin, Statement, Status
from winset.report import html

QUOTED = Statement(
    "q1", "norrland", Edtf.parse("2002-06-03"), "We are tired.", "Berg", kind="quote",
    because=("p-boat",),
)  # fmt: skip
TOLD = Statement("q2", "sudmark", Edtf.parse("2001-06"), "Sudmark would wait.", because=("p-fee",))
GUESSED = Statement(
    "q3", "sudmark", Edtf.parse("2003"), "Perhaps.", kind="quote",
    origin=Origin("rules", "cue after", 0.9, Status.SUGGESTED),
)  # fmt: skip


def page_with(*statements: Statement) -> Element:
    return parsed(html(replace(FINDINGS, record=replace(RECORD, statements=statements))))


def rows_of(page: Element) -> list[list[str]]:
    """The cells of the table of statements, row by row."""
    (table,) = (
        table
        for table in page.all("table")
        if table.all("caption")[0].text == "Statements in the order of their days"
    )
    return [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")[1:]]


def test_quotations_and_reported_words_stand_by_day_each_with_its_passage() -> None:
    page = page_with(QUOTED, TOLD)
    told, quoted = rows_of(page)
    assert told[:2] == ["June 2001", "Sudmark"]
    assert told[2].startswith("Sudmark would wait.")
    assert quoted[:2] == ["3 June 2002", "Norrland (Berg)"]
    assert quoted[2].startswith("“We are tired.”")
    table = next(one for one in page.all("table") if one.attributes.get("class") == "said")
    for row in table.all("tr")[1:]:
        assert [link for link in row.all("a") if link.attributes["href"].startswith("#p-")]


def test_a_position_is_told_among_the_positions_only() -> None:
    position = RECORD.statements[0]
    assert [row[0] for row in rows_of(page_with(position, QUOTED))] == ["3 June 2002"]
    assert "Who said what" not in [title.text for title in page_with(position).all("h2")]


def test_the_head_counts_positions_and_other_statements_apart() -> None:
    page = page_with(RECORD.statements[0], QUOTED, TOLD)
    assert "one position, two other statements" in page.text
    assert "no positions, one statement" in page_with(QUOTED).text


def test_a_suggestion_is_marked_as_one() -> None:
    ((_, who, words),) = rows_of(page_with(GUESSED))
    assert who == "Sudmark"
    assert "suggested by rule cue after, confidence 0.90, not yet accepted" in words
