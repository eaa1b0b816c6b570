"""A made-up case, small enough to check by hand: two shores bargain over one stock of herring."""

from __future__ import annotations

import datetime as dt
import hashlib
from fractions import Fraction

from winset.dates import Edtf
from winset.model import parse_expression
from winset.model.issues import Issue
from winset.model.lines import Link, NoDeal, RedLine, Span
from winset.model.model import Model
from winset.model.parties import Faction, Party
from winset.record.documents import Document, Passage, Source
from winset.record.entries import (
    Account,
    Actor,
    Agreement,
    Difference,
    Event,
    Forecast,
    Origin,
    Resolution,
    Review,
    Statement,
    Status,
    Undertaking,
)
from winset.record.record import Record
from winset.report import Findings, ModelVersion, Move, Route, Score, StableStates, State
from winset.settlement.results import (
    Block,
    Change,
    LineRole,
    Opening,
    Overlap,
    Package,
    Settlement,
)

NOTE = (
    "Norrland and Sudmark opened talks on herring on 3 May 2001. "
    "“No boat of ours goes home empty,” said minister Berg. "
    "Sudmark will not lift the fee while Norrland fishes at night. "
    "In June 2002 the skippers of Norrland said they would burn any treaty with quotas. "
    "Both sides undertook to count the stock every spring."
)
DIARY = "The diary of the Sudmark delegation puts the first talks on 4 May 2001, in the fog."


def _document(key: str, title: str, text: str, day: str, sources: tuple[str, ...] = ()) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(key, title, text, digest, Edtf.parse(day), "Harbour Review", sources=sources)


DOCUMENTS = (
    _document("note", "Note on the herring talks", NOTE, "2002-07", ("review",)),
    _document("diary", "Diary of a delegate", DIARY, "2001-05"),
)


def _passage(key: str, document: Document, exact: str) -> Passage:
    start = document.text.index(exact)
    return Passage(key, document.id, document.hash, start, start + len(exact), exact)


PASSAGES = (
    _passage("p-open", DOCUMENTS[0], "Norrland and Sudmark opened talks on herring on 3 May 2001"),
    _passage("p-boat", DOCUMENTS[0], "No boat of ours goes home empty"),
    _passage("p-fee", DOCUMENTS[0], "Sudmark will not lift the fee while Norrland fishes at night"),
    _passage("p-burn", DOCUMENTS[0], "burn any treaty with quotas"),
    _passage("p-count", DOCUMENTS[0], "Both sides undertook to count the stock every spring"),
    _passage("p-fog", DOCUMENTS[1], "first talks on 4 May 2001"),
)

SOURCES = (
    Source(
        "review", "Herring and honour", "Harbour Review", "2002-07", "https://example.org/herring"
    ),
    Source("yearbook", "Yearbook of the northern fisheries", "Norrland Press", "undated"),
)

