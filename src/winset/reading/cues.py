"""Words that say a quotation was spoken, and by whom."""

from __future__ import annotations

from winset.reading.mentions import (
    Mention,
    after_verb,
    apposed,
    before_verb,
    is_description,
    is_pronoun,
    name,
    person,
    subject,
    words_of,
)
from winset.reading.places import PLACE_WORDS
from winset.reading.scene import Scene, Verdict
from winset.reading.tokens import Token, tokens
from winset.reading.wordings import is_document
from winset.reading.words import (
    CUE_NOUNS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FORMS_OF_BE,
    LOOSE_VERBS,
    MENTION_STOPS,
    NAMING_VERBS,
    NEGATIONS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PRONOUNS,
    ROLE_NOUNS,
    SPEECH_VERBS,
    SUBORDINATORS,
    TITLES,
)

_CLOSING = ",?!.…—–-;"
_FURTHEST_AFTER = 30
_NEAR, _FAR = 4, 10
_ANSWERS = ("responded", "replied", "answered", "responds", "replies", "answers")


def cue_after(scene: Scene, place: int) -> Verdict | None:
    """`…,” said the mayor` and `…,” the mayor said`."""
    span = scene.top[place]
    words = scene.after(place)
    ending = scene.text[span.end - 1]
    comma = bool(words) and words[0].text == ","
    words = _without_brackets(words[1:] if comma else words)
    words = words[1:] if words and words[0].lower == "as" else words
    words = words[2:] if [word.lower for word in words[:2]] == ["is", "how"] else words
    if not words or not (comma or ending in _CLOSING) or _starts_anew(ending, words[0]):
        return None
    verb = _verb_after(words)
    if verb is None:
        return _acting(scene, place, words)
    if words[verb].lower == "according":
        mention = after_verb(words, verb + 1)
    else:
        mention = _cut(words[:verb]) if verb else after_verb(words, 0)
    return _spoken(scene, place, mention, words, verb, "cue after") if mention else None


def _without_brackets(words: list[Token]) -> list[Token]:
    """Words without what stands in brackets: `Rep. Roe (D-Ohio) said`."""
    found: list[Token] = []
    depth = 0
    for word in words:
        if word.text == "(" and found:
            depth += 1
        elif word.text == ")" and depth:
            depth -= 1
        elif not depth:
            found.append(word)
    return found


def _acting(scene: Scene, place: int, words: list[Token]) -> Verdict | None:
    """A whole sentence, then what its speaker did: `“No,” he shrugs.`"""
    span = scene.top[place]
    starts = not scene.text[span.start].islower() and not scene.before(place)
    verb = words[0].lower
    if starts and verb.endswith("ed") and words[0].text.islower() and len(words) > 2:
        named = after_verb(words, 0)
        return _spoken(scene, place, named, words, 0, "cue after") if person(named) else None
    person_first = words[0].lower in PERSON_PRONOUNS or (
        words[0].is_capital and not words[0].text.isupper() and words[0].lower not in DETERMINERS
    )
    if scene.text[span.end - 1] not in ",?!—" or not person_first or len(words) < 2:
        return None
    last = 1 if words[0].lower in PERSON_PRONOUNS or not words[1].is_capital else 2
    if last >= len(words) or not words[last].lower.endswith(("ed", "s")):
        return None
    closed = last + 1 == len(words) or words[last + 1].text in ",.:;"
    known = words[last].is_capital or words[last].lower in FORMS_OF_BE
    if not closed or not starts or known:
        return None
    return _spoken(scene, place, words[:last], words, last, "cue after")


def according_to(scene: Scene, place: int) -> Verdict | None:
    """`According to the mayor, the plan was “…`."""
    words = scene.before(place)
    for source in range(len(words) - 2):
        if words[source].lower == "according" and words[source + 1].lower == "to":
            mention = after_verb(words, source + 1) or _pronoun(words[source + 2 :])
            if mention and not is_document(mention, words[source]):
                return _spoken(scene, place, mention, words, source, "same sentence")
    return None


