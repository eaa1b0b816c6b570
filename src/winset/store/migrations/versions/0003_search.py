"""Full-text search over documents, and a quick way from a file's bytes to its document."""

from __future__ import annotations

import re

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"

_UNSPACED = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)


def upgrade() -> None:
    """Make the index and put every document into it."""
    op.execute("CREATE INDEX ix_documents_original ON documents (original)")
    op.execute("CREATE VIRTUAL TABLE search USING fts5(title, body, content='')")
    connection = op.get_bind()
    rows = connection.execute(
        text("SELECT e.number, d.title, d.text FROM documents d JOIN entries e ON e.id = d.id")
    )
    for number, title, body in rows:
        connection.execute(
            text("INSERT INTO search(rowid, title, body) VALUES (:rowid, :title, :body)"),
            {"rowid": number, "title": _spaced(title), "body": _spaced(body)},
        )


def _spaced(words: str) -> str:
    return _UNSPACED.sub(r" \g<0> ", words)
