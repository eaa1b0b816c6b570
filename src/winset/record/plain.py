"""Entries as plain values (dictionaries, lists, texts, numbers) and back.

One mechanism serves the journal, `--json`, the case folder and the store. It is driven by the
dataclasses' own annotations; dates are EDTF texts, moments ISO texts.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from winset.dates import EXPECTED, Edtf
from winset.errors import Faulty, Misuse
from winset.problems import Problem, nearest_name

T = TypeVar("T")

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_BARE = frozenset((str, int, float, bool, type(None)))
"""The types of values that are plain as they are: of most, in a library."""
_WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def to_plain(entry: Any, brief: bool = False) -> dict[str, Any]:
    """An entry as a dictionary in the order of its fields; `brief` leaves out what is default.

    >>> from winset.record.documents import Source
    >>> to_plain(Source("s1", "Talks resume"), brief=True)
    {'id': 's1', 'title': 'Talks resume'}
    """
    names = _telling(entry) if brief else _names(entry.__class__)
    return {
        name: value if type(value := getattr(entry, name)) in _BARE else _plain(value, brief)
        for name in names
    }


def from_plain(kind: type[T], data: object, file: str = "", key: str = "") -> T:
    """The entry that a dictionary states; raises Faulty with every problem at once.

    >>> from winset.record.documents import Source
    >>> from_plain(Source, {"id": "s1", "title": "Talks resume"}).title
    'Talks resume'
    """
    faults = _Faults(file)
    value = _read_dataclass(kind, data, key, faults)
    if faults.problems:
        raise Faulty(tuple(faults.problems))
    return value  # type: ignore[no-any-return]  # of `kind` once there are no problems


def to_json(entry: Any) -> str:
    """An entry as JSON text, the same text for the same entry."""
    return plain_json(to_plain(entry))


def plain_json(plain: dict[str, Any]) -> str:
    """The JSON text of an entry in its plain form."""
    return _JSON.encode(plain)


def from_json(kind: type[T], text: str) -> T:
    """The entry that a JSON text states; raises Faulty."""
    return from_plain(kind, json.loads(text))


def read_typed(kind: type, name: str, text: str) -> Any:
    """The plain value of a field that a person typed as text; what cannot be read stays text.

    Lists of ids are separated by commas, lists of tables are JSON, and nothing is None where the
    field may be left out.

    >>> from winset.record.entries import Event
    >>> read_typed(Event, "participants", "aland, borduria")
    ['aland', 'borduria']
    """
    hint = _hints(kind).get(name, str)
    if type(None) in get_args(hint):
        if not text.strip():
            return None
        hint = next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple and get_args(hint)[0] is str:
        return [part.strip() for part in text.split(",") if part.strip()]
    if hint is str or hint is Edtf:
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _plain(value: Any, brief: bool) -> Any:
    if isinstance(value, tuple):
        return [part if type(part) in _BARE else _plain(part, brief) for part in value]
    if isinstance(value, Edtf | dt.date):
        return str(value) if isinstance(value, Edtf) else value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return to_plain(value, brief) if is_dataclass(value) else value


def _telling(entry: Any) -> Iterator[str]:
    """The fields of an entry that say something: neither nothing nor what they say by default."""
    for one in fields(entry):
        value = getattr(entry, one.name)
        if value is not None and value != one.default:
            yield one.name


@dataclass(slots=True)
class _Faults:
    """Problems found so far in one value."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, key: str, message: str, expected: str = "", nearest: str = "") -> None:
        self.problems.append(Problem(message, self.file, key, 0, expected, nearest))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of a kind's fields, in their order."""
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind)}


@cache
def _required(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.default is MISSING)


def _read_dataclass(kind: Any, data: object, key: str, faults: _Faults) -> Any:
    if not isinstance(data, dict):
        faults.add(
            key,
            f"{_shown(data)} is not a table",
            f"the fields of {with_article(kind.__name__.lower())}",
        )
        return None
    hints = _hints(kind)
    before = len(faults.problems)
    for name in data:
        if name not in hints:
            place = _join(key, str(name))
            faults.add(place, f"{with_article(kind.__name__.lower())} has no such field",
                       nearest=nearest_name(str(name), list(hints)))  # fmt: skip
    values: dict[str, Any] = {}
    for name, hint in hints.items():
        if name not in data:
            if name in _required(kind):
                values[name] = None
                _refuse_missing(hint, _join(key, name), faults)
        elif type(value := data[name]) is hint:  # as nearly all of a library's values are
            values[name] = value
        else:
            values[name] = _read(hint, value, _join(key, name), faults)
    return kind(**values) if len(faults.problems) == before else None


def _refuse_missing(hint: Any, key: str, faults: _Faults) -> None:
    if type(None) not in get_args(hint):
        faults.add(key, "is missing", _expected(hint))


def _read(hint: Any, value: object, key: str, faults: _Faults) -> Any:
    return _reader(hint)(value, key, faults)


@cache
def _reader(hint: Any) -> Callable[[object, str, _Faults], Any]:
    """What reads values of a type: given the value, where it stands and the list of faults."""
    if get_origin(hint) in (Union, UnionType):
        inner = _reader(next(one for one in get_args(hint) if one is not type(None)))
        return lambda value, key, faults: None if value is None else inner(value, key, faults)
    if get_origin(hint) is tuple:
        return partial(_read_tuple, get_args(hint)[0])
    if hint is Edtf:
        return _read_date
    if hint is dt.datetime:
        return _read_moment
    if is_dataclass(hint):
        return partial(_read_dataclass, hint)
    return partial(_read_choice if issubclass(hint, StrEnum) else _read_scalar, hint)


def _read_tuple(hint: Any, value: object, key: str, faults: _Faults) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        faults.add(key, f"{_shown(value)} is not a list", f"a list, each {_expected(hint)}")
        return ()
    return tuple(_read(hint, part, f"{key}[{n}]", faults) for n, part in enumerate(value))


def _read_date(value: object, key: str, faults: _Faults) -> Edtf | None:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return Edtf.of(value)
    if not isinstance(value, str):
        faults.add(key, f"{_shown(value)} is not a date", EXPECTED)
        return None
    try:
        return Edtf.parse(value)
    except Misuse as error:
        faults.add(key, str(error))
        return None


def _read_moment(value: object, key: str, faults: _Faults) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(str(value))
    except ValueError:
        faults.add(key, f"{_shown(value)} is not a moment", "as 2018-11-14T09:30:00+00:00")
        return None


def _read_choice(hint: type[StrEnum], value: object, key: str, faults: _Faults) -> Any:
    choices = [choice.value for choice in hint]
    if value in choices:
        return hint(value)
    near = nearest_name(str(value), choices)
    faults.add(key, f"{_shown(value)} is not known", "one of " + ", ".join(choices), near)
    return None


def _read_scalar(hint: Any, value: object, key: str, faults: _Faults) -> Any:
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is hint:
        return value
    faults.add(key, f"{_shown(value)} is not {_expected(hint)}", _expected(hint))
    return None


def _expected(hint: Any) -> str:
    if hint is Edtf:
        return EXPECTED
    if get_origin(hint) is tuple:
        return "a list"
    return _WORDS.get(hint, "a table")


def with_article(noun: str) -> str:
    """A noun with its article.

    >>> with_article("event"), with_article("source")
    ('an event', 'a source')
    """
    return f"an {noun}" if noun[:1] in ("a", "e", "i", "o") else f"a {noun}"


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
