"""Writing a case folder: the same case gives the same files, byte for byte."""

from __future__ import annotations

import re
from typing import Any

import tomli_w

from winset.formats.contents import CASE_FILE, RECORD_FILE, CaseFolder
from winset.formats.media import media_type, suffix
from winset.record.documents import Document, Passage
from winset.record.kinds import KINDS, items, references
from winset.record.passages import find_words, is_faithful, make_passage
from winset.record.plain import to_plain
from winset.record.record import Record

Table = dict[str, Any]

_PLAIN_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,60}[A-Za-z0-9_-])?")


def folder_files(folder: CaseFolder) -> tuple[tuple[str, bytes], ...]:
    """The files of a case as (path in the folder, bytes), the two TOML files last."""
    documents = _paths("documents", [(one.id, ".txt") for one in folder.record.documents])
    models = _paths("models", [(name, ".toml") for name, _ in folder.models])
    attachments = _paths("attachments", [(n, suffix(media)) for n, _, media in folder.attachments])
    originals = _original_paths(folder)
    texts = [one.text.encode() for one in folder.record.documents]
    return (
        *zip(documents, texts, strict=True),
        *((originals[name], data) for name, data in folder.originals),
        *zip(models, [text.encode() for _, text in folder.models], strict=True),
        *zip(attachments, [data for _, data, _ in folder.attachments], strict=True),
        (CASE_FILE, _toml(_case_table(folder, documents, models, attachments, originals))),
        (RECORD_FILE, _toml(_record_table(folder.record))),
    )


def _original_paths(folder: CaseFolder) -> dict[str, str]:
    """Where the bytes of each document are written that are not those of its text."""
    types = {one.id: one.media_type for one in folder.record.documents}
    named = [(name, suffix(types.get(name, ""))) for name, _ in folder.originals]
    return dict(zip((name for name, _ in named), _paths("originals", named), strict=True))


def _case_table(
    folder: CaseFolder,
    documents: list[str],
    models: list[str],
    attachments: list[str],
    originals: dict[str, str],
) -> Table:
    record = folder.record
    named = zip(documents, record.documents, strict=True)
    attached = zip(attachments, folder.attachments, strict=True)
    return {
        "title": record.title,
        "question": record.question,
        "judgements": record.judgements,
        "models": {name: path for path, (name, _) in zip(models, folder.models, strict=True)},
        "documents": [
            _document_table(path, document, originals.get(document.id)) for path, document in named
        ],
        "attachments": [
            {"name": name, "file": path}
            | ({} if media == media_type(path) else {"media_type": media})
            for path, (name, _, media) in attached
        ],
    }


def _document_table(path: str, document: Document, original: str | None) -> Table:
    plain = to_plain(document, brief=True)
    kept = {name: value for name, value in plain.items() if name not in ("id", "text", "hash")}
    made_from = {"original": original} if original else {}
    return {"id": document.id, "file": path, **made_from, **kept}


def _record_table(record: Record) -> Table:
    inline = _inline_passages(record)
    listed = {f"{kind}s": getattr(record, f"{kind}s") for kind in KINDS if kind != "document"}
    listed["passages"] = tuple(one for one in record.passages if one.id not in inline)
    return {
        name: [_with_words(to_plain(item, brief=True), inline) for item in kept]
        for name, kept in listed.items()
        if kept
    }


def _inline_passages(record: Record) -> dict[str, Table]:
    """Passages that words alone lead back to, each as the words to write for its id."""
    documents = {one.id: one for one in record.documents}
    used = {one.target for item in items(record) for one in references(item)
            if "because" in one.field}  # fmt: skip
    words = ((one.id, _words(one, documents[one.document])) for one in record.passages)
    return {id_: table for id_, table in words if table and id_ in used}


def _words(passage: Passage, document: Document) -> Table:
    """The words that lead to a passage, {} where none do."""
    if not is_faithful(passage, document):
        return {}
    if passage != make_passage(document, passage.start, passage.end):
        return {}
    place = ((passage.start, passage.end),)
    table = {"document": passage.document, "exact": passage.exact}
    if find_words(document.text, passage.exact) == place:
        return table
    if find_words(document.text, passage.exact, passage.prefix) == place:
        return {**table, "prefix": passage.prefix}
    return {}


def _with_words(value: Any, inline: dict[str, Table]) -> Any:
    """The value with the ids of such passages in `because` replaced by their words."""
    if isinstance(value, list):
        return [_with_words(one, inline) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: [inline.get(one, one) for one in inner]
        if name == "because"
        else _with_words(inner, inline)
        for name, inner in value.items()
    }


def _paths(folder: str, named: list[tuple[str, str]]) -> list[str]:
    """A path for each name: the name itself where it is plain and free, else a number."""
    taken: set[str] = set()
    paths = []
    for number, (name, end) in enumerate(named, start=1):
        stem = name.removesuffix(end) if end else name
        free = _PLAIN_NAME.fullmatch(stem) and stem.casefold() not in taken
        chosen = stem if free else f"{folder.removesuffix('s')}.{number}"
        taken.add(chosen.casefold())
        paths.append(f"{folder}/{chosen}{end}")
    return paths


def _toml(table: Table) -> bytes:
    return tomli_w.dumps(table).encode()
