"""Tables of a TOML file, read key by key; every fault is noted and reading goes on."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from winset.dates import EXPECTED, Edtf
from winset.errors import Misuse
from winset.model.names import LONGEST_NAME, NAME_RULE, composed, is_id
from winset.model.wording import shown, shown_key, unknown_name
from winset.problems import Problem, nearest_name

Item = TypeVar("Item")
_KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "a table",
}
LARGEST = 10.0**15
"""Points and weights beyond this are taken for slips."""


MOST_FAULTS = 500


class TooManyFaults(Exception):
    """So many faults that the rest would only hide them."""


class Faults:
    """The problems found so far in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(
        self, key: str, message: str, *, column: int = 0, expected: str = "", nearest: str = ""
    ) -> None:
        """Note one fault."""
        self.problems.append(Problem(message, self.file, key, column, expected, nearest))
        if len(self.problems) == MOST_FAULTS:
            rest = f"there may be more than these {MOST_FAULTS} faults; correct them first"
            self.problems.append(Problem(rest, self.file))
            raise TooManyFaults

    def unknown(
        self, key: str, what: str, name: str, known: Iterable[str], column: int = 0
    ) -> None:
        """Note a name that is not among the known ones."""
        self.take(key, unknown_name(what, name, tuple(known), column))

    def take(self, key: str, problem: Problem) -> None:
        """Note a fault found in the value of a key."""
        self.add(
            key,
            problem.message,
            column=problem.column,
            expected=problem.expected,
            nearest=problem.nearest,
        )


class Table:
    """One table, with the key path that leads to it."""

    def __init__(self, data: dict[str, Any], key: str, faults: Faults) -> None:
        self.data = data
        self.key = key
        self.faults = faults

    def path(self, name: str) -> str:
        """The key path of one of its keys."""
        return f"{self.key}.{shown_key(name)}" if self.key else shown_key(name)

    def fault(self, name: str, message: str, **more: Any) -> None:
        """Note a fault in the value of one of its keys."""
        self.faults.add(self.path(name), message, **more)

    def allow(self, *known: str) -> None:
        """Note every key that is not known here."""
        for name in self.data:
            if name not in known:
                self.fault(
                    name,
                    f"the key {shown(name)} is not known here",
                    expected=f"one of {', '.join(known)}",
                    nearest=nearest_name(name, known),
                )

    def has(self, name: str) -> bool:
        """Whether the file gives the key."""
        return name in self.data

    def text(self, name: str, default: str = "") -> str:
        """A text."""
        value = self._value(name, str)
        return default if value is None else str(value)

    def flag(self, name: str) -> bool:
        """True or false; false when left out."""
        return bool(self._value(name, bool))

    def number(self, name: str, default: float) -> float:
        """A finite number of sensible size; `default` when left out or faulty."""
        value = self._value(name, float)
        if value is None:
            return default
        if not math.isfinite(value) or abs(value) > LARGEST:
            self.fault(name, f"{value} is out of range", expected="a number below 10^15")
            return default
        return float(value)

    def texts(self, name: str, numbers: bool = False) -> tuple[tuple[str, str], ...]:
        """Pairs (key path, text) of a list of texts; whole numbers count as texts if `numbers`."""
        return tuple(
            (path, str(value))
            for path, value in self._items(name)
            if self._is_text(path, value, numbers)
        )

    def table(self, name: str) -> Table:
        """The table at a key, empty when left out."""
        value = self._value(name, dict)
        return Table({} if value is None else dict(value), self.path(name), self.faults)

    def tables(self, name: str, what: str) -> Iterator[tuple[str, Table]]:
        """The tables at a key, each with its id."""
        taken: set[str] = set()
        for raw, value in self.table(name).data.items():
            key = f"{self.path(name)}.{shown_key(raw)}"
            if self._new_id(raw, key, what, taken) and _is(value, dict):
                yield composed(raw), Table(value, key, self.faults)
            elif not _is(value, dict):
                self._wrong_kind(key, value, dict)

    def rows(self, name: str) -> Iterator[Table]:
        """The tables of an array of tables, each with its number."""
        for path, value in self._items(name):
            if _is(value, dict):
                yield Table(value, path, self.faults)
            else:
                self._wrong_kind(path, value, dict)

    def lists(self, name: str) -> Iterator[tuple[str, list[Any]]]:
        """The lists of a list of lists, each with its key path."""
        for path, value in self._items(name):
            if _is(value, list):
                yield path, value
            else:
                self._wrong_kind(path, value, list)

    def day(self, name: str) -> dt.date | None:
        """A day, or the first day an EDTF text can mean."""
        value = self.data.get(name)
        if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
            return value
        if not isinstance(value, str):
            self.fault(name, f"{shown(value)} is not a day", expected=EXPECTED)
            return None
        try:
            return Edtf.parse(value).first
        except Misuse:
            self.fault(name, f"{shown(value)} is not a day", expected=EXPECTED)
            return None

    def _value(self, name: str, kind: type) -> Any:
        value = self.data.get(name)
        if value is None or _is(value, kind):
            return value
        self._wrong_kind(self.path(name), value, kind)
        return None

    def _items(self, name: str) -> Iterator[tuple[str, Any]]:
        value = self._value(name, list)
        for number, item in enumerate(value or (), start=1):
            yield f"{self.path(name)}[{number}]", item

    def _is_text(self, path: str, value: Any, numbers: bool) -> bool:
        if _is(value, str) or (numbers and _is(value, int)):
            return True
        self._wrong_kind(path, value, str)
        return False

    def _wrong_kind(self, path: str, value: Any, kind: type) -> None:
        self.faults.add(path, f"{shown(value)} is {_kind(value)}", expected=_KINDS[kind])

    def _new_id(self, raw: str, key: str, what: str, taken: set[str]) -> bool:
        name = composed(raw)
        if not is_id(name):
            self.faults.add(
                key,
                f"{shown(raw)} cannot be the id of a {what}",
                expected=f"{NAME_RULE}, at most {LONGEST_NAME} characters",
            )
            return False
        if name in taken:
            self.faults.add(key, f"the {what} {shown(name)} is given twice", expected="it once")
            return False
        taken.add(name)
        return True


def without_doubles(
    items: Iterable[tuple[str, Item]], faults: Faults, what: str, name: Callable[[Item], str] = str
) -> tuple[Item, ...]:
    """The items of pairs (key path, item), each once; an item given twice is a fault."""
    kept: dict[Item, None] = {}
    for path, item in items:
        if item in kept:
            faults.add(path, f"the {what} {shown(name(item))} is given twice", expected="it once")
        kept[item] = None
    return tuple(kept)


def read_titles(table: Table, what: str, known: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The table `titles`: (name, words) for names that are `known`; others are noted."""
    titles, found = table.table("titles"), []
    for raw in titles.data:
        name = composed(raw)
        if name in known:
            found.append((name, titles.text(raw)))
        else:
            titles.faults.unknown(titles.path(raw), what, name, known)
    return tuple(found)


def _is(value: Any, kind: type) -> bool:
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, (int, float) if kind is float else kind)


def _kind(value: Any) -> str:
    for kind, words in _KINDS.items():
        if _is(value, kind):
            return words
    return "a day or time"
