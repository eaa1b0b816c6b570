"""Positions: who is for or against what, by the cue words of the case's own codebook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from winset.reading.codebook import Codebook
from winset.reading.suggestions import PositionSuggestion
from winset.reading.text.phrases import words_at

FAVOURS = """
agree agrees agreed accept* support* backs backed favour* favor* welcome* endorse* call* for
demand demands demanded demanding insist* propose* want wants wanted seek* urge urges urged urging
need needs must should ready to willing to open to prepared to hope* to intend* to committed to
look* forward to in favour of in favor of important essential necessary useful yes promote*
advocate* push* for press* for acknowledge* recognise* recognize* right to belongs* to approve* of
"""
OPPOSES = """
reject* oppose* refuse* rule* out against condemn* denounce* unacceptable inadmissible impossible
inconceivable harmful never cannot can't can’t resist* object* to dismiss* no way
out of the question red line veto* block* protest* threat* to dangerous wrong illegal illegitimate
absurd irrelevant deny denies denied criticis* criticiz* premature
"""
_TWO = re.compile(
    r"\S+\* (?:for|out|to|forward to|of)\b|ready to|willing to|open to|prepared to|committed to"
    r"|in favou?r of|right to|no way|out of the question|red line|\S+"
)
_NOT = re.compile(
    r"\b(?:not|never|no|neither|nor|hardly|without|cannot|far from|refus\w+ to|declin\w+ to"
    r"|fail\w* to)\s(?:[\w-]+\s){0,2}$|n[’']t\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_CLAIMS = (
    r"ideas?|notions?|suggestions?|claims?|proposals?|demands?|calls?|arguments?|views?"
    r"|possibility|plans?|offers?|reports?"
)
_DISOWNS = re.compile(
    r"\b(?<!no )(?:reject|dismiss|den(?:y|ie)|rul(?:e|ing)|oppos|refus|doubt|disput|scoff)\w*"
    rf"(?: out| at)?\b[^.;]{{0,30}}?\b(?:{_CLAIMS})\b(?: that| of| for| to)?"
    r"|(?<!no )(?:den(?:y|ie)|doubt)\w* that\b",
    re.IGNORECASE,
)
"""Words that turn round what is said after them: `rejected the idea that …`."""
_ENDS = re.compile(
    r"\b(?:lift|remov|end|abandon|stop|halt|suspend|scrap|eas|drop|withdraw|dismantl|cancel|freez"
    r"|renounc|abolish|repeal|reduc|cut|clos|ban|block|forbid|prevent|breach|violat|reconsider|leav"
    r"|quit|give up|giv\w+ up)(?:|s|e|es|ed|ing|al|ment|en|t?ting|ped|ping)\b",
    re.IGNORECASE,
)
"""Words for doing away with what comes after them, or before: `sanctions must be lifted`."""
_PREDICATES = re.compile(
    r"must|should|needs?|cannot|can[’']t|never|unacceptable|inadmissible|impossible|inconceivable"
    r"|harmful|dangerous|wrong|illegal|illegitimate|absurd|irrelevant|premature|important|essential"
    r"|necessary|useful|welcome|out of the question|red line|no way",
    re.IGNORECASE,
)
"""Words of stance that may stand after what they are about; others stand before it."""
_STOPS = re.compile(
    r"[.;:!?](?=\s|$)|\bbut\b|, (?:while|whereas|although|though)\b|,"
    r"|\b(?P<others>which|who|whose|before|after|until|unless|when|because)\b"
)
"""Where what is thought of something ends; after `others` it is thought by somebody else."""
_SENTENCE_END = re.compile(r"[.!?](?=[\s”\"’']|$)")
_NEXT = re.compile(r"[,.;:!?]|\b(?:that|which|who|but|and|while|to)\b")
_NAMES = re.compile(r"\b(?:the|an?|this|that|its|their|his|her)\s$|-$", re.IGNORECASE)
"""What stands before a word that only tells which thing is meant."""
_REACH, _REACH_AFTER = 80, 40
_SURE, _NEUTRAL = 0.75, 0.3
_SPOKEN = ("quote", "report")
"""Utterances that are a position though they say neither yes nor no."""


class Utterance(NamedTuple):
    """Words with their owner: a speech, a report, or what a sentence says its subject did."""

    start: int
    end: int
    actor: str
    actor_id: str
    edtf: str
    rule: str


class Coder:
    """The patterns of one codebook, compiled once for all the documents of a case."""

    def __init__(self, codebook: Codebook) -> None:
        self.issues = tuple(
            (issue.id, option, re.compile(_pattern(cues), re.IGNORECASE))
            for issue in codebook.issues
            for option, cues in _cues(issue.id, issue.cues, issue.options)
            if cues
        )
        favours = (*_TWO.findall(FAVOURS), *codebook.favours)
        opposes = (*_TWO.findall(OPPOSES), *codebook.opposes)
        self.own = re.compile(_pattern((*codebook.favours, *codebook.opposes)) or r"(?!)", re.I)
        self.stances = re.compile(
            f"(?P<against>{_pattern(opposes)})|(?P<favours>{_pattern(favours)})", re.IGNORECASE
        )

    def positions(self, text: str, said: Iterable[Utterance]) -> Iterator[PositionSuggestion]:
        """One position an utterance and issue; the option is that of its most exact cue."""
        for utterance in said if self.issues else ():
            best: dict[str, tuple[str, re.Match[str]]] = {}
            for issue, option, pattern in self.issues:
                cue = pattern.search(text, utterance.start, utterance.end)
                if cue is None:
                    continue
                known = best.get(issue)
                if known is None or (option and not known[0]):
                    best[issue] = (option or (known[0] if known else ""), cue)
            for issue, (option, cue) in best.items():
                found = self._position(text, utterance, issue, option, cue)
                if found.stance or utterance.rule in _SPOKEN:
                    yield found

    def _position(
        self, text: str, said: Utterance, issue: str, option: str, cue: re.Match[str]
    ) -> PositionSuggestion:
        stance, word = self._stance(text, said, cue)
        rule = f"{said.rule}: {word or 'no word for or against'}"
        return PositionSuggestion(
            said.start,
            said.end,
            words_at(text, said.start, said.end),
            said.actor,
            issue,
            option,
            stance,
            said.edtf,
            cue.group(),
            rule,
            _SURE if stance else _NEUTRAL,
            said.actor_id,
        )

    def _stance(self, text: str, said: Utterance, cue: re.Match[str]) -> tuple[int, str]:
        """For or against by the word nearest to the cue in its clause.

        A denial before that word turns it round, and so do a claim disowned before it and a word
        for doing away with what the cue names. A question takes no stance.
        """
        start, end = _clause(text, said, cue)
        words = [word for word in self.stances.finditer(text, start, end) if self._tells(word, cue)]
        stop = _SENTENCE_END.search(text, cue.end(), said.end + 1)
        if not words or (stop and stop.group() == "?"):
            return 0, ""
        near = min(words, key=lambda w: (_distance(w, cue), w.start()))
        stance = 1 if near["favours"] is not None else -1
        turns = _NOT.search(text, max(near.start() - 40, start), near.start()) is not None
        turns ^= _DISOWNS.search(text, start, near.start()) is not None
        turns ^= start == said.start and _is_disowned(text, said.start)
        turns ^= stance > 0 and _does_away(text, near, cue, said.end)
        return (-stance if turns else stance), near.group().lower()

    def _tells(self, word: re.Match[str], cue: re.Match[str]) -> bool:
        """Whether a word of stance can be about a cue: before it, or as what is said of it."""
        plain = word.group().lower()
        if _NAMES.search(word.string, max(word.start() - 12, 0), word.start()):
            return False  # `the agreed terms`
        if word.end() <= cue.start():
            return True
        after = word.start() >= cue.end()
        return after and (_PREDICATES.fullmatch(plain) or self.own.fullmatch(plain)) is not None


def _is_disowned(text: str, place: int) -> bool:
    """Whether the words right before an utterance deny it: `denied that …`."""
    before = text[max(place - _REACH, 0) : place]
    return any(not before[found.end() :].strip() for found in _DISOWNS.finditer(before))


def _clause(text: str, said: Utterance, cue: re.Match[str]) -> tuple[int, int]:
    """The words around a cue in which its owner says what he thinks of it; none of another's."""
    start, end = max(said.start, cue.start() - _REACH), min(said.end, cue.end() + _REACH_AFTER)
    for stop in _STOPS.finditer(text, start, cue.start()):
        if stop.group() != ",":
            start = cue.start() if stop["others"] else stop.end()
        elif start == cue.start():
            start = stop.end()
    after = next(
        (stop for stop in _STOPS.finditer(text, cue.end(), end) if stop.group() != ","), None
    )
    return start, after.start() if after else end


def _does_away(text: str, word: re.Match[str], cue: re.Match[str], end: int) -> bool:
    """Whether what is favoured is an end of the thing: `should lift the …`, `… must be lifted`."""
    if word.end() <= cue.start():
        return _ENDS.search(text, word.end(), cue.start()) is not None
    last = min(end, word.end() + _REACH_AFTER)
    after = _NEXT.search(text, word.end(), last)
    return _ENDS.search(text, word.end(), after.start() if after else last) is not None


def _distance(word: re.Match[str], cue: re.Match[str]) -> int:
    """Characters between; words after the cue count as further off than those before."""
    before = cue.start() - word.end()
    return before if before >= 0 else 2 * (word.start() - cue.end())


def _cues(
    issue: str, cues: tuple[str, ...], options: tuple[object, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "", cues
    for option in options:
        yield getattr(option, "id", ""), getattr(option, "cues", ())


def _pattern(cues: tuple[str, ...]) -> str:
    """An expression for any of some cues, the longest first; `*` stands for any ending."""
    ordered = sorted(dict.fromkeys(cues), key=lambda cue: (-len(cue), cue))
    return "|".join(_one(cue) for cue in ordered)


def _one(cue: str) -> str:
    words = [
        re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in cue.split()
    ]
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
