"""Whatever a case holds is shown as words and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.report.fisheries import FINDINGS, MODEL, RECORD, SOURCES
from tests.report.pages import parsed
from winset.record.record import Record
from winset.report import Findings, html

NASTY = [
    "<script>alert(1)</script>",
    "\"' onmouseover='alert(1)",
    "</title></style><img src=x onerror=alert(1)>",
    "</svg><script>alert(1)</script>",
    "]]><!--",
    "&lt;b&gt; &amp;",
    "gnp.\u202etxt\u202c \u2066isolated",
    "nul\x00 bell\x07 \ud800 \uffff",
    "w" * 5000,
    "日本 Россия עברית 🎣",
    "",
    " ",
]


def _nasty(findings: Findings, text: str) -> Findings:
    """The findings with every free text replaced."""
    record = findings.record
    model = replace(
        MODEL,
        title=text,
        parties=tuple(
            replace(party, name=text, factions=tuple(replace(f, name=text) for f in party.factions))
            for party in MODEL.parties
        ),
        issues=tuple(replace(issue, title=text) for issue in MODEL.issues),
        red_lines=tuple(replace(line, title=text) for line in MODEL.red_lines),
    )
    return replace(
        findings,
        model=model,
        judgements=text,
        versions=tuple(replace(one, text=text, note=text) for one in findings.versions),
        record=replace(
            record,
            title=text,
            question=text,
            sources=tuple(replace(one, title=text, url=text) for one in record.sources),
            documents=tuple(replace(one, title=text, language=text) for one in record.documents),
            passages=tuple(replace(one, exact=text) for one in record.passages),
            actors=tuple(replace(one, name=text) for one in record.actors),
            statements=tuple(
                replace(one, text=text, kind=text, option=text) for one in record.statements
            ),
            events=tuple(replace(one, title=text, text=text, place=text) for one in record.events),
            undertakings=tuple(
                replace(one, text=text, outcome=text) for one in record.undertakings
            ),
            forecasts=tuple(replace(one, claim=text, wording=text) for one in record.forecasts),
            differences=tuple(replace(one, about=text) for one in record.differences),
        ),
    )  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_markup(text: str) -> None:
    names = {element.name for element in parsed(html(FINDINGS)).all()}
    page = html(_nasty(FINDINGS, text))
    page.encode("utf-8")
    elements = parsed(page).all()
    assert {element.name for element in elements} <= {*names, "bdi"}
    assert not [one for one in elements for name in one.attributes if name.startswith("on")]


def test_figures_stay_with_the_names_they_belong_to() -> None:
    """A figure after a right-to-left name would be drawn before it, next to another's name."""
    name = "جمهورية الساحل"
    day, shut = FINDINGS.days[-1]
    parties = tuple(replace(party, name=name) for party in MODEL.parties)
    page = html(replace(FINDINGS, model=replace(MODEL, parties=parties), days=((day, shut),)))
    assert f"<bdi>{name}</bdi> could accept 3 and <bdi>{name}</bdi> 3;" in page
    assert f"{name} could accept" not in page


def test_ids_of_any_kind_make_anchors_that_work() -> None:
    key = "a b\"'<>&#é\u202e"
    record = replace(
        RECORD,
        statements=tuple(replace(one, id=f"{key}{one.id}") for one in RECORD.statements),
        events=tuple(replace(one, id=f"{key}{one.id}") for one in RECORD.events),
    )
    page = parsed(html(replace(FINDINGS, record=record)))
    ids = {element.attributes["id"] for element in page.all() if "id" in element.attributes}
    links = [a.attributes["href"] for a in page.all("a")]
    assert all(link[1:] in ids for link in links if link.startswith("#"))
    assert not [one for one in ids if set(one) & set(" \"'<>&#")]


def test_letters_that_turn_the_direction_of_text_are_named() -> None:
    page = html(Findings(Record(title="evil\u202etxt.exe")))
    assert "\u202e" not in page
    assert "evil[U+202E]txt.exe" in page


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://x", "file:///etc"]
)
def test_only_addresses_of_the_web_are_led_to(url: str) -> None:
    record = replace(RECORD, sources=(replace(SOURCES[0], url=url), SOURCES[1]))
    page = parsed(html(replace(FINDINGS, record=record)))
    outward = [a.attributes["href"] for a in page.all("a") if a.attributes["href"][0] != "#"]
    assert outward == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xfe", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "it is not a GeoJSON object"),
        (b'{"type": "FeatureCollection", "features": 7}', "its features are not a list"),
        (b'{"type": "Polygon", "coordinates": [[["x", 1]]]}', "faulty coordinates"),
        (b'{"type": "Polygon", "coordinates": 7}', "faulty coordinates"),
        (b'{"type": "Point", "coordinates": [0, 1e300]}', "outside the world"),
        (b'{"type": "Point", "coordinates": [0, NaN]}', "outside the world"),
        (b'{"type": "<script>", "coordinates": []}', "geometry of type"),
        (b'{"type": "FeatureCollection", "features": []}', "names no place"),
    ],
)
def test_a_map_that_cannot_be_drawn_says_why(data: bytes, reason: str) -> None:
    page = html(Findings(Record(), map=data))
    assert reason in page
    assert "<script>" not in page


def test_results_that_name_unknown_lines_and_parties_are_still_shown() -> None:
    findings = replace(
        FINDINGS, model=replace(MODEL, red_lines=(), links=(), parties=(), issues=())
    )
    page = parsed(html(findings))
    assert "no-quotas" in page.text


def test_results_without_counts_say_so() -> None:
    day, settlement = FINDINGS.days[-1]
    unknown = replace(
        settlement,
        packages=None,
        win_sets=(("norrland", None), ("sudmark", None)),
        zone=None,
        incomplete=("the count stopped at its limit",),
    )
    changes = tuple(replace(one, zone=None, packages=None, win_sets=()) for one in FINDINGS.changes)
    page = html(replace(FINDINGS, days=((day, unknown),), changes=changes))
    assert "Incomplete: the count stopped at its limit" in page
    assert "not counted" in page


def test_huge_counts_and_early_days_fit() -> None:
    change = replace(FINDINGS.changes[0], day=dt.date(1, 1, 1), packages=6**40, zone=10**30)
    assert "10^31" in html(replace(FINDINGS, changes=(change,)))
