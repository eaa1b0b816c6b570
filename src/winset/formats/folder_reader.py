"""Reading a case folder: every file, every entry, and every problem in them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from winset.errors import Faulty, Misuse
from winset.formats.contents import CASE_FILE, RECORD_FILE, CaseFolder
from winset.formats.files import (
    LONGEST_ORIGINAL,
    FileFault,
    faulty,
    problem,
    read_inside,
    read_text_inside,
    read_toml_inside,
)
from winset.formats.media import media_type
from winset.problems import Problem, nearest_name
from winset.record.checks import check_references, find_problems, known_in
from winset.record.documents import Document, Passage
from winset.record.kinds import KINDS, Item, Reference, items, raw_references, record_of
from winset.record.passages import hash_text, locate
from winset.record.plain import from_plain
from winset.record.record import Record

Table = dict[str, Any]

CASE_KEYS = ("title", "question", "judgements", "documents", "models", "attachments")
RECORD_KINDS = tuple(kind for kind in KINDS if kind != "document")

_INLINE_KEYS = ("document", "exact", "prefix")


class FolderReader:
    """One reading of one folder: what was found so far, and the problems met on the way."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._problems: list[Problem] = []
        self._documents: dict[str, Document] = {}
        self._passages: dict[str, Passage] = {}
        self._originals: list[tuple[str, bytes]] = []
        self._unread: dict[str, str] = {}
        """Ids, with their kinds, of entries that have problems of their own."""
        self._unread_references: list[tuple[str, str, Reference]] = []
        """What such entries refer to, with the file and key of the entry."""

    def read(self) -> CaseFolder:
        """Everything in the folder; raises Faulty."""
        case = self._table(CASE_FILE)
        self._refuse_unknown(case, CASE_KEYS, CASE_FILE)
        self._read_documents(case)
        entries = tuple(self._entries(self._record_table()))
        record = self._record(case, entries)
        models = tuple(self._models(case))
        attachments = tuple(self._attachments(case))
        self._check(record)
        return CaseFolder(record, models, attachments, tuple(self._originals))

    def _check(self, record: Record) -> None:
        known = known_in(items(record))
        known = replace(known, kinds={**self._unread, **known.kinds})
        self._problems.extend(check_references(self._unread_references, known))
        for found in find_problems(record, besides=self._unread):
            file = CASE_FILE if found.key.startswith("documents.") else RECORD_FILE
            self._add(found.message, file, found.key, found.expected, found.nearest)
        if self._problems:
            raise Faulty(tuple(self._problems))

    def _record(self, case: Table, entries: tuple[Item, ...]) -> Record:
        order = {id_: place for place, id_ in enumerate(self._documents)}
        passages = sorted(
            self._passages.values(),
            key=lambda one: (order.get(one.document, 0), one.start, one.end, one.id),
        )
        like = Record(
            title=self._text(case, "title"),
            question=self._text(case, "question"),
            judgements=self._text(case, "judgements"),
        )
        return record_of((*self._documents.values(), *passages, *entries), like)

    # Files

    def _table(self, name: str) -> Table:
        try:
            return read_toml_inside(self._root, name)
        except FileFault as fault:
            raise faulty(fault, name) from None

    def _record_table(self) -> Table:
        if not (self._root / RECORD_FILE).exists():
            return {}
        try:
            table = read_toml_inside(self._root, RECORD_FILE)
        except FileFault as fault:
            self._problems.append(problem(fault, RECORD_FILE))
            return {}
        self._refuse_unknown(table, tuple(f"{kind}s" for kind in RECORD_KINDS), RECORD_FILE)
        return table

    def _read_documents(self, case: Table) -> None:
        for key, table in self._tables(case, "documents", CASE_FILE):
            try:
                text = read_text_inside(self._root, self._file(table))
            except FileFault as fault:
                self._problems.append(problem(fault, CASE_FILE, f"{key}.file"))
                text = ""
            document = self._document(table, text, key)
            if document is not None:
                self._documents[document.id] = document
                self._read_original(document, table, key)

    def _read_original(self, document: Document, table: Table, key: str) -> None:
        """The bytes a document was made from, where a file is named for them."""
        if "original" not in table:
            return
        try:
            name = self._file({"file": table["original"]})
            data = read_inside(self._root, name, LONGEST_ORIGINAL)
        except FileFault as fault:
            self._problems.append(problem(fault, CASE_FILE, f"{key}.original"))
            return
        if data != document.text.encode():
            self._originals.append((document.id, data))

    def _document(self, table: Table, text: str, key: str) -> Document | None:
        for name in ("text", "hash"):
            if name in table:
                self._add("is made from the file, not given", CASE_FILE, f"{key}.{name}")
        fields = {k: value for k, value in table.items() if k not in ("file", "original")}
        read = self._item(
            "document", {**fields, "text": text, "hash": hash_text(text)}, CASE_FILE, key
        )
        if read is not None and read.id in self._documents:
            self._add("this id is given twice", CASE_FILE, f"{key}.id", "an id for each document")
        return read if isinstance(read, Document) else None

    def _models(self, case: Table) -> Iterator[tuple[str, str]]:
        models = case.get("models", {})
        if not isinstance(models, dict):
            self._add("is not a table", CASE_FILE, "models", 'lines such as settlement = "a.toml"')
            return
        for name, file in models.items():
            try:
                yield name, read_text_inside(self._root, self._file({"file": file}))
            except FileFault as fault:
                self._problems.append(problem(fault, CASE_FILE, f"models.{name}"))

    def _attachments(self, case: Table) -> Iterator[tuple[str, bytes, str]]:
        names: set[str] = set()
        for key, table in self._tables(case, "attachments", CASE_FILE):
            self._refuse_unknown(table, ("name", "file", "media_type"), CASE_FILE, key)
            name = self._text(table, "name", key)
            if "name" not in table:
                self._add("is missing", CASE_FILE, f"{key}.name", "text")
            elif name in names:
                self._add("this name is given twice", CASE_FILE, f"{key}.name")
            names.add(name)
            try:
                data = read_inside(self._root, self._file(table))
            except FileFault as fault:
                self._problems.append(problem(fault, CASE_FILE, f"{key}.file"))
                continue
            yield name, data, self._text(table, "media_type", key) or media_type(table["file"])

    def _file(self, table: Table) -> str:
        name = table.get("file")
        if not isinstance(name, str):
            raise FileFault("no file is named", 'a text such as "documents/n01.txt"')
        return name

    # Entries

    def _entries(self, table: Table) -> Iterator[Item]:
        for kind in RECORD_KINDS:
            for key, fields in self._tables(table, f"{kind}s", RECORD_FILE):
                resolved = self._resolve(fields, key)
                item = self._item(kind, resolved, RECORD_FILE, key)
                if isinstance(item, Passage):
                    self._passages[item.id] = item
                elif item is not None:
                    yield item

    def _item(self, kind: str, fields: Table, file: str, key: str) -> Item | None:
        try:
            return from_plain(KINDS[kind], fields, file, key)
        except Faulty as error:
            self._problems.extend(error.problems)
            if isinstance(fields.get("id"), str):
                self._unread[fields["id"]] = kind
            named = [(file, key, reference) for reference in raw_references(kind, fields)]
            self._unread_references.extend(named)
            return None

    def _resolve(self, value: Any, key: str) -> Any:
        """The value with every passage given by its words replaced by the passage's id."""
        if isinstance(value, dict):
            return {
                name: self._grounds(inner, f"{key}.{name}")
                if name == "because"
                else self._resolve(inner, f"{key}.{name}")
                for name, inner in value.items()
            }
        if isinstance(value, list):
            return [self._resolve(inner, f"{key}[{n}]") for n, inner in enumerate(value)]
        return value

    def _grounds(self, because: Any, key: str) -> Any:
        if not isinstance(because, list):
            return because
        grounds = [self._ground(one, f"{key}[{n}]") for n, one in enumerate(because)]
        return [one for one in grounds if one is not None]

    def _ground(self, ground: Any, key: str) -> Any:
        if not isinstance(ground, dict):
            return ground
        self._refuse_unknown(ground, _INLINE_KEYS, RECORD_FILE, key)
        name, exact = self._text(ground, "document", key), self._text(ground, "exact", key)
        document = self._documents.get(name)
        if document is None:
            if name not in self._unread:
                near = nearest_name(name, self._documents)
                self._add(f"{name!r} is not a document", RECORD_FILE, f"{key}.document",
                          "the id of a document", near)  # fmt: skip
            return None
        return self._passage(document, exact, self._text(ground, "prefix", key), key)

    def _passage(self, document: Document, exact: str, prefix: str, key: str) -> str | None:
        try:
            passage = locate(document, exact, prefix)
        except Misuse as error:
            self._add(str(error), RECORD_FILE, f"{key}.exact")
            return None
        self._passages.setdefault(passage.id, passage)
        return passage.id

    # Values

    def _tables(self, table: Table, name: str, file: str) -> Iterator[tuple[str, Table]]:
        """Each table of a list with its key: by its id where it has one, else by its number."""
        value = table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._add("is not a list of tables", file, name, f"[[{name}]]")
            return
        for number, one in enumerate(value):
            named = one.get("name" if name == "attachments" else "id")
            yield (f"{name}.{named}" if isinstance(named, str) else f"{name}[{number}]"), one

    def _text(self, table: Table, name: str, key: str = "") -> str:
        value = table.get(name, "")
        if isinstance(value, str):
            return value
        place = f"{key}.{name}" if key else name
        self._add("is not text", RECORD_FILE if key else CASE_FILE, place, "text in quotes")
        return ""

    def _refuse_unknown(
        self, table: Mapping[str, Any], known: tuple[str, ...], file: str, key: str = ""
    ) -> None:
        for name in table:
            if name not in known:
                place = f"{key}.{name}" if key else name
                expected = "one of " + ", ".join(known)
                self._add("is not known here", file, place, expected, nearest_name(name, known))

    def _add(
        self, message: str, file: str, key: str, expected: str = "", nearest: str = ""
    ) -> None:
        self._problems.append(Problem(message, file, key, 0, expected, nearest))
