"""Faults in a record, as values: all of them, each with its place and what was expected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from winset.dates import Edtf
from winset.problems import Problem, nearest_name
from winset.record.documents import Document, Passage
from winset.record.entries import (
    Actor,
    Difference,
    Event,
    Forecast,
    Statement,
    Status,
    Undertaking,
)
from winset.record.kinds import Item, Reference, items, kind_of, references
from winset.record.passages import hash_text, is_faithful
from winset.record.record import Record

STATEMENT_KINDS = ("red_line", "demand", "preference", "acceptable", "statement", "quote")
BASES = ("stated", "inferred", "recalled")
ALIAS_KINDS = ("alias", "role", "metonym")
LONGEST_ID = 100
MOST_HINTS = 50
"""Problems that come with the nearest known name; looking for more would take minutes."""

_ID = re.compile(r"[^\s\"'\[\]{}<>\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a check may look up: every id's kind and standing, the documents, and the issues.

    `issues` gives the options of each issue of the model; None leaves issues unchecked.
    """

    kinds: Mapping[str, str]
    statuses: Mapping[str, Status] = field(default_factory=dict)
    """Of ids that are not accepted; an id that is not listed is."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    issues: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class _Fault:
    field: str
    message: str
    expected: str = ""
    wrong: str = ""
    choices: Iterable[str] = ()
    """Names that `wrong` may have been meant for; looked through only for a hint."""

    def problem(self, file: str, key: str, hint: bool) -> Problem:
        """The fault of the entry at `key`, with the nearest name where a hint is wanted."""
        near = nearest_name(self.wrong, self.choices) if hint and self.wrong else ""
        return Problem(self.message, file, f"{key}.{self.field}", 0, self.expected, near)


def find_problems(
    record: Record,
    issues: Mapping[str, tuple[str, ...]] | None = None,
    besides: Mapping[str, str] | None = None,
) -> tuple[Problem, ...]:
    """Every fault in a record.

    `issues` are the model's, with their options, for statements to be checked against;
    `besides` gives ids that may be referred to though they are not in the record, and their kinds.
    """
    everything = items(record)
    known = known_in(everything, issues)
    known = replace(known, kinds={**(besides or {}), **known.kinds})
    return (*_twice(everything), *check_items(everything, known), *find_circles(everything))


def known_in(
    everything: Iterable[Item], issues: Mapping[str, tuple[str, ...]] | None = None
) -> Known:
    """What can be looked up among these items."""
    listed = tuple(everything)
    return Known(
        kinds={item.id: kind_of(item) for item in listed},
        statuses=unaccepted(listed),
        documents={item.id: item for item in listed if isinstance(item, Document)},
        issues=issues,
    )


def unaccepted(everything: Iterable[Item]) -> dict[str, Status]:
    """The standing of each item that no person has accepted."""
    standings = ((item.id, status_of(item)) for item in everything)
    return {name: status for name, status in standings if status is not Status.ACCEPTED}


def status_of(item: Item) -> Status:
    """The standing of an item; sources, documents and passages are always accepted."""
    origin = getattr(item, "origin", None)
    return Status.ACCEPTED if origin is None else origin.status


def check_items(checked: Iterable[Item], known: Known) -> tuple[Problem, ...]:
    """Every fault in these items, given what is known beside them."""
    found = (
        (fault, f"{kind_of(item)}s.{item.id}")
        for item in checked
        for check in (*_EVERY, *_CHECKS.get(type(item), ()))
        for fault in check(item, known)
    )
    return tuple(
        fault.problem("", key, number < MOST_HINTS) for number, (fault, key) in enumerate(found)
    )


def check_references(
    referring: Iterable[tuple[str, str, Reference]], known: Known
) -> tuple[Problem, ...]:
    """What is wrong with references, each given with the file and key of the entry it is in."""
    found = ((file, key, _reference_fault(one, known)) for file, key, one in referring)
    wrong = ((file, key, fault) for file, key, fault in found if fault)
    return tuple(
        fault.problem(file, key, number < MOST_HINTS)
        for number, (file, key, fault) in enumerate(wrong)
    )


def _twice(everything: tuple[Item, ...]) -> Iterator[Problem]:
    kinds: dict[str, list[str]] = {}
    for item in everything:
        kinds.setdefault(item.id, []).append(kind_of(item))
    for name, found in kinds.items():
        if len(found) > 1:
            counted = ", ".join(f"{n} {kind}(s)" for kind, n in Counter(found).items())
            key = f"{found[0]}s.{name}.id"
            yield Problem(f"{counted} have this id", key=key, expected="an id of its own for each")


def find_circles(everything: Iterable[Item]) -> Iterator[Problem]:
    """Actors that belong to themselves and entries that rest on themselves, in any steps."""
    listed = tuple(everything)
    for name, follow in (("parent", _parents), ("because", _grounds)):
        steps = _endless({item.id: follow(item) for item in listed})
        for item in listed:
            if item.id in steps and _returns(item.id, steps):
                key = f"{kind_of(item)}s.{item.id}.{name}"
                yield Problem("leads back to itself", key=key, expected="no circle")


def leads_to(item: Item) -> tuple[str, ...]:
    """The ids through which an item could lead back to itself: its parent, and its grounds."""
    return (*_parents(item), *_grounds(item))


def _parents(item: Item) -> tuple[str, ...]:
    return (item.parent,) if isinstance(item, Actor) and item.parent else ()


def _grounds(item: Item) -> tuple[str, ...]:
    return tuple(one.target for one in references(item) if "because" in one.field)


def _endless(steps: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The steps left when every id whose steps come to an end is taken away, in linear time."""
    onward = {name: len({one for one in ahead if one in steps}) for name, ahead in steps.items()}
    behind: dict[str, list[str]] = {}
    for name, ahead in steps.items():
        for one in dict.fromkeys(ahead):
            behind.setdefault(one, []).append(name)
    ended = [name for name, count in onward.items() if not count]
    for name in ended:  # grows as ends are found
        for one in behind.get(name, ()):
            onward[one] -= 1
            if not onward[one]:
                ended.append(one)
    return {name: steps[name] for name, count in onward.items() if count}


