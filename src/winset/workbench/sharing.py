"""What a language model could see of a case, read from its setting and its journal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from winset.record.entries import Entry, Status
from winset.record.kinds import items
from winset.record.record import Record
from winset.report.findings import SentTo, Sharing
from winset.workbench.files import is_case_file
from winset.workbench.language_model import SETTING

if TYPE_CHECKING:
    from winset.store import Sent

PROPOSER = "language model "
"""What the name of an entry's proposer begins with where a language model proposed it."""


def find_sharing(path: Path, record: Record) -> Sharing:
    """Whether documents of the case at `path` may leave the machine, and what came of it."""
    accepted = proposed(record)
    if not is_case_file(path):
        return Sharing(accepted=accepted)
    from winset.store import open_case

    with open_case(path, to_read=True) as case:
        kept = case.attachment(SETTING).data if SETTING in case.attachments() else b"{}"
        deeds = case.journal(entry=SETTING)[::-1]
        sent = _by_address(case.sent())
    setting, days = json.loads(kept), [one.at.date() for one in deeds]
    if not days:
        return Sharing(accepted=accepted, sent=sent)
    address, model = setting.get("address", ""), setting.get("model", "")
    return Sharing(address, model, days[0], days[-1], accepted, sent)


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
