"""Words in marks that go on with what somebody wants or will do: `Berg “will not give way”`."""

from __future__ import annotations

from winset.reading.people.mentions import before_verb, can_speak
from winset.reading.speech.papers import is_document
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import spoken
from winset.reading.text.words import CLAUSE_WORDS, FORMS_OF_BE, IRREGULAR, SPEECH_VERBS, lexicon

_WILL = lexicon(
    """
    can can’t can't cannot could couldn’t couldn't will won’t won't would wouldn’t wouldn't must
    strongly firmly fully categorically deeply
    """
)
"""First words of what only its subject can say of himself."""
_WANTING = lexicon(
    "requested requests sought seeks favours favors prefers preferred opposes opposed"
)
_MADE = ("made", "makes")
_TOLD = SPEECH_VERBS | FORMS_OF_BE | IRREGULAR | (CLAUSE_WORDS - {"but", "and", "or"})
_SHORTEST = 2


def of_subject(scene: Scene, place: int) -> Verdict | None:
    """`Berg “will not give way”`, `Berg sought “a fair deal”`, `Berg made clear it was “…”`."""
    words, lower = scene.before(place), scene.lower_before(place)
    span = scene.top[place]
    inside = scene.text[span.start : min(span.end, span.start + 80)].lower().split()
    clear = lower.index("clear") if "clear" in lower else 0
    made = next((n for n in (clear - 1, clear - 2) if n > 0 and lower[n] in _MADE), 0)
    if made:
        verb = made
    elif lower[-1] in _WANTING and len(inside) >= _SHORTEST:
        verb = len(lower) - 1
    elif inside[:1] and inside[0] in _WILL and _TOLD.isdisjoint(lower):
        verb = len(lower)
    else:
        return None
    mention = before_verb(words, verb) if verb > 0 else []
    if not can_speak(mention) or is_document(mention, words[-1]):
        return None
    return spoken(scene, place, mention, words, min(verb, len(words) - 1), "described")
