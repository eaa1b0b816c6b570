"""Explanations of stability in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from winset.model.writer import write_expression
from winset.stability.comparison import Comparison, compare
from winset.stability.explanation import FORESIGHT, Answer, Explanation
from winset.stability.results import Step

if TYPE_CHECKING:
    from winset.model.space import StateSpace


def narrate(space: StateSpace, found: Explanation) -> tuple[str, ...]:
    """The explanation in sentences: the verdict first, then a paragraph for each improvement."""
    return Narrator(space, found).paragraphs()


class Narrator:
    """Tells one explanation about the states of one model."""

    def __init__(self, space: StateSpace, found: Explanation) -> None:
        self.space = space
        self.found = found
        self.foresight = FORESIGHT[found.concept]

    def paragraphs(self) -> tuple[str, ...]:
        """The verdict, then what becomes of each improvement."""
        return (self.verdict(), *(self.answer(answer) for answer in self.found.answers))

    def verdict(self) -> str:
        """Whether the state is stable, and the reason in short."""
        found, state = self.found, self.name(self.found.state)
        party = self.party(found.party)
        head = f"{state} is {'' if found.stable else 'not '}{_in_words(found.concept)} stable"
        count = len(found.answers)
        if not count:
            return f"{head} for {party}: from there it has no improvement."
        gains = "one improvement" if count == 1 else f"{count} improvements"
        if found.stable:
            fate = "it is deterred" if count == 1 else "each is deterred"
            return f"{head} for {party}: it has {gains}, and {fate}."
        bare = sum(not answer.deterred for answer in found.answers)
        return f"{head} for {party}: it has {gains}, and nothing deters {_of(bare, count)}."

    def answer(self, answer: Answer) -> str:
        """One improvement: why it is one, what the others can do, and what that leaves."""
        return " ".join(self._about(answer))

    def _about(self, answer: Answer) -> Iterator[str]:
        step, party = answer.improvement, self.party(self.found.party)
        yield f"{self.move(step)}: {self._gain(step)}."
        if not self.foresight.answered:
            yield f"Nash stability reckons with no answer, so nothing deters {party}."
        elif answer.reply is None:
            yield f"Nothing the others {self._can()} leaves {party} worse off than that."
        else:
            yield f"Then {self.steps(answer.reply.steps)}."
            yield from self._outcome(answer, answer.reply.end)

    def _outcome(self, answer: Answer, end: int) -> Iterator[str]:
        verdict = compare(self.space, self.found.party, end, self.found.state)
        if answer.deterred:
            yield f"That deters it: {self.comparison(verdict)}{self._no_way_out(answer)}."
        elif verdict.sign > 0:
            yield f"That is the worst the others {self._can()}, and {self.comparison(verdict)}."
        elif answer.way_out is not None:
            escape = compare(self.space, self.found.party, answer.way_out.end, self.found.state)
            out = f"{self.move(answer.way_out)}, and {self.comparison(escape)}"
            yield f"That is the worst the others {self._can()}, but from there {out}."

    def _no_way_out(self, answer: Answer) -> str:
        if not self.foresight.symmetric:
            return ""
        if answer.way_out is None:
            return "; and from there it has no move"
        best = compare(self.space, self.found.party, answer.way_out.end, self.found.state)
        return f"; and the best it can then do is {self.name(best.first)}: {self.comparison(best)}"

    def _can(self) -> str:
        return "can do by moves they like" if self.foresight.improving else "can do"

    def _gain(self, step: Step) -> str:
        gains = [compare(self.space, mover, step.end, step.start) for mover in step.movers]
        return "; ".join(self.comparison(gain) for gain in gains)

    def steps(self, steps: tuple[Step, ...]) -> str:
        """Moves in a row; where the concept asks that movers like them, with the reason."""
        if not self.foresight.improving:
            return ", then ".join(self.move(step) for step in steps)
        return ", then ".join(f"{self.move(step)} ({self._gain(step)})" for step in steps)

    def move(self, step: Step) -> str:
        """Who goes where, and what changes on the way."""
        movers = " and ".join(self.party(mover) for mover in step.movers)
        verb = "moves" if len(step.movers) == 1 else "together move"
        before, after = self.space.options(step.start), self.space.options(step.end)
        changed = [f"{name}={option}" for name, option in after.items() if before[name] != option]
        how = f" ({' '.join(changed)})" if changed else ""
        return f"{movers} {verb} from {self.name(step.start)} to {self.name(step.end)}{how}"

    def comparison(self, found: Comparison) -> str:
        """Which of two states a party prefers, and by what."""
        party, first, second = self.party(found.party), self.name(found.first), found.second
        if found.sign == 0:
            if found.first == second:
                return f"that is {first} again"
            return f"to {party} {first} and {self.name(second)} are equally good"
        liking = "prefers" if found.sign > 0 else "does not prefer"
        return f"{party} {liking} {first} to {self.name(second)}, {self._ground(found)}"

    def _ground(self, found: Comparison) -> str:
        if found.statement is not None:
            text = write_expression(found.statement.text)
            where = self.name(found.statement.true_of)
            return f"by its statement {found.statement.number}, “{text}”, true of {where} only"
        first, second = found.places
        return f"which stand at places {first} and {second} of its ranking"

    def name(self, state: int) -> str:
        """The model's own name of a state, else its short form."""
        return self.space.names.get(state) or self.space.short(state)

    def party(self, party: str) -> str:
        """What the model calls a party."""
        names = {known.id: known.name for known in self.space.model.parties}
        return names[party] or party


def _in_words(concept: str) -> str:
    return "Nash" if concept == "nash" else concept.upper()


def _of(bare: int, count: int) -> str:
    if bare == count:
        return "it" if count == 1 else "any of them"
    return "one of them" if bare == 1 else f"{bare} of them"
