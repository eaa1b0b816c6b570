"""What states are called: by their options in full, or short where all issues are yes/no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from winset.model.issues import Issue
from winset.model.names import composed, is_option, quoted

_PAIR = re.compile(r"\s*('[^']*'|[^\s=']+)\s*=\s*('[^']*'|[^\s=']+)(?=\s|\Z)")


def long_id(options: Mapping[str, str]) -> str:
    """The state written out, in issue order.

    >>> long_id({"modify": "no", "uniroyal": "delay", "insist": "yes"})
    'modify=no uniroyal=delay insist=yes'
    """
    return " ".join(f"{quoted(issue)}={quoted(option)}" for issue, option in options.items())


def options_of(text: str, issues: Sequence[Issue]) -> dict[str, str] | None:
    """The options a long or short id names, None when it is neither of these issues."""
    return _from_long(text, issues) or _from_short(text, issues)


def is_state_name(text: str) -> bool:
    """Whether the text can name a state: an option without the signs of rankings."""
    return is_option(text) and not any(sign in text for sign in ">~")


def _from_long(text: str, issues: Sequence[Issue]) -> dict[str, str] | None:
    found: dict[str, str] = {}
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _PAIR.match(text, place)
        if match is None:
            return None
        issue, option = (composed(part.strip("'")) for part in match.groups())
        if issue in found:
            return None
        found[issue] = option
        place = match.end()
    complete = found.keys() == {issue.id for issue in issues}
    if not complete or any(found[issue.id] not in issue.options for issue in issues):
        return None
    return {issue.id: found[issue.id] for issue in issues}


def _from_short(text: str, issues: Sequence[Issue]) -> dict[str, str] | None:
    if len(text) != len(issues) or not all(issue.yes_no for issue in issues):
        return None
    if set(text) - {"Y", "N"}:
        return None
    return {
        issue.id: "yes" if letter == "Y" else "no"
        for issue, letter in zip(issues, text, strict=True)
    }