RECORD = Record(
    title="The herring talks",
    question="Can Norrland and Sudmark share the herring, and what would have to give?",
    sources=SOURCES,
    documents=DOCUMENTS,
    passages=PASSAGES,
    actors=(
        Actor("norrland", "Norrland", "government"),
        Actor("skippers", "Skippers of Norrland", parent="norrland"),
        Actor("sudmark", "Sudmark", "government"),
    ),
    statements=(
        Statement("s1", "norrland", Edtf.parse("2001-05-03"), "No boat goes home empty.", "Berg",
                  issue="quota", option="high", stance=1, kind="red_line", because=("p-boat",)),
        Statement("s2", "sudmark", Edtf.parse("2001/2002"), "The fee stays while boats fish.",
                  issue="night", option="yes", stance=-1, kind="demand", because=("p-fee",)),
        Statement("s3", "skippers", Edtf.parse("2002-06"), "Any treaty with quotas will burn.",
                  issue="quota", option="low", stance=-1, kind="quote", because=("p-burn",),
                  origin=Origin("rules", "said-after-quote", 0.62, Status.SUGGESTED)),
        Statement("s4", "sudmark", Edtf.parse("2000"), "This was rejected.", issue="quota",
                  option="none", stance=1, origin=Origin(status=Status.REJECTED)),
    ),
    events=(
        Event("e1", "Talks open", Edtf.parse("2001-05-03"), "meeting", "The first round.",
              place="Sudmark", participants=("norrland", "sudmark"), because=("p-open",)),
        Event("e2", "Skippers threaten", Edtf.parse("2002-06"), basis="inferred",
              participants=("skippers",), because=("p-burn",)),
        Event("e0", "Herring treaty of 1958", Edtf.parse("1958~"), "agreement", basis="recalled",
              sources=("yearbook",)),
    ),
    agreements=(
        Agreement("a1", "Protocol on counting", Edtf.parse("2001-05-03"), ("norrland", "sudmark"),
                  "e1", ("u1",), because=("p-count",)),
    ),
    undertakings=(
        Undertaking("u1", "Count the stock every spring", Edtf.parse("2001-05-03"),
                    ("norrland", "sudmark"), terms="every spring", outcome="kept in part",
                    reviews=(Review(Edtf.parse("2002-04"), "kept", "counted at sea", ("p-count",)),
                             Review(Edtf.parse("2003-04"), "missed")), because=("p-count",)),
    ),
    forecasts=(
        Forecast("f1", "A treaty before the end of 2002", Edtf.parse("2001-06"), "Harbour Review",
                 Edtf.parse("2002-12-31"), "most likely", 0.75, because=("p-open",),
                 resolution=Resolution(Edtf.parse("2002-12-31"), False, "no treaty", ("p-burn",))),
        Forecast("f2", "The skippers will burn a boat", Edtf.parse("2002-06"), "skippers"),
    ),
    differences=(
        Difference("d1", "The day of the first talks",
                   (Account("3 May 2001", "Harbour Review", ("p-open",)),
                    Account("4 May 2001, in the fog", "Sudmark delegation", ("p-fog",))),
                   "The minutes bear the third."),
    ),
)  # fmt: skip


MODEL = Model(
    title="Herring",
    parties=(
        Party("norrland", "Norrland", (Faction("skippers", "Skippers"),)),
        Party("sudmark", "Sudmark"),
    ),
    issues=(
        Issue("quota", "Share of Norrland", ("none", "low", "high"), False, True,
              ("norrland", "sudmark")),
        Issue("night", "Fishing at night", by=("norrland", "sudmark")),
        Issue("fee", "Harbour fee", by=("norrland", "sudmark")),
    ),
    red_lines=(
        RedLine("full-nets", "norrland", parse_expression("quota >= low"),
                span=Span(dt.date(2001, 5, 3)), because=("s1",), weight=3,
                title="No boat goes home empty"),
        RedLine("dark", "sudmark", parse_expression("night and quota != none"), True,
                Span(dt.date(2001, 5, 3)), ("p-fee",)),
        RedLine("no-quotas", "norrland.skippers", parse_expression("night if quota = low"),
                span=Span(dt.date(2002, 6, 1), dt.date(2003, 1, 1)), because=("e2",), weight=2),
        RedLine("poor", "sudmark", parse_expression("not quota = high"),
                span=Span(dt.date(2002, 6, 1))),
    ),
    links=(
        Link("law", parse_expression("fee iff night"), because=("p-fee",), title="Fee by night"),
    ),
    no_deal=(NoDeal("norrland", 4, because=("p-boat",)), NoDeal("sudmark", 2.5)),
)  # fmt: skip


def _package(quota: str, night: str) -> Package:
    return (("quota", quota), ("night", night), ("fee", night))


