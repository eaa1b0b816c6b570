"""Which of many things share something, so that only those are compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator


def sharing(keys: Iterable[Iterable[Hashable]], most: int) -> Iterator[tuple[int, int]]:
    """The numbers of each two things that share a key, once for every key they share.

    `keys` are those of each thing in turn; one that more than `most` things have tells nothing.

    >>> list(sharing(["ab", "b", "bc", "c"], most=2))
    [(2, 3)]
    """
    holders: dict[Hashable, list[int]] = {}
    for number, own in enumerate(keys):
        for key in own:
            holders.setdefault(key, []).append(number)
    for same in holders.values():
        if len(same) <= most:
            for place, later in enumerate(same):
                for earlier in same[:place]:
                    yield earlier, later
