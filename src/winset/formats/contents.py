"""What a case folder holds, and what its two files are called."""

from __future__ import annotations

from dataclasses import dataclass

from winset.record.record import Record

CASE_FILE = "case.toml"
RECORD_FILE = "record.toml"


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """What a folder holds: the record, models (name, text), attachments (name, bytes, type).

    `originals` are the bytes that documents were made from (document, bytes), where they are not
    those of the document's text.
    """

    record: Record
    models: tuple[tuple[str, str], ...] = ()
    attachments: tuple[tuple[str, bytes, str], ...] = ()
    originals: tuple[tuple[str, bytes], ...] = ()
