"""Words before a quotation in its sentence that say who spoke it: `The mayor said: “…”`."""

from __future__ import annotations

from winset.reading.people.mentions import (
    Mention,
    after_verb,
    before_verb,
    can_speak,
    is_pronoun,
    person,
    subject,
    words_of,
)
from winset.reading.speech.papers import is_document, paper_before
from winset.reading.speech.scene import Scene, Verdict
from winset.reading.speech.speaking import (
    NEAR,
    author,
    governs,
    inverted,
    spoken,
    subject_before,
    verbs_back,
)
from winset.reading.speech.whose import owner
from winset.reading.text.tokens import Token
from winset.reading.text.words import (
    CUE_NOUNS,
    DETERMINERS,
    LOOSE_VERBS,
    NAMING_VERBS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    lexicon,
)

_OPENING = DETERMINERS | PERSON_PRONOUNS
_DETERMINED = DETERMINERS | POSSESSIVES
_NOT_ACROSS = NAMING_VERBS | LOOSE_VERBS
_FAR = 10
_TOLD = ("says", "said", "say", "tells", "warns", "vows")
_BELIEFS = ("believe", "believes", "believed", "fear", "fears", "feared", "worries", "worried")
_SAYING_NOW = ("say", "says", "answers", "replies")
_SPOKE_OF = frozenset(("speaking", "spoke", "speaks", "talking", "talked", "talks", "boasting"))
_TOLD_OF = lexicon("said says told wrote argued argues added noted saying adding noting arguing")
_PASSIVE = lexicon(
    "asked told said warned informed described hailed praised criticized criticised condemned"
    " denounced dismissed called branded slammed blasted mocked characterized portrayed rejected"
    " derided lauded decried"
)
_LEADING_CLAUSES = ("when", "after", "while", "if", "because", "although", "though", "before")


def cue_before(scene: Scene, place: int) -> Verdict | None:
    """`The mayor said: “…`, close by or with more of the sentence between."""
    words = scene.before(place)
    unlikely = None
    if len(words) > 2 and words[-1].lower in ("of", "about") and words[-2].lower in _SPOKE_OF:
        mention = subject_before(words, len(words) - 2)
        if can_speak(mention):
            return spoken(scene, place, mention, words, len(words) - 2, "cue before")
    for verb in verbs_back(words, _main_clause(words), len(words)):
        if words[verb].lower in ("agreed", "agrees") and verb:
            return _agreed(words, verb)
        if words[verb].lower in _BELIEFS and _told_of(words, verb):
            continue
        found = _by_whom(scene, place, words, verb)
        if found is None and governs(words, verb):
            found = _by_verb(scene, place, words, verb)
        if found is not None and (found.kind != "speech" or can_speak(found.mention)):
            return found
        unlikely = unlikely or found
    return unlikely


def _by_verb(scene: Scene, place: int, words: list[Token], verb: int) -> Verdict | None:
    """Whose words those are that hang on the verb at `verb`."""
    mention = paper_before(words, verb)
    if mention:
        return Verdict("document", "document speaks", mention, words_of(mention))
    distance = sum(word.is_word for word in words[verb + 1 :])
    if words[verb].lower in NAMING_VERBS and (distance == 0 or _what_is_called(words, verb)):
        return _called(scene, place, words, verb)
    if distance == 0 and words[verb].lower in _SAYING_NOW and _is_supposed(words, verb):
        return Verdict("summary", "summed up")
    mention = inverted(words, verb) or subject_before(words, verb)
    mention = [] if mention and mention[0].lower == "to" else mention
    if not mention and scene.voice is not None and _goes_on(scene, place):
        mention = scene.voice.mention
    if [word.lower for word in mention] == ["it"]:
        mention = author(words, words[:verb]) or mention  # `In a statement by the port, it said`
    if mention and is_document(mention, words[verb]) and not author(words, mention):
        return Verdict("document", "document speaks", mention, words_of(mention))
    rule = "cue before" if distance <= NEAR else "same sentence"
    return spoken(scene, place, mention, words, verb, rule) if mention else None


def _told_of(words: list[Token], belief: int) -> bool:
    """Whether a belief is what somebody says: `Berg said the port fears “…”`."""
    for verb in range(belief - 1, max(belief - _FAR, 0), -1):
        joined = words[verb - 1].is_capital or is_pronoun(words[verb - 1 : verb])
        if words[verb].lower in (",", "but") or (words[verb].lower == "and" and not joined):
            return False
        if words[verb].lower in _TOLD_OF and governs(words, verb):
            return True
    return False


