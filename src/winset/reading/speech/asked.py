"""Questions in marks that nobody is told to have asked but the author or a poll."""

from __future__ import annotations

from winset.reading.people.mentions import person, subject
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import spoken, subject_before
from winset.reading.speech.whose import whose
from winset.reading.text.tokens import Token
from winset.reading.text.words import FORMS_OF_BE, PERSON_PRONOUNS, SPEECH_VERBS, lexicon

_ASKING = lexicon("ask asks asked asking wonder wonders wondered wondering")
_QUESTIONS = lexicon("question questions")
QUESTION_CUES = _ASKING | _QUESTIONS
_WORDS = lexicon("who what why how when where which whose whom whether")
_NOBODY = lexicon("one we i you us it let nobody")
_POLLS = lexicon(
    "poll polls survey surveys questionnaire referendum ballot pollsters pollster census"
)
_PERHAPS = lexicon("may might could")
_OTHER_VERBS = SPEECH_VERBS - _ASKING - _QUESTIONS - {"read", "reads", "put"}
_ENDS = _OTHER_VERBS | {"whether", ","}
_NEAR, _REACH = 5, 8
_QUESTION = Verdict("question", "question")


def question(scene: Scene, place: int, words: list[Token], tail: list[str]) -> Verdict | None:
    """`The question is: “…?”`, `one might ask: “…?”`, `the poll asked: “…?”`.

    `tail` is `words` in lower case without the stops at their end.
    """
    if QUESTION_CUES.isdisjoint(tail) or not _is_question(scene, place):
        return None
    verb = next((n for n in range(len(tail) - 1, -1, -1) if tail[n] in _ASKING), None)
    if verb is not None:
        near = len(tail) - verb <= (_REACH if tail[0] == "ask" else _NEAR)
        near = near and _ENDS.isdisjoint(tail[verb:])
        return _QUESTION if near and _asked_by_nobody(words, tail, verb) else None
    noun = next((n for n in range(len(tail) - 1, -1, -1) if tail[n] in _QUESTIONS), None)
    if noun is None or len(tail) - noun > _REACH or not _OTHER_VERBS.isdisjoint(tail):
        return None
    who = subject(words[:noun])
    if who and (person(who) or who[0].lower in PERSON_PRONOUNS) and who[-1].end < words[noun].start:
        return spoken(scene, place, who, words, noun, "same sentence")
    return whose(scene, place, words, noun) or _QUESTION


def question_after(scene: Scene, place: int, led: list[str]) -> Verdict | None:
    """`“…?” is the question`, given the words between."""
    named = led[0] in FORMS_OF_BE or led[0] in ("remains", "remained", "becomes", "became")
    return _QUESTION if named and scene.ending(place) == "?" else None


def _is_question(scene: Scene, place: int) -> bool:
    if scene.ending(place) == "?":
        return True
    start = scene.top[place].start
    return scene.text[start : start + 8].partition(" ")[0].lower() in _WORDS


def _asked_by_nobody(words: list[Token], tail: list[str], verb: int) -> bool:
    """Whether it is asked by the author, by a poll or by one who is not told."""
    before = tail[max(verb - 3, 0) : verb]
    if "by" in tail[verb:]:
        return False
    if not _PERHAPS.isdisjoint(before):
        return True
    if tail[verb] == "asked" and (before[-1:] in _UNTOLD or not {*before[-1:]} - FORMS_OF_BE):
        return True
    if verb == 0:
        return tail[0] == "ask"
    mention = subject_before(words, verb)
    if len(mention) > 1:
        return any(word.lower in _POLLS for word in mention)
    return not _NOBODY.isdisjoint([mention[0].lower] if mention else tail[:verb])


_UNTOLD = (["when"], ["if"], ["once"])
