"""Explanations of stability in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from winset.stability.reasons.comparison import Comparison, compare
from winset.stability.reasons.explanation import FORESIGHT, SIMULTANEOUS, Answer, Explanation
from winset.stability.reasons.telling import Teller, in_a_row
from winset.stability.results import Path, Step

if TYPE_CHECKING:
    from winset.model.space import StateSpace


def narrate(space: StateSpace, found: Explanation) -> tuple[str, ...]:
    """The explanation in sentences: the verdict first, then a paragraph for each improvement."""
    return Narrator(space, found).paragraphs()


def narrate_alike(space: StateSpace, found: Iterable[Explanation]) -> Iterator[tuple[str, ...]]:
    """Several explanations in sentences; neighbours that differ in the concept only as one."""
    tellers = (Narrator(space, one) for one in found)
    for _, alike in groupby(tellers, key=lambda one: (one.whose(), one.fate(), *one.answers())):
        first, *others = alike
        yield (first.verdict(*(one.concept() for one in others)), *first.answers())


class Narrator:
    """Tells one explanation about the states of one model."""

    def __init__(self, space: StateSpace, found: Explanation) -> None:
        self.space = space
        self.found = found
        self.foresight = FORESIGHT.get(found.concept, SIMULTANEOUS)
        self.tell = Teller(space, doubting=bool(found.sense.reading))
        self.who = self.tell.parties(found.members)
        self.alone = len(found.members) == 1

    def paragraphs(self) -> tuple[str, ...]:
        """The verdict, then what becomes of each improvement."""
        return (self.verdict(), *self.answers())

    def answers(self) -> Iterator[str]:
        """What becomes of each improvement."""
        return map(self.answer, self.found.answers)

    def verdict(self, *alike: str) -> str:
        """Whether the state is stable, by this concept and others `alike`, and why in short."""
        verdict = "is" if self.found.stable else "is not"
        much = "strongly " if self.found.sense.strong else ""
        stable = f"{much}{in_a_row([self.concept(), *alike], 'and' if verdict == 'is' else 'or')}"
        state = self.tell.name(self.found.state)
        return f"{state} {verdict} {stable} stable for {self.whose()}: {self.fate()}."

    def fate(self) -> str:
        """How many improvements there are, and what becomes of them."""
        count, bare = len(self.found.answers), sum(not one.deterred for one in self.found.answers)
        they = "it has" if self.alone else "they have"
        if not count:
            return f"from there {they} no improvement"
        gains = "one improvement" if count == 1 else f"{count} improvements"
        much = " strongly" if self.found.sense.strong and self.foresight.answered else ""
        if self.found.stable:
            deterred = "it is" if count == 1 else "each is"
            return f"{they} {gains}, and {deterred}{much} deterred"
        return f"{they} {gains}, and nothing{much} deters {_of(bare, count)}"

    def answer(self, answer: Answer) -> str:
        """One improvement: why it is one, what the others can do, and what that leaves."""
        steps = self.tell.moves(answer.path.steps)
        return f"{steps}: {self._gain(answer.path)}. {self.outcome(answer)}"

    def outcome(self, answer: Answer) -> str:
        """What the others can do about an improvement, and what that leaves."""
        if self.found.concept == "sim":
            return self._misfire(answer)
        if not self.foresight.answered:
            return f"Nash stability reckons with no answer, so nothing deters {self.who}."
        if answer.reply is None:
            liked = " they like" if self.foresight.improving else ""
            return f"From there the others have no move{liked}, so nothing deters {self.who}."
        if not answer.deterred and self._harmless(answer.path.end, answer.reply.end):
            return f"Nothing the others {self._can()} leaves {self.who} worse off than that."
        reply = self.steps(answer.reply.steps)
        return f"Then {reply}. {self._deterrence(answer, answer.reply.end)}"

    def _misfire(self, answer: Answer) -> str:
        """What others may do at the same time."""
        if answer.misfire is None:
            return f"No moves that others like and make at the same time deter {self.who}."
        moves = " and ".join(map(self.tell.liked_move, answer.misfire.moves))
        ends = ", ".join(map(self.tell.name, answer.misfire.ends))
        less = [self._first_deterred(end) for end in answer.misfire.ends]
        it = "it" if self.alone else "them"
        because = "; ".join(self.tell.comparison(one) for one in less if one is not None)
        return (
            f"But if at the same time {moves}, this leads to {ends}. That deters {it}: {because}."
        )

    def _gain(self, path: Path) -> str:
        """Why the members leave, and why those join them who are not of them."""
        members = self.found.members
        own = [self._ventured(self._compare(member, path.end)) for member in members]
        joining = [
            self.tell.compared(mover, step.end, step.start)
            for step in path.steps
            for mover in step.movers
            if mover not in members
        ]
        return "; ".join([*own, *joining])

    def _deterrence(self, answer: Answer, end: int) -> str:
        """Whether where the reply ends deters, by what, and what can still be made of it."""
        deterring = self._first_deterred(end)
        if answer.deterred and deterring is not None:
            less = self.tell.comparison(deterring)
            fear = self._feared(deterring)
            return f"That deters {self._it()}: {less}{fear}{self._no_way_out(answer)}."
        worst = f"That is the worst the others {self._can()}"
        if deterring is None or answer.way_out is None:
            return f"{worst}, and {self._spared(end)}."
        away = self.tell.moves(answer.way_out.steps)
        return f"{worst}, but from there {away}, and {self._spared(answer.way_out.end)}."

    def _no_way_out(self, answer: Answer) -> str:
        if not self.foresight.symmetric:
            return ""
        they = "it" if self.alone else "they"
        if answer.way_out is None:
            return f"; and from there {they} {'has' if self.alone else 'have'} no move"
        best = answer.way_out.end
        less = self._first_deterred(best)
        because = f": {self.tell.comparison(less)}{self._feared(less)}" if less else ""
        return f"; and the best {they} can then do is {self.tell.name(best)}{because}"

    def _it(self) -> str:
        return "it" if self.alone else "them"

    def _ventured(self, found: Comparison) -> str:
        """Why a member leaves."""
        doubtful = self.tell.doubting and not found.known
        venture = ", and in this reading it leaves for what may be better" if doubtful else ""
        return f"{self.tell.comparison(found)}{venture}"

    def _feared(self, found: Comparison) -> str:
        """Why what is not known deters."""
        doubtful = self.tell.doubting and not found.known
        return ", and in this reading what may be no better deters" if doubtful else ""

    def _first_deterred(self, end: int) -> Comparison | None:
        """How the first member compares an end with the state whom it deters, None without one."""
        compared = (self._compare(member, end) for member in self.found.members)
        return next((one for one in compared if self.found.sense.deters(one)), None)

    def _spared(self, end: int) -> str:
        """Why an end deters no member."""
        found = [self._compare(member, end) for member in self.found.members]
        told = "; ".join(map(self.tell.comparison, found))
        if self.found.sense.strong and any(one.sign <= 0 for one in found):
            return f"{told}: only what is strongly worse deters"
        if self.tell.doubting and not all(one.known for one in found):
            return f"{told}: in this reading only what is surely no better deters"
        return told

    def _compare(self, member: str, end: int) -> Comparison:
        return compare(self.space, member, end, self.found.state)

    def _harmless(self, before: int, after: int) -> bool:
        """Whether no member likes a state less than another."""
        found = (compare(self.space, one, after, before) for one in self.found.members)
        return all(one.sign >= 0 and (one.known or not self.tell.doubting) for one in found)

    def _can(self) -> str:
        return "can do by moves they like" if self.foresight.improving else "can do"

    def steps(self, steps: tuple[Step, ...]) -> str:
        """Moves in a row; where the concept asks that movers like them, with the reason."""
        if not self.foresight.improving:
            return self.tell.moves(steps)
        return ", then ".join(map(self.tell.liked_move, steps))

    def concept(self) -> str:
        """What the concept is called."""
        found = self.found
        concept = "Nash" if found.concept == "nash" else found.concept.upper()
        if found.in_turn and not self.alone:
            concept = f"coalition {concept}" if found.concept == "nash" else f"C{concept}"
        return concept

    def whose(self) -> str:
        """Who asks, and in which reading."""
        reading = f" in reading {self.found.sense.reading}" if self.found.sense.reading else ""
        if self.alone:
            return f"{self.who}{reading}"
        return f"{self.who} as {'a group' if self.found.in_turn else 'one party'}{reading}"


def _of(bare: int, count: int) -> str:
    if bare == count:
        return "it" if count == 1 else "any of them"
    return "one of them" if bare == 1 else f"{bare} of them"
