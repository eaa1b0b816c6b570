"""Whether two places, as two accounts have them, could not both be where one event was."""

from __future__ import annotations

import re

from winset.reading.suggestions import EventSuggestion
from winset.reading.text.patterns import any_of
from winset.reading.text.words import lexicon

_NEAR = any_of("near outside off around beyond toward towards from to for of above along")
_AREA = any_of(
    "state province region county district valley peninsula islands? border area desert mountains"
    " coast sea gulf river highway road territory oblast canton prefecture"
)
_SITES = lexicon(
    """
    house hotel palace centre center hall airport university street road avenue square bridge school
    hospital church mosque temple station port harbour harbor camp base stadium prison embassy
    ministry parliament headquarters building court tower park castle club interstate route
    """
)
"""Words in the name of a place that lies in some town."""


def is_comparable(a: EventSuggestion, b: EventSuggestion) -> bool:
    """Whether two places are of one size and each is where the event was, and not only near it."""
    sizes = {_is_site(a.place), _is_site(b.place)}
    return len(sizes) == 1 and _is_exact(a) and _is_exact(b)


def _is_site(place: str) -> bool:
    return any(word.strip("’'").casefold() in _SITES for word in place.split())


def _is_exact(event: EventSuggestion) -> bool:
    """Whether a sentence has an event in a place, and neither near it nor in a wide country."""
    place = re.escape(event.place)
    near = rf"\b(?:{_NEAR}) (?:the )?{place}\b|\b{place}(?:['’]s)? (?:\w+ )?(?:{_AREA})\b"
    return re.search(near, event.text) is None
