"""Who holds which office by the words of a text: `Mayor Anna Berg`, `the envoy, Ole Moe`."""

from __future__ import annotations

import re

from winset.reading.happening.places import STATES
from winset.reading.people.mentions import person
from winset.reading.text.tokens import Words
from winset.reading.text.words import TITLES

_TITLED = re.compile(
    r"(?=[A-Za-z])\b(?:[A-Za-z]++[ \xa0]){0,2}(?:[A-Z][\w’'-]*+|minister|president|negotiator"
    r"|secretary|chief|leader|spokesman|spokeswoman|director|envoy|ambassador|mayor|commissioner)"
    r"(?:[ \xa0](?:[A-Z]\.|[A-Z][\w’'-]*+)){2,4}"
)
_NAME = r"[A-Z][\w’'-]*+(?: (?:[A-Z]\.|(?:[a-z]{2}-)?[A-Z][\w’'-]*+)){1,3}"
_HOLDER = re.compile(rf", (?P<name>{_NAME})(?=,| [a-z])")
_OFFICE = re.compile(
    r"\b([Mm]inister|[Pp]resident|[Nn]egotiator|[Ss]ecretary|[Ee]nvoy|[Aa]mbassador|[Cc]hief|[Mm]ayor"
    r"|[Dd]irector|[Cc]ommissioner|[Ss]pokes(?:wo)?man|[Ss]pokesperson|[Rr]epresentative)"
    r"(?: (?:of|to|for|in|on) [^,.;:()\n]{1,60})?$"
)
"""An office before its holder: `the envoy of the council to the bank, Anna Berg,`."""
_REACH = 90


def offices(text: Words) -> dict[str, str]:
    """Titles set before one name only (`Prime Minister Anna Berg`), in lower case, to the name."""
    holders: dict[str, set[str]] = {}
    for run in _TITLED.finditer(text.text):
        words = text.within(*run.span())
        full = person(words)
        titles = [word.lower for word in words if word.lower in TITLES]
        states = [STATES[word.text] for word in words if word.text in STATES]
        if states and titles and " " in full:
            holders.setdefault(f"{states[0]} leader", set()).add(full)
            holders.setdefault(f"{states[0]} {' '.join(titles)}", set()).add(full)
        for number in (1, 2, 3) if " " in full else ():
            if len(titles) >= number:
                holders.setdefault(" ".join(titles[-number:]), set()).add(full)
    for match in _HOLDER.finditer(text.text):
        office = _OFFICE.search(text.text, max(match.start() - _REACH, 0), match.start())
        full = person(text.within(*match.span("name"))) if office else ""
        if office and " " in full:
            holders.setdefault(office.group(1).lower(), set()).add(full)
    return {title: min(names) for title, names in holders.items() if len(names) == 1}
