"""What a party sees otherwise than it is."""

from __future__ import annotations

from dataclasses import dataclass

from winset.model.preferences import Preference


@dataclass(frozen=True, slots=True)
class Misperception:
    """States a party does not see, and preferences of others as it believes them to be.

    `unseen` holds names of states, or expressions true of the states that are not seen.
    """

    party: str
    unseen: tuple[str, ...] = ()
    preferences: tuple[Preference, ...] = ()
