# ruff: noqa: E501  (one case a line)
"""Indirect speech, in sentences made up about made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import Codebook, CodedIssue, ReportSuggestion, suggest

DAY = Edtf.parse("2015-06-10")


def read(text: str) -> list[ReportSuggestion]:
    return list(suggest(text, DAY).reports)


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        ("Anna Berg said that the bank would close in May.", "Anna Berg", "the bank would close in May"),
        ("Anna Berg said on Monday that the bank would close.", "Anna Berg", "the bank would close"),
        ("The ministry says the bank has been closed.", "ministry", "the bank has been closed"),
        ("Anna Berg warned the bank would close in May.", "Anna Berg", "the bank would close in May"),
        ("Anna Berg told the crews that the bank would close.", "Anna Berg", "the bank would close"),
        ("The bank will close in May, the mayor said on Monday.", "mayor", "The bank will close in May"),
        ("The bank will close in May, said Anna Berg, the mayor.", "Anna Berg", "The bank will close in May"),
        ("According to Anna Berg, the bank will close in May.", "Anna Berg", "the bank will close in May"),
        ("The bank will close in May, according to Anna Berg.", "Anna Berg", "The bank will close in May"),
        ("Advisers to Anna Berg said that the bank would close.", "Advisers to Anna Berg", "the bank would close"),
        ("Crews said about half of the nets were torn.", "Crews", "about half of the nets were torn"),
        ("The skipper, who has fished for years, said nets were torn again.", "skipper", "nets were torn again"),
        ("Even Anna Berg, a lawyer, says nets were torn in May.", "Anna Berg", "nets were torn in May"),
        ("Anna Berg told the crews the bank was shut.", "Anna Berg", "the bank was shut"),
        ("Anna Berg said in a statement on Monday the bank was shut.", "Anna Berg", "the bank was shut"),
        ("Anna Berg met the crews and said the bank was shut.", "Anna Berg", "the bank was shut"),
        ("Anna Berg has pointed out that the bank was shut.", "Anna Berg", "the bank was shut"),
        ("Anna Berg is warning that the bank may be shut.", "Anna Berg", "the bank may be shut"),
        ("Anna Berg was quoted as saying that the bank was shut.", "Anna Berg", "the bank was shut"),
        ("Anna Berg, who said the bank was shut, is in Tarn.", "Anna Berg", "the bank was shut, is in Tarn"),
        ("The bank was shut last week, Anna Berg told reporters.", "Anna Berg", "The bank was shut last week"),
        ("In the end, Anna Berg said, the bank was shut.", "Anna Berg", "the bank was shut"),
        ("Since May, according to Anna Berg, the bank has been shut.", "Anna Berg", "the bank has been shut"),
        ("But according to Anna Berg, the bank is shut.", "Anna Berg", "the bank is shut"),
        ("The nets, Anna Berg said, were torn in May.", "Anna Berg", "The nets, Anna Berg said, were torn in May"),
        ("Anna Berg denied that the bank was shut.", "Anna Berg", "denied that the bank was shut"),
        ("Officials who met Karl Lund said that the bank would close.", "Officials", "the bank would close"),
        ("While Anna Berg said that the bank was shut, the crews sailed.", "Anna Berg", "the bank was shut"),
        ("It rained on Monday, when senior skippers said that nets were torn again.", "senior skippers", "nets were torn again"),
        ("Anna Berg made it clear that the bank was shut.", "Anna Berg", "the bank was shut"),
        ("The Gazette quoted Anna Berg as saying that the bank was shut.", "Anna Berg", "the bank was shut"),
        ("“We are done,” said Anna Berg, adding that the bank was shut.", "Anna Berg", "the bank was shut"),
        ("The bank is shut, Harbour News reports.", "Harbour News", "The bank is shut"),
        ("A joint statement said the bank was shut.", "joint statement", "the bank was shut"),
        ("Anna Berg likewise noted afterwards that the bank was shut.", "Anna Berg", "the bank was shut"),
        ("Tarn and Elmira will meet, a peace broker said here after long talks.", "peace broker", "Tarn and Elmira will meet"),
        ("Anna Berg hinted in a talk with the state-owned Gazette that the bank was shut.", "Anna Berg", "the bank was shut"),
        ("TARN — The bank is shut again, Anna Berg said.", "Anna Berg", "The bank is shut again"),
        ("Anna Berg said more nets were torn.", "Anna Berg", "more nets were torn"),
        ("Anna Berg said the bank was shut, according to the Gazette.", "Anna Berg", "the bank was shut"),
        ("But Anna Berg said the bank was shut, the Gazette said.", "Anna Berg", "the bank was shut"),
        ("Anna Berg said the bank was shut, but Elmira sailed.", "Anna Berg", "the bank was shut"),
        ("The mayor said it was all shut but, he added, “nets are torn”.", "mayor", "it was all shut"),
    ],
)  # fmt: skip
def test_words_reported_without_marks_have_a_speaker(text: str, speaker: str, told: str) -> None:
    assert [(report.speaker, report.text) for report in read(text)] == [(speaker, told)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Anna Berg urged both fleets to leave the bank.", "both fleets to leave the bank"),
        ("Anna Berg called on Monday for talks on the bank.", "talks on the bank"),
        ("Anna Berg called on both fleets to leave.", "both fleets to leave"),
        ("Anna Berg asked Karl Lund to shut the bank.", "Karl Lund to shut the bank"),
        ("Anna Berg demanded the return of the nets.", "the return of the nets"),
        ("Anna Berg wants the bank to be shut.", "the bank to be shut"),
        ("Anna Berg promised last week not to shut the bank.", "not to shut the bank"),
        ("Anna Berg accused both fleets of tearing nets.", "accused both fleets of tearing nets"),
    ],
)  # fmt: skip
def test_what_is_asked_promised_or_charged_is_reported(text: str, asked: str) -> None:
    assert [(report.speaker, report.text) for report in read(text)] == [("Anna Berg", asked)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anna Berg said the bank was “closed for good” in May.", "the bank was “closed for good” in May"),
        ("Anna Berg said it was the “last chance” for the bank.", "it was the “last chance” for the bank"),
        ("Anna Berg said he ‘could not wait’.", "he ‘could not wait’"),
        ("The bank was “shut for good”, Anna Berg said.", "The bank was “shut for good”"),
        ("Anna Berg said the bank was shut: “We are done for now.”", "the bank was shut"),
        ("Anna Berg said the bank was “shut”. The crews sailed.", "the bank was “shut”"),
    ],
)  # fmt: skip
def test_some_words_of_a_report_may_be_quoted(text: str, told: str) -> None:
    assert [(report.speaker, report.text) for report in read(text)] == [("Anna Berg", told)]


def test_a_sentence_may_report_more_than_once() -> None:
    text = "Anna Berg said the bank was shut, adding that nets were torn again, but Karl Lund said it was open again."
    assert [(report.speaker, report.text) for report in read(text)] == [
        ("Anna Berg", "the bank was shut"),
        ("Anna Berg", "nets were torn again"),
        ("Karl Lund", "it was open again"),
    ]


def test_words_before_a_quotation_are_a_sentence_of_their_own() -> None:
    text = "Anna Berg said the bank was shut. “We are done,” she said."
    assert [(report.speaker, report.text) for report in read(text)] == [
        ("Anna Berg", "the bank was shut")
    ]


@pytest.mark.parametrize(
    "before",
    [
        "Anna Berg and Karl Lund said in a joint statement that nets were torn.",
        "In a joint statement, Anna Berg and Karl Lund said nets were torn again.",
        "The nets were torn, said Anna Berg and Karl Lund.",
        "The nets were “torn to bits,” Anna Berg and Karl Lund said in a joint statement.",
        "Anna Berg and Karl Lund met in Tarn.",
    ],
)
def test_they_are_those_who_spoke_or_met_together(before: str) -> None:
    report = read(f"{before} They also said that the bank was shut.")[-1]
    assert (report.speaker, report.others) == ("Anna Berg", ("Karl Lund",))
    (quote,) = (
        q
        for q in suggest(f"{before} They added: “We are done.”", DAY).quotes
        if q.text == "We are done."
    )
    assert (quote.speaker, quote.others) == ("Anna Berg", ("Karl Lund",))


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The officials met in Tarn.", ["officials"]),
        ("Anna Berg met Karl Lund.", []),
        (
            "Anna Berg and Karl Lund met. The talks took place in Tarn, where it rained. It snowed too. It hailed.",
            [],
        ),
    ],
)
def test_they_are_nobody_where_nothing_tells(before: str, speaker: list[str]) -> None:
    found = read(f"{before} They said that the bank was shut.")
    assert [report.speaker for report in found] == speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [("The ministry met the crews.", ["ministry"]), ("Anna Berg met the crews.", [])],
)
def test_it_is_a_body(before: str, speaker: list[str]) -> None:
    found = read(f"{before} It said that the bank was shut.")
    assert [report.speaker for report in found] == speaker


def test_each_of_those_who_speak_together_holds_the_position() -> None:
    book = Codebook((CodedIssue("bank", "Bank", ("bank",)),))
    text = "Anna Berg and Karl Lund said that the bank should be abolished."
    assert {p.actor for p in suggest(text, DAY, codebook=book).positions} == {
        "Anna Berg",
        "Karl Lund",
    }


def test_words_quoted_within_a_report_are_no_second_position() -> None:
    book = Codebook((CodedIssue("bank", "Bank", ("bank",)),))
    text = "Anna Berg said that they would “oppose the bank outright” in May."
    (position,) = suggest(text, DAY, codebook=book).positions
    assert (position.actor, position.stance) == ("Anna Berg", -1)


@pytest.mark.parametrize(
    "text",
    [
        "The report said that the bank was shut.",
        "Anna Berg would say that the bank was shut.",
        "She took up what Anna Berg said was a torn net.",
        "Anna Berg, who asked not to be named, left in May.",
        "A second plan threatened to be late for the fleet.",
        "Anna Berg spoke of a net that Karl Lund said could be torn.",
        "Anna Berg said “we are done” and left the bank.",
        "Anna Berg said that “we shall not sail again this year”.",
        "“The bank,” Anna Berg said, “is shut.”",
        "The Elmira proposal calls for the return of all nets.",
        "The pact was signed in May. It calls for the return of all nets.",
        "The court ruled out that the bank would close.",
        "They wouldn’t tell the crews that the bank was shut.",
        "Now tell us the bank is no trap.",
        "Having said that, there are crews who sail.",
        "The gap between what Anna Berg says the fee would bring and what it brings is wide.",
        "Scientists advised against nets that would tear in May.",
        "Anna Berg announced details of the pact which will be signed in May.",
        "Media reports that the bank was shut were wrong.",
        "The treaty says that the bank is open to both ports.",
        "Anna Berg did not say that the bank would close in May.",
        "In a talk on the quay last May, Anna Berg said nothing of nets.",
        "While he was walking along the quay, Berg said.",
        "About seven in ten voters said that the bank should close.",
        "It is said that the bank was once a forest.",
    ],
)
def test_what_nobody_is_reported_to_have_said_is_left_out(text: str) -> None:
    assert read(text) == []


def test_the_place_of_a_report_holds_its_words() -> None:
    text = "The bank, Anna Berg said in March, is closed. It will open in May, she said."
    for report in read(text):
        assert text[report.start : report.end] == report.text
        assert text[report.speaker_start : report.speaker_end]
