# ruff: noqa: E501  (one rule a line)
"""Positions: who is for or against what, by the cue words of the case's own codebook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from winset.reading.codebook import Codebook
from winset.reading.phrases import words_at
from winset.reading.suggestions import PositionSuggestion

FAVOURS = """
agree* accept* support* back backs backed favour* favor* welcome* endorse* call* for demand* insist*
propose* want* wants seek* urge* need* must should ready to willing to open to prepared to hope* to
intend* to committed to look* forward to in favour of in favor of important essential necessary
useful yes promote* advocate* push* for press* for acknowledge* recognise* recognize* right to
belongs* to approve* of
"""
OPPOSES = """
reject* oppose* refuse* rule* out against condemn* denounce* unacceptable inadmissible impossible
inconceivable harmful never cannot can't can’t resist* object* to dismiss* no way out of the question
red line veto* block* protest* threat* to dangerous wrong illegal illegitimate absurd irrelevant deny
denies denied criticis* criticiz* abandon*
"""
_TWO = re.compile(
    r"\S+\* (?:for|out|to|forward to|of)\b|ready to|willing to|open to|prepared to|committed to"
    r"|in favou?r of|right to|no way|out of the question|red line|\S+"
)
_NOT = re.compile(
    r"\b(?:not|never|no|neither|nor|hardly|without|cannot|refus\w+ to|declin\w+ to|fail\w* to)\s"
    r"(?:\w+\s){0,2}$|n[’']t\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_REACH = 160
_SURE, _NEUTRAL = 0.55, 0.35


@dataclass(frozen=True, slots=True)
class Utterance:
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
        self.stances = re.compile(
            f"(?P<against>{_pattern(opposes)})|(?P<favours>{_pattern(favours)})", re.IGNORECASE
        )

    def positions(self, text: str, said: tuple[Utterance, ...]) -> Iterator[PositionSuggestion]:
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
                yield self._position(text, utterance, issue, option, cue)

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
        """For or against by the word nearest to the cue; a denial before it turns it round."""
        start, end = max(said.start, cue.start() - _REACH), min(said.end, cue.end() + _REACH)
        words = [
            found
            for found in self.stances.finditer(text, start, end)
            if found.end() <= cue.start() or found.start() >= cue.end()
        ]
        if not words:
            return 0, ""
        near = min(words, key=lambda w: (_distance(w, cue), w.start()))
        stance = 1 if near["favours"] is not None else -1
        if _NOT.search(text, max(near.start() - 30, start), near.start()):
            stance = -stance
        return stance, near.group().lower()


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
