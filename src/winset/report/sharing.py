"""Whether documents of the case left the machine, in a line on every report."""

from __future__ import annotations

from winset.report.findings import Sharing
from winset.report.words import counted, day_words, listed


def sharing_words(sharing: Sharing) -> str:
    """What the page says of the language model.

    >>> sharing_words(Sharing())
    'No language model is turned on for this case: no document left the machine.'
    """
    return f"{_sent(sharing)}{_came(sharing)}"


def _sent(sharing: Sharing) -> str:
    if sharing.first is None or sharing.last is None:
        return "No language model is turned on for this case: no document left the machine."
    first, last = day_words(sharing.first), day_words(sharing.last)
    if sharing.address:
        earlier = "" if first == last else f"; with other settings since {first}"
        return (
            f"A language model is turned on: since {last} documents of this case may be sent to "
            f"{sharing.address} (model {sharing.model}{earlier})."
        )
    days = f"on {first}" if first == last else f"from {first} until {last}"
    return (
        f"A language model was turned on {days}, when documents of this case may have been sent "
        "to it; it is off now, and no document leaves the machine."
    )


def _came(sharing: Sharing) -> str:
    if sharing.first is None and not sharing.accepted:
        return ""
    if not sharing.accepted:
        return " No accepted entry came from it."
    told = [
        f"{counted(many, 'accepted entry', 'accepted entries')} came from {model}"
        for model, many in sharing.accepted
    ]
    said = listed(told)
    return f" {said[0].upper()}{said[1:]}."
