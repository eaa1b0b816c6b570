"""Names set beside an office: `the minister, Anna Berg`, `the envoy to the bank, Ole Moe`."""

from __future__ import annotations

from winset.reading.people.capitals import LINKS, in_name, is_organisation, is_title
from winset.reading.people.mentions import Mention, person
from winset.reading.text.tokens import Token
from winset.reading.text.words import SPEECH_VERBS

_LONGEST_OFFICE = 12
"""Words after an office that may tell what it is of, before the name of its holder."""


def apposed(words: list[Token], mention: Mention) -> Mention:
    """The name set beside a mention after a comma: `the minister, Anna Berg, …`."""
    after = [word for word in words if mention and word.start >= mention[-1].end]
    comma = 0 if after and after[0].text == "," else _end_of_office(after)
    if comma is None:
        return []
    run: Mention = []
    for place, word in enumerate(after[comma + 1 :], start=comma + 1):
        if in_name(after, place, bool(run)):
            run.append(word)
        elif run or not (word.lower in ("known", "as", "the") or is_title(word)):
            break
    if comma:  # a place may stand there too: `the mayor of the old port, Elmira, …`
        return run if " " in person(run) else []
    return run if person(run) or any(map(is_organisation, run)) else []


def _end_of_office(after: list[Token]) -> int | None:
    """Where the comma after an office stands, whatever the office is of: `… to the bank, `."""
    for place, word in enumerate(after[:_LONGEST_OFFICE]):
        if word.text == ",":
            owner = place > 0 and is_title(after[place - 1])  # `an aide to the mayor, Anna Berg`
            return None if owner else place
        if place == 0 and word.lower not in LINKS and word.text != "(":
            return None
        if word.lower in SPEECH_VERBS or not (word.is_word or word.text in ".()"):
            return None
    return None
