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
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from winset.errors import Faulty
from winset.problems import Problem

if TYPE_CHECKING:
    from winset.model.file.tables import Table

LARGEST = 1_000_000
_MOST_CUES, _LONGEST_CUE = 500, 100


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

    faults = Faults(file)
    root = Table(_toml(text, file), "", faults)
    try:
        codebook = _codebook(root)
    except TooManyFaults:
        raise Faulty(tuple(faults.problems)) from None
    if faults.problems:
        raise Faulty(tuple(faults.problems))
    return codebook


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


def _toml(text: str | bytes, file: str) -> dict[str, Any]:
    fault = ""
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        if len(decoded) <= LARGEST:
            return tomllib.loads(decoded.removeprefix("\ufeff"))
        fault = f"the file has {len(decoded):,} characters; expected at most {LARGEST:,}"
    except UnicodeDecodeError as error:
        fault = f"the file is not UTF-8 (byte {error.start + 1:,}); save it as UTF-8"
    except RecursionError:
        fault = "lists or tables are nested too deeply"
    except ValueError as error:
        fault = f"this is not TOML: {error}"
    raise Faulty((Problem(fault, file),))
