"""Full-text search over documents: SQLite's FTS5, with words of any script.

The index keeps no text of its own. Chinese, Japanese and Korean are written without spaces, so
each of their characters is a word of the index, and a run of them is looked for as a phrase. What
is indexed and what is looked for are folded first: see folding.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from winset.errors import Misuse
from winset.record.documents import Document
from winset.store.folding import folded, unfolded
from winset.store.tables import documents, entries

MOST_WORDS = 32
"""Words of one query."""
CONTEXT = 60
"""Characters shown before and after the place found."""

_UNSPACED = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with the words looked for, best first, and the first place that has one.

    `start` and `end` are code points of the document; both are 0 where only the title has them.
    """

    document: str
    title: str
    date: str
    start: int
    end: int
    before: str
    words: str
    after: str


def index_documents(connection: Connection, added: Iterable[Document]) -> None:
    """Put documents, whose rows are there already, into the index."""
    for document in added:
        number = select(entries.c.number).where(entries.c.id == document.id)
        row = _row(connection.execute(number).scalar_one(), document.title, document.text)
        statement = "INSERT INTO search(rowid, title, body) VALUES (:rowid, :title, :body)"
        connection.execute(text(statement), row)


def forget_document(connection: Connection, name: str) -> None:
    """Take a document out of the index, before its row is deleted."""
    query = select(entries.c.number, documents.c.title, documents.c.text)
    found = connection.execute(
        query.join(documents, documents.c.id == entries.c.id).where(entries.c.id == name)
    ).first()
    if found is not None:
        statement = (
            "INSERT INTO search(search, rowid, title, body) "
            "VALUES ('delete', :rowid, :title, :body)"
        )
        connection.execute(text(statement), _row(*found))


def find_documents(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Documents with all these words, best first; raises Misuse for a query without words.

    Words in quotation marks are a phrase; a word that ends in `*` stands for all it begins.
    """
    terms = tuple(_terms(folded(words)))
    if not terms:
        raise Misuse(f"{words[:40]!r} holds no word to look for; expected some, as in: Port Ness")
    if len(terms) > MOST_WORDS:
        raise Misuse(f"{len(terms)} words are too many to look for; expected {MOST_WORDS} at most")
    query = " AND ".join(_phrase(term) for term in terms)
    found = connection.execute(
        text(
            "SELECT rowid FROM search WHERE search MATCH :query ORDER BY rank, rowid LIMIT :limit"
        ),
        {"query": query, "limit": limit},
    ).scalars()
    return tuple(_hit(connection, number, terms) for number in found.all())


def _row(number: int, title: str, body: str) -> dict[str, object]:
    return {"rowid": number, "title": spaced(folded(title)), "body": spaced(folded(body))}


def spaced(words: str) -> str:
    """A text with every character set apart that is a word of its own.

    >>> spaced("4島交渉")
    '4 島  交  渉 '
    """
    return _UNSPACED.sub(r" \g<0> ", words)


def _terms(words: str) -> Iterator[str]:
    for match in _TERM.finditer(words):
        term = (match[1] if match[1] is not None else match[2]).strip()
        if re.search(r"\w", term):
            yield term


def _phrase(term: str) -> str:
    """A term as FTS5 reads it: a phrase in quotation marks, which take away all other meaning."""
    inner = spaced(term.rstrip("*")).replace('"', " ").replace("\x00", " ")
    return f'"{inner}"' + ("*" if term.endswith("*") else "")


def _hit(connection: Connection, number: int, terms: tuple[str, ...]) -> Hit:
    columns = (documents.c.id, documents.c.title, documents.c.date, documents.c.text)
    query = select(*columns).join(entries, entries.c.id == documents.c.id)
    name, title, date, body = connection.execute(query.where(entries.c.number == number)).one()
    place = _place(body, terms)
    start, end = place or (0, 0)
    before, after = body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT]
    return Hit(name, title, date, start, end, before, body[start:end], after)


def _place(body: str, terms: tuple[str, ...]) -> tuple[int, int] | None:
    """The first place of the first term that the text itself has."""
    plain = folded(body)
    for term in terms:
        words = re.findall(r"\w+", term)
        pattern = r"\W+".join(map(re.escape, words))
        edge = r"" if term.endswith("*") or _UNSPACED.search(term) else r"\b"
        opening = "" if _UNSPACED.search(term) else r"\b"
        if words and (found := re.search(opening + pattern + edge, plain)):
            return unfolded(body, *found.span())
    return None