def cue_before(scene: Scene, place: int) -> Verdict | None:
    """`The mayor said: “…` close by, or with more of the sentence between."""
    words = scene.before(place)
    for verb in range(len(words) - 1, -1, -1):
        if words[verb].lower in ("agreed", "agrees") and verb:
            return _agreed(words, verb)
        if not _governs(words, verb):
            continue
        if verb and words[verb - 1].lower in DOCUMENT_NOUNS - {"line"}:
            mention = words[verb - 1 : verb]
            return Verdict("document", "document speaks", mention, words_of(mention))
        distance = sum(word.is_word for word in words[verb + 1 :])
        if words[verb].lower in NAMING_VERBS and distance == 0:
            return _called(scene, place, words, verb)
        mention = _subject_before(words, verb) or _inverted(words, verb)
        if not mention and scene.voice is not None and _goes_on(scene, place):
            mention = scene.voice.mention
        if mention and is_document(mention, words[verb]):
            return Verdict("document", "document speaks", mention, words_of(mention))
        if mention:
            rule = "cue before" if distance <= _NEAR else "same sentence"
            return _spoken(scene, place, mention, words, verb, rule)
    return None


def _agreed(words: list[Token], verb: int) -> Verdict | None:
    """What was agreed to in these words: nobody's speech."""
    following = words[verb + 1].lower if verb + 1 < len(words) else ""
    return Verdict("document", "document word") if following in ("to", "that") else None


def _pronoun(words: list[Token]) -> Mention:
    return words[:1] if words and words[0].lower in ("him", "her", "them") else []


def aside(scene: Scene, place: int) -> Verdict | None:
    """`It was not, one envoy sniffed, “a deal”`: who spoke stands between commas."""
    words = scene.before(place)
    commas = [number for number, word in enumerate(words) if word.text == ","]
    if not words or len(commas) < 2 or commas[-1] != len(words) - 1:
        return None
    inside = words[commas[-2] + 1 : -1]
    if not 2 <= len(inside) <= _FAR or not inside[-1].lower.endswith("ed"):
        return None
    begins = inside[0].is_capital or inside[0].lower in DETERMINERS | PERSON_PRONOUNS
    return (
        _spoken(scene, place, inside[:-1], words, len(words) - 2, "cue before") if begins else None
    )


def across(scene: Scene, place: int) -> Verdict | None:
    """`Berg, whose “net” broke, said the bank was “shut”`: the subject before other quotes."""
    if not scene.joined(place):
        return None
    words = scene.whole_before(place)
    if len(scene.before(place)) > _FAR or any(word.lower == "agreed" for word in words):
        return None
    for verb in range(len(words) - 1, -1, -1):
        if not _governs(words, verb) or words[verb].lower in NAMING_VERBS | LOOSE_VERBS:
            continue
        mention = _subject_before(words, verb)
        if mention and is_document(mention, words[verb]):
            return Verdict("document", "document speaks", mention, words_of(mention))
        if mention:
            return _spoken(scene, place, mention, words, verb, "same sentence")
    return None


def first_person(scene: Scene, place: int) -> Verdict | None:
    """Part of a sentence in which its subject is heard: `Berg gave it “a year, if we’re lucky”`."""
    span = scene.top[place]
    words = {word.lower for word in tokens(scene.text, span.start, min(span.end, span.start + 400))}
    spoken = words & _HEARD or any(word.endswith(_SHORT_FORMS) for word in words)
    if not spoken or len(words) < _NEAR:
        return None
    mention = subject(scene.whole_before(place))
    speaker = scene.full_name(person(mention)) if mention else ""
    if mention and speaker:
        return Verdict("speech", "long fragment", mention, speaker)
    return None


_HEARD = frozenset(("i", "we", "our", "my", "us", "me", "you"))
_SHORT_FORMS = ("’re", "'re", "n’t", "n't", "’ll", "'ll", "’m", "'m", "’ve", "'ve")


def _called(scene: Scene, place: int, words: list[Token], verb: int) -> Verdict:
    """A name given (`they call it “…”`), or words of one who calls so (`what he called`)."""
    for what in range(verb - 1, max(verb - 6, -1), -1):
        if words[what].lower == "what":
            mention = before_verb(words[what + 1 :], verb - what - 1)
            if mention and mention[0].lower in ("it", "he", "she"):
                mention = subject(words[:what]) or mention
            if mention and mention[0].lower not in ("they", "we", "some", "many", "is"):
                return _spoken(scene, place, mention, words, verb, "cue before")
    return Verdict("term", "name given")


def _inverted(words: list[Token], verb: int) -> Mention:
    """The subject after a verb in an aside before the quote: `Nor, argues Jane Roe, “…”`."""
    if verb == 0 or words[verb - 1].text != "," or words[verb].lower.endswith("ing"):
        return []
    found = after_verb(words, verb)
    return found if person(found) else []


