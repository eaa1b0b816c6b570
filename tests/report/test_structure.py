"""What is true of every report: links lead somewhere, headings are in order, nothing is loaded."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.report.fisheries import FINDINGS, RECORD
from tests.report.pages import Element, parsed
from winset.dates import Edtf
from winset.record import Event
from winset.record.record import Record
from winset.report import Findings, html

CASES = {
    "whole": FINDINGS,
    "empty": Findings(Record()),
    "record only": Findings(RECORD),
    "model without days": Findings(RECORD, FINDINGS.model),
    "no record": replace(FINDINGS, record=Record()),
    "stability only": Findings(RECORD, stability=FINDINGS.stability),
    "map only": Findings(Record(title="Bank"), map=FINDINGS.map),
}
LOADING = {"script", "link", "img", "iframe", "object", "embed", "image", "use", "base", "form"}


@pytest.fixture(params=CASES, ids=str)
def page(request: pytest.FixtureRequest) -> Element:
    return parsed(html(CASES[request.param]))


def test_every_internal_link_has_its_target(page: Element) -> None:
    ids = {element.attributes["id"] for element in page.all() if "id" in element.attributes}
    targets = [a.attributes["href"] for a in page.all("a") if a.attributes["href"].startswith("#")]
    assert targets
    assert [target for target in targets if target[1:] not in ids] == []


def test_ids_are_given_once(page: Element) -> None:
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_headings_go_down_one_level_at_a_time(page: Element) -> None:
    levels = [int(element.name[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))


def test_every_drawing_has_title_description_and_equivalent(page: Element) -> None:
    drawings = page.all("svg")
    figures = page.all("figure")
    assert len(drawings) == len(figures)
    for drawing in drawings:
        head = [child.name for child in drawing.children if isinstance(child, Element)][:2]
        assert head == ["title", "desc"]
        assert drawing.attributes["role"] == "img"
        assert all(part.text.strip() for part in drawing.all("desc"))
    for figure in figures:
        equivalents = figure.all("details")
        assert equivalents
        assert equivalents[0].all("table", "li")


def test_tables_say_what_their_heads_are_heads_of(page: Element) -> None:
    for table in page.all("table"):
        assert table.all("caption")[0].text
        assert {head.attributes.get("scope") for head in table.all("th")} <= {"col", "row"}
        width = len(table.all("thead")[0].all("th"))
        rows = table.all("tbody")[0].all("tr")
        assert [len(row.all("th", "td")) for row in rows] == [width] * len(rows)


def test_nothing_is_loaded_from_anywhere(page: Element) -> None:
    assert [element.name for element in page.all() if element.name in LOADING] == []
    assert not [e for e in page.all() if "src" in e.attributes or "srcset" in e.attributes]
    style = page.all("style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    assert "\n".join(page.all("meta")[0].attributes) == "charset"


def test_no_element_carries_a_script_or_a_style(page: Element) -> None:
    for element in page.all():
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]


def test_the_same_findings_give_the_same_bytes() -> None:
    assert html(FINDINGS).encode() == html(replace(FINDINGS)).encode()


def test_every_conclusion_leads_to_a_passage_with_its_exact_words() -> None:
    page = parsed(html(FINDINGS))
    places = {li.attributes["id"]: li.text for li in page.all("li") if "id" in li.attributes}
    for sentence in next(ol for ol in page.all("ol") if ol.attributes.get("class") == "answer").all(
        "li"
    ):
        cited = [a.attributes["href"][1:] for a in sentence.all("a")]
        assert [key for key in cited if key in places or key == "assumptions"], sentence.text
    for passage in RECORD.passages:
        document = next(one for one in RECORD.documents if one.id == passage.document)
        quoted = [text for text in places.values() if passage.exact in text]
        assert quoted
        assert document.text[passage.start : passage.end] == passage.exact
        assert any(f"characters {passage.start}–{passage.end}" in text for text in quoted)


def test_every_line_is_set_out_with_its_passages_and_published_sources() -> None:
    page = html(FINDINGS)
    section = page[page.index('id="lines"') : page.index('id="stability"')]
    for text in ("No boat of ours goes home empty", "Sudmark will not lift the fee while Norrland"):
        assert text in section
    assert 'href="https://example.org/herring"' in section
    assert "Judgement: no passage is given for it." in section
    for key in ("full-nets", "dark", "no-quotas", "poor", "law"):
        assert f'id="line-{key}"' in section


def test_a_suggestion_looks_like_one_and_enters_no_conclusion() -> None:
    page = parsed(html(FINDINGS))
    row = next(tr for tr in page.all("tr") if tr.attributes.get("id") == "statement-s3")
    assert row.attributes["class"] == "machine"
    assert "suggested by rule said-after-quote, confidence 0.62, not yet accepted" in row.text
    others = [tr for tr in page.all("tr") if tr.attributes.get("class") == "machine"]
    assert others == [row]
    assert "One suggestion of the machine waits" in page.text


def test_what_was_rejected_is_nowhere() -> None:
    assert "This was rejected" not in html(FINDINGS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nothing has been recorded yet",
        "No event has been recorded.",
        "No position has been recorded.",
        "No undertaking has been recorded.",
        "No forecast has been recorded.",
        "No differing accounts have been recorded.",
        "The case holds no documents yet.",
        "No judgement has been written down.",
    ],
)
def test_an_empty_case_says_what_is_missing(sentence: str) -> None:
    assert sentence in html(Findings(Record()))


def test_a_case_without_models_leaves_their_sections_out() -> None:
    page = parsed(html(Findings(RECORD)))
    titles = [heading.text for heading in page.all("h2")]
    assert "Timeline" in titles
    assert not {"Win-sets and zone over time", "Which states last", "Map"} & set(titles)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[place : place + 2]) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, success criterion 1.4.3."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_words_stand_out_from_what_they_stand_on(scheme: int) -> None:
    style = parsed(html(Findings(Record()))).all("style")[0].text
    root = re.findall(r":root\s*\{([^}]*)\}", style)[scheme]
    pairs = re.findall(r"--([a-z0-9]+):\s*(#[0-9a-f]{3,6})\b", root)
    colours = {name: v if len(v) == 7 else "#" + "".join(2 * c for c in v[1:]) for name, v in pairs}
    grounds = [colours[name] for name in ("paper", "faint")]
    for name in ("ink", "soft", "accent", "alert"):
        assert all(_contrast(colours[name], ground) >= 4.5 for ground in grounds), name
    for name in ("c0", "c1", "c2", "c3", "c4", "c5"):
        assert _contrast(colours[name], colours["paper"]) >= 3, name
        assert _contrast(colours[name], colours["closed"]) >= 3, name


def test_events_alone_are_told_and_conclude_nothing() -> None:
    met = tuple(Event(day, "They met", Edtf.parse(day)) for day in ("2001-05-03", "2001-06"))
    page = html(Findings(Record(events=met)))
    assert "The record holds no positions and no model yet" in page
    assert "Nothing has been recorded" not in page
    assert "Two events, 2001<" in page
