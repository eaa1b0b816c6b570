"""A case: the one door to a case file. Every change is one transaction with its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, func, or_, select

from winset.errors import Misuse
from winset.problems import nearest_name
from winset.record.documents import Document
from winset.record.entries import Actor, JournalEntry, Status
from winset.record.kinds import KINDS, Item, items, kind_of, record_of
from winset.record.plain import with_article
from winset.record.record import Record
from winset.store import changes, rows, search, shelf, tables
from winset.store.engine import changing, in_words, reading
from winset.store.items import any_of, each_item, read_items
from winset.store.journal import Clock, Deed, last_standing, now, read_journal, write_deeds
from winset.store.sent import Sent, read_sent, sending
from winset.store.waiting import waiting_ids

JUDGED = tuple(kind for kind in KINDS if kind not in ("source", "document", "passage"))
"""The kinds of entry that a person decides on."""
SETTINGS = ("title", "question", "judgements")
"""The fields of a record that are kept as settings."""

_SAME_BYTES = (
    select(tables.documents.c.id)
    .where(or_(any_of(tables.documents.c.hash), any_of(tables.documents.c.original)))
    .order_by(tables.documents.c.id)
)


class Case:
    """An open case file; made by `create` and `open_case`, and closed by `with` or `close`."""

    def __init__(self, engine: Engine, path: Path, clock: Clock = now) -> None:
        self._engine = engine
        self._clock = clock
        self._shared: Connection | None = None
        """The transaction that several changes share while `together` lasts."""
        self.path = path

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # The record

    def record(self, status: Status | None = Status.ACCEPTED) -> Record:
        """The record of one standing, or with None everything: all documents are in it, and the
        passages that something of that standing rests on, or nothing at all.
        """
        with self._reading() as connection:
            title, question, judgements = (shelf.read_setting(connection, key) for key in SETTINGS)
            like = Record(title=title, question=question, judgements=judgements)
            return record_of(read_items(connection, status), like)

    def find(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """The items with these ids, of any standing; raises Misuse with the nearest id."""
        with self._reading() as connection:
            return changes.find_items(connection, ids)

    def kinds(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        """The kind of every id in the case, or of those of `ids` that are there."""
        with self._reading() as connection:
            found = changes.read_kinds(connection, ids)
        return found if ids is None else {name: found[name] for name in ids if name in found}

    def waiting(
        self, kind: str = "", rule: str = "", document: str = "", least: float = 0
    ) -> tuple[str, ...]:
        """The ids of what is suggested and not decided on, in the order of its places.

        Narrowed to a kind, to rules with this in their names, to what rests on a document, and to
        a least confidence; what is empty narrows nothing.
        """
        with self._reading() as connection:
            return waiting_ids(connection, kind, rule, document, least)

    def actors(self) -> tuple[Actor, ...]:
        """All actors, of any standing."""
        with self._reading() as connection:
            found = read_items(connection, kinds=["actor"])
            return tuple(item for item in found if isinstance(item, Actor))

    def document(self, name: str) -> Document:
        """The document with an id; raises Misuse with the nearest id."""
        (item,) = self.find([name])
        if not isinstance(item, Document):
            raise Misuse(f"{name!r} is {with_article(kind_of(item))}; expected a document")
        return item

    def resting_on(self, document: str) -> tuple[Item, ...]:
        """The entries, of any standing, that rest on places in a document."""
        links, passages = tables.links.c, tables.passages.c
        there = select(passages.id).where(passages.document == document)
        query = select(links.entry).where(links.target.in_(there)).distinct()
        with self._reading() as connection:
            ids = connection.execute(query.order_by(links.entry)).scalars().all()
            return read_items(connection, ids=ids)

    def document_ids(self) -> tuple[str, ...]:
        """The ids of all documents, in the order they were added."""
        columns = tables.entries.c
        query = select(columns.id).where(columns.kind == "document").order_by(columns.number)
        with self._reading() as connection:
            return tuple(connection.execute(query).scalars())

    def each(self, kinds: Iterable[str] = KINDS) -> Iterator[Item]:
        """Every item of these kinds, one after another: there may be more than memory holds."""
        with self._reading() as connection:
            yield from each_item(connection, kinds=kinds)

    def documents(self) -> Iterator[Document]:
        """The documents in the order they were added, one after another."""
        return (item for item in self.each(["document"]) if isinstance(item, Document))

    def places(self) -> dict[str, int]:
        """How many passages each document has that has any."""
        document = tables.passages.c.document
        query = select(document, func.count().label("places")).group_by(document)
        with self._reading() as connection:
            return {row.document: row.places for row in connection.execute(query)}

    def put(self, entries: Iterable[Item], by: str) -> tuple[JournalEntry, ...]:
        """Add entries, or change those whose ids are there, all in one change.

        Raises Faulty with every problem, and Misuse for a document whose text would change.
        """
        return self._change(by, lambda connection: changes.put_items(connection, entries, {}))

    def add_document(
        self, document: Document, original: bytes, by: str, suggestions: Iterable[Item] = ()
    ) -> tuple[JournalEntry, ...]:
        """Add a document with the bytes it was made from, and what was suggested with it."""
        known = self.find_document(document.hash)
        if known is not None:
            raise Misuse(f"the case has this document already, as {known.id} ({known.title})")
        added, originals = (document, *suggestions), {document.id: original}
        return self._change(by, lambda connection: changes.put_items(connection, added, originals))

    def find_document(self, *digests: str) -> Document | None:
        """The document whose text, or whose original bytes, have a SHA-256 of these; else None."""
        with self._reading() as connection:
            first = connection.execute(_SAME_BYTES, {"ids": digests}).scalar()
            found = read_items(connection, ids=[first]) if first else ()
        return next((item for item in found if isinstance(item, Document)), None)

    def digests(self) -> frozenset[str]:
        """The SHA-256 of the bytes of every document."""
        with self._reading() as connection:
            return frozenset(connection.execute(select(tables.documents.c.original)).scalars())

    def search(self, words: str, limit: int = 20) -> tuple[search.Hit, ...]:
        """Documents with all these words, best first; raises Misuse for no words."""
        with self._reading() as connection:
            return search.find_documents(connection, words, limit)

    def free_document_id(self) -> str:
        """An id for the next document, as d001."""
        with self._reading() as connection:
            return rows.free_document_id(connection)

    def original(self, document: str) -> bytes:
        """The bytes a document was made from, as they came."""
        columns = tables.documents.c
        with self._reading() as connection:
            query = select(columns.original).where(columns.id == document)
            digest = connection.execute(query).scalar()
            if digest is None:
                raise Misuse(f"no document {document!r} in this case")
            return shelf.read_bytes(connection, digest)

    def originals(self) -> tuple[tuple[str, bytes], ...]:
        """The bytes of each document that was made from something else than its text."""
        columns = tables.documents.c
        query = select(columns.id, columns.original).where(columns.original != columns.hash)
        with self._reading() as connection:
            found = connection.execute(query.order_by(columns.id)).all()
            return tuple((row.id, shelf.read_bytes(connection, row.original)) for row in found)

    def accept(self, ids: Iterable[str], by: str) -> tuple[JournalEntry, ...]:
        """Take suggestions into the record."""
        return self._judge(ids, Status.ACCEPTED, by)

    def reject(self, ids: Iterable[str], by: str) -> tuple[JournalEntry, ...]:
        """Turn entries down; refused while an accepted entry refers to one."""
        return self._judge(ids, Status.REJECTED, by)

    def describe(self, by: str, **values: str) -> tuple[JournalEntry, ...]:
        """Set the title, the question or the judgements."""
        unknown = sorted(set(values) - set(SETTINGS))
        if unknown:
            raise Misuse(f"a case has no {unknown[0]!r}; expected one of {', '.join(SETTINGS)}")
        return self._change(by, lambda connection: changes.set_values(connection, values))

    def load(
        self,
        record: Record,
        by: str,
        models: Iterable[tuple[str, str]] = (),
        attachments: Iterable[tuple[str, bytes, str]] = (),
        originals: Iterable[tuple[str, bytes]] = (),
    ) -> tuple[JournalEntry, ...]:
        """Put a whole record with models and attachments into the case, in one change.

        `originals` are the bytes that documents were made from, where they are not their texts'.
        """
        made_from = dict(originals)
        described = {key: value for key in SETTINGS if (value := getattr(record, key))}

        def all_of_it(connection: Connection) -> tuple[Deed, ...]:
            return (
                *changes.set_values(connection, described),
                *changes.put_items(connection, items(record), made_from),
                *(d for m in models for d in self._save(connection, *m, by, "")),
                *(d for a in attachments for d in changes.attach(connection, shelf.Attachment(*a))),
            )

        return self._change(by, all_of_it)

    # Models and attachments

    def save_model(self, name: str, text: str, by: str, note: str = "") -> int:
        """Keep a model as its next version; the number of the version that has this text."""
        self._change(by, lambda connection: self._save(connection, name, text, by, note))
        return self.model(name).version

    def model(self, name: str, version: int | None = None) -> shelf.ModelVersion:
        """A version of a model, the last without a number; raises Misuse for one not there."""
        with self._reading() as connection:
            versions = shelf.read_models(connection)
        named = [one for one in versions if one.name == name]
        if not named:
            raise Misuse(_not_there("model", name, [one.name for one in versions]))
        if version is None:
            return named[-1]
        for one in named:
            if one.version == version:
                return one
        numbers = ", ".join(str(one.version) for one in named)
        raise Misuse(f"no version {version} of model {name!r}; expected one of {numbers}")

    def models(self) -> tuple[shelf.ModelVersion, ...]:
        """Every version of every model, by name and number."""
        with self._reading() as connection:
            return shelf.read_models(connection)

    def attach(self, name: str, data: bytes, media_type: str, by: str = "analyst") -> None:
        """Keep a file beside the record, in the place of one with the same name."""
        attachment = shelf.Attachment(name, data, media_type)
        self._change(by, lambda connection: changes.attach(connection, attachment))

    def attachment(self, name: str) -> shelf.Attachment:
        """An attachment; raises Misuse for one not there."""
        with self._reading() as connection:
            found = shelf.read_attachment(connection, name)
            if found is None:
                known = shelf.attachment_names(connection)
                raise Misuse(_not_there("attachment", name, known))
            return shelf.Attachment(name, shelf.read_bytes(connection, found[1]), found[0])

    def attachments(self) -> tuple[str, ...]:
        """The names of all attachments, sorted."""
        with self._reading() as connection:
            return shelf.attachment_names(connection)

    # The journal

    def journal(self, limit: int | None = None, entry: str = "") -> tuple[JournalEntry, ...]:
        """What was done to the case, or to one entry of it, newest first.

        The last changes, or all without a limit.
        """
        with self._reading() as connection:
            return read_journal(connection, limit, entry)

    def last_change(self) -> int:
        """The number of the change that `undo` would take back; 0 for none."""
        with self._reading() as connection:
            return max((one.change for one in last_standing(connection)), default=0)

    def note_sent(self, document: Document, address: str, model: str, by: str) -> None:
        """Write down, before it is done, that a document is sent to an address; never undone."""
        self._change(by, lambda _: (sending(document, address, model),))

    def sent(self) -> tuple[Sent, ...]:
        """Each time a document left the machine, in order."""
        with self._reading() as connection:
            return read_sent(connection)

    def undo(self, by: str) -> tuple[JournalEntry, ...]:
        """Take back the last change that stands; undoing again goes further back."""
        return self._change(by, changes.undo_last)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several changes in one transaction, which is quicker; each is still undone on its own.

        When something fails or stops the work, the changes made until then are kept.
        """
        stopped: BaseException | None = None
        with changing(self._engine, self.path.name) as self._shared:
            try:
                yield
            except BaseException as error:
                stopped = error
            finally:
                self._shared = None
        if stopped is not None:
            raise stopped

    def _reading(self) -> AbstractContextManager[Connection]:
        if self._shared is not None:
            return nullcontext(self._shared)
        return reading(self._engine, self.path.name)

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        if self._shared is None:
            with changing(self._engine, self.path.name) as connection:
                yield connection
        else:
            with in_words(self.path.name), self._shared.begin_nested():
                yield self._shared

    def _change(
        self, by: str, do: Callable[[Connection], tuple[Deed, ...]]
    ) -> tuple[JournalEntry, ...]:
        with self._changing() as connection:
            return write_deeds(connection, do(connection), by, self._clock())

    def _judge(self, ids: Iterable[str], status: Status, by: str) -> tuple[JournalEntry, ...]:
        return self._change(by, lambda connection: changes.judge_items(connection, ids, status))

    def _save(
        self, connection: Connection, name: str, text: str, by: str, note: str
    ) -> tuple[Deed, ...]:
        number = shelf.next_version(connection, name)
        version = shelf.ModelVersion(name, number, text, self._clock(), by, note)
        return changes.save_model(connection, version)


def _not_there(what: str, name: str, known: Iterable[str]) -> str:
    listed = tuple(dict.fromkeys(known))
    near = nearest_name(name, listed)
    hint = f"; did you mean {near!r}?" if near else ""
    there = ", ".join(listed) or "none"
    return f"no {what} {name!r} in this case (there: {there}){hint}"
