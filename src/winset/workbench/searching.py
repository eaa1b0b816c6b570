"""Words looked for in the documents of a case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from winset.workbench.opening import case_file

if TYPE_CHECKING:
    from winset.store.search import Hit


def find_words(path: Path, words: Sequence[str], limit: int = 20) -> tuple[Hit, ...]:
    """The documents of a case that hold all these words, best first; a text in one item that has
    spaces is a phrase. Raises Misuse for no words.
    """
    from winset.store import open_case

    query = " ".join(f'"{one}"' if " " in one and '"' not in one else one for one in words)
    with open_case(case_file(path), to_read=True) as case:
        return case.search(query, limit)
