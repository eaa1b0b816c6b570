"""Faults in a record, each planted in a record without any."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.examples import CHANCE, NOTE, QUOTA, SUGGESTED, TALKS, day
from tests.record.strategies import records, unhurried
from winset.record import (
    Account,
    Actor,
    Alias,
    Difference,
    Event,
    Origin,
    Part,
    Record,
    Resolution,
    Review,
    find_problems,
)
from winset.record.checks import find_circles

ACTOR, VOE, ISLANDERS = TALKS.actors
STATEMENT = TALKS.statements[0]
EVENT = TALKS.events[0]
UNDERTAKING = TALKS.undertakings[0]
FORECAST = TALKS.forecasts[0]


def with_one(item: Any) -> Record:
    """The example with `item` in the place of the one with its id."""
    kind = f"{type(item).__name__.lower()}s"
    kept = tuple(item if one.id == item.id else one for one in getattr(TALKS, kind))
    changed: dict[str, Any] = {kind: kept if item in kept else (*kept, item)}
    return replace(TALKS, **changed)


def test_the_example_has_none() -> None:
    assert find_problems(TALKS) == ()
    assert find_problems(Record()) == ()


@unhurried
@given(records())
def test_records_made_right_have_none(record: Record) -> None:
    assert find_problems(record) == ()


@pytest.mark.parametrize(
    ("item", "key", "words"),
    [
        (replace(STATEMENT, because=("n1:0-5",)), "statements.s1.because[0]", "not known"),
        (replace(STATEMENT, because=(QUOTA.id + "0",)), "statements.s1.because[0]", QUOTA.id),
        (replace(STATEMENT, sources=("gazete",)), "statements.s1.sources[0]", "mean 'gazette'?"),
        (replace(STATEMENT, sources=("voe",)), "statements.s1.sources[0]", "is of kind actor"),
        (replace(STATEMENT, actor="mainlnd"), "statements.s1.actor", "mean 'mainland'?"),
        (replace(STATEMENT, stance=2), "statements.s1.stance", "1 (for), -1 (against) or 0"),
        (replace(STATEMENT, kind="red-line"), "statements.s1.kind", "mean 'red_line'?"),
        (replace(STATEMENT, issue=""), "statements.s1.issue", "beside the option 'none'"),
        (replace(STATEMENT, reported=day("2001-05-03")), "statements.s1.reported", "is before"),
        (replace(STATEMENT, text="\ud83d"), "statements.s1.text", "half of a character"),
        (replace(STATEMENT, origin=Origin(confidence=1.5)), "statements.s1.origin.confidence",
         "from 0 to 1"),
        (replace(EVENT, participants=("islander",)), "events.e1.participants[0]", "'islanders'"),
        (replace(EVENT, same_as=("g1",)), "events.e1.same_as[0]", "expected the id of an event"),
        (replace(EVENT, basis="guessed"), "events.e1.basis", "stated, inferred, recalled"),
        (replace(VOE, parent="e1"), "actors.voe.parent", "expected the id of an actor"),
        (replace(VOE, aliases=(Alias("A", "rle"),)), "actors.voe.aliases[0].kind", "mean 'role'?"),
        (replace(VOE, aliases=(Alias("A", start=day("2002"), end=day("2001")),)),
         "actors.voe.aliases[0].end", "is before"),
        (replace(TALKS.agreements[0], undertakings=("u9",)), "agreements.g1.undertakings[0]",
         "expected the id of an undertaking"),
        (replace(TALKS.agreements[0], event="e9"), "agreements.g1.event", "not known"),
        (replace(UNDERTAKING, by=("nobody",)), "undertakings.u1.by[0]", "not known"),
        (replace(UNDERTAKING, due=day("2000")), "undertakings.u1.due", "is before"),
        (replace(UNDERTAKING, reviews=(Review(day("1999"), "kept"),)),
         "undertakings.u1.reviews[0].date", "is before"),
        (replace(UNDERTAKING, reviews=(Review(day("2002"), "kept", because=("x",)),)),
         "undertakings.u1.reviews[0].because[0]", "not known"),
        (replace(FORECAST, probability=-0.1), "forecasts.f1.probability", "from 0 to 1"),
        (replace(FORECAST, probability=float("nan")), "forecasts.f1.probability", "from 0 to 1"),
        (replace(FORECAST, horizon=day("2000")), "forecasts.f1.horizon", "is before"),
        (replace(FORECAST, resolution=Resolution(day("2001-05"), True)),
         "forecasts.f1.resolution.date", "2001-05 is before it was made (2001-06-01)"),
        (Difference("d1", "x", (Account("one"),)), "differences.d1.accounts", "two or more"),
        (replace(QUOTA, exact="No quota, no landing right"), "passages." + QUOTA.id + ".exact",
         "does not match n1"),
        (replace(QUOTA, hash="0" * 64), "passages." + QUOTA.id + ".exact", "does not match n1"),
        (replace(QUOTA, end=10_000), "passages." + QUOTA.id + ".start", "is no place in n1"),
        (replace(QUOTA, start=-5), "passages." + QUOTA.id + ".start", "is no place in n1"),
        (replace(QUOTA, start=QUOTA.end), "passages." + QUOTA.id + ".start", "is no place in n1"),
        (replace(QUOTA, document="n2"), "passages." + QUOTA.id + ".document", "a document"),
        (replace(NOTE, hash="0" * 64), "documents.n1.hash", "the SHA-256"),
        (replace(STATEMENT, actor=""), "statements.s1.actor", "name the actor first"),
        (replace(NOTE, parts=(Part(0, 10_000),)), "documents.n1.parts[0]", "is no place"),
        (Actor("two words", "x"), "actors.two words.id", "without spaces"),
        (Actor("", "x"), "actors..id", "1 to 100 characters"),
        (Actor("x" * 101, "x"), f"actors.{'x' * 101}.id", "1 to 100 characters"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found_at_its_place(item: Any, key: str, words: str) -> None:
    found = {problem.key: str(problem) for problem in find_problems(with_one(item))}
    assert words in found[key]


def test_a_suggestion_may_leave_open_who_said_it() -> None:
    unsaid = replace(STATEMENT, actor="", origin=SUGGESTED)
    assert find_problems(with_one(unsaid)) == ()


def test_days_that_overlap_are_in_order() -> None:
    vague = replace(FORECAST, made=day("2001"), resolution=Resolution(day("2001-05"), True))
    assert find_problems(with_one(vague)) == ()


def test_an_id_given_twice_is_found_across_kinds() -> None:
    record = replace(TALKS, events=(*TALKS.events, Event("voe", "x", day("2001"))))
    (problem,) = find_problems(record)
    assert problem.key == "actors.voe.id"
    assert "1 actor(s), 1 event(s) have this id" in problem.message


def test_circles_are_found_once_for_each_member() -> None:
    circle = (replace(ACTOR, parent="voe"), VOE, ISLANDERS)
    keys = [problem.key for problem in find_problems(replace(TALKS, actors=circle))]
    assert keys == ["actors.mainland.parent", "actors.voe.parent"]
    itself = with_one(replace(EVENT, because=("e1",)))
    assert [one.key for one in find_problems(itself)] == ["events.e1.because"]


def test_what_only_leads_into_a_circle_is_not_in_it() -> None:
    into = Actor("clerk", "A clerk", parent="voe")
    circle = (replace(ACTOR, parent="voe"), VOE, ISLANDERS, into)
    keys = [problem.key for problem in find_problems(replace(TALKS, actors=circle))]
    assert keys == ["actors.mainland.parent", "actors.voe.parent"]


@unhurried
@given(st.dictionaries(st.integers(0, 7), st.sets(st.integers(0, 7), max_size=3)))
def test_circles_are_the_ids_that_reach_themselves(steps: dict[int, set[int]]) -> None:
    events = tuple(
        Event(f"e{name}", "x", day("2001"), because=tuple(f"e{one}" for one in sorted(ahead)))
        for name, ahead in steps.items()
    )
    reached = {name: set(ahead) for name, ahead in steps.items()}
    for _ in steps:  # one more step each time: plain transitive closure
        for name, far in reached.items():
            reached[name] = far | {two for one in far for two in reached.get(one, ())}
    expected = {f"events.e{name}.because" for name, far in reached.items() if name in far}
    assert {problem.key for problem in find_circles(events)} == expected


def test_a_long_chain_is_no_trouble() -> None:
    chain = tuple(
        Event(f"e{n}", "x", day("2001"), because=(f"e{n + 1}",) if n < 20_000 else ())
        for n in range(20_001)
    )
    assert find_problems(Record(events=chain)) == ()


def test_an_accepted_entry_rests_on_accepted_ones_only() -> None:
    suggested = with_one(replace(EVENT, origin=SUGGESTED))
    keys = {problem.key for problem in find_problems(suggested)}
    assert keys == {
        "events.e2.same_as[0]",
        "events.e2.because[0]",
        "agreements.g1.event",
        "agreements.g1.because[0]",
        "forecasts.f1.resolution.because[0]",
    }


def test_issues_and_options_are_checked_against_the_models() -> None:
    assert find_problems(TALKS, {"quota": ("none", "half")}) == ()
    (wrong_option,) = find_problems(TALKS, {"quota": ("no", "half")})
    assert wrong_option.key == "statements.s1.option"
    (wrong_issue,) = find_problems(TALKS, {"quotas": ("none",)})
    assert wrong_issue.nearest == "quotas"


def test_ids_besides_the_record_may_be_named() -> None:
    record = with_one(replace(STATEMENT, because=("later", CHANCE.id)))
    assert len(find_problems(record)) == 1
    assert find_problems(record, besides={"later": "event"}) == ()