def _by_whom(scene: Scene, place: int, words: list[Token], verb: int) -> Verdict | None:
    """`The deal was hailed by Berg as “…`, `Roe was told by Berg: “…`."""
    near = [word.lower for word in words[verb + 1 : verb + 4]]
    if words[verb].lower not in _PASSIVE or "by" not in near:
        return None
    mention = after_verb(words, verb + 1 + near.index("by"))
    if not can_speak(mention):
        return None
    after = [word.lower for word in words if word.start >= mention[-1].end]
    leads = not after or (len(after) <= NEAR and after[0] in ("as", "that", ":"))
    leads = leads or (words[verb].lower == "asked" and after[0] == "," == after[-1])
    if not leads and after[:2] != ["to", "be"]:
        return None
    return spoken(scene, place, mention, words, verb, "cue before")


def _is_supposed(words: list[Token], verb: int) -> bool:
    """Whether nobody has said it yet: `if the port says “no”`."""
    clause = [word.lower for word in words[max(verb - _FAR, 0) : verb]]
    return "if" in clause and "," not in clause[clause.index("if") :]


def _what_is_called(words: list[Token], verb: int) -> bool:
    """Whether only a word such as `its` stands between: `what it called its “final” offer`."""
    near = [word.lower for word in words[max(verb - 2, 0) : verb]]
    return len(words) == verb + 2 and words[-1].lower in _DETERMINED and near == ["what", "it"]


def _main_clause(words: list[Token]) -> int:
    """Where a sentence goes on after a clause of time or reason: `When the port closed, …`."""
    if not words or words[0].lower not in _LEADING_CLAUSES:
        return 0
    return next((number + 1 for number, word in enumerate(words) if word.text == ","), 0)


def according_to(scene: Scene, place: int) -> Verdict | None:
    """`According to the mayor, the plan was “…`."""
    if "according" not in scene.lower_before(place):
        return None
    words = scene.before(place)
    for source in range(len(words) - 2):
        if words[source].lower == "according" and words[source + 1].lower == "to":
            mention = after_verb(words, source + 1) or _pronoun(words[source + 2 :])
            anew = [n for n in verbs_back(words, source + 2, len(words)) if governs(words, n)]
            if anew and person(subject_before(words, anew[0])):
                return None  # `According to the agency, Berg said it was “…`
            if mention and (author(words, mention) or not is_document(mention, words[source])):
                return spoken(scene, place, mention, words, source, "same sentence")
    return None


def _pronoun(words: list[Token]) -> Mention:
    return words[:1] if words and words[0].lower in ("him", "her", "them") else []


def _agreed(words: list[Token], verb: int) -> Verdict | None:
    """What was agreed to in these words: nobody's speech."""
    following = words[verb + 1].lower if verb + 1 < len(words) else ""
    return Verdict("document", "document word") if following in ("to", "that") else None


def _called(scene: Scene, place: int, words: list[Token], verb: int) -> Verdict:
    """A name given (`they call it “…”`), or words of one who calls so (`what he called`)."""
    for what in range(verb - 1, max(verb - 6, -1), -1):
        if words[what].lower == "what":
            mention = before_verb(words[what + 1 :], verb - what - 1)
            if mention and mention[0].lower in ("it", "he", "she"):
                mention = subject(words[:what]) or mention
            if mention and mention[0].lower not in ("they", "we", "some", "many", "is"):
                return spoken(scene, place, mention, words, verb, "cue before")
    return Verdict("term", "name given")


def _goes_on(scene: Scene, place: int) -> bool:
    """Whether the sentence of a speech just before has not ended yet."""
    return bool(scene.verdicts) and scene.verdicts[-1].kind == "speech" and scene.joined(place)


