"""A small made-up record: two coasts talk about cod."""

from __future__ import annotations

from winset.dates import Edtf
from winset.record import (
    Account,
    Actor,
    Agreement,
    Alias,
    Difference,
    Document,
    Event,
    Forecast,
    Origin,
    Part,
    Record,
    Resolution,
    Review,
    Source,
    Statement,
    Status,
    Undertaking,
    hash_text,
    locate,
)

TEXT = (
    "The delegations met at Port Ness on 4 May. “No quota, no landing rights,” said Marit Voe.\n"
    "The islanders heard it otherwise.\n\n"
    "An observer gave the talks one chance in five. The talks were to resume in June."
)


def day(text: str) -> Edtf:
    """An EDTF date."""
    return Edtf.parse(text)


def document(name: str = "n1", text: str = TEXT) -> Document:
    """A note of June 2001, with the published work it rests on."""
    return Document(
        name, "Talks at Port Ness", text, hash_text(text), day("2001-06-01"), "The Coast Gazette",
        parts=(Part(0, 40, "Port Ness", "A. Reporter", day("2001-05")),), sources=("gazette",),
    )  # fmt: skip


NOTE = document()
QUOTA = locate(NOTE, "No quota, no landing rights")
OTHERWISE = locate(NOTE, "heard it otherwise")
CHANCE = locate(NOTE, "one chance in five")
SUGGESTED = Origin("rules", "cue after the quote", 0.96, Status.SUGGESTED)

TALKS = Record(
    title="Cod talks",
    question="Will the two coasts agree on a quota?",
    sources=(
        Source("gazette", "Talks open", "The Coast Gazette", "2001-05-05", "https://example.org/1"),
        Source("log", "The harbour log", note="kept by hand"),
    ),
    documents=(NOTE,),
    passages=(QUOTA, OTHERWISE, CHANCE),
    actors=(
        Actor("mainland", "The Mainland", "government", because=(QUOTA.id,)),
        Actor(
            "voe", "Marit Voe", "person", "mainland",
            aliases=(Alias("Minister of Fisheries", "role", day("1999"), day("2002-03")),),
            sources=("log",),
        ),
        Actor("islanders", "The Islanders", sources=("log",)),
    ),
    statements=(
        Statement(
            "s1", "mainland", day("2001-05-04"), "No landing rights without a quota", "voe",
            issue="quota", option="none", stance=-1, kind="red_line", reported=day("2001-05-05"),
            because=(QUOTA.id,),
        ),
        Statement("s2", "islanders", day("2001-05~"), kind="quote", origin=SUGGESTED),
    ),
    events=(
        Event("e1", "Talks at Port Ness", day("2001-05-04"), participants=("mainland", "islanders"),
              because=(QUOTA.id,)),
        Event("e2", "Port Ness talks", day("2001-05"), same_as=("e1",), because=("e1",)),
    ),
    agreements=(
        Agreement("g1", "Port Ness minutes", day("2001-05-04"), ("mainland", "islanders"), "e1",
                  ("u1",), because=("e1",)),
    ),
    undertakings=(
        Undertaking(
            "u1", "Meet again in June", day("2001-05-04"), ("mainland", "islanders"),
            day("2001-06"), reviews=(Review(day("2001-07"), "missed", because=(CHANCE.id,)),),
        ),
    ),
    forecasts=(
        Forecast("f1", "The talks succeed", day("2001-06-01"), "an observer", day("2001"),
                 "one chance in five", 0.2, because=(CHANCE.id,),
                 resolution=Resolution(day("2001-12-31"), False, because=("e1",))),
    ),
    differences=(
        Difference("d1", "What was said about landing rights", (
            Account("Nothing without a quota", "The Mainland", (QUOTA.id,)),
            Account("Something else", "The Islanders", (OTHERWISE.id,), ("log",)),
        )),
    ),
    judgements="Which line is red is our own reading.",
)  # fmt: skip