SHUT = Settlement(
    as_of=dt.date(2002, 6, 1),
    packages=6,
    win_sets=(("norrland", 3), ("sudmark", 3)),
    zone=0,
    lines_in_force=("full-nets", "dark", "no-quotas", "poor"),
    blocks=(
        Block(("full-nets", "dark", "no-quotas", "poor"), (), (
            ("full-nets", _package("none", "no")), ("dark", _package("low", "yes")),
            ("no-quotas", _package("low", "no")), ("poor", _package("high", "no")),
        )),
    ),
    openings=(
        Opening(("dark",), 1, 1, _package("low", "yes")),
        Opening(("poor",), 1, 1, _package("high", "no")),
        Opening(("no-quotas",), 2, 1, _package("low", "no")),
        Opening(("full-nets",), 3, 2, _package("none", "no")),
    ),
    assumptions=("skippers accept whatever their red lines allow",),
    overlaps=(Overlap(("norrland", "sudmark"), 0),),
    lines=(LineRole("full-nets", 1, 2), LineRole("dark", 1, 1), LineRole("no-quotas", 1, 1),
           LineRole("poor", 1, 1)),
)  # fmt: skip
OPEN = Settlement(
    dt.date(2001, 5, 3), 6, (("norrland", 4), ("sudmark", 4)), 2, ("full-nets", "dark"),
    overlaps=(Overlap(("norrland", "sudmark"), 2),),
    lines=(LineRole("full-nets", 0, 2), LineRole("dark", 0, 2)),
)  # fmt: skip
CHANGES = (
    Change(dt.date(2001, 5, 3), ("full-nets", "dark"), (), 6, (("norrland", 4), ("sudmark", 4)), 2),
    Change(dt.date(2002, 6, 1), ("no-quotas", "poor"), (), 6, (("norrland", 3), ("sudmark", 3)), 0,
           keys=("full-nets", "dark", "no-quotas", "poor")),
    Change(dt.date(2003, 1, 1), (), ("no-quotas",), 6, (("norrland", 4), ("sudmark", 3)), 1,
           opened_by=("no-quotas",)),
)  # fmt: skip
STATES = StableStates(
    model=Model(title="Herring, move by move", parties=MODEL.parties, issues=MODEL.issues[1:]),
    states=(
        State("quo", "NN", (("night", "no"), ("fee", "no"))),
        State("dusk", "YN", (("night", "yes"), ("fee", "no"))),
        State("dark", "YY", (("night", "yes"), ("fee", "yes"))),
    ),
    count=4,
    status_quo="quo",
    equilibria=(("nash", ("dark",)), ("gmr", ("quo", "dark")), ("smr", ("quo", "dark")),
                ("seq", ("dark",)), ("sseq", ("dark",))),
    routes=(Route("quo", ()), Route("dark", (Move(("norrland",), "quo", "dusk"),
                                             Move(("norrland", "sudmark"), "dusk", "dark")), True)),
    assumptions=("sudmark has neither preferences nor points: taken as indifferent",),
)  # fmt: skip
SCORES = (
    Score("all forecasts", "Brier score: mean of (probability − outcome)²; 0 is best",
          Fraction(9, 16),
          "one half for every forecast", Fraction(1, 4), ("f1",), "one forecast could be told"),
)  # fmt: skip

MAP = (
    b'{"type": "FeatureCollection", "features": ['
    b'{"type": "Feature", "properties": {"name": "Herring Bank", "area_km2": 310},'
    b' "geometry": {"type": "Polygon", "coordinates":'
    b" [[[10.0, 60.0], [10.4, 60.0], [10.4, 60.2], [10.0, 60.2], [10.0, 60.0]]]}},"
    b'{"type": "Feature", "properties": {"name": "Port Berg"},'
    b' "geometry": {"type": "Point", "coordinates": [10.7, 60.05]}}]}'
)
LAND = (
    b'{"type": "Polygon", "coordinates":'
    b" [[[10.6, 59.0], [12.0, 59.0], [12.0, 61.0], [10.7, 61.0], [10.6, 59.0]]]}"
)

FINDINGS = Findings(
    record=RECORD,
    model=MODEL,
    days=((dt.date(2001, 5, 3), OPEN), (dt.date(2002, 6, 1), SHUT)),
    changes=CHANGES,
    stability=STATES,
    scores=SCORES,
    versions=(ModelVersion("settlement", 1, 'title = "Herring"\n', "berg", "first cut"),),
    judgements="Weights follow what each side walked out over.\n\nThe diary is trusted.",
    map=MAP,
    land=LAND,
)