def script(scene: Scene, place: int) -> Verdict | None:
    """`Berg: “…”`, as in the record of a conversation."""
    words = scene.before(place)
    if len(words) < 2 or words[-1].text != ":" or len(words) > 6:
        return None
    mention = words[:-1]
    named = person(mention) and all(word.is_capital for word in mention)
    return _spoken(scene, place, mention, words, len(words) - 1, "cue before") if named else None


def _goes_on(scene: Scene, place: int) -> bool:
    """Whether the sentence of a speech just before has not ended yet."""
    return bool(scene.verdicts) and scene.verdicts[-1].kind == "speech" and scene.joined(place)


def paragraph_before(scene: Scene, place: int) -> Verdict | None:
    """A quote that fills its paragraph, led in by the sentence before: `She replied as follows.`"""
    if not scene.starts_paragraph(place):
        return None
    words = scene.sentence_of(scene.top[place].paragraph - 1, last=True)
    if not words or words[-1].text not in ".:,":
        return None
    for verb in range(len(words) - 1, 0, -1):
        if _governs(words, verb):
            mention = _subject_before(words, verb)
            if mention:
                return _spoken(scene, place, mention, words, verb, "paragraph before")
    for noun in range(1, len(words)):
        if words[noun].lower in CUE_NOUNS and words[noun - 1].lower in POSSESSIVES:
            return _spoken(scene, place, [words[noun - 1]], words, noun, "paragraph before")
        if words[noun].lower in CUE_NOUNS and words[noun - 1].text.endswith(("’s", "'s")):
            return _spoken(scene, place, [words[noun - 1]], words, noun, "paragraph before")
    return None


def paragraph_after(scene: Scene, place: int) -> Verdict | None:
    """A quote that fills its paragraph and is taken up by the next: `This remark by the mayor`."""
    if not scene.fills_paragraph(place):
        return None
    words = scene.sentence_of(scene.top[place].paragraph + 1, last=False)
    for noun in range(1, len(words) - 1):
        pointing = words[noun - 1].lower in ("this", "these", "that", "those", "the", "such")
        if words[noun].lower not in CUE_NOUNS or not pointing:
            continue
        if words[noun + 1].lower in ("by", "from", "of"):
            mention = after_verb(words, noun + 1)
        else:
            mention = _maker(words, noun)
        if mention:
            return _spoken(scene, place, mention, words, noun, "paragraph after")
    return None


def _maker(words: list[Token], noun: int) -> Mention:
    """Who `made the remarks`, given where `remarks` is."""
    for verb in range(noun - 2, max(noun - 4, 0), -1):
        if words[verb].lower in ("made", "gave", "issued", "delivered"):
            return before_verb(words, verb)
    return []


def _starts_anew(ending: str, word: Token) -> bool:
    """Whether the words after a quote are a sentence of their own."""
    if ending == ".":
        return word.is_capital
    return ending in "?!…" and word.is_capital and word.lower in SUBORDINATORS | DETERMINERS


def _verb_after(words: list[Token]) -> int | None:
    if words[0].lower == "according" and len(words) > 2:
        return 0
    for place, word in enumerate(words[:_FURTHEST_AFTER]):
        if word.text in ";:(" or (place == 0 and not _begins_clause(word)):
            return None
        following = words[place + 1].lower if place + 1 < len(words) else ""
        if word.lower == "quoted" and place and words[place - 1].lower in FORMS_OF_BE:
            return place - 1
        finite = word.lower in SPEECH_VERBS and not word.lower.endswith("ing")
        if finite and not word.is_capital and following not in ("that", "by"):
            return place
        if finite and following == "that":
            return None
    return None


def _begins_clause(word: Token) -> bool:
    return (
        word.is_capital
        or word.lower in SPEECH_VERBS
        or word.lower in DETERMINERS
        or word.lower in PRONOUNS
        or word.lower in ROLE_NOUNS
        or word.lower in TITLES
        or word.lower in POSSESSIVES
    )


def _cut(words: list[Token]) -> Mention:
    """A subject without what is said about it: `a source quoted by the paper`."""
    found: Mention = []
    for word in words:
        stop = word.lower in MENTION_STOPS or not (word.is_word or word.text in ".&")
        if found and stop:
            break
        found.append(word)
    while len(found) > 1 and not found[-1].is_capital and found[-1].lower.endswith(("ed", "ly")):
        found.pop()
    while len(found) > 1 and found[-1].lower in ("also", "then", "has", "had", "later"):
        found.pop()
    return found


