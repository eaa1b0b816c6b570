"""Names of other tools as names of a model: ids and options, each told apart from the others."""

from __future__ import annotations

from collections.abc import Callable

from winset.model.names import LONGEST_NAME, composed, is_id, is_name_character, is_option

_SHORT = LONGEST_NAME - 8


class Namer:
    """Gives names that a model may have, and keeps note of those it had to change."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._taken: set[tuple[str, str]] = set()

    def id(self, kind: str, name: str, fallback: str) -> str:
        """An id like the name: what cannot stand in one becomes an underscore."""
        wanted = "".join(c if is_name_character(c) else "_" for c in composed(name.strip()))
        return self._free(kind, name, wanted.strip("_")[:_SHORT] or fallback, is_id)

    def option(self, issue: str, value: str) -> str:
        """An option like the value, without quotes, arrows and line breaks."""
        wanted = composed(value).replace("->", "→").replace("'", "’").replace('"', "”")
        cleaned = "".join(c if c.isprintable() else " " for c in wanted)
        return self._free(
            f"issue {issue}", value, cleaned.strip()[:_SHORT].strip() or "value", is_option
        )

    def _free(self, kind: str, name: str, wanted: str, allowed: Callable[[str], bool]) -> str:
        found, number = wanted, 1
        while (kind, found) in self._taken or not allowed(found):
            number += 1
            found = f"{wanted}-{number}" if allowed(wanted) else f"{kind.split()[0]}-{number}"
        self._taken.add((kind, found))
        if found != name and kind != "issue":
            self.notes.append(f"{kind}: {name!r} is called {found!r}")
        return found
