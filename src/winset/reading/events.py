# ruff: noqa: E501  (one rule a line)
"""Events a text tells of: sentences with a word for what happened, a day and somebody in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from winset.reading.people import Named
from winset.reading.phrases import Sentence, words_at
from winset.reading.places import ADJECTIVES
from winset.reading.scene import Scene
from winset.reading.suggestions import EventSuggestion
from winset.reading.timeline import Timeline, Told

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("poll", "strong", r"polls?(?= (?:taken|conducted|released|showed|found|by|of))|surveys?\b|per ?cent of (?:\w+ ){0,2}(?:respondents|residents|voters|people|those)"),
    ("law", "strong", r"(?:parliament|congress|senate|duma|diet|assembly|lawmakers|legislature|house|cabinet) (?:\w+ ){0,2}(?:passed|approved|ratified|rejected|adopted|voted)|(?:law|act|bill|amendment|constitution|decree) (?:\w+ ){0,4}(?:passed|enacted|came into force|took effect|adopted|signed)|(?:passed|enacted|promulgated) (?:a|the|an) (?:\w+ ){0,3}(?:law|act|bill|amendment|resolution)|referendum"),
    ("agreement", "strong", r"agreed(?! with\b(?! \w+ to))|signed|concluded|initialled|initialed|ratified|struck a deal|(?:reached|sealed|clinched|made|announced) (?:a|an|the|their|this) (?:\w+ ){0,3}(?:agreement|deal|accord|understanding|compromise|truce|ceasefire|statement of agreement)|settled the|set up a|established a|agreement (?:made|reached|signed|between)"),
    ("proposal", "strong", r"propos(?:ed|es|ing)|offered|put forward|tabled|floated|submitted (?:a|an) (?:\w+ ){0,2}(?:plan|proposal|draft)|presented (?:a|an|to)|called for (?:talks|a)"),
    ("visit", "strong", r"visit(?:ed|s)?|travell?ed to|arrived in|flew to|toured|paid a (?:\w+ )?visit|trip to|will (?:come to|travel to)"),
    ("meeting", "strong", r"(?:would|will|could|may) meet|meet (?:again|next|in|on)|met(?= with| in| on| at|[,. ]| again)|meets with|held (?:a |an |the )?(?:\w+ ){0,3}(?:talks|meetings?|summit|negotiations|consultations|conference|round)|(?:talks|summit|meeting|negotiations|conference|round) (?:\w+ ){0,2}(?:was|were|took place|opened|began|resumed|broke (?:down|up|off)|collapsed|ended|adjourned|held)|taking place between|sat down with|spoke by (?:tele)?phone|conducted negotiations|hosted|called in"),
    ("incident", "strong", r"seized|collided|attacked|shelled|opened fire|fired (?:on|at)|detained|clashe[ds]|sank|sunk|rammed|expelled|withdrew|suspended|broke off|walked out|resigned|stepped down|took office|annex(?:ed|ation)|invaded|imposed (?:\w+ )?sanctions|conducted (?:\w+ |-){0,4}(?:exercises?|drills?)|launched|shot down|killed|boycotted|recalled (?:its|the|her|his) ambassador|crisis"),
    ("meeting", "weak", r"summit|meeting (?:between|with|of|in|on|at|the)|talks (?:between|with|in|on)|(?:leaders|ministers)[’'] meeting|negotiations (?:between|with|in)"),
    ("statement", "weak", r"said|stated|declared|announced|told|asserted|speech|press conference|remarks|asked|reported|reaffirmed|warned"),
    ("agreement", "weak", r"treaty|declaration|accord|protocol|pact|communiqu[ée]|agreement|ceasefire|truce"),
)  # fmt: skip
_TRIGGER = re.compile(
    "|".join(rf"(?P<k{n}>\b(?:{body})\b)" for n, (_, _, body) in enumerate(_KINDS)), re.IGNORECASE
)


def beginnings(pattern: str) -> list[str]:
    """The first three letters of each alternative, so that most words need no closer look."""
    found: list[str] = []
    for alternative in _alternatives(pattern):
        if alternative.startswith("(?:"):
            found += beginnings(alternative[3 : _closing(alternative)])
        else:
            found.append(alternative[:3].lower())
    return found


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at the strokes outside all brackets."""
    found, depth = [""], 0
    for letter in pattern:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return found


def _closing(pattern: str) -> int:
    depth = 0
    for place, letter in enumerate(pattern):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth == 0 and letter == ")":
            return place
    return len(pattern)