def by_subject(scene: Scene, place: int) -> Verdict:
    """Part of a sentence without a verb of speech: its subject’s, or whose was just heard."""
    words = scene.whole_before(place)
    mention = subject(words)
    if mention and (person(mention) or is_pronoun(mention)) and mention[0].lower != "it":
        return spoken(scene, place, mention, words, 0, "long fragment")
    answer = next((n for n, word in enumerate(mention) if word.lower in CUE_NOUNS), 0)
    if answer and mention[answer - 1].text.endswith(("’s", "'s")):  # `the mayor’s answer was “…”`
        return spoken(scene, place, owner(mention[:answer]), words, 0, "long fragment")
    voice, start = scene.voice, scene.paragraphs[scene.top[place].paragraph].start
    if voice is not None and voice.end > start:
        return Verdict("speech", "long fragment", voice.mention, voice.speaker)
    if can_speak(mention):
        return spoken(scene, place, mention, words, 0, "long fragment")
    return Verdict("speech", "long fragment")


def aside(scene: Scene, place: int) -> Verdict | None:
    """`It was not, one envoy sniffed, “a deal”`: who spoke stands between commas."""
    words = scene.before(place)
    acted = _acted(scene, place, words) if words[-2:-1] and words[-2].lower[-2:] == "ed" else []
    if acted:
        return spoken(scene, place, acted, words, len(words) - 2, "cue before")
    commas = [number for number, word in enumerate(words) if word.text == ","]
    if not words or len(commas) < 2 or commas[-1] != len(words) - 1:
        return None
    inside = words[commas[-2] + 1 : -1]
    if not 2 <= len(inside) <= _FAR or not inside[-1].lower.endswith("ed"):
        return None
    begins = inside[0].is_capital or inside[0].lower in _OPENING
    return (
        spoken(scene, place, inside[:-1], words, len(words) - 2, "cue before") if begins else None
    )


def _acted(scene: Scene, place: int, words: list[Token]) -> Mention:
    """Who did something and spoke a sentence: `Berg shrugged, “We will wait.”`"""
    if not 2 < len(words) <= _FAR:
        return []
    if scene.text[scene.top[place].start].islower() or scene.ending(place) not in ".?!,…":
        return []
    mention = before_verb(words, len(words) - 2)
    known = bool(mention) and (person(mention) or mention[0].lower in ("he", "she"))
    return mention if known and mention[0].start == words[0].start else []


def across(scene: Scene, place: int) -> Verdict | None:
    """`Berg, whose “net” broke, said the bank was “shut”`: the subject before other quotes."""
    if not scene.joined(place):
        return None
    words = scene.whole_before(place)
    if len(scene.before(place)) > _FAR or any(word.lower == "agreed" for word in words):
        return None
    for verb in verbs_back(words, 0, len(words)):
        if not governs(words, verb) or words[verb].lower in _NOT_ACROSS:
            continue
        mention = subject_before(words, verb)
        if mention and is_document(mention, words[verb]):
            return Verdict("document", "document speaks", mention, words_of(mention))
        if mention:
            return spoken(scene, place, mention, words, verb, "same sentence")
    return None


def colon(scene: Scene, place: int) -> Verdict | None:
    """`Berg fired back forcefully: “No.”`: the subject of a sentence that leads in with a colon."""
    words = scene.before(place)
    first = scene.text[scene.top[place].start]
    if len(words) < 2 or words[-1].text != ":" or first.islower():
        return None
    mention = subject(words)
    if mention and mention[0].text in scene.full_names and not person(mention):
        mention = mention[:1]
    if not can_speak(mention) or is_document(mention, words[-1]):
        return None
    return spoken(scene, place, mention, words, len(words) - 1, "same sentence")


def script(scene: Scene, place: int) -> Verdict | None:
    """`Berg: “…”`, as in the record of a conversation."""
    words = scene.before(place)
    if len(words) < 2 or words[-1].text != ":" or len(words) > 6:
        return None
    mention = words[:-1]
    named = person(mention) and all(word.is_capital for word in mention)
    return spoken(scene, place, mention, words, len(words) - 1, "cue before") if named else None


def in_heading(scene: Scene, place: int) -> Verdict | None:
    """Words of somebody in a headline: `Berg says talks are ‘over’`, `Port envoy: ‘We wait’`."""
    words = scene.before(place)
    if any(word.lower in _TOLD for word in words):
        found = cue_before(scene, place)
        return found if found and found.kind == "speech" and can_speak(found.mention) else None
    if len(words) < 2 or words[-1].text != ":" or not can_speak(words[:-1]):
        return None
    return spoken(scene, place, words[:-1], words, len(words) - 1, "cue before")
