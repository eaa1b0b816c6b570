"""Indirect speech, names, positions and undertakings, in sentences about made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.errors import Faulty
from winset.reading import Codebook, KnownName, Suggestions, read_codebook, suggest

DAY = Edtf.parse("2015-06-10")
CODEBOOK = """
[issues.quota]
title = "The herring quota"
cues = ["quota*", "catch limit*"]
[issues.quota.options.shared]
cues = ["shared quota"]
[issues.access]
cues = ["access to the bank"]
[stances]
against = ["sail away from"]
[words]
speech_verbs = ["thunders"]
titles = ["harbourmaster"]
[metonyms]
"Harbour House" = "Northern Ports"
"""


def read(text: str, codebook: str = "") -> Suggestions:
    return suggest(text, DAY, (), read_codebook(codebook))


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Anna Berg said that the crews would sail on Monday.",
            "Anna Berg",
            "the crews would sail on Monday",
        ),
        (
            "Fisheries Minister Anna Berg told reporters on Tuesday that the quota was too low.",
            "Anna Berg",
            "the quota was too low",
        ),
        (
            "According to Karl Lund, the two ports have come close to a deal.",
            "Karl Lund",
            "the two ports have come close to a deal",
        ),
        (
            "The ministry said the nets had been counted twice.",
            "ministry",
            "the nets had been counted twice",
        ),
        (
            "Anna Berg spoke first. She insisted that nobody had been told of it.",
            "Anna Berg",
            "nobody had been told of it",
        ),
    ],
)
def test_indirect_speech_has_its_speaker_and_words(text: str, speaker: str, words: str) -> None:
    (report,) = read(text).reports
    assert (report.speaker, report.text) == (speaker, words)
    assert text[report.start : report.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The treaty says that the bank is open to all crews.",
        "It was said that the bank would never open again.",
        "Anna Berg did not say that the bank was closed to them.",
        "Anna Berg said “the bank is open to all crews.”",
        "They met and said goodbye.",
    ],
)
def test_documents_denials_and_quotations_are_no_indirect_speech(text: str) -> None:
    assert read(text).reports == ()


def test_a_new_name_is_proposed_once_with_its_role_and_every_place() -> None:
    text = "Fisheries Minister Anna Berg left early. Berg was tired. “No,” said Berg in Oslo."
    (berg,) = [name for name in read(text).names if name.kind == "person"]
    assert (berg.name, berg.role, berg.aliases) == ("Anna Berg", "Fisheries Minister", ("Berg",))
    assert [text[start:end] for start, end in berg.mentions] == ["Anna Berg", "Berg", "Berg"]


def test_a_capital_that_acts_stands_for_its_state_and_one_that_is_a_place_does_not() -> None:
    acts = read("Oslo rejected the plan on Monday.").names
    assert [(name.name, name.stands_for) for name in acts] == [("Oslo", "Norway")]
    assert read("They met in Oslo on Monday.").names == ()


def test_what_the_case_knows_is_not_proposed_again() -> None:
    known = (KnownName("berg", "Anna Berg"), KnownName("no", "Norway"))
    found = suggest("Anna Berg flew to Norway. Berg met Karl Lund.", DAY, known).names
    assert [name.name for name in found] == ["Karl Lund"]


@pytest.mark.parametrize(
    ("text", "issue", "option", "stance"),
    [
        ("“We reject the quota outright,” said Anna Berg.", "quota", "", -1),
        ("“We accept a shared quota,” said Anna Berg.", "quota", "shared", 1),
        ("“We do not accept the catch limits,” said Anna Berg.", "quota", "", -1),
        ("“We do not oppose the quota,” said Anna Berg.", "quota", "", 1),
        ("“The quota is a number,” said Anna Berg.", "quota", "", 0),
        ("Anna Berg said that the crews demanded access to the bank.", "access", "", 1),
        ("“We sail away from any quota,” said Anna Berg.", "quota", "", -1),
        ("“We never agreed to a quota,” said Anna Berg.", "quota", "", -1),
        ("Anna Berg said that she did not agree to the quota.", "quota", "", -1),
        (
            "Anna Berg said that she rejected the idea that they should accept a quota.",
            "quota",
            "",
            -1,
        ),
        ("Anna Berg denied that she had accepted the catch limits.", "quota", "", -1),
        ("“The quota must be lifted,” said Anna Berg.", "quota", "", -1),
        ("“The ports should abolish the quota at once,” said Anna Berg.", "quota", "", -1),
        ("“We are far from ready to accept a quota,” said Anna Berg.", "quota", "", -1),
        ("“A quota is not out of the question,” said Anna Berg.", "quota", "", 1),
        ("“There is no doubt that we support the quota,” said Anna Berg.", "quota", "", 1),
        ("“The agreed quota is a number,” said Anna Berg.", "quota", "", 0),
        ("“Why should we accept a quota?” said Anna Berg.", "quota", "", 0),
        ("“It was a quota which the crews rejected,” said Anna Berg.", "quota", "", 0),
        ("“We reject the fee, but the quota is a number,” said Anna Berg.", "quota", "", 0),
        ("Anna Berg on Monday rejected the quota.", "quota", "", -1),
    ],
)
def test_positions_are_read_by_the_words_of_the_codebook(
    text: str, issue: str, option: str, stance: int
) -> None:
    (position,) = read(text, CODEBOOK).positions
    assert position.actor == "Anna Berg"
    assert (position.issue, position.option, position.stance) == (issue, option, stance)


def test_without_a_codebook_there_are_no_positions() -> None:
    assert read("“We reject the quota outright,” said Anna Berg.").positions == ()


def test_verbs_titles_and_metonyms_of_the_case_are_read_like_those_built_in() -> None:
    text = "“Never again,” thunders Harbourmaster Anna Berg. Harbour House refused to comment."
    assert [quote.speaker for quote in read(text, CODEBOOK).quotes] == ["Anna Berg"]
    metonym = [name for name in read(text, CODEBOOK).names if name.stands_for]
    assert [(name.name, name.stands_for) for name in metonym] == [
        ("Harbour House", "Northern Ports")
    ]


@pytest.mark.parametrize(
    ("text", "by", "due", "terms"),
    [
        (
            "Anna Berg and Karl Lund agreed on Monday to open the bank by 1 July 2016.",
            ("Anna Berg", "Karl Lund"),
            "2016-07-01",
            "by 1 July 2016",
        ),
        (
            "The two sides agreed to count the nets within six months.",
            ("The two sides",),
            "",
            "within six months",
        ),
        (
            "Each party shall report its catch before 1 May 2016.",
            ("Each party",),
            "2016-05-01",
            "before 1 May 2016",
        ),
        ("Norway pledged to halve its fleet.", ("Norway",), "", ""),
        (
            "On 3 May 2014 Norway, Iceland and Denmark agreed to count the nets within six months.",
            ("Norway", "Iceland", "Denmark"),
            "2014-11",
            "within six months",
        ),
        (
            "Anna Berg said Monday Norway had agreed in principle to help boats struck by another.",
            ("Norway",),
            "",
            "",
        ),
        (
            "The ports agreed to a truce until 1 May 2016.",
            ("The ports",),
            "2016-05-01",
            "until 1 May 2016",
        ),
    ],
)
def test_undertakings_have_their_parties_and_terms(
    text: str, by: tuple[str, ...], due: str, terms: str
) -> None:
    (found,) = read(text).undertakings
    assert (found.by, found.due, found.terms) == (by, due, terms)


@pytest.mark.parametrize(
    "text",
    [
        "Norway never agreed to halve its fleet.",
        "A fleet of forty was agreed to spare the bank.",
        "The crews vowed to fight the quota.",
        "Norway agreed to the visit.",
    ],
)
def test_what_was_not_agreed_to_be_done_is_no_undertaking(text: str) -> None:
    assert read(text).undertakings == ()


def test_a_part_has_the_day_of_its_dateline_and_weekdays_are_read_from_it() -> None:
    text = "ELMIRA, June 3 (Harbour News) — The ports agreed on Monday to talk again soon."
    found = suggest(text, DAY)
    assert [part.date and part.date.text for part in found.parts] == ["2015-06-03"]
    assert [day.edtf for day in found.dates] == ["2015-06-03", "2015-06-01"]


def test_a_dateline_of_another_season_is_not_the_day_of_the_part() -> None:
    assert suggest("ELMIRA, Sept. 3 — The ports agreed to talk.", DAY).parts[0].date is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[issues.x]\ncue = []", "issues.x.cue"),
        ("[issues.x]\ncues = ['  ']", "issues.x.cues[1]"),
        ("[issues.x]\ncues = [1]", "issues.x.cues[1]"),
        ("[issues.'']\n", "issues"),
        ("[metonyms]\na = 1", "metonyms.a"),
        ("nonsense", ""),
        (b"\xff", ""),
        ("x = " + "[" * 100_000, ""),
    ],
)
def test_faults_of_a_codebook_are_named_by_their_place(text: str | bytes, key: str) -> None:
    with pytest.raises(Faulty) as caught:
        read_codebook(text, "codebook.toml")
    assert caught.value.problems[0].file == "codebook.toml"
    assert caught.value.problems[0].key.startswith(key)


def test_faults_of_a_codebook_come_in_the_order_of_the_file_with_their_lines() -> None:
    text = """[metonyms]
