"""A case's own words: its issues with their cue words, stances, and more verbs, titles, metonyms.

The text file looks like this; every table and key may be left out:

    [issues.quota]
    title = "The herring quota"
    cues = ["quota", "catch limit*"]
    [issues.quota.options.shared]
    cues = ["shared quota", "joint quota"]

    [stances]
    for = ["is open to"]
    against = ["red line"]

    [words]
    speech_verbs = ["thunders"]
    titles = ["harbourmaster"]

    [metonyms]
    "Harbour House" = "northern ports"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from winset.errors import Faulty
from winset.problems import Problem

if TYPE_CHECKING:
    from winset.model.file.tables import Table

LARGEST = 1_000_000
_MOST_CUES, _LONGEST_CUE = 500, 100
_HEADER = re.compile(r"\s*\[\[?([^\]]+)\]")
_ASSIGNED = re.compile(r"\s*((?:\"[^\"]*\"|'[^']*'|[\w.-]+)(?:\s*\.\s*(?:\"[^\"]*\"|[\w-]+))*)\s*=")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[\w-]+")
_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class CodedOption:
    """An outcome of an issue, and the words that speak of it."""

    id: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedIssue:
    """A matter positions are taken on; a cue may end in `*` for any ending."""

    id: str
    title: str = ""
    cues: tuple[str, ...] = ()
    options: tuple[CodedOption, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """What the analyst of a case looks for; all of it is added to the lists built in."""

    issues: tuple[CodedIssue, ...] = ()
    favours: tuple[str, ...] = ()
    """More words of those who are for something."""
    opposes: tuple[str, ...] = ()
    """More words of those who are against something."""
    speech_verbs: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    metonyms: tuple[tuple[str, str], ...] = ()
    """Names of places and houses, each with the actor it stands for."""


def read_codebook(text: str | bytes, file: str = "") -> Codebook:
    """The codebook a TOML text states; raises Faulty with every problem in it."""
    from winset.model.file.tables import Faults, Table, TooManyFaults

    faults, decoded = Faults(file), _decoded(text, file)
    root = Table(_toml(decoded, file), "", faults)
    try:
        codebook = _codebook(root)
    except TooManyFaults:
        raise Faulty(_with_lines(faults.problems, decoded)) from None
    if faults.problems:
        raise Faulty(_with_lines(faults.problems, decoded))
    return codebook


def _with_lines(problems: Iterable[Problem], text: str) -> tuple[Problem, ...]:
    """The problems in the order of the file, each with the line it is on."""
    places = list(_places(text))
    found = [(_line_of(problem.key, places), problem) for problem in problems]
    told = (
        (line, replace(problem, message=f"{problem.message} (line {line})") if line else problem)
        for line, problem in found
    )
    return tuple(problem for _, problem in sorted(told, key=lambda one: one[0]))


def _places(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """The path of every table and key of a TOML text, with its line."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header, key = _HEADER.match(line), _ASSIGNED.match(line)
        if header:
            table = _path(header.group(1))
            yield table, number
        elif key:
            yield (*table, *_path(key.group(1))), number


def _path(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(key))


def _line_of(key: str, places: list[tuple[tuple[str, ...], int]]) -> int:
    """The line of the longest path that leads to a key, or that it leads to; 0 where none does."""
    path = _path(_INDEX.sub("", key))
    leading = [(len(one), line) for one, line in places if one == path[: len(one)]]
    within = (line for one, line in places if one[: len(path)] == path)
    return max(leading, key=lambda one: one[0])[1] if leading else next(within, 0)


def _codebook(root: Table) -> Codebook:
    root.allow("issues", "stances", "words", "metonyms")
    stances, words = root.table("stances"), root.table("words")
    stances.allow("for", "against")
    words.allow("speech_verbs", "titles")
    metonyms = root.table("metonyms")
    return Codebook(
        tuple(_issue(id_, table) for id_, table in root.tables("issues", "issue")),
        _cues(stances, "for"),
        _cues(stances, "against"),
        _cues(words, "speech_verbs"),
        _cues(words, "titles"),
        tuple((name, metonyms.text(name)) for name in metonyms.data if name.strip()),
    )


def _issue(id_: str, table: Table) -> CodedIssue:
    table.allow("title", "cues", "options")
    options = []
    for option, inner in table.tables("options", "option"):
        inner.allow("cues", "title")
        options.append(CodedOption(option, _cues(inner, "cues")))
    return CodedIssue(id_, table.text("title"), _cues(table, "cues"), tuple(options))


def _cues(table: Table, name: str) -> tuple[str, ...]:
    """A list of words or phrases, each short and with a letter in it."""
    found: list[str] = []
    for path, cue in table.texts(name):
        plain = " ".join(cue.split())
        if not re.search(r"\w", plain) or len(plain) > _LONGEST_CUE:
            wanted = f"a word or phrase of at most {_LONGEST_CUE} characters"
            table.faults.add(path, "this can never be found in a text", expected=wanted)
        elif plain not in found:
            found.append(plain)
    if len(found) > _MOST_CUES:
        table.fault(name, f"it has {len(found):,} cues", expected=f"at most {_MOST_CUES}")
    return tuple(found)


def _decoded(text: str | bytes, file: str) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = f"the file is not UTF-8 (byte {error.start + 1:,}); save it as UTF-8"
    raise Faulty((Problem(fault, file),))


def _toml(text: str, file: str) -> dict[str, Any]:
    fault = f"the file has {len(text):,} characters; expected at most {LARGEST:,}"
    try:
        if len(text) <= LARGEST:
            return tomllib.loads(text)
    except RecursionError:
        fault = "lists or tables are nested too deeply"
    except ValueError as error:
        fault = f"this is not TOML: {error}"
    raise Faulty((Problem(fault, file),))
