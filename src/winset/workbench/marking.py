"""Words of a document marked by hand: a passage, and the statement an analyst reads in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from winset.dates import Edtf
from winset.errors import Misuse
from winset.problems import nearest_name
from winset.record.checks import STATEMENT_KINDS
from winset.record.documents import Document, Passage
from winset.record.entries import Actor, Alias, Origin, Statement, Status
from winset.record.passages import find_words, locate, make_passage
from winset.workbench.keeping import accepted
from winset.workbench.opening import case_file, require_document
from winset.workbench.proposing import names_of_actors

if TYPE_CHECKING:
    from winset.store import Case


@dataclass(frozen=True, slots=True)
class Marking:
    """What an analyst says of the words: who, on what, since when; what is empty is left open."""

    actor: str = ""
    issue: str = ""
    option: str = ""
    stance: int = 0
    kind: str = "statement"
    said: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document: as they stand, after a prefix where they stand twice, or their place."""

    exact: str = ""
    prefix: str = ""
    place: str = ""
    """From where up to but not including where, in characters: "120-164"."""

    def found_in(self, document: Document) -> Passage:
        """The passage; raises Misuse when the words are not there or there more than once."""
        if not self.place:
            return locate(document, self.exact, self.prefix)
        start, dash, end = self.place.partition("-")
        if not (dash and start.isdecimal() and end.isdecimal()):
            raise Misuse(f"{self.place[:40]!r} is no place; expected as 120-164")
        found = make_passage(document, int(start[:12]), int(end[:12]))
        if self.exact and found.exact != self.exact:
            raise Misuse(f"at {self.place} stands {found.exact[:60]!r} and not the words given")
        return found


def mark(
    path: Path, document: str, words: Words, marking: Marking, by: str
) -> tuple[Passage, Statement | None]:
    """Keep the place of these words, and with an actor the statement they are.

    An actor who was only suggested is accepted with it. Raises Misuse when the words are not there
    or there more than once, or for an unknown actor.
    """
    from winset.store import open_case

    if marking.kind not in STATEMENT_KINDS:
        raise Misuse(f"{marking.kind[:40]!r} is no kind of statement; "
                     f"expected one of {', '.join(STATEMENT_KINDS)}")  # fmt: skip
    with open_case(case_file(path)) as case:
        text = case.document(require_document(case.document_ids(), document))
        place = words.found_in(text)
        if not marking.actor:
            case.put([place], by)
            return place, None
        actor = _actor(case, marking.actor)
        statement = _statement(actor, text, place, marking, by)
        case.put([place, accepted(actor), statement], by)
    return place, statement


def label(path: Path, name: str, actor: str, by: str, document: str = "") -> tuple[Passage, ...]:
    """Mark every occurrence of a name as this actor, and make the name one of its aliases.

    Returns the places, in the order of the documents; raises Misuse when there are none.
    """
    from winset.store import open_case

    with open_case(case_file(path)) as case:
        found = _actor(case, actor)
        ids = case.document_ids()
        ids = (require_document(ids, document),) if document else ids
        places = [place for one in ids for place in _places(case.document(one), name)]
        if not places:
            where = f"in {document}" if document else "in any document"
            raise Misuse(f"{name[:60]!r} does not stand {where}")
        case.put([*places, _with(found, name, places)], by)
    return tuple(places)


def _places(document: Document, name: str) -> list[Passage]:
    text = document.text
    whole = (
        (start, end)
        for start, end in find_words(text, name)
        if not (_joined(text[max(0, start - 1) : start + 1]) or _joined(text[end - 1 : end + 1]))
    )
    return [make_passage(document, start, end) for start, end in whole]


def _joined(two: str) -> bool:
    """Whether two letters side by side are of one word: scripts without spaces do not tell."""
    if len(two) < 2 or not two.isalnum():
        return False
    return not _UNSPACED.search(two) or bool(_KATAKANA.fullmatch(two))


_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{2}")


def _with(actor: Actor, name: str, places: Sequence[Passage]) -> Actor:
    names = {actor.name, *(alias.name for alias in actor.aliases)}
    aliases = actor.aliases if name in names else (*actor.aliases, Alias(name))
    because = dict.fromkeys((*actor.because, *(place.id for place in places)))
    return replace(actor, aliases=aliases, because=tuple(because))


def _statement(
    actor: Actor, document: Document, place: Passage, marking: Marking, by: str
) -> Statement:
    end = f":{marking.issue}" if marking.issue else ""
    return Statement(
        id=f"m:{place.id}{end}"[:100],
        actor=actor.id,
        said=Edtf.parse(marking.said) if marking.said else _day(document, place),
        text=place.exact,
        reporter=document.author or document.publisher,
        issue=marking.issue,
        option=marking.option,
        stance=marking.stance,
        kind=marking.kind,
        note=marking.note,
        because=(place.id,),
        origin=Origin(by),
    )


def _day(document: Document, place: Passage) -> Edtf:
    around = (one.date for one in document.parts if one.start <= place.start < one.end)
    return next((day for day in around if day), document.date)


def _actor(case: Case, name: str) -> Actor:
    """The actor with this id, name or alias, not one that was rejected; raises Misuse."""
    actors = [one for one in case.actors() if one.origin.status is not Status.REJECTED]
    known = names_of_actors(actors)
    found = known.get(name.casefold())
    if found is None:
        near = nearest_name(name, known)
        hint = (
            f"did you mean {near!r}?" if near else "`winset enter CASE actor ID name=…` makes one"
        )
        raise Misuse(f"the case has no actor {name[:60]!r}; {hint}")
    return next(one for one in actors if one.id == found)
