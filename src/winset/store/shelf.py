"""What a case keeps beside its record: versions of models, attachments, settings, bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from winset.store.tables import attachments, blobs, models, settings


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """A model file as it was saved: by whom, when, and why."""

    name: str
    version: int
    text: str
    at: dt.datetime
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a case without being a document, such as a map."""

    name: str
    data: bytes
    media_type: str


def keep_bytes(connection: Connection, all_data: Iterable[bytes]) -> dict[str, bytes]:
    """Keep these bytes once each; returns them by their SHA-256 in hex."""
    named = {hash_bytes(data): data for data in all_data}
    for digest, data in named.items():
        if connection.execute(select(blobs.c.hash).where(blobs.c.hash == digest)).first() is None:
            connection.execute(insert(blobs).values(hash=digest, data=data))
    return named


def hash_bytes(data: bytes) -> str:
    """The SHA-256 of bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(connection: Connection, digest: str) -> bytes:
    """The bytes kept under a hash."""
    return bytes(
        connection.execute(select(blobs.c.data).where(blobs.c.hash == digest)).scalar_one()
    )


def add_model(connection: Connection, version: ModelVersion) -> None:
    """Keep a version of a model."""
    row = {name: getattr(version, name) for name in ("name", "version", "text", "by", "note")}
    connection.execute(insert(models).values(at=version.at.isoformat(), **row))


def remove_model(connection: Connection, name: str, version: int) -> None:
    """Delete one version of a model."""
    connection.execute(delete(models).where(models.c.name == name, models.c.version == version))


def next_version(connection: Connection, name: str) -> int:
    """The number the next version of a model gets; the first is 1."""
    last = select(func.max(models.c.version)).where(models.c.name == name)
    return 1 + (connection.execute(last).scalar() or 0)


def read_models(connection: Connection, name: str | None = None) -> tuple[ModelVersion, ...]:
    """Every version of every model, or of one, by name and number."""
    query = select(models).order_by(models.c.name, models.c.version)
    if name is not None:
        query = query.where(models.c.name == name)
    return tuple(_version(row) for row in connection.execute(query).mappings())


def put_attachment(connection: Connection, name: str, media_type: str, digest: str) -> None:
    """Keep an attachment under a name, in the place of the one before."""
    remove_attachment(connection, name)
    connection.execute(insert(attachments).values(name=name, media_type=media_type, data=digest))


def remove_attachment(connection: Connection, name: str) -> None:
    """Take a name off the attachments; its bytes stay, for the journal."""
    connection.execute(delete(attachments).where(attachments.c.name == name))


def read_attachment(connection: Connection, name: str) -> tuple[str, str] | None:
    """The media type and the hash of an attachment."""
    query = select(attachments.c.media_type, attachments.c.data).where(attachments.c.name == name)
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else None


def attachment_names(connection: Connection) -> tuple[str, ...]:
    """The names of all attachments, sorted."""
    return tuple(connection.execute(select(attachments.c.name).order_by("name")).scalars())


def read_setting(connection: Connection, key: str) -> str:
    """The value of a setting, "" when it was never set."""
    query = select(settings.c.value).where(settings.c.key == key)
    return connection.execute(query).scalar() or ""


def write_setting(connection: Connection, key: str, value: str) -> None:
    """Set a setting."""
    changed = connection.execute(update(settings).where(settings.c.key == key).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(settings).values(key=key, value=value))


def _version(row: Any) -> ModelVersion:
    return ModelVersion(**{**row, "at": dt.datetime.fromisoformat(row["at"])})
