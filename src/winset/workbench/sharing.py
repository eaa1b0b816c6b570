"""What a language model could see of a case, read from its setting and its journal.

A folder has no journal: what was sent goes with it as an attachment.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from winset.errors import Misuse
from winset.record.entries import Entry, Status
from winset.record.kinds import items
from winset.record.record import Record
from winset.report.findings import SentTo, Sharing
from winset.workbench.files import is_case_file
from winset.workbench.language_model import SETTING
from winset.workbench.opening import Contents

if TYPE_CHECKING:
    from winset.store import Case, Sent

SENT = "sent"
"""The attachment that tells what was sent before the case came here."""

PROPOSER = "language model "
"""What the name of an entry's proposer begins with where a language model proposed it."""


def find_sharing(contents: Contents) -> Sharing:
    """Whether documents of a case may leave the machine, and what came of it."""
    accepted = proposed(contents.record)
    if not is_case_file(contents.path):
        sent = read_sent(contents.attachments.get(SENT, b"[]"))
        return Sharing(accepted=accepted, sent=_by_address(sent))
    from winset.store import open_case

    with open_case(contents.path, to_read=True) as case:
        kept = case.attachment(SETTING).data if SETTING in case.attachments() else b"{}"
        deeds = case.journal(entry=SETTING)[::-1]
        sent = sent_of(case)
    setting, days = json.loads(kept), [one.at.date() for one in deeds]
    if not days:
        return Sharing(accepted=accepted, sent=_by_address(sent))
    address, model = setting.get("address", ""), setting.get("model", "")
    return Sharing(address, model, days[0], days[-1], accepted, _by_address(sent))


def sent_of(case: Case) -> tuple[Sent, ...]:
    """Each time a document was sent, here or before the case came here, in order."""
    before = read_sent(case.attachment(SENT).data) if SENT in case.attachments() else ()
    # A day is told to the second: what was sent within one stays as it was written down.
    return tuple(sorted(dict.fromkeys((*before, *case.sent())), key=lambda one: one.at))


def write_sent(sent: Iterable[Sent]) -> bytes:
    """What was sent, as the attachment of a folder that people can read."""
    told = [{**asdict(one), "at": one.at.isoformat()} for one in sent]
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def read_sent(data: bytes) -> tuple[Sent, ...]:
    """What such an attachment tells; raises Misuse where it is none."""
    from winset.store import Sent

    try:
        return tuple(
            Sent(**{**one, "at": dt.datetime.fromisoformat(one["at"])}) for one in json.loads(data)
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Misuse(
            f"the attachment {SENT!r} does not tell which documents were sent; expected it as "
            "`winset export` writes it, so that the report can name them"
        ) from None


def _by_address(sent: Iterable[Sent]) -> tuple[SentTo, ...]:
    """What was sent, gathered by where to, in the order of the first time."""
    found: dict[tuple[str, str], list[Sent]] = {}
    for one in sent:
        found.setdefault((one.address, one.model), []).append(one)
    return tuple(
        SentTo(
            address,
            model,
            tuple(dict.fromkeys(one.document for one in those)),
            those[0].at.date(),
            those[-1].at.date(),
        )
        for (address, model), those in found.items()
    )


def proposed(record: Record) -> tuple[tuple[str, int], ...]:
    """How many entries of the record each language model has proposed, by its name."""
    return tuple(sorted(Counter(_models(items(record))).items()))


def _models(found: Iterable[object]) -> Iterable[str]:
    for one in found:
        if not isinstance(one, Entry) or one.origin.status is not Status.ACCEPTED:
            continue
        if one.origin.by.startswith(PROPOSER):
            yield one.origin.by.removeprefix(PROPOSER)
