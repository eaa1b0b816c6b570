# ruff: noqa: E501  (one case a line)
"""Who is meant by an office, a description or a pronoun, in made-up reports of made-up talks."""

from __future__ import annotations

import pytest

from winset.dates import Edtf
from winset.reading import suggest

DAY = Edtf.parse("2015-06-10")
MET = "Anna Berg and Ole Moe met in Elmira on Monday."


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in suggest(text, DAY).quotes if quote.kind == "speech"]


@pytest.mark.parametrize(
    ("told", "said", "speaker"),
    [
        ("Norland’s mediator, Anna Berg, came.", "the mediator", "Anna Berg"),
        ("The Finnish mediator, former president Anna Berg, came.", "the mediator", "Anna Berg"),
        ("Former Finnish President Anna Berg came.", "the Finnish mediator", "Anna Berg"),
        ("Finnish mediator Anna Berg came.", "the Finnish mediator", "Anna Berg"),
        ("Finnish mediator Anna Berg came.", "the Swedish mediator", "the Swedish mediator"),
        ("Anna Berg, the chief negotiator of the dockers’ union, came.", "the union’s negotiator", "Anna Berg"),
        ("Anna Berg, the chief negotiator of the dockers’ union, came.", "the bank’s negotiator", "the bank’s negotiator"),
        ("Foreign Office spokesperson Anna Berg came.", "the FO spokesperson", "Anna Berg"),
        ("Foreign Office spokesperson Anna Berg came.", "the army spokesperson", "the army spokesperson"),
        ("Foreign Office spokesperson Anna Berg’s briefing was short.", "the spokesperson", "Anna Berg"),
        ("Special Envoy of the United Nations Secretary General to Yemen, Anna Berg, came.", "the UN envoy", "Anna Berg"),
        ("Anna Berg, an adviser to the mayor, came.", "the adviser", "Anna Berg"),
        ("Qatar’s Prime Minister Anna Berg came.", "the Qatari premier", "Anna Berg"),
        ("Qatar’s Prime Minister Anna Berg came.", "the Qatar Premier", "Anna Berg"),
        ("Special Rapporteur Anna Berg came.", "the rapporteur", "Anna Berg"),
        ("Trade Commissioner Anna Berg came.", "the commissioner", "Anna Berg"),
        ("Council chair Anna Berg came.", "the chair", "Anna Berg"),
        ("Secretary-General Anna Berg came.", "the secretary-general", "Anna Berg"),
        ("Vice President Anna Berg came.", "the vice president", "Anna Berg"),
    ],
)  # fmt: skip
def test_an_office_is_whoever_the_text_gives_it_to(told: str, said: str, speaker: str) -> None:
    text = f"{told}\n\nOle Moe led the skippers.\n\n“We are close to it,” {said} said."
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "told",
    [
        "The EU’s envoy Anna Berg met the bank’s envoy Ole Moe.",
        "Envoy Anna Berg met Ole Moe, another envoy.",
    ],
)
def test_an_office_of_two_is_nobody_of_another_office(told: str) -> None:
    text = f"{told}\n\nMayor Karl Lund came.\n\n“We are close to it,” the envoy said."
    assert speakers(text)[0] != "Karl Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{MET} “We are close to it,” she said.", "Anna Berg"),
        (f"{MET} “We are close to it,” he said.", "Ole Moe"),
        (f"{MET} “We are close to it,” he said, looking at Berg.", "Ole Moe"),
        ("Mr Roe met Ms Berg on Monday. “We are close to it,” she said.", "Berg"),
        ("Ms Berg met Mr Roe on Monday. “We are close to it,” he said.", "Roe"),
        ("Ole Moe praised the Port Deal Act.\n\n“We are close to it,” he said.", "Ole Moe"),
        ("Ole Moe came. He said the agenda of the port and the Harbour Lions will be “to make the truce last”.", "Ole Moe"),
    ],
)  # fmt: skip
def test_he_and_she_are_a_man_and_a_woman(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_he_is_again_the_man_heard_before_a_woman() -> None:
    text = (
        "Ole Roe met Anna Berg on Monday.\n\n“We are close to it,” said Roe.\n\nBerg came late. “We are"
        " not,” she said.\n\nThe day was long. “We shall see,” he said."
    )
    assert speakers(text) == ["Ole Roe", "Anna Berg", "Ole Roe"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{MET} “We are close to it,” added the diplomat, who asked not to be named.", "the diplomat"),
        (f"{MET}\n\nA senior diplomat came too.\n\n“We are close to it,” the diplomat said.", "the diplomat"),
        (f"{MET}\n\n“We are far,” said a senior diplomat.\n\n“We are close to it,” the diplomat added.", "a senior diplomat"),
        (f"{MET} “We are close to it,” Berg’s spokesman said.", "Berg’s spokesman"),
    ],
)  # fmt: skip
def test_who_is_not_named_is_nobody_named(text: str, last: str) -> None:
    assert speakers(text)[-1] == last
