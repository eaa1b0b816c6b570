"""Words in marks that the author made up to say in short what somebody means or does.

They are nobody's speech: `The message, in short: “…”`, `as if to say “…”`.
"""

from __future__ import annotations

from operator import attrgetter

from winset.reading.people.mentions import can_speak, person, subject
from winset.reading.speech.asked import QUESTION_CUES, question, question_after
from winset.reading.speech.cues_after import cue_later
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import spoken
from winset.reading.speech.whose import whose
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    BASE_VERBS,
    DETERMINERS,
    FORMS_OF_BE,
    LOOSE_VERBS,
    POSSESSIVES,
    SPEECH_VERBS,
    lexicon,
)

_THOUGHTS = lexicon(
    """
    logic gist subtext implication upshot reasoning rationale thinking calculation calculus
    assumption premise attitude sentiment mood mindset moral lesson takeaway essence crux meaning
    inference theory
    """
)
"""Nouns for what is thought, so that no words in marks after them were spoken."""
_SENT = lexicon("message messages signal signals argument")
_HELD = lexicon(
    "position stance policy approach answer reply response offer line view case point deal"
)
"""Nouns for what may have been said in these words, but for one such as `essentially`."""
_REPLIES = lexicon("answer reply response")
_NOUNS = _THOUGHTS | _SENT | _HELD
_HEDGES = lexicon("essentially effectively basically roughly broadly loosely crudely nutshell")
_IN_SUM = lexicon("effect essence short sum brief substance")
_PUT = lexicon("simply bluntly differently crudely plainly another")
_SAYING = lexicon("say says said saying telling tell tells told")
_AMOUNTING = lexicon("amount amounts amounted amounting")
_COMING_DOWN = lexicon("boil boils boiled come comes came")
_SUMMED = lexicon("summed summarised summarized paraphrased distilled condensed boiled")
_MEANING = lexicon("mean means meant")
_GOING = lexicon("goes went runs ran")
_BEING = FORMS_OF_BE | _GOING | lexicon("remains remained becomes became seems seemed")
_LIGHT = (
    _HEDGES
    | _IN_SUM
    | lexicon(
        """
    clear simple plain blunt bluntly unmistakable obvious stark familiar not now still this that a
    always just simply then in therefore thus , : — –
    """
    )
)
"""Words that may stand between such a noun or its verb and the quote."""
_SEEMING = lexicon("seemed seems appeared appears if though")
_CUES = QUESTION_CUES | _NOUNS | _HEDGES | _IN_SUM | _SUMMED | _MEANING | _AMOUNTING | _SEEMING
_CUES |= _COMING_DOWN | {"words", "simply", "paraphrase", "paraphrasing", "translation", "put"}
_CUES |= {"way", "well", "good", "much", "might", "may", "could"}
"""Words one of which leads in whatever is the author's own."""
_NOUNS_AFTER = _THOUGHTS | _SENT | {"question"}
_TELLING = (SPEECH_VERBS - LOOSE_VERBS - BASE_VERBS - _SUMMED) | {"according"}
_OURS = ("we", "we’re", "we're", "our", "i", "you")
_STOPS = (",", ":", "—", "–", "that", ";")
_POINTING = DETERMINERS | POSSESSIVES | {"or", "so"}
_FARTHEST, _REACH, _SUBJECT, _NEAR, _SHORTEST = 16, 12, 8, 5, 3
_SUMMARY = Verdict("summary", "summed up")
_lower = attrgetter("lower")


def authored(scene: Scene, place: int) -> Verdict | None:
    """A summary or a question by the author, by the words before it."""
    if _CUES.isdisjoint(scene.lower_before(place)):
        return None
    words = scene.before(place)[-_FARTHEST:]
    tail = list(map(_lower, words))
    while tail and tail[-1] in _STOPS:
        tail.pop()
    if not tail:
        return None
    found = question(scene, place, words, tail) or _summary(scene, place, words, tail)
    if found is None or found.kind == "speech":
        return found
    told = scene.joined(place) and scene.verdicts[-1].kind == "speech"
    return None if told or cue_later(scene, place) is not None else found


def authored_after(scene: Scene, place: int) -> Verdict | None:
    """`“…,” the thinking goes`; `“…” was in effect the message`; `“…?” is the question`."""
    words = scene.after(place)
    if _NOUNS_AFTER.isdisjoint(map(_lower, words)):
        return None
    words = words[:_SUBJECT]
    lower = list(map(_lower, words))
    first = 1 if lower[0] in _STOPS else 0
    noun = next((n for n, word in enumerate(lower) if word in _NOUNS_AFTER), 0)
    led, following = lower[first:noun], lower[noun + 1 : noun + 2]
    if len(led) > _NEAR or not led or not _TELLING.isdisjoint(lower):
        return None
    if lower[noun] == "question":
        return question_after(scene, place, led)
    if following and following[0] in _GOING:
        return _SUMMARY if led[0] in _POINTING else None
    being = led[0] in FORMS_OF_BE or (led[0] in ("that", "this") and led[1:2] == ["was"])
    being = being and not scene.before(place)
    owner = words[noun + 2 :] if following in (["of"], ["from"]) else []
    return _SUMMARY if being and len(led) > 1 and not person(owner) else None


def _summary(scene: Scene, place: int, words: list[Token], tail: list[str]) -> Verdict | None:
    if _as_if(tail) or _in_effect_saying(tail):
        return _SUMMARY
    if not _TELLING.isdisjoint(tail[:-1] if tail[-1] == "say" else tail):
        return None
    if (
        _hedged(tail)
        or _meant(tail)
        or _supposed(scene, place, tail)
        or (_amounts(tail) and _is_clause(scene, place))
    ):
        return _SUMMARY
    noun = _heading(tail, words)
    if noun is None or "summed" in tail:
        return None
    if tail[noun] in _THOUGHTS or _is_hedged(tail[noun:]):
        return _SUMMARY
    if tail[noun] in _HELD:
        return whose(scene, place, words, noun) if tail[noun] in _REPLIES else None
    return whose(scene, place, words, noun) or _sent_by(scene, place, words, noun) or _SUMMARY


