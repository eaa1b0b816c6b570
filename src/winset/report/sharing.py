"""Whether documents of the case left the machine, and which, in a line on every report."""

from __future__ import annotations

from collections.abc import Sequence

from winset.report.findings import SentTo, Sharing
from winset.report.words import counted, day_words, listed

_NAMED = 12
"""Documents that are named; of more there is the number too."""


def sharing_words(sharing: Sharing) -> str:
    """What the page says of the language model.

    >>> sharing_words(Sharing())
    'No language model is turned on for this case: no document left the machine.'
    """
    if sharing.first is None and not sharing.sent:
        said = ["No language model is turned on for this case: no document left the machine."]
    else:
        said = [_setting(sharing), *_sent(sharing.sent)]
    return " ".join((*said, *_came(sharing)))


def _setting(sharing: Sharing) -> str:
    """Whether a language model is turned on now, or was before."""
    if sharing.first is None or sharing.last is None:
        return "No language model is turned on for this case now."
    first, last = day_words(sharing.first), day_words(sharing.last)
    if sharing.address:
        earlier = "" if first == last else f"; with other settings since {first}"
        return (
            f"A language model is turned on: since {last} documents of this case may be sent to "
            f"{sharing.address} (model {sharing.model}{earlier})."
        )
    days = f"On {first}" if first == last else f"From {first} until {last}"
    return f"{days} a language model was turned on; it is off now."


def _sent(sent: Sequence[SentTo]) -> list[str]:
    """Which documents left the machine, address by address."""
    return [_to(one) for one in sent] or ["No document has left the machine."]


def _to(one: SentTo) -> str:
    first, last = day_words(one.first), day_words(one.last)
    days = f"on {first}" if first == last else f"between {first} and {last}"
    return (
        f"{_named(one.documents)} left the machine {days}, sent to {one.address} "
        f"(model {one.model})."
    )


def _named(documents: Sequence[str]) -> str:
    if len(documents) > _NAMED:
        return f"{counted(len(documents), 'document')} ({', '.join(documents[:_NAMED])} …)"
    return f"Document{'' if len(documents) == 1 else 's'} {listed(documents)}"


def _came(sharing: Sharing) -> list[str]:
    """What the record has accepted of it."""
    if sharing.first is None and not sharing.sent and not sharing.accepted:
        return []
    told = [
        f"{counted(many, 'accepted entry', 'accepted entries')} came from {model}"
        for model, many in sharing.accepted
    ]
    said = listed(told) or "no accepted entry came from it"
    return [f"{said[0].upper()}{said[1:]}."]
