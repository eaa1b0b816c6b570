# ruff: noqa: E501  (one case a line)
"""Events told with their day, in sentences about made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import KnownName, Suggestions, suggest

DAY = Edtf.parse("2015-06-10")


def read(text: str) -> Suggestions:
    return suggest(text, DAY)


def told(text: str) -> list[tuple[str, str]]:
    """The kinds of the events a text tells of, with their days."""
    return [(one.kind, one.edtf) for one in read(text).events]


@pytest.mark.parametrize(
    ("text", "kind", "day", "planned"),
    [
        ("Anna Berg met Karl Lund in Tarn on 3 May 2014.", "meeting", "2014-05-03", False),
        ("Anna Berg met with Karl Lund in Tarn on 3 May 2014.", "meeting", "2014-05-03", False),
        (
            "Anna Berg and Karl Lund signed the accord on 3 May 2014.",
            "agreement",
            "2014-05-03",
            False,
        ),
        ("Last September Anna Berg proposed a joint fleet.", "proposal", "2014-09", False),
        ("Anna Berg visited Tarn in May 2014.", "visit", "2014-05", False),
        ("Parliament passed the fisheries law in May 2014.", "law", "2014-05", False),
        ("A poll taken in May 2014 found 60 percent in favor.", "poll", "2014-05", False),
        ("The crews seized two boats on 3 May 2014.", "incident", "2014-05-03", False),
        ("Anna Berg will meet Karl Lund on 3 July.", "meeting", "2015-07-03", True),
    ],
)
def test_events_have_their_kind_and_day(text: str, kind: str, day: str, planned: bool) -> None:
    found = read(text).events
    assert (kind, day, planned) in [(one.kind, one.edtf, one.planned) for one in found]


def test_an_event_has_its_place_participants_and_basis() -> None:
    (event,) = read("Anna Berg met with Karl Lund in Tarn on 3 May 2014.").events
    assert event.participants == ("Anna Berg", "Karl Lund")
    assert (event.place, event.basis) == ("Tarn", "stated")
    (later,) = read("It was 3 May 2014. Anna Berg met with Karl Lund.").events
    assert (later.edtf, later.basis) == ("2014-05-03", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "Neither side has signed it since 3 May 2014.",
        "They extended the herring pact to 3 May 2016.",
        "The ports agreed to open the bank by 2018.",
        "Berg said the 2013 race had been hard.",
        "The cutters are deployed as of 3 May 2014.",
        "The ports refused to meet on 3 May 2014.",
        "Berg, born in 1961, signed the accord.",
        "The accord, which Berg signed, was praised on 3 May 2014.",
        "Analysts said on 3 May 2014 that the bank was shut.",
        "Anna Berg has said since 3 May 2014 that the bank is shut.",
        "Anna Berg was told on 3 May 2014 that the bank was shut.",
        "The quota is based on the 2014 accord.",
        "The Harbour News reported on 3 May 2014.",
        "The fisheries crisis was in the papers on 3 May 2014.",
    ],
)
def test_what_did_not_happen_or_not_on_that_day_is_no_event(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "kind", "day", "who"),
    [
        (
            "Anna Berg said on 4 May 2014 that Karl Lund visited Tarn on 3 May 2014.",
            "statement",
            "2014-05-04",
            ("Anna Berg",),
        ),
        (
            "Anna Berg said on 4 May 2014 that Karl Lund visited Tarn on 3 May 2014.",
            "visit",
            "2014-05-03",
            ("Karl Lund",),
        ),
        (
            "On 3 May 2014 Anna Berg, in a talk with Karl Lund, signed the accord.",
            "agreement",
            "2014-05-03",
            ("Anna Berg", "Karl Lund"),
        ),
        (
            "They left after the meeting between Anna Berg and Karl Lund in Tarn in May 2014.",
            "meeting",
            "2014-05",
            ("Anna Berg", "Karl Lund"),
        ),
        ("Under the 2014 accord Anna Berg is free.", "agreement", "2014", ("Anna Berg",)),
        ("Anna Berg on 3 May 2014 rejected the draft.", "statement", "2014-05-03", ("Anna Berg",)),
        ("By 3 May 2014 Anna Berg had proposed a fleet.", "proposal", "2014-05-03", ("Anna Berg",)),
    ],
)
def test_a_day_belongs_to_the_verb_it_stands_with(
    text: str, kind: str, day: str, who: tuple[str, ...]
) -> None:
    assert (kind, day, who) in [(e.kind, e.edtf, e.participants) for e in read(text).events]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Officials said on 3 May 2014 that the bank was shut.", "statement", "2014-05-03"),
        ("She told reporters in Tarn on 3 May 2014 that it failed.", "statement", "2014-05-03"),
        ("The bank is shut, said mayor Anna Berg on 3 May 2014.", "statement", "2014-05-03"),
        ("Anna Berg on 3 May 2014 called on the crews to wait.", "statement", "2014-05-03"),
        (
            "“No,” Berg told the ports in a message posted on 3 May 2014.",
            "statement",
            "2014-05-03",
        ),
        (
            "In an interview on 3 May 2014, Anna Berg called the quota unfair.",
            "statement",
            "2014-05-03",
        ),
        (
            "On 3 May 2014, the Harbour News quoted Anna Berg as saying it failed.",
            "statement",
            "2014-05-03",
        ),
        (
            "Talks between Tarn and Elmira, the third, broke down on 3 May 2014.",
            "incident",
            "2014-05-03",
        ),
        ("They agreed to a truce, which took effect on 3 May 2014.", "agreement", "2014-05-03"),
        ("The war between the two ports began in May 2014.", "incident", "2014-05"),
        ("It was held on 3 May 2014.", "meeting", "2014-05-03"),
        ("They broke up after a meeting (the second) last month in Tarn.", "meeting", "2015-05"),
        ("The outcome of the 3 May 2014 referendum was clear.", "poll", "2014-05-03"),
        ("He hopes to restore the 2014 herring deal.", "agreement", "2014"),
        (
            "The mood soured on 3 May 2014, when crews walked out of the hall.",
            "incident",
            "2014-05-03",
        ),
        (
            "On 3 May 2014, after two years of quarrels, Anna Berg signed the charter.",
            "agreement",
            "2014-05-03",
        ),
        (
            "Anna Berg spoke at an event hosted by the ports on 3 May 2014.",
            "statement",
            "2014-05-03",
        ),
        ("Tarn signed the pact at a summit in Elmira on 3 May 2014.", "agreement", "2014-05-03"),
        ("Tarn rejected the pact on 3 May 2014.", "statement", "2014-05-03"),
        ("Tarn freed twelve sailors on 3 May 2014.", "incident", "2014-05-03"),
        ("The bill was rejected by the upper house on 3 May 2014.", "law", "2014-05-03"),
        ("Tarn handed the crews a new draft on 3 May 2014.", "proposal", "2014-05-03"),
        ("Berg, speaking in Tarn on 3 May 2014, refused to wait.", "statement", "2014-05-03"),
        ("The treaty was signed in 1982 and entered into force in 1994.", "agreement", "1994"),
        ("The strike, which began in May 2014, ended on 3 June 2014.", "incident", "2014-06-03"),
        ("Elections were held on 3 May 2014.", "poll", "2014-05-03"),
        ("3 May 2014: Anna Berg meets Karl Lund in Tarn.", "meeting", "2014-05-03"),
        (
            "The quarrel grew, according to a harbour guard on 3 May 2014.",
            "statement",
            "2014-05-03",
        ),
        ("The Minister received the Elmirian ambassador on 3 May 2014.", "meeting", "2014-05-03"),
    ],
)
def test_events_told_by_many_verbs_and_nouns(text: str, kind: str, day: str) -> None:
    assert (kind, day) in [(one.kind, one.edtf) for one in read(text).events]


def test_the_place_of_a_statement_is_where_it_was_made() -> None:
    (said,) = read("Anna Berg said in Tarn on 3 May 2014 they would rest in Elmira.").events
    (far,) = read("Anna Berg said on 3 May 2014 the ships would stay for years in Elmira.").events
    assert (said.place, far.place) == ("Tarn", "")


def test_a_name_before_what_it_describes_is_no_place() -> None:
    (met,) = read("They met in the Elmirian hills on 3 May 2014.").events
    assert met.place == ""


def test_two_events_of_one_kind_in_a_sentence_have_a_day_each() -> None:
    found = read("They met in Tarn on 3 May 2014 and met again in Elmira on 5 May 2014.").events
    assert [(one.kind, one.edtf) for one in found] == [
        ("meeting", "2014-05-03"),
        ("meeting", "2014-05-05"),
    ]


def test_here_is_where_the_dateline_says() -> None:
    text = "ELMIRA, June 9 (Harbour News) — Anna Berg arrived here on Tuesday to see the fleet."
    (event,) = suggest(text, DAY).events
    assert (event.kind, event.edtf, event.place) == ("visit", "2015-06-09", "Elmira")


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("They left after signing a pact in Tarn on 3 May 2014.", "agreement", "2014-05-03"),
        ("He spoke of nets on landing in Tarn on 3 May 2014.", "visit", "2014-05-03"),
        ("The port has been in talks with the crews (of both fleets) since May 2014.", "meeting", "2014-05"),
        ("They may meet again, perhaps as early as 3 July 2015.", "meeting", "2015-07-03"),
        ("The crews, who are due to walk out on 3 July 2015, sang.", "incident", "2015-07-03"),
        ("It was renewed for a year on 3 May 2014.", "agreement", "2014-05-03"),
        ("The pact was terminated by Tarn on 3 May 2014.", "law", "2014-05-03"),
        ("The talks stalled on 3 May 2014.", "incident", "2014-05-03"),
        ("The truce ended on 3 May 2014.", "incident", "2014-05-03"),
        ("The first round ended on 3 May 2014.", "meeting", "2014-05-03"),
        ("Tarn unveiled what it called a last offer on 3 May 2014.", "proposal", "2014-05-03"),
        ("Envoys of both fleets came together in Tarn on 3 May 2014.", "meeting", "2014-05-03"),
        ("The mayor was in Elmira on 3 May 2014 to see the fleet.", "visit", "2014-05-03"),
        ("The second round had taken place on 3 May 2014 in Tarn.", "meeting", "2014-05-03"),
        ("Crews said the meeting would happen on 3 July 2015.", "meeting", "2015-07-03"),
        ("Berg’s statement came on 3 May 2014, after a storm.", "statement", "2014-05-03"),
        ("The plan, which was confirmed by Anna Berg on 3 May 2014, failed.", "statement", "2014-05-03"),
        ("Both sides held talks in Tarn at 17:15 on 3 May 2014.", "meeting", "2014-05-03"),
        ("The clerk confirmed the meeting of both crews with Anna Berg in Tarn on 3 May 2014.", "meeting", "2014-05-03"),
        ("Anna Berg meets with Karl Lund (not pictured) in Tarn on 3 May 2014.", "meeting", "2014-05-03"),
        ("He will bring it to a Thursday (11 June) meeting of the board.", "meeting", "2015-06-11"),
        ("The fleets campaigned ahead of elections on 3 July 2015.", "poll", "2015-07-03"),
        ("The party came second in the May 2014 election and left.", "poll", "2014-05"),
    ],
)  # fmt: skip
def test_a_day_is_told_by_many_turns_of_a_sentence(text: str, kind: str, day: str) -> None:
    assert (kind, day) in told(text)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "They met on 3 May 2014 in Tarn and signed a pact on herring.",
            [("meeting", "2014-05-03"), ("agreement", "2014-05-03")],
        ),
        (
            "At talks held in Tarn on 3 May 2014, both ports adopted a pact.",
            [("meeting", "2014-05-03"), ("agreement", "2014-05-03")],
        ),
        (
            "They had agreed on quotas during a round of talks in Tarn on 3 May 2014.",
            [("agreement", "2014-05-03"), ("meeting", "2014-05-03")],
        ),
        (
            "Lund arrived in Tarn on 3 May 2014, shortly before Berg met the crews.",
            [("visit", "2014-05-03"), ("meeting", "2014-05-03")],
        ),
        (
            "The crews on 9 June agreed to hold talks in July.",
            [("agreement", "2015-06-09"), ("meeting", "2015-07")],
        ),
        (
            "They will attend meetings in Tarn on 3 July and on 5 August.",
            [("meeting", "2015-07-03"), ("meeting", "2015-08-05")],
        ),
    ],
)
def test_a_sentence_may_tell_of_two_events(text: str, both: list[tuple[str, str]]) -> None:
    assert told(text) == both


@pytest.mark.parametrize(
    "text",
    [
        "They met on 3 May 2014 and the crews, who sang, will sign a pact.",
        "They met on 3 May 2014 and are to sign a pact on herring.",
        "They met on 3 May 2014 and on 5 May 2014 it rained.",
    ],
)
def test_what_is_only_set_beside_a_meeting_has_not_its_day(text: str) -> None:
    assert told(text) == [("meeting", "2014-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The crews have voted in favour of a race on 3 July 2015.",
        "There was no plan to go on with the talks beyond the 3 July 2015 deadline.",
        "They spoke of grief at the passing of the 3 May 2014 deadline.",
        "Since May 2014 Anna Berg has repeatedly accused the crews.",
        "It is 3 May 2014. The pact, agreed under the old mayor, would keep the bank open.",
    ],
)
def test_a_day_that_contradicts_the_verb_or_limits_it_is_none_of_its_own(text: str) -> None:
    assert told(text) == []


def test_an_event_told_in_a_quotation_is_offered_with_less_confidence() -> None:
    (plain,) = read("They met in Tarn on 3 May 2014.").events
    (quoted,) = read("“We met on 3 May 2014,” said Anna Berg.").events
    assert (quoted.kind, quoted.edtf) == ("meeting", "2014-05-03")
    assert quoted.confidence < plain.confidence
    assert read("“We met in May 2014,” said Anna Berg.").events == ()


def test_the_passage_of_an_event_ends_before_the_quotation_after_it() -> None:
    (event,) = read("They met on 3 May 2014. “We shall sail,” said Anna Berg.").events
    assert event.text == "They met on 3 May 2014."
    (later,) = read("Berg called it “a wall”. They met on 3 May 2014.").events
    assert later.text == "They met on 3 May 2014."


def test_what_is_still_to_come_may_have_the_day_of_the_sentence_before() -> None:
    ahead = "Anna Berg sails to Tarn on 10 June 2015. She is to meet the crews in the harbour."
    assert ("meeting", "2015-06-10") in told(ahead)
    past = "Anna Berg sailed to Tarn on 3 May 2014. She is to meet the crews in the harbour."
    assert ("meeting", "2014-05-03") not in told(past)


def test_an_actor_may_be_called_like_a_month() -> None:
    known = (KnownName("may", "Anna May"),)
    (event,) = suggest("Anna May met Karl Lund in Tarn on 3 May 2014.", DAY, known).events
    assert event.participants == ("Anna May", "Karl Lund")


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Norden banned imports of herring in May 2014.", "law", "2014-05"),
        ("The council amended the harbour law on 3 May 2014.", "law", "2014-05-03"),
        ("The court acquitted the skipper on 3 May 2014.", "law", "2014-05-03"),
        ("The two exchanged frank views in Tarn on 3 May 2014.", "meeting", "2014-05-03"),
        ("New talks on herring are now starting on 3 July.", "meeting", "2015-07-03"),
        ("Talks to end the war over herring resumed on 3 May 2014.", "meeting", "2014-05-03"),
        ("The talks billed as the last are set for 3 July.", "meeting", "2015-07-03"),
        ("The ports created a joint working group on 3 May 2014.", "agreement", "2014-05-03"),
        ("The union issued another proposal on 3 May 2014.", "proposal", "2014-05-03"),
        ("The crews are set to hold a two-day strike on 3 July.", "incident", "2015-07-03"),
        ("The crews are planning to stage a march on 3 July.", "incident", "2015-07-03"),
        ("Norden suspended all mediated talks on 3 May 2014.", "incident", "2014-05-03"),
        ("The queen accepted Karl Lund's resignation on 3 May 2014.", "incident", "2014-05-03"),
        ("Karl Lund resigned as mayor of Tarn on 3 May 2014.", "incident", "2014-05-03"),
        ("The herring pact ran out on 3 May 2014.", "incident", "2014-05-03"),
        ("The union held a news conference on 3 May 2014.", "statement", "2014-05-03"),
        ("Anna Berg met reporters on 3 May 2014.", "statement", "2014-05-03"),
        ("The union posted an article on 3 May 2014.", "statement", "2014-05-03"),
        ("The harbour board reported on 3 May 2014 that herring was dear.", "statement", "2014-05-03"),
        ("The evening sessions were held on 3 May 2014.", "meeting", "2014-05-03"),
        ("Anna Berg said in a note to skippers on 3 May 2014 it was late.", "statement", "2014-05-03"),
        ("The mayor rejected the crews' latest and by far their best offer on 3 May 2014.", "statement", "2014-05-03"),
        ("Weeks after the envoy sailed home, Norden and Tarn Tuesday held talks.", "meeting", "2015-06-09"),
        ("The race failed and the queen dissolved the council on 3 May 2014.", "incident", "2014-05-03"),
    ],
)  # fmt: skip
def test_events_of_law_labour_and_diplomacy(text: str, kind: str, day: str) -> None:
    assert told(text) == [(kind, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Norden banned nobody, and on 3 May 2014 it rained.",
        "The crews met the press gang of 3 May 2014 with songs.",
        "The towns reported the theft 3 May 2014 had seen.",
        "They failed to meet in the harbour on 3 May 2014.",
        "Karl Sessions wore a red sail on 3 May 2014.",
        "Three outlets reported on 3 May 2014 that herring was dear.",
        "It stands in an article published on 3 May 2014.",
        "When the envoy had sailed home, the sails Tuesday were white.",
        "The mayor rejected the plan to land herring on 3 May 2014.",
    ],
)
def test_what_only_looks_like_an_event_of_law_or_labour_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "Following talks on 3 May 2014 between Berg and Lund, the envoy announced a race.",
            [("meeting", "2014-05-03"), ("statement", "2014-05-03")],
        ),
        (
            "The ports honoured the swap agreed at the 3 May 2014 summit in Tarn.",
            [("agreement", "2014-05-03"), ("meeting", "2014-05-03")],
        ),
        (
            "The union offered a new plan during negotiations on 3 May 2014.",
            [("proposal", "2014-05-03"), ("meeting", "2014-05-03")],
        ),
    ],
)
def test_an_occasion_and_what_was_done_at_it_have_one_day(
    text: str, both: list[tuple[str, str]]
) -> None:
    assert told(text) == both


MET = "Norden and Tarn held talks on 3 May 2014. Herring is dear. Few ports smoke it. "


@pytest.mark.parametrize(
    ("after", "kinds"),
    [
        ("The two sides agreed to share the bank.", ["agreement"]),
        ("Both parties also exchanged views on cod.", ["meeting"]),
        ("The talks lasted four hours.", ["meeting"]),
        ("The ministers met the crews and signed a pact.", ["meeting", "agreement"]),
        ("They visited the harbour.", ["visit"]),
    ],
)
def test_those_who_met_go_on_with_the_day_of_their_talks(after: str, kinds: list[str]) -> None:
    assert told(MET + after)[1:] == [(kind, "2014-05-03") for kind in kinds]


@pytest.mark.parametrize(
    "after",
    [
        "Cod boats signed a pact.",
        "The sides of the boat were attacked.",
        "The two sides have agreed to share the bank.",
        "The two sides are to sign a pact.",
        "Both parties said herring was dear.",
        "It was calm in 2013. The two sides agreed to share the bank.",
    ],
)
def test_nothing_else_has_the_day_of_talks_told_before(after: str) -> None:
    assert "2014-05-03" not in [day for _, day in told(MET + after)[1:]]