def _sent_by(scene: Scene, place: int, words: list[Token], noun: int) -> Verdict | None:
    """Speech of the one who sends it: `The mayor had one message: “…”`."""
    who = subject(words[:noun])
    apart = who and words.index(who[-1]) < noun - 1 and not who[-1].text.endswith(("’s", "'s"))
    if not apart or not can_speak(who):
        return None
    return spoken(scene, place, who, words, noun, "same sentence")


def _as_if(tail: list[str]) -> bool:
    """`as if to say`, `seemed to say`, `a way of saying`, `might as well have said`."""
    if tail[-1] not in _SAYING:
        return False
    before = tail[-_NEAR - 1 : -1]
    if before[-2:] in _WAYS or before[-1:] == ["well"] or before[-3:] == ["much", "as", "to"]:
        return True
    if before[-2:-1] and before[-2] in _SEEMING and before[-1] == "to":
        return True
    if before[-3:-2] and before[-3] in _SEEMING and before[-2:] == ["to", "be"]:
        return True
    supposed = {"if", "though"} & {*before}
    return bool(supposed) and "as" in before and "had" in before and "and" not in before


_WAYS = (
    *(["way", "of"], ["as", "if"], ["as", "though"], ["well", "have"]),
    ["good", "as"],
)


def _supposed(scene: Scene, place: int, tail: list[str]) -> bool:
    """`a skipper might say “…”`, `to signal to the port that “We …”`: nobody spoke yet."""
    if "signal" in tail[1:] and tail[tail.index("signal") - 1] == "to":
        start = scene.top[place].start
        first = scene.text[start : start + 6].partition(" ")[0]
        return first.lower() in _OURS
    return tail[-1] == "say" and tail[-2:-1] in (["might"], ["may"], ["could"])


def _in_effect_saying(tail: list[str]) -> bool:
    """`was in effect saying`, `said, in effect,`, `Essentially, the port was telling us`."""
    verbs = [n for n, word in enumerate(tail) if word in _SAYING]
    if len(verbs) != 1 or len(tail) - verbs[0] > _NEAR:
        return False
    verb = verbs[0]
    if _is_hedged(tail[max(verb - 3, 0) : verb]) or _is_hedged(tail[verb + 1 :]):
        turned = verb and tail[verb - 1] == "," and tail[verb + 1 : verb + 2] not in ([], [","])
        return not turned  # as in `Essentially, said the mayor, …`
    going_on = tail[verb].endswith("ing") and tail[verb - 1] in FORMS_OF_BE
    return going_on and _is_hedged(tail[:4])


def _is_hedged(words: list[str]) -> bool:
    """Whether words tell that what follows is not to the letter: `essentially`, `in effect`."""
    if not _HEDGES.isdisjoint(words):
        return True
    return any(words[n] in _IN_SUM and words[n - 1] == "in" for n in range(1, len(words)))


def _hedged(tail: list[str]) -> bool:
    """Whether nothing but such words leads in: `In other words:`, `To paraphrase the envoy,`."""
    if "paraphrase" in tail[:3] or "paraphrasing" in tail[:2]:
        return True
    start = max((n + 1 for n, word in enumerate(tail) if word in _STOPS), default=0)
    last = tail[start:]
    last = last[1:] if last[:1] in (["or"], ["but"], ["and"], ["so"]) else last
    if last in (["in", "other", "words"], ["simply", "put"], ["translation"]):
        return True
    if last[:1] == ["put"]:
        return 1 < len(last) < 4 and last[1] in _PUT
    return 0 < len(last) < 4 and last[0] in {"in", *_HEDGES} and _is_hedged(last)


def _meant(tail: list[str]) -> bool:
    """`what he meant was`, `can be summed up as`."""
    if tail[-1] in FORMS_OF_BE and "what" in tail[:-2] and not _MEANING.isdisjoint(tail):
        return True
    near = tail[-7:]
    for number, word in enumerate(near[1:], 1):
        if word in _SUMMED and near[number - 1] in FORMS_OF_BE:
            return "by" not in near[number:]
    return False


def _amounts(tail: list[str]) -> bool:
    """`amounted to`, `boils down to`."""
    down = tail[-3:-2] and tail[-3] in _COMING_DOWN and tail[-2:] == ["down", "to"]
    return bool(down) or (tail[-1] == "to" and not _AMOUNTING.isdisjoint(tail[-2:-1]))


def _is_clause(scene: Scene, place: int) -> bool:
    """Whether a quote is more than the name of a thing."""
    span = scene.top[place]
    words = scene.text[span.start : min(span.end, span.start + 200)].lower().split()
    return len(words) >= _SHORTEST and words[0] not in DETERMINERS


def _heading(tail: list[str], words: list[Token]) -> int | None:
    """The place of a noun that a quote tells the content of: `the logic (of it) is (clear)`."""
    noun = next((n for n in range(len(tail) - 1, -1, -1) if tail[n] in _NOUNS), None)
    if noun is None or noun > _SUBJECT or len(tail) - noun > _REACH:
        return None
    rest = tail[noun + 1 :]
    being = next((n for n, word in enumerate(rest) if word in _BEING), None)
    if being is None:
        colon = [word.text for word in words[len(tail) : len(tail) + 1]] == [":"]
        return noun if colon and all(word in _LIGHT for word in rest) else None
    return noun if all(word in _LIGHT for word in rest[being + 1 :]) else None