_BEGINNINGS = frozenset(three for _, _, body in _KINDS for three in beginnings(body))
_THREE = re.compile(r"\b[A-Za-z]{3}")
_PLANNED = re.compile(
    r"\b(?:will|shall|would|to be held|is to|are to|plans? to|planned|scheduled|due to|expected to|set to|hopes? to|would (?:meet|visit|hold|sign|resume|reopen|travel|host|begin)"
    r"|upcoming|next (?:week|month|year)|agreed to (?:meet|hold|visit))\b"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|aboard) (?:the )?(?:\w+ (?:of|city of|port of|town of|resort of) )?"
    r"((?:[A-Z][\w’'-]+)(?: (?:of |de |la )?[A-Z][\w’'-]+){0,3})"
)
_NO_PLACE = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+’s|The\b|A\b|An\b|His|Her|Its"
)
_SURE = {("strong", True): 0.75, ("strong", False): 0.5, ("weak", True): 0.5}
_NEGATED = re.compile(
    r"\b(?:not|never|no|n[’']t|without|if|whether|unless|neither|nor)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_MOST, _NEAR = 2, 12


def events(
    scene: Scene, sentences: tuple[Sentence, ...], timeline: Timeline, cast: tuple[Named, ...]
) -> Iterator[EventSuggestion]:
    """At most two events a sentence, each of its own kind."""
    place = 0
    for sentence in sentences:
        while place < len(cast) and cast[place].end <= sentence.start:
            place += 1
        last = place
        while last < len(cast) and cast[last].start < sentence.end:
            last += 1
        yield from _in_sentence(scene, sentence, timeline, cast[place:last])


def _in_sentence(
    scene: Scene, sentence: Sentence, timeline: Timeline, named: tuple[Named, ...]
) -> Iterator[EventSuggestion]:
    kinds: set[str] = set()
    for trigger in _triggers(scene.masked, sentence):
        kind, strength, _ = _KINDS[int((trigger.lastgroup or "k0")[1:])]
        told = _told(timeline, sentence, trigger)
        own = told is not None and sentence.start <= told.day.start < sentence.end
        sure = _SURE.get((strength, own), 0.0)
        if kind in kinds or told is None or not sure or (strength == "weak" and kinds):
            continue
        if kind == "statement" and told.day.start > trigger.end() + _NEAR:
            continue  # the day of what was said and not of its saying
        kinds.add(kind)
        yield _event(scene, sentence, trigger, kind, told, named, sure)
        if len(kinds) == _MOST:
            return


def _triggers(text: str, sentence: Sentence) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for word in _THREE.finditer(text, sentence.start, sentence.end):
        if word.group().lower() not in _BEGINNINGS:
            continue
        trigger = _TRIGGER.match(text, word.start(), sentence.end)
        if trigger is None or (found and trigger.start() < found[-1].end()):
            continue
        if not _NEGATED.search(text, max(trigger.start() - 24, sentence.start), trigger.start()):
            found.append(trigger)
    return sorted(found, key=lambda m: (_KINDS[int((m.lastgroup or "k0")[1:])][1], m.start()))


def _told(timeline: Timeline, sentence: Sentence, trigger: re.Match[str]) -> Told | None:
    return timeline.day_of(trigger.start(), trigger.end())


def _event(
    scene: Scene,
    sentence: Sentence,
    trigger: re.Match[str],
    kind: str,
    told: Told,
    named: tuple[Named, ...],
    sure: float,
) -> EventSuggestion:
    own = sentence.start <= told.day.start < sentence.end
    where = _place(scene.masked, sentence, trigger.end(), named)
    names = dict.fromkeys(one.name for one in named if one.name != where and one.kind != "place")
    end = sentence.end
    while scene.text[end - 1].isspace():
        end -= 1
    planned = _PLANNED.search(scene.masked, sentence.start, trigger.end()) is not None
    return EventSuggestion(
        sentence.start,
        end,
        words_at(scene.text, sentence.start, end),
        kind,
        told.edtf,
        told.basis if own else "inferred",
        told.day.start,
        told.day.end,
        where,
        tuple(names),
        planned,
        f"{kind}: {trigger.group().lower()}",
        sure,
    )


def _place(text: str, sentence: Sentence, after: int, named: tuple[Named, ...]) -> str:
    """The place named after what happened, or else before it."""
    people = {one.start for one in named if one.kind == "person"}
    for start, end in ((after, sentence.end), (sentence.start, after)):
        for found in _PLACE.finditer(text, start, end):
            word = found.group(1)
            adjective = word in ADJECTIVES or word.split()[0] in ADJECTIVES
            if found.start(1) not in people and not _NO_PLACE.match(word) and not adjective:
                return found.group(1).removesuffix("’s").removesuffix("'s")
    return ""