def _governs(words: list[Token], verb: int) -> bool:
    """Whether the word at `verb` can be the verb that a quote after it hangs on."""
    word = words[verb].lower
    if word not in SPEECH_VERBS or (words[verb].is_capital and verb):
        return False
    distance = len(words) - verb
    if word in ("agreed", "agrees"):
        return False  # `they agreed to “…”` tells what was agreed, not who spoke
    if word in LOOSE_VERBS and word not in NAMING_VERBS and distance > _NEAR + 3:
        return False
    back = [earlier.lower for earlier in words[max(verb - 3, 0) : verb]]
    if any(earlier in NEGATIONS for earlier in back) and back[-1] != ",":
        return False
    following = words[verb + 1].lower if verb + 1 < len(words) else ""
    if following == "by" or (word.endswith("s") and _is_noun(back, following)):
        return False
    passive = bool(back) and back[-1] in FORMS_OF_BE and not word.endswith("ing")
    return not passive


def _is_noun(back: list[str], following: str) -> bool:
    """Whether a form such as `claims` or `demands` is a plural noun here."""
    led = bool(back) and (back[-1] in DETERMINERS or back[-1] in POSSESSIVES)
    return led or following in ("for", "of", "on", "from", "about", "between", "against")


def _subject_before(words: list[Token], verb: int) -> Mention:
    before = words[verb - 1].lower if verb else ""
    if before == "to" and verb > 1 and words[verb - 2].lower == "used":
        return before_verb(words, verb - 2)
    if before == "as":
        return _quoted(words, verb - 1)
    dependent = words[verb].lower.endswith("ing") or before in ("to", "and", "but", "or")
    found = [] if dependent else before_verb(words, verb)
    if words[verb].lower.endswith("ing") and before not in ("", ","):
        beside = before_verb(words, verb)  # `with one side calling it`
        led = next((w.lower for w in reversed(words) if beside and w.end <= beside[0].start), "")
        found = beside if led == "with" else found
    if not found or _is_bare(found):
        found = _main_subject(words, verb)
    return [] if _is_bare(found) else found


def _quoted(words: list[Token], as_: int) -> Mention:
    """Whose words a paper gives: `the paper quoted Berg as saying`, `Berg was quoted as saying`."""
    for verb in range(as_ - 1, -1, -1):
        if words[verb].lower in ("quoted", "quotes", "quoting", "cited", "citing", "reported"):
            between = after_verb(words[:as_], verb)
            return between or subject(words[:verb])
    return subject(words[:as_])


def _main_subject(words: list[Token], verb: int) -> Mention:
    """The subject of the last verb of speech before a dependent one, or of the sentence."""
    for earlier in range(verb - 1, 0, -1):
        if words[earlier].lower in SPEECH_VERBS and not words[earlier].lower.endswith("ing"):
            found = before_verb(words, earlier)
            if found and not _is_bare(found):
                return found
    return subject(words[:verb])


def _is_bare(mention: Mention) -> bool:
    return all(
        word.lower in DETERMINERS or word.lower in ("it", "who") for word in mention
    ) and not (len(mention) == 1 and mention[0].lower == "it")


_THEIRS = ("his", "her", "their", "its")


def _of_theirs(mention: Mention) -> bool:
    """Whether a mention says whose somebody is, without a name: `its envoy`."""
    return mention[0].lower in _THEIRS and not person(mention[1:])


def _of_state(mention: Mention) -> str:
    """A description that an adjective sets apart from whoever was named last."""
    return words_of(mention) if any(word.lower in PLACE_WORDS for word in mention) else ""


def _spoken(
    scene: Scene, place: int, mention: Mention, words: list[Token], cue: int, rule: str
) -> Verdict:
    """Speech, with a pronoun or description resolved to the person it points back at."""
    speaker = scene.full_name(name(mention))
    beside = apposed(words, mention) if not person(mention) else []
    if beside:
        speaker = scene.full_name(name(beside))
    elif is_pronoun(mention) or is_description(mention) or _of_theirs(mention):
        answering = words[cue].lower in _ANSWERS
        speaker = (
            scene.holder(mention)
            or _of_state(mention)
            or scene.antecedent(place, answering, is_pronoun(mention))
            or speaker
        )
    return Verdict("speech", rule, mention, speaker)
