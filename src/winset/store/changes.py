"""What can be done to a case: each function does it and tells what it did, for the journal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from winset.errors import Faulty, Misuse
from winset.problems import Problem, nearest_name
from winset.record.checks import (
    Known,
    check_items,
    find_circles,
    find_problems,
    known_in,
    leads_to,
    status_of,
)
from winset.record.documents import Document, Passage
from winset.record.entries import Entry, JournalEntry, Status
from winset.record.kinds import KINDS, Item, kind_of, record_of, references
from winset.record.passages import hash_text
from winset.record.plain import from_json, plain_json, with_article
from winset.store import shelf, tables
from winset.store.items import any_of, read_items, some_at_once
from winset.store.journal import Deed, last_standing
from winset.store.rows import Written, add_items, change_items, remove_item, written


def put_items(
    connection: Connection, put: Iterable[Item], originals: Mapping[str, bytes]
) -> tuple[Deed, ...]:
    """Add new items and change those whose ids are known; raises Faulty and changes nothing.

    `originals` gives the bytes a document was made from; without them they are its text's.
    """
    listed = tuple(put)
    _refuse_twice(listed)
    known = _look_up(connection, _mentioned(listed))
    named = [item.id for item in listed if item.id in known.kinds]
    old = {item.id: item for item in read_items(connection, ids=named)}
    fresh = tuple(item for item in listed if item.id not in old)
    changed = tuple(item for item in listed if old.get(item.id, item) != item)
    _refuse_new_texts(old, changed)
    if all(_makes_no_circle(old[item.id], item) for item in changed):
        _check_standing(connection, changed)
        _check_fresh(connection, fresh, replace(known, statuses=_statuses(known, changed)))
    else:
        _check_whole(connection, (*fresh, *changed))
    added = [written(item) for item in fresh]
    add_items(connection, added, _keep_originals(connection, fresh, originals))
    return (
        *(Deed("add", one.kind, one.item.id, "", entry_text(one)) for one in added),
        *_write_changes(connection, [(old[item.id], item) for item in changed]),
    )


def judge_items(connection: Connection, ids: Iterable[str], status: Status) -> tuple[Deed, ...]:
    """Accept or reject entries; raises Misuse for ids that cannot be judged."""
    wanted = tuple(dict.fromkeys(ids))
    kinds = read_kinds(connection, wanted)
    for name in wanted:
        _refuse_unjudged(connection, name, kinds)
    judged = [(item, _judged(item, status)) for item in read_items(connection, ids=wanted)]
    changed = [(old, new) for old, new in judged if old != new]
    _check_standing(connection, [new for _, new in changed])
    return _write_changes(connection, changed)


def save_model(connection: Connection, version: shelf.ModelVersion) -> tuple[Deed, ...]:
    """Keep a version of a model; nothing is done when its text is that of the last version."""
    earlier = shelf.read_models(connection, version.name)
    if earlier and earlier[-1].text == version.text:
        return ()
    shelf.add_model(connection, version)
    told = {"version": version.version, "note": version.note, "hash": hash_text(version.text)}
    return (Deed("save", "model", version.name, "", json.dumps(told, ensure_ascii=False)),)


def attach(connection: Connection, attachment: shelf.Attachment) -> tuple[Deed, ...]:
    """Keep an attachment, in the place of one with the same name."""
    (digest,) = shelf.keep_bytes(connection, [attachment.data])
    before = shelf.read_attachment(connection, attachment.name)
    if before == (attachment.media_type, digest):
        return ()
    shelf.put_attachment(connection, attachment.name, attachment.media_type, digest)
    after = json.dumps((attachment.media_type, digest))
    old = json.dumps(before) if before else ""
    return (Deed("attach", "attachment", attachment.name, old, after),)


def set_values(connection: Connection, values: Mapping[str, str]) -> tuple[Deed, ...]:
    """Set settings; those that stay the same are no change."""
    old = {key: shelf.read_setting(connection, key) for key in values}
    changed = {key: value for key, value in values.items() if value != old[key]}
    for key, value in changed.items():
        shelf.write_setting(connection, key, value)
    return tuple(
        Deed("set", "setting", key, json.dumps(old[key]), json.dumps(value))
        for key, value in changed.items()
    )


def undo_last(connection: Connection) -> tuple[Deed, ...]:
    """Take back the last change that stands; raises Misuse when there is none."""
    standing = last_standing(connection)
    if not standing:
        raise Misuse("there is nothing to undo")
    for entry in standing:
        _REVERT.get(entry.kind, _revert_item)(connection, entry)
    return tuple(
        Deed("undo", entry.kind, entry.entry, entry.after, entry.before, entry.number)
        for entry in standing
    )


def entry_text(one: Written) -> str:
    """An item as the journal keeps it; a document without its text, which its hash names."""
    return plain_json({**one.plain, "text": ""} if one.kind == "document" else one.plain)


def read_kinds(connection: Connection, ids: Iterable[str] | None = None) -> dict[str, str]:
    """The kind of every id in the case, or of those of `ids` that are there."""
    if ids is not None:
        return dict(_look_up(connection, ids).kinds)
    query = select(tables.entries.c.id, tables.entries.c.kind)
    return {row.id: row.kind for row in connection.execute(query)}


_STANDINGS = select(tables.entries.c.id, tables.entries.c.kind, tables.entries.c.status).where(
    any_of(tables.entries.c.id)
)


def _look_up(connection: Connection, ids: Iterable[str]) -> Known:
    """The kinds and standings of those of these ids that are in the case."""
    kinds, statuses = {}, {}
    for names in some_at_once(sorted(_storable(ids))):
        for name, kind, status in connection.execute(_STANDINGS, {"ids": names}):
            kinds[name] = kind
            if status != Status.ACCEPTED.value:
                statuses[name] = Status(status)
    return Known(kinds, statuses)


def _storable(ids: Iterable[str]) -> set[str]:
    """The ids that a case can hold: a typed one may have half a character in it."""
    return {one for one in ids if one == one.encode(errors="ignore").decode()}


def _mentioned(listed: tuple[Item, ...]) -> set[str]:
    """The ids of these items and all that they refer to."""
    return {item.id for item in listed} | {
        one.target for item in listed for one in references(item)
    }


def find_items(connection: Connection, ids: Iterable[str]) -> tuple[Item, ...]:
    """The items with these ids, in the order of the ids; raises Misuse with the nearest id."""
    wanted = tuple(dict.fromkeys(ids))
    storable = sorted(_storable(wanted))
    found = {item.id: item for item in read_items(connection, ids=storable)}
    for name in wanted:
        if name not in found:
            raise _unknown(name, read_kinds(connection))
    return tuple(found[name] for name in wanted)


def _action(old: Item, new: Item) -> str:
    """What a change is called: a decision where the standing changes, else a change."""
    standing = status_of(new)
    if standing is status_of(old):
        return "change"
    return _DECISIONS[standing]


_DECISIONS = {Status.ACCEPTED: "accept", Status.REJECTED: "reject", Status.SUGGESTED: "suggest"}


def _write_changes(
    connection: Connection, changed: Sequence[tuple[Item, Item]]
) -> tuple[Deed, ...]:
    """Write changed entries, each given as it was and as it is now."""
    pairs = [(written(old), written(new)) for old, new in changed]
    change_items(connection, [new for _, new in pairs])
    return tuple(
        Deed(_action(old.item, new.item), new.kind, new.item.id, entry_text(old), entry_text(new))
        for old, new in pairs
    )


def _refuse_twice(listed: tuple[Item, ...]) -> None:
    counted = Counter(item.id for item in listed)
    problems = tuple(
        Problem("this id is given twice", key=name, expected="an id of its own for each")
        for name, number in counted.items()
        if number > 1
    )
    if problems:
        raise Faulty(problems)


def _refuse_new_texts(old: Mapping[str, Item], changed: tuple[Item, ...]) -> None:
    for item in changed:
        before = old[item.id]
        if type(before) is not type(item):
            raise Misuse(
                f"{item.id!r} is {with_article(kind_of(before))} already; "
                f"expected another id for the {kind_of(item)}"
            )
        if isinstance(item, Document) and isinstance(before, Document) and item.hash != before.hash:
            raise Misuse(
                f"{item.id}: the text of a document never changes; "
                "add the new text as a document of its own"
            )


def _check_fresh(connection: Connection, fresh: tuple[Item, ...], known: Known) -> None:
    """Check new items only: nothing that was there before can refer to them."""
    own = known_in(fresh)
    wanted = {item.document for item in fresh if isinstance(item, Passage)} - own.documents.keys()
    there = read_items(connection, ids=sorted(name for name in wanted if name in known.kinds))
    known = Known(
        kinds={**known.kinds, **own.kinds},
        statuses={**known.statuses, **own.statuses},
        documents={**known_in(there).documents, **own.documents},
    )
    problems = (*_problems_of(connection, fresh, known), *find_circles(fresh))
    if problems:
        raise Faulty(problems)


def _problems_of(
    connection: Connection, checked: Sequence[Item], known: Known
) -> tuple[Problem, ...]:
    """Every fault in these items, which refer only to what is known."""
    if not check_items(checked, known):
        return ()
    # Once more, with every name there is, for the nearest ones.
    return check_items(checked, replace(known, kinds={**read_kinds(connection), **known.kinds}))


def _makes_no_circle(old: Item, new: Item) -> bool:
    """Whether a change leaves alone the references through which something leads back to itself.

    Of a document too: its text stays, and nothing refers to its parts.
    """
    return isinstance(new, Entry | Document) and leads_to(old) == leads_to(new)


def _check_standing(connection: Connection, changed: Sequence[Item]) -> None:
    """Check changed entries that make no circle, and those that refer to them."""
    new = {item.id: item for item in changed}
    if not new:
        return
    referring = [name for name in _referrers(connection, new) if name not in new]
    checked = (*changed, *read_items(connection, ids=referring))
    known = _look_up(connection, _mentioned(checked))
    problems = _problems_of(connection, checked, Known(known.kinds, _statuses(known, changed)))
    if problems:
        raise Faulty(problems)


def _statuses(known: Known, changed: Iterable[Item]) -> dict[str, Status]:
    """How those stand that nobody accepted, once these items are changed."""
    statuses = {**known.statuses, **{item.id: status_of(item) for item in changed}}
    return {name: status for name, status in statuses.items() if status is not Status.ACCEPTED}


def _referrers(connection: Connection, ids: Iterable[str]) -> list[str]:
    """The ids of entries that refer to one of these, sorted."""
    columns = (
        (tables.links.c.entry, tables.links.c.target),
        (tables.statements.c.id, tables.statements.c.actor),
        (tables.actors.c.id, tables.actors.c.parent),
        (tables.agreements.c.id, tables.agreements.c.event),
    )
    found: set[str] = set()
    for wanted in some_at_once(sorted(ids)):
        for entry, target in columns:
            found.update(connection.execute(select(entry).where(target.in_(wanted))).scalars())
    return sorted(found)


def _check_whole(connection: Connection, changed: Iterable[Item]) -> None:
    """Check the whole record as it would be with these items in it."""
    everything = {item.id: item for item in read_items(connection)}
    everything.update((item.id, item) for item in changed)
    problems = find_problems(record_of(everything.values()))
    if problems:
        raise Faulty(problems)


def _keep_originals(
    connection: Connection, fresh: tuple[Item, ...], originals: Mapping[str, bytes]
) -> dict[str, str]:
    documents = [item for item in fresh if isinstance(item, Document)]
    data = {item.id: originals.get(item.id, item.text.encode()) for item in documents}
    shelf.keep_bytes(connection, data.values())
    return {name: shelf.hash_bytes(original) for name, original in data.items()}


def _refuse_unjudged(connection: Connection, name: str, kinds: Mapping[str, str]) -> None:
    kind = kinds.get(name)
    if kind is None:
        raise _unknown(name, read_kinds(connection))
    if kind in ("source", "document", "passage"):
        raise Misuse(f"{name!r} is {with_article(kind)}: only entries can be accepted or rejected")


def _unknown(name: str, kinds: Iterable[str]) -> Misuse:
    near = nearest_name(name, kinds)
    hint = f"; did you mean {near!r}?" if near else ""
    return Misuse(f"no entry {name[:80]!r} in this case{hint}")


def _judged(item: Item, status: Status) -> Item:
    if not isinstance(item, Entry):
        return item
    return replace(item, origin=replace(item.origin, status=status))


def _revert_item(connection: Connection, entry: JournalEntry) -> None:
    if not entry.before:
        remove_item(connection, entry.kind, entry.entry)
        return
    item = from_json(KINDS[entry.kind], entry.before)
    if isinstance(item, Document):
        query = select(tables.documents.c.text).where(tables.documents.c.id == item.id)
        item = replace(item, text=connection.execute(query).scalar_one())
    change_items(connection, [written(item)])


def _revert_model(connection: Connection, entry: JournalEntry) -> None:
    shelf.remove_model(connection, entry.entry, json.loads(entry.after)["version"])


def _revert_attachment(connection: Connection, entry: JournalEntry) -> None:
    if entry.before:
        shelf.put_attachment(connection, entry.entry, *json.loads(entry.before))
    else:
        shelf.remove_attachment(connection, entry.entry)


def _revert_setting(connection: Connection, entry: JournalEntry) -> None:
    shelf.write_setting(connection, entry.entry, json.loads(entry.before))


_REVERT: Mapping[str, Callable[[Connection, JournalEntry], None]] = {
    "model": _revert_model,
    "attachment": _revert_attachment,
    "setting": _revert_setting,
}
"""How a journal entry is taken back; items of the record all alike."""
