"""What one sentence reports: its verbs of speech, who speaks by each, and up to where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from winset.reading.people.mentions import Mention, after_verb, before_asides
from winset.reading.speech.report_verbs import FORMS, SHOWING, Form
from winset.reading.speech.reporters import (
    is_denied,
    is_somebody,
    main_subject,
    named,
    speaker_at,
)
from winset.reading.speech.told_before import Told, told_before
from winset.reading.speech.told_words import words_told
from winset.reading.text.tokens import Token, place_of
from winset.reading.text.words import FORMS_OF_BE, lexicon

_HANGING = lexicon(
    "what how who whom whose which because if unless whether when whenever ” » \" ' ’"
)
"""Words before a speaker whose clause is no sentence of its own: `what the mayor said`."""
_LEADING = lexicon("while although though when if as because since before after once whenever")
_YIELDING = lexicon("while although though as")
"""Words that lead in to a clause which is told as true: `While she said so, he left`."""
_QUOTING = lexicon("quoted quotes quoting cited cites citing")
_FAR = 10
"""Words between `quoted` and `as saying`."""
_LED = lexicon(", by while after before when ” \" ' ’ »")
_TURNS = lexicon("but while though although whereas and")
_Turn = tuple[int, Mention]
"""The place of the last word told before, and who speaks now."""


def told(words: list[Token], end: int) -> list[Told]:
    """All that a sentence ending at `end` reports, in its order; none within another."""
    cues = [place for place, word in enumerate(words) if word.lower in FORMS]
    if not cues:
        return []
    last = told_before(words, cues, end)
    if last is None:
        return list(_told_after(words, cues, end, []))
    later = [verb for verb in cues if verb > last.verb and words[verb].start >= last.end]
    return [last, *_told_after(words, later, end, last.mention)]


def _told_after(words: list[Token], cues: list[int], end: int, speaker: Mention) -> Iterator[Told]:
    """`The mayor said that …, adding that …`: the words after each verb, up to the next."""
    before: Told | None = None
    for verb in cues:
        if before and words[verb].start < before.start:
            continue
        form = FORMS[words[verb].lower]
        turn = _turn(words, verb, form, before, speaker)
        if turn is None:
            continue
        last, mention = turn
        if before is not None:
            yield replace(before, end=words[last].end)
        before = None
        found = words_told(words, verb)
        if found is not None:
            rule = "adding" if mention is speaker else found[0]
            stop = _stop(words, mention, found[1], end)
            before = Told(rule, mention, verb, words[found[1]].start, stop)
        speaker = mention
    if before is not None:
        yield before


def _turn(
    words: list[Token], verb: int, form: Form, before: Told | None, speaker: Mention
) -> _Turn | None:
    """Where the words told before end and who speaks now; None where those go on."""
    quoted = _quoted(words, verb) if form.shape == "ing" else []
    if quoted and before is None:
        return 0, quoted
    subject = _end_of_subject(words, verb) if words[verb].lower == "clear" else verb
    if is_denied(words, subject, form.shape):
        return None
    last, passive = _last_before(words, subject, form)
    if last < 0 or words[last].lower == "to":
        return None
    joined = words[last].lower in ("and", "but", "or")
    if joined or (form.shape == "ing" and words[last + 1].lower not in FORMS_OF_BE and not passive):
        same = before is None or form.shape in ("ing", FORMS[words[before.verb].lower].shape)
        led = last > 0 and (joined or words[last].lower in _LED)
        return _same_speaker(words, last, speaker) if led and same else None
    mention = speaker_at(words, last, last + 1 if form.shape == "ing" or passive else subject)
    if words[verb].lower in SHOWING and not is_somebody(mention):
        return None
    if before is None:
        return (0, mention) if _is_free(words, mention) else None
    return _other_speaker(words, mention, verb)


def _last_before(words: list[Token], verb: int, form: Form) -> tuple[int, bool]:
    """The last word before a verb and what belongs to it, and whether it is `quoted as saying`."""
    last = before_asides(words, verb - 1)
    passive = last > 1 and words[last].lower == "as"
    if passive:
        last = before_asides(words, last - 2)
    while (passive or form.shape == "ing") and last > 0 and words[last].lower in FORMS_OF_BE:
        last = before_asides(words, last - 1)
    return last, passive


def _same_speaker(words: list[Token], last: int, speaker: Mention) -> _Turn | None:
    """`…, adding that`, `… and said`: who spoke before, or whom the sentence is about."""
    mention = speaker or named(main_subject(words[:last])) or _inverted(words[:last])
    comma = words[last - 1].text == ","
    return (last - 1 - comma, mention) if mention else None


def _is_free(words: list[Token], mention: Mention) -> bool:
    """Whether the clause of a speaker hangs on none: not `while he said`, `what he said`."""
    first = place_of(words, mention[0].start) if mention else None
    if not first:
        return first == 0 and not any(word.lower in _HANGING for word in mention)
    before = words[first - 1].lower
    if before == "when":
        return first > 2 and words[first - 2].text == ","
    return before not in _HANGING and not (
        first == 1 and before in _LEADING and before not in _YIELDING
    )


def _stop(words: list[Token], mention: Mention, first: int, end: int) -> int:
    """Where words told in a clause that another follows end: `While she said so, he left`."""
    speaker = place_of(words, mention[0].start)
    if not speaker or words[speaker - 1].lower not in _YIELDING or speaker > 1:
        return end
    return next((word.start for word in words[first + 2 :] if word.text == ","), end)


def _quoted(words: list[Token], verb: int) -> Mention:
    """Who speaks in `the paper quoted Berg as saying that …`."""
    for place in range(verb - 2, max(verb - _FAR, 0), -1):
        if words[place].lower in _QUOTING:
            active = words[place - 1].lower not in FORMS_OF_BE
            return named(after_verb(words, place)) if active else []
    return []


def _end_of_subject(words: list[Token], verb: int) -> int:
    """The place of the verb that tells who speaks: that of `made` in `made it clear`."""
    made = verb - 2 if words[verb - 1].lower == "it" else verb - 1
    return made if made > 0 and words[made].lower in ("made", "makes") else 0


def _inverted(words: list[Token]) -> Mention:
    """Who spoke last before some words: `“…,” said Berg`."""
    verbs = (place for place, word in enumerate(words) if word.lower in FORMS)
    return named(after_verb(words, max(verbs, default=len(words))))


def _other_speaker(words: list[Token], mention: Mention, verb: int) -> _Turn | None:
    """Where the words before another speaker end: `…, but the envoy said`, `, she added,`."""
    first = place_of(words, mention[0].start) if mention else None
    if first is None or first < 3:
        return None
    if words[first - 1].text == ";":
        return first - 2, mention
    if words[first - 1].text == "," and (verb + 1 == len(words) or words[verb + 1].text in ",."):
        return first - 2 - (words[first - 2].lower in _TURNS), mention
    if words[first - 1].lower not in _TURNS:
        return None
    if words[first - 2].text in ",;":
        return first - 3, mention
    return (first - 2, mention) if words[first - 1].lower in ("but", "while") else None
