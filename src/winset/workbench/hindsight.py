"""A model without hindsight: what rests only on works published after a day is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from winset.errors import Misuse
from winset.model.lines import Link, NoDeal, RedLine
from winset.model.model import Model
from winset.record.hindsight import Knowledge, knowledge
from winset.record.index import Index
from winset.workbench.opening import Contents


@dataclass(frozen=True, slots=True)
class Known:
    """A model as it could be written on a day, and in sentences what that took for granted."""

    model: Model
    assumptions: tuple[str, ...]


def known_by(contents: Contents, model: Model, day: dt.date) -> Known:
    """The model without the lines, links and worths that rest only on works published later.

    What rests on undated works or on none is kept, and said so. Raises Misuse for a model that
    has no case around it, since only a case knows when its sources were published.
    """
    if contents.is_model_file:
        raise Misuse(
            f"{contents.path} is a model file, which does not know when its sources were "
            "published; give the case it belongs to, as CASE.winset, with --known-by"
        )
    index = Index(contents.record)
    found: dict[Knowledge, list[str]] = {}

    def could_be_known(line: RedLine | Link | NoDeal) -> bool:
        what = knowledge(index, line.because, day)
        found.setdefault(what, []).append(_called(line))
        return what is not Knowledge.LATER

    kept = replace(
        model,
        red_lines=tuple(filter(could_be_known, model.red_lines)),
        links=tuple(filter(could_be_known, model.links)),
        no_deal=tuple(filter(could_be_known, model.no_deal)),
    )
    return Known(kept, tuple(_sentences(found, day)))


def _called(line: RedLine | Link | NoDeal) -> str:
    if isinstance(line, NoDeal):
        since = f" from {line.span.start}" if line.span.start else ""
        return f"worth of no deal to {line.party}{since}"
    return f"{'red line' if isinstance(line, RedLine) else 'link'} {line.id}"


def _sentences(found: dict[Knowledge, list[str]], day: dt.date) -> Iterable[str]:
    dropped = found.get(Knowledge.LATER)
    said = f"left out, as resting only on works published later: {_list(dropped)}"
    none = "nothing had to be left out as resting only on works published later"
    yield f"Known by {day}: {said if dropped else none}."
    if Knowledge.UNDATED in found:
        yield (
            f"Known by {day}: kept, though it cannot be told whether their works were published "
            f"by then: {_list(found[Knowledge.UNDATED])}."
        )
    if Knowledge.UNSOURCED in found:
        yield (
            f"Known by {day}: kept as judgements that rest on no work: "
            f"{_list(found[Knowledge.UNSOURCED])}."
        )


def _list(names: list[str] | None) -> str:
    return ", ".join(names or ())
