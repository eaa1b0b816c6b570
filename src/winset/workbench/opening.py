"""What a path leads to: a model file, a case folder, or a case file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from winset.errors import Faulty, Misuse
from winset.model import find_problems
from winset.problems import nearest_name
from winset.record.entries import Entry, Status
from winset.record.kinds import items, record_of
from winset.record.record import Record
from winset.report.findings import ModelVersion
from winset.workbench.files import is_case_file, read_file, require_name

if TYPE_CHECKING:
    from winset.store import ModelVersion as Kept

LARGEST_MODEL = 64 * 2**20
"""Bytes; no model written by people comes near it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A record, the newest version of each model, and what is attached, wherever it was kept."""

    path: Path
    record: Record = field(default_factory=Record)
    models: tuple[ModelVersion, ...] = ()
    attachments: Mapping[str, bytes] = field(default_factory=dict)

    is_model_file: bool = False
    """Whether the path was a model file, without a case around it."""
    known_by: dt.date | None = None
    """The day after which published works do not count; None for all of them."""

    def model(self, *names: str) -> ModelVersion:
        """The first model kept under one of the names, else the only one; raises Misuse."""
        kept = {model.name: model for model in self.models}
        for name in names:
            if name in kept:
                return kept[name]
        if len(kept) == 1:
            return next(iter(kept.values()))
        if not kept:
            raise Misuse(f"{self.path} holds no model; `winset model CASE FILE` puts one in")
        raise Misuse(f"{self.path} holds several models ({', '.join(kept)}); name one with --model")

    def named_model(self, name: str) -> ModelVersion:
        """The model of that name; raises Misuse with the nearest one."""
        for model in self.models:
            if model.name == name:
                return model
        names = [model.name for model in self.models]
        near = nearest_name(name, names)
        hint = f"did you mean {near!r}?" if near else f"it holds {', '.join(names) or 'none'}"
        raise Misuse(f"{self.path} holds no model {name!r}; {hint}")


def opened(path: Path, status: Status | None = Status.ACCEPTED) -> Contents:
    """The contents of a case file, a case folder or a model file; raises with the reason."""
    if path.is_dir():
        return _of_folder(path, status)
    if is_case_file(path):
        return _of_case(path, status)
    return _of_model_file(path)


def opened_case(path: Path, status: Status | None = Status.ACCEPTED) -> Contents:
    """As `opened`, but a model file alone will not do."""
    if path.is_dir() or is_case_file(path):
        return opened(path, status)
    read_file(path)  # says what is the matter when there is nothing to read
    raise Misuse(f"{path} is not a case; expected NAME.winset or a case folder")


def require_document(ids: Sequence[str], name: str) -> str:
    """The name, where it is one of a case's documents; raises Misuse with the nearest one."""
    if name not in ids:
        near = nearest_name(name, ids)
        hint = f"did you mean {near!r}?" if near else f"it has {', '.join(ids[:20]) or 'none'}"
        raise Misuse(f"the case has no document {name[:80]!r}; {hint}")
    return name


def case_file(path: Path) -> Path:
    """The path again when it is a case file that can be changed; raises Misuse when not."""
    if path.is_dir():
        raise Misuse(
            f"{path} is a case folder; `winset import NAME.winset {path}` makes a case file of it"
        )
    if not is_case_file(path):
        read_file(path)
        raise Misuse(f"{path} is not a case file; `winset new NAME.winset` makes one")
    return require_name(path)


def _of_folder(path: Path, status: Status | None) -> Contents:
    from winset.formats.folder import CASE_FILE, read_folder

    if not (path / CASE_FILE).exists():
        raise Misuse(
            f"{path} is a folder without {CASE_FILE}; expected a model file, a case file or a "
            "case folder"
        )
    kept = read_folder(path)
    models = tuple(ModelVersion(name, 0, text) for name, text in kept.models)
    attachments = {name: data for name, data, _ in kept.attachments}
    return Contents(path, standing(kept.record, status), models, attachments)


def _of_case(path: Path, status: Status | None) -> Contents:
    from winset.store import open_case

    with open_case(require_name(path), to_read=True) as case:
        models = tuple(
            ModelVersion(kept.name, kept.version, kept.text, kept.by, kept.note)
            for kept in newest(case.models())
        )
        attached = {name: case.attachment(name).data for name in case.attachments()}
        return Contents(path, case.record(status), models, attached)


def newest(versions: Iterable[Kept]) -> tuple[Kept, ...]:
    """The last version of each model."""
    return tuple({kept.name: kept for kept in versions}.values())


def _of_model_file(path: Path) -> Contents:
    data = read_file(path, LARGEST_MODEL)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Faulty(find_problems(data, path.name)) from None
    return Contents(path, models=(ModelVersion(path.name, 0, text),), is_model_file=True)


def standing(record: Record, status: Status | None) -> Record:
    """The record with only the entries of that standing; all of them for None."""
    if status is None:
        return record
    kept = (
        item
        for item in items(record)
        if not isinstance(item, Entry) or item.origin.status is status
    )
    return record_of(kept, record)
