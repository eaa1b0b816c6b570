"""The sense asked for on the command line, as the engine's manner of asking."""

from __future__ import annotations

from winset.errors import Misuse
from winset.stability.concepts.manners import FAR, Manner
from winset.workbench.kinds import Kind, horizon_of


def manner_of(kind: Kind) -> Manner:
    """The manner that a kind of stability stands for; raises Misuse where there is none."""
    if kind.views:
        raise Misuse(
            "--views compares what each party sees; changes are looked for in one conflict: leave "
            "out --views"
        )
    if len(kind.given()) > 1 and kind.given() != ("--unknown", "--strength"):
        raise Misuse(
            f"{' and '.join(kind.given())} ask for two senses; expected one of them "
            "(only --unknown and --strength go together)"
        )
    return Manner(
        unknown=kind.unknown,
        strength=kind.strength,
        groups=kind.groups,
        merged=tuple(tuple(name.strip() for name in text.split("+")) for text in kind.merge),
        horizon=(horizon_of(kind.horizon) or FAR) if kind.horizon else None,
    )