"Harbour House" = 3

[issues.quota]
title = "The quota"
cue = ["quota"]
[issues.bank.options.open]
cues = ["open", 4]
"""
    with pytest.raises(Faulty) as caught:
        read_codebook(text)
    lines = [problem.message.partition("(line ")[2] for problem in caught.value.problems]
    assert lines == ["2)", "6)", "8)"]


def test_an_empty_codebook_adds_nothing() -> None:
    assert read_codebook("") == Codebook()


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("ノルウェーの漁業相は会談を拒否した。", "ノルウェー", "Norway"),
        ("Норвегия отказалась от переговоров о рыболовстве.", "Норвегия", "Norway"),
        (
            "La Norvège a refusé de parler de la pêche dans le port et sur les quais.",
            "Norvège",
            "Norway",
        ),
    ],
)
def test_states_are_known_by_their_names_in_other_languages(
    text: str, name: str, state: str
) -> None:
    (found,) = [one for one in read(text).names if one.kind == "state"]
    assert (found.name, found.stands_for, found.mentions) == (
        name,
        state,
        ((text.find(name), text.find(name) + len(name)),),
    )


@pytest.mark.parametrize("verb", ["said that", "agreed to"])
@pytest.mark.parametrize("mark", ["’", "'"])
def test_a_verb_run_into_another_word_is_no_cue(mark: str, verb: str) -> None:
    found = suggest(f"Anna Berg{mark}{verb} the quota is cut.", Edtf.parse("2015-06-10"))
    assert found.reports == ()
    assert found.undertakings == ()


def test_a_table_that_is_not_known_is_told_with_the_line_it_begins_on() -> None:
    with pytest.raises(Faulty) as caught:
        read_codebook('\n[isues.quota]\ncues = ["quota"]\n', "codes.toml")
    (problem,) = caught.value.problems
    assert "(line 2)" in problem.message
