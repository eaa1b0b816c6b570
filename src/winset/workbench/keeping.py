"""What an analyst does with a case as a whole: begin, import, export, decide, look back, undo."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from winset.errors import Faulty, Misuse
from winset.model import find_problems, read_model
from winset.record.checks import status_of
from winset.record.entries import Entry, Event, JournalEntry, Statement, Status
from winset.record.kinds import Item, kind_of, references
from winset.record.plain import with_article
from winset.record.record import Record
from winset.store.drafts import sweep
from winset.workbench.checking import unknown_evidence
from winset.workbench.correcting import CORRECTIONS, read_corrections
from winset.workbench.files import beside, read_file, require_name
from winset.workbench.language_model import SETTING
from winset.workbench.opening import LARGEST_MODEL, case_file, newest
from winset.workbench.sharing import SENT, read_sent, sent_of, write_sent

if TYPE_CHECKING:
    from winset.formats.contents import CaseFolder
    from winset.store import Case, ModelVersion, Sent


@dataclass(frozen=True, slots=True)
class Summary:
    """A case at a glance: where it is, and what it holds."""

    path: Path
    record: Record
    models: tuple[str, ...] = ()


def new_case(path: Path, title: str = "", question: str = "", by: str = "analyst") -> Summary:
    """Make an empty case file; raises Misuse when something is there already."""
    from winset.store import create

    with create(require_name(path), title, question, by) as case:
        return Summary(path, case.record(None))


def import_folder(path: Path, folder: Path, by: str) -> Summary:
    """Put a case folder into a case file, made when it is not there; all of it or nothing."""
    from winset.formats.folder import read_folder
    from winset.store import create, open_case

    if not folder.is_dir():
        raise Misuse(f"{folder} is not a folder; expected a case as a folder of plain files")
    kept = read_folder(folder)
    if path.exists():
        with open_case(case_file(path)) as case:
            _load(case, kept, by)
    else:
        with beside(require_name(path)) as draft, create(draft, by=by) as case:
            _load(case, kept, by)
    return Summary(path, kept.record, tuple(name for name, _ in kept.models))


def _load(case: Case, kept: CaseFolder, by: str) -> None:
    # Whether documents may leave the machine is decided here and not by whoever sent the case.
    attached = [one for one in kept.attachments if one[0] not in (SETTING, SENT)]
    for name, data, _ in kept.attachments:
        if name == SENT:
            attached.append(_told((*sent_of(case), *read_sent(data))))
        elif name == CORRECTIONS:
            read_corrections(data)
    case.load(kept.record, by, kept.models, attached, kept.originals)


def _told(sent: Iterable[Sent]) -> tuple[str, bytes, str]:
    """What was sent, as an attachment, since a journal stays with its file."""
    return SENT, write_sent(dict.fromkeys(sent)), "application/json"


def export_folder(path: Path, folder: Path) -> Summary:
    """Write a case as a folder of plain files; raises Misuse when the folder is not empty.

    What is only suggested, or was rejected, goes with it and stays marked as such. The journal
    and earlier versions of the models stay behind; which documents were sent is told all the same.
    """
    from winset.formats.folder import CaseFolder, write_folder
    from winset.store import open_case

    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise Misuse(f"{folder} is there already; expected a new or an empty folder")
    sweep(folder)
    with open_case(case_file(path)) as case:
        record = case.record(None)
        models = newest(case.models())
        attached = [
            (one.name, one.data, one.media_type)
            for one in map(case.attachment, case.attachments())
            if one.name not in (SETTING, SENT)
        ]
        sent = sent_of(case)
        originals = case.originals()
    texts = tuple((model.name, model.text) for model in models)
    told = (_told(sent),) if sent else ()
    write_folder(folder, CaseFolder(record, texts, (*attached, *told), originals))
    return Summary(path, record, tuple(model.name for model in models))


def accept(path: Path, ids: Sequence[str], by: str, actor: str = "") -> tuple[str, ...]:
    """Take suggested entries into the record; raises Misuse when an id names none.

    `actor` says who made the statements among them. The actors that an entry names, as the one
    who spoke or took part, are accepted with it where they are only suggested: the one cannot
    stand without the other. Returns every id that was accepted.
    """
    from winset.store import open_case

    with open_case(case_file(path), to_read=True) as case:
        found = case.find(ids)
        named = [_made_by(item, actor) for item in found] if actor else list(found)
        together = (*case.find(_actors_of(case, named)), *named)
        ready, turned = _links_turned(case, together)
        if ready == together and not actor:
            changed = case.accept([item.id for item in together], by)
        else:
            changed = case.put([*map(accepted, ready), *turned], by)
    judged = {item.id for item in together}
    return tuple(entry.entry for entry in changed if entry.entry in judged)


def _links_turned(
    case: Case, judged: tuple[Item, ...]
) -> tuple[tuple[Item, ...], tuple[Event, ...]]:
    """Events to be accepted, without those that are only suggested to be the same; and these.

    An accepted entry rests on accepted ones only. So the one that waits says from now on that it
    is the same as the accepted one; of a rejected one nothing more is said.
    """
    events = [item for item in judged if isinstance(item, Event)]
    judging = {item.id for item in judged}
    linked = dict.fromkeys(name for event in events for name in event.same_as)
    waiting = {
        one.id: one
        for one in case.find(linked)
        if isinstance(one, Event)
        and one.id not in judging
        and status_of(one) is not Status.ACCEPTED
    }
    ready = tuple(_without_links(item, waiting) for item in judged)
    turned = (
        replace(one, same_as=(*one.same_as, *(e.id for e in events if one.id in e.same_as)))
        for one in waiting.values()
        if status_of(one) is Status.SUGGESTED
    )
    return ready, tuple(turned)


def _without_links(item: Item, waiting: Container[str]) -> Item:
    if not isinstance(item, Event):
        return item
    return replace(item, same_as=tuple(name for name in item.same_as if name not in waiting))


def _made_by(item: Item, actor: str) -> Item:
    if not isinstance(item, Statement):
        raise Misuse(f"{item.id!r} is {with_article(kind_of(item))}: only statements have an actor")
    return replace(item, actor=actor)


def accepted(item: Item) -> Item:
    """An item as a person accepts it; what is no entry stands as it is."""
    if not isinstance(item, Entry):
        return item
    return replace(item, origin=replace(item.origin, status=Status.ACCEPTED))


def _actors_of(case: Case, judged: Iterable[Item]) -> tuple[str, ...]:
    """The actors that are only suggested and that these entries name."""
    named = [one.target for item in judged for one in references(item) if one.kind == "actor"]
    there = case.kinds(named)
    found = case.find(name for name in there if there[name] == "actor")
    return tuple(one.id for one in found if status_of(one) is Status.SUGGESTED)


def reject(path: Path, ids: Sequence[str], by: str) -> tuple[str, ...]:
    """Turn suggested entries down; raises Misuse when an id names none."""
    from winset.store import open_case

    with open_case(case_file(path)) as case:
        changed = case.reject(ids, by)
    return tuple(entry.entry for entry in changed)


def journal(path: Path, limit: int = 50) -> tuple[JournalEntry, ...]:
    """All entries of the last `limit` changes of a case, newest first."""
    from winset.store import open_case

    if limit < 1:
        raise Misuse(f"a limit of {limit} leaves nothing to show; expected 1 or more")
    with open_case(case_file(path), to_read=True) as case:
        return case.journal(limit)


def undo(path: Path, by: str) -> tuple[JournalEntry, ...]:
    """Take back the last change; the journal entries of the taking back."""
    from winset.store import open_case

    with open_case(case_file(path), to_read=True) as case:
        return case.undo(by)


def keep_model(path: Path, file: Path, name: str, by: str, note: str = "") -> int:
    """Keep a model file as the next version of a model; raises Faulty when it has faults."""
    from winset.store import open_case

    with open_case(case_file(path)) as case:
        text = _model_text(file, case.kinds())
        return case.save_model(name or file.stem, text, by, note)


def kept_models(path: Path) -> tuple[ModelVersion, ...]:
    """Every kept version of every model."""
    from winset.store import open_case

    with open_case(case_file(path), to_read=True) as case:
        return case.models()


def _model_text(file: Path, known: Collection[str]) -> str:
    data = read_file(file, LARGEST_MODEL)
    problems = find_problems(data, file.name)
    text = "" if problems else data.decode("utf-8-sig")
    problems = problems or unknown_evidence(read_model(text), known, file.name)
    if problems:
        raise Faulty(problems)
    return text