def _returns(name: str, steps: Mapping[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    ahead = list(steps.get(name, ()))
    while ahead:
        step = ahead.pop()
        if step == name:
            return True
        if step not in seen:
            seen.add(step)
            ahead.extend(steps.get(step, ()))
    return False


def _check_id(item: Item, _: Known) -> Iterator[_Fault]:
    if len(item.id) > LONGEST_ID or not _ID.fullmatch(item.id):
        shown = item.id if len(item.id) <= 40 else item.id[:37] + "..."
        expected = f"1 to {LONGEST_ID} characters without spaces, quotes or brackets"
        yield _Fault("id", f"{shown!r} cannot be an id", expected)


def _check_texts(item: Item, _: Known) -> Iterator[_Fault]:
    for name in type(item).__dataclass_fields__:
        value = getattr(item, name)
        if isinstance(value, str) and not value.isascii() and _is_broken(value):
            yield _Fault(name, "holds half of a character (a lone surrogate)", "whole characters")


def _is_broken(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _check_references(item: Item, known: Known) -> Iterator[_Fault]:
    for reference in references(item):
        if fault := _reference_fault(reference, known):
            yield fault
        elif status_of(item) is Status.ACCEPTED and reference.target in known.statuses:
            standing = known.statuses[reference.target].value
            yield _Fault(reference.field, f"{reference.target!r} is {standing}, not accepted",
                         "accepted entries only, under an accepted one")  # fmt: skip


def _reference_fault(reference: Reference, known: Known) -> _Fault | None:
    found = known.kinds.get(reference.target)
    wanted = reference.kind
    article = "an" if wanted[:1] in "aeu" else "a"
    if found is None:
        named = (name for name, kind in known.kinds.items() if wanted in ("", kind))
        expected = f"the id of {article} {wanted}" if wanted else "an id of the record"
        message = f"{reference.target!r} is not known"
        return _Fault(reference.field, message, expected, reference.target, named)
    if wanted not in ("", found):
        message = f"{reference.target!r} is of kind {found}"
        return _Fault(reference.field, message, f"the id of {article} {wanted}")
    return None


def _check_origin(item: Item, _: Known) -> Iterator[_Fault]:
    origin = getattr(item, "origin", None)
    if origin is not None:
        yield from _chance("origin.confidence", origin.confidence)


def _check_document(item: Any, _: Known) -> Iterator[_Fault]:
    if not _is_broken(item.text) and item.hash != hash_text(item.text):
        yield _Fault("hash", "is not that of the text", "the SHA-256 of the text in UTF-8")
    for number, part in enumerate(item.parts):
        if not 0 <= part.start < part.end <= len(item.text):
            yield _outside(f"parts[{number}]", part.start, part.end, item)


def _check_passage(item: Passage, known: Known) -> Iterator[_Fault]:
    document = known.documents.get(item.document)
    if document is None:
        return
    if not 0 <= item.start < item.end <= len(document.text):
        yield _outside("start", item.start, item.end, document)
    elif not is_faithful(item, document):
        said = document.text[item.start : item.end][:40]
        yield _Fault("exact", f"does not match {item.document}", f"{said!r} and the text's hash")


def _outside(field: str, start: int, end: int, document: Document) -> _Fault:
    return _Fault(field, f"{start} to {end} is no place in {document.id}",
                  f"a start before an end, within {len(document.text)} characters")  # fmt: skip


def _check_actor(item: Actor, _: Known) -> Iterator[_Fault]:
    for number, alias in enumerate(item.aliases):
        yield from _one_of(f"aliases[{number}].kind", alias.kind, ALIAS_KINDS)
        yield from _in_order(f"aliases[{number}].end", alias.start, alias.end, "its start")


def _check_statement(item: Statement, known: Known) -> Iterator[_Fault]:
    if not item.actor and status_of(item) is Status.ACCEPTED:
        yield _Fault("actor", "nobody is named", "the actor's id: name the actor first")
    if item.stance not in (-1, 0, 1):
        yield _Fault("stance", f"{item.stance} is no stance", "1 (for), -1 (against) or 0")
    yield from _one_of("kind", item.kind, STATEMENT_KINDS)
    yield from _in_order("reported", item.said, item.reported, "it was said")
    if item.option and not item.issue:
        yield _Fault("issue", f"is missing beside the option {item.option!r}", "the option's issue")
    if item.issue and known.issues is not None:
        yield from _check_issue(item, known.issues)


def _check_issue(item: Statement, issues: Mapping[str, tuple[str, ...]]) -> Iterator[_Fault]:
    if item.issue not in issues:
        message = f"{item.issue!r} is not an issue of the model"
        yield _Fault("issue", message, "", item.issue, issues)
    elif item.option:
        yield from _one_of("option", item.option, issues[item.issue])


def _check_event(item: Event, _: Known) -> Iterator[_Fault]:
    yield from _one_of("basis", item.basis, BASES)


def _check_undertaking(item: Undertaking, _: Known) -> Iterator[_Fault]:
    yield from _in_order("due", item.agreed, item.due, "it was agreed")
    for number, review in enumerate(item.reviews):
        yield from _in_order(f"reviews[{number}].date", item.agreed, review.date, "it was agreed")


def _check_forecast(item: Forecast, _: Known) -> Iterator[_Fault]:
    yield from _chance("probability", item.probability)
    yield from _in_order("horizon", item.made, item.horizon, "it was made")
    if item.resolution is not None:
        yield from _in_order("resolution.date", item.made, item.resolution.date, "it was made")


def _check_difference(item: Difference, _: Known) -> Iterator[_Fault]:
    if len(item.accounts) < 2:
        yield _Fault("accounts", f"a difference with {len(item.accounts)}", "two or more accounts")


def _one_of(field: str, value: str, choices: tuple[str, ...]) -> Iterator[_Fault]:
    if value not in choices:
        expected = "one of " + ", ".join(choices)
        yield _Fault(field, f"{value[:40]!r} is not known", expected, value, choices)


def _chance(field: str, value: float | None) -> Iterator[_Fault]:
    if value is not None and not 0 <= value <= 1:
        yield _Fault(field, f"{value:g} is no probability", "a number from 0 to 1")


def _in_order(field: str, early: Edtf | None, late: Edtf | None, what: str) -> Iterator[_Fault]:
    """A fault where the later day certainly lies before the earlier one."""
    if early is not None and late is not None and late.last < early.first:
        yield _Fault(field, f"{late} is before {what} ({early})", f"{early} or later")


_EVERY: tuple[Callable[[Item, Known], Iterator[_Fault]], ...] = (
    _check_id,
    _check_texts,
    _check_references,
    _check_origin,
)
_CHECKS: Mapping[type, tuple[Callable[[Any, Known], Iterator[_Fault]], ...]] = {
    Document: (_check_document,),
    Passage: (_check_passage,),
    Actor: (_check_actor,),
    Statement: (_check_statement,),
    Event: (_check_event,),
    Undertaking: (_check_undertaking,),
    Forecast: (_check_forecast,),
    Difference: (_check_difference,),
}
