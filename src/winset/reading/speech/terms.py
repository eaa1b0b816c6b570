"""Words in marks that name something: a title, a paper, a term, examples."""

from __future__ import annotations

from winset.reading.people.mentions import person
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.text.words import (
    AUXILIARIES,
    BASE_VERBS,
    CLAUSE_WORDS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FORMS_OF_BE,
    LOOSE_VERBS,
    MENTION_STOPS,
    NAMING_VERBS,
    POSSESSIVES,
    SPEECH_VERBS,
    TITLING,
    lexicon,
)

LONG = 7
"""Words of a quotation that is no name."""
_SHORT, _NEAR, _MIDDLE = 3, 4, 5
_DOCUMENT_REACH = 14
_LONGEST_NAME, _LONGEST_PERSON = 90, 6
_LEADS = SPEECH_VERBS | CLAUSE_WORDS
_DEFINITE = (DETERMINERS | POSSESSIVES) - {"a", "an"}
_MEDIA = lexicon("newspaper newspapers daily weekly magazine journal website newsletter broadsheet")
_DEFINING = lexicon("refers means denotes meant denoted signifies")
"""Words after a name that tell what it is the name of."""
WORKS = TITLING | lexicon("report study paper speech lecture talk series programme program piece")
_NAMES = lexicon("status concept notion label title name nickname rank category doctrine term")
"""Nouns whose `of` gives a name: `the status of “neighbour”`."""
_TOLD = SPEECH_VERBS - BASE_VERBS - LOOSE_VERBS
_OMITTING = lexicon("omit omits omitted omitting avoid avoids avoided")
_MENTIONING = lexicon("refer mention include contain use")
_EXAMPLES = frozenset(("as", "like", "example"))
FIRST_PERSON = ("I ", "I’", "I'", "We ", "We’", "We'")
"""What sentences that anybody may say begin with: `such as “I am tough”`."""
_NO_NOUNS = MENTION_STOPS | CLAUSE_WORDS | FORMS_OF_BE | AUXILIARIES | {"of", "to", "for"}


def capitals(scene: Scene, place: int) -> Verdict | None:
    """A name or title in capitals that no verb of speech leads in: `told the “Harbour Hour”`."""
    if scene.before(place)[-1].lower in _LEADS:
        return None
    span = scene.top[place]
    if scene.text[span.start].islower() or span.end - span.start > _LONGEST_NAME:
        return None
    words = [word for word in scene.text[span.start : span.end].split() if len(word) > _SHORT]
    raised = sum(word[0].isupper() for word in words)
    if not 1 < len(words) <= LONG or raised + (raised > _SHORT) < len(words):
        return None
    after = scene.after(place)
    defined = scene.text[span.outer_start - 5 : span.outer_start] == "(the "
    defined = defined or bool(after and after[0].lower in _DEFINING)
    return Verdict("term", "name given") if defined else Verdict("title", "titled")


def apposed_title(scene: Scene, place: int) -> Verdict | None:
    """`The report, “Fishing for Peace”, came out`: a title set beside what it is the title of."""
    before, span = scene.before(place), scene.top[place]
    if len(before) < 2 or before[-2].lower not in WORKS or scene.text[span.start].islower():
        return None
    words = [word for word in scene.text[span.start : span.end].split() if len(word) > _SHORT]
    named = 1 < len(words) <= LONG and all(word[0].isupper() for word in words)
    return Verdict("title", "titled") if named else None


def paper(scene: Scene, place: int) -> Verdict | None:
    """`The “Standard” newspaper`: the name of what is read or heard."""
    named = scene.after(place)[0].lower in _MEDIA and scene.text[scene.top[place].start].isupper()
    return Verdict("title", "titled") if named and length(scene, place) <= LONG else None


def attribute(scene: Scene, place: int) -> Verdict | None:
    """A word or two set before a noun or after its name: `the “wait-and-see” policy`."""
    before = scene.before(place)
    last = before[-1].lower
    if last in DETERMINERS and _is_left_out(scene.lower_before(place)):
        return Verdict("term", "no cue")
    if last not in _DEFINITE and last != "of":
        return None
    if length(scene, place) > _SHORT:
        return None
    near = [word.lower for word in before[-_MIDDLE:]]
    if last == "of":
        return Verdict("term", "name given") if not _NAMES.isdisjoint(near[-2:]) else None
    if "what" in near and not NAMING_VERBS.isdisjoint(near[-2:]):
        return None  # `what it called its “final” offer`
    span = scene.top[place]
    after = scene.after(place)
    joined = after and after[0].text[0].islower() and after[0].start == span.outer_end + 1
    noun = joined and after[0].lower not in _NO_NOUNS
    inside = scene.text[span.end - 1] not in ",.?!"
    return Verdict("term", "no cue") if noun and inside else None


def _is_left_out(before: list[str]) -> bool:
    """Whether words are those that a document lacks: `the draft did not mention a “ban”`."""
    near = before[-_NEAR:]
    if not _OMITTING.isdisjoint(near):
        return True
    return "not" in near and not _MENTIONING.isdisjoint(near)


def described(scene: Scene, place: int) -> Verdict | None:
    """How somebody feels by his own words: `A “deeply hurt” Mayor Karl Berg left`."""
    if scene.before(place)[-1].lower not in ("a", "an") or length(scene, place) > _MIDDLE:
        return None
    after, span = scene.after(place), scene.top[place]
    closed = scene.text[span.end - 1] in ",.?!"
    if closed or not after or not after[0].is_capital or not scene.text[span.start].islower():
        return None
    end = next((n for n, word in enumerate(after) if not word.is_capital), len(after))
    name = person(after[: min(end, _LONGEST_PERSON)])
    if " " not in name:
        return None
    return Verdict("speech", "described", after[:end], scene.full_name(name))


def enumerated(scene: Scene, place: int) -> Verdict | None:
    """Examples the author gives: `such as: “…”`, of a document's words or of questions."""
    if _EXAMPLES.isdisjoint(scene.lower_before(place)):
        return None
    lower = [word.lower for word in scene.before(place) if word.is_word]
    if lower[-2:] != ["such", "as"] and lower[-1:] != ["like"] and lower[-2:] != ["for", "example"]:
        return None
    if any(word in DOCUMENT_NOUNS for word in lower[-_DOCUMENT_REACH:]):
        return Verdict("document", "document word")
    if not _TOLD.isdisjoint(lower):
        return None
    if scene.text.startswith(FIRST_PERSON, scene.top[place].start):
        return Verdict("summary", "summed up")
    span = scene.top[place]
    long = length(scene, place) >= LONG or scene.text[span.end - 1] == "?"
    return Verdict("question" if long else "term", "question" if long else "no cue")


def length(scene: Scene, place: int) -> int:
    span = scene.top[place]
    return len(scene.text[span.start : min(span.end, span.start + 400)].split())
