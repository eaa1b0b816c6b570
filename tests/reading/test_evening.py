"""The same words say the same, however their lines are broken and their spaces are set."""

from __future__ import annotations

import re
import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.scoring import Passage, passages
from tests.record.strategies import unhurried
from winset.dates import Edtf
from winset.reading import Suggestions, suggest
from winset.reading.text.evening import evened
from winset.reading.text.layout import paragraphs

DAY = Edtf.parse("2015-06-10")
LONG = [
    one for one in passages() if max(map(len, one.text.splitlines())) > 100 and "\t" not in one.text
]


def told(found: Suggestions) -> tuple[object, ...]:
    """What was found, without places and breaks."""
    return (
        [(one.kind, one.speaker, one.rule, " ".join(one.text.split())) for one in found.quotes],
        [(" ".join(one.text.split()), one.edtf, one.basis) for one in found.dates],
        [(one.speaker, one.edtf, " ".join(one.text.split())) for one in found.reports],
        [(one.kind, one.edtf, one.place, one.participants) for one in found.events],
        [(one.by, one.due) for one in found.undertakings],
        [(one.name, one.kind, one.role, len(one.mentions)) for one in found.names],
    )


def blocks(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("passage", LONG, ids=lambda one: one.name)
@pytest.mark.parametrize(("width", "end"), [(66, "\n"), (78, "\r\n")])
def test_wrapping_lines_by_hand_changes_nothing(passage: Passage, width: int, end: str) -> None:
    whole = blocks(passage.text)
    wrapped = [
        end.join(textwrap.wrap(one, width, break_long_words=False, break_on_hyphens=False))
        for one in whole
    ]
    one, other = (suggest((2 * end).join(text), DAY) for text in (whole, wrapped))
    assert told(one) == told(other)


@pytest.mark.parametrize("passage", LONG, ids=lambda one: one.name)
def test_spaces_that_do_not_break_and_hyphens_that_do_not_show_change_nothing(
    passage: Passage,
) -> None:
    odd = re.sub(r"(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d)", "\u00a0", passage.text)
    odd = odd.replace(" said ", " sa\u00adid\u202f").replace("ffi", "\ufb03")
    assert told(suggest(passage.text.replace("\ufb03", "ffi"), DAY))[:2] == tuple(
        _plain(one) for one in told(suggest(odd, DAY))[:2]
    )


def _plain(found: object) -> object:
    assert isinstance(found, list)
    return [tuple(_shown(part) if isinstance(part, str) else part for part in one) for one in found]


def _shown(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).replace("\u00ad", "").split())


def test_places_are_those_of_the_document() -> None:
    text = (
        "The chair of the herring board told the crews on 3\nFebruary\u00a02004 that “the "
        "quo\u00adta is no\nsecret,” and went home. “Cafe\u0301s of\ufb01cially close at\n"
        "nine, and nobody will stay any longer,” said Jane\nRoe.\n"
    )
    found = suggest(text, DAY)
    assert [text[one.start : one.end] for one in found.dates] == ["3\nFebruary\u00a02004"]
    assert [one.edtf for one in found.dates] == ["2004-02-03"]
    quotes = [
        "the quo\u00adta is no\nsecret,",
        "Cafe\u0301s of\ufb01cially close at\nnine, and nobody will stay any longer,",
    ]
    assert [text[one.start : one.end] for one in found.quotes] == quotes
    assert [one.text for one in found.quotes] == quotes
    last = found.quotes[-1]
    assert last.speaker == "Jane Roe"
    assert text[last.speaker_start : last.speaker_end] == "Jane\nRoe"


@pytest.mark.parametrize(
    "text",
    [
        "Ferry talks resume in the old customs house\nBoats wait for a third week in the sound\n"
        "Two envoys were seen at the fish market again\n",
        "The talks ended.\n\nthe crews went home, and nobody has seen them since then at all.\n",
        "apples\npears\nplums\nquinces\n",
        "会談は木曜日に再開した。\n両岸の船員は船を数える。\n",
    ],
)
def test_lines_that_were_not_wrapped_stay_apart(text: str) -> None:
    assert evened(text, paragraphs(text)) is None


def test_where_a_word_would_have_fitted_a_paragraph_ends() -> None:
    """As in the text of a PDF, which has no empty lines between paragraphs."""
    text = (
        "Ferry talks resume\nBy Ada Holm\n"
        "The two coasts met in Lund, in the old customs house by the pier, to\n"
        "speak about the ferry line; nobody signed.\n"
        "Both envoys left on Monday, and the crews, who had waited for a week\n"
        "in the harbour, went home without a word.\n"
    )
    even = evened(text, paragraphs(text))
    assert even is not None
    assert [line[:12] for line in even.text.splitlines()] == [
        "Ferry talks ",
        "By Ada Holm",
        "The two coas",
        "Both envoys ",
    ]


def test_the_marks_of_a_mail_that_is_answered_are_no_words() -> None:
    text = "> “We shall not wait for the pier, whatever they may\n> say in Lund,” said Mara Voss.\n"
    (quote,) = suggest(text, DAY).quotes
    assert (quote.kind, quote.speaker) == ("speech", "Mara Voss")
    assert quote.text == "We shall not wait for the pier, whatever they may\n> say in Lund,"


@unhurried
@given(st.text(alphabet="ab -.\n\r>\u00a0\u00ad\u0301e\ufb01“A", max_size=200))
def test_every_letter_of_the_plainer_text_leads_to_where_it_comes_from(text: str) -> None:
    even = evened(text, paragraphs(text))
    if even is None:
        return
    for place, letter in enumerate(even.text):
        start, end = even.start(place), even.end(place + 1)
        assert 0 <= start < end <= len(text)
        there = text[start:end]
        assert letter in unicodedata.normalize("NFKC", there) or (letter == " " and "\n" in there)
