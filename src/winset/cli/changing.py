"""Commands on what would change an answer: inverse, sensitivity."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from winset.cli.models import the_kind, the_model, wanted
from winset.cli.options import A_PATH, as_json, at_most, bundled

if TYPE_CHECKING:
    from winset.stability.variation.doubt import Doubt
    from winset.workbench.inverting import Wish
    from winset.workbench.kinds import Kind
    from winset.workbench.varying import Draws

_CHANCE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?|\.[0-9]{1,9}|[0-9]{1,9}/[1-9][0-9]{0,8}")
_MOST_SAMPLES = 10_000_000


def _wish(ties: str, **given: Any) -> Wish:
    from winset.stability.inverse import Ties
    from winset.workbench.inverting import Wish

    return Wish(ties=Ties(ties), **given)


def _doubt(ties: bool, noise: str) -> Doubt:
    from winset.errors import Misuse
    from winset.stability.variation.doubt import Doubt

    if not _CHANCE.fullmatch(noise):
        shown = noise if len(noise) <= 40 else f"{noise[:37]}..."
        raise Misuse(f"--noise {shown!r} is no chance; expected one as 0.1 or 1/10")
    return Doubt(ties=ties, noise=Fraction(noise))


def _draws(**given: Any) -> Draws:
    from winset.workbench.varying import Draws

    return Draws(**given)


the_wish = bundled(
    "wish",
    _wish,
    state=click.option("--state", required=True, help="The state: its id, name or short form."),
    concept=click.option("--concept", default="", help="By which concept: nash, gmr, …"),
    free=click.option("--free", multiple=True, help="A party that may change; default: all."),
    ties=click.option(
        "--ties",
        type=click.Choice(["none", "stated", "any"]),
        default="stated",
        show_default=True,
        help="Which states may end up equally good.",
    ),
    count=click.option("--count", is_flag=True, help="Count the rankings that do it, too."),
    edits=click.option(
        "--edits", type=int, default=2, show_default=True, help="Statements changed at a time."
    ),
)
the_doubt = bundled(
    "doubt",
    _doubt,
    ties=click.option("--ties", is_flag=True, help="Equally good states may stand either way."),
    noise=click.option(
        "--noise", metavar="CHANCE", default="0", help="Of exchanging a statement with the next."
    ),
)
the_draws = bundled(
    "draws",
    _draws,
    samples=click.option(
        "--samples",
        type=click.IntRange(min=1, max=_MOST_SAMPLES),
        default=None,
        help="How many to draw; left out: all rankings, or 1000 where there are too many.",
    ),
    seed=click.option("--seed", type=int, default=0, show_default=True, help="Of the draws."),
    workers=click.option("--workers", type=int, default=1, show_default=True, help="Processes."),
    cluster=click.option("--cluster", metavar="ADDRESS", default="", help="A Dask scheduler."),
    resume=click.option("--resume", type=A_PATH, help="Keep finished chunks in this file."),
)


@click.command(short_help="What would make a state an equilibrium.")
@the_model
@the_wish
@the_kind
@at_most(5, "How many changes to list.")
@wanted
@as_json
def inverse(model: Path, wish: Wish, kind: Kind, limit: int, wanted: str, as_json: bool) -> None:
    """Find the smallest changes of preference that make a state an equilibrium.

    Two kinds: pairs of states seen otherwise, and statements of a party's order moved, left out,
    denied or added. Parties that are not free keep their preferences. One of --unknown,
    --strength, --groups, --merge and --horizon asks it of stability in another sense.
    """
    from winset.cli.screen import working
    from winset.cli.show_inverse import show_inverse
    from winset.workbench.inverting import find_inverse

    with working("Looking for what would have to change"):
        answer = find_inverse(model, wish, limit, wanted, kind)
    show_inverse(answer, as_json)


@click.command(short_help="Which changes matter; how sure the equilibria are.")
@the_model
@click.option("--concept", "concepts", multiple=True, help="Only this concept; may be repeated.")
@the_kind
@the_doubt
@the_draws
@at_most(40, "How many changes and states to list.")
@wanted
@as_json
def sensitivity(
    model: Path,
    concepts: tuple[str, ...],
    kind: Kind,
    doubt: Doubt,
    draws: Draws,
    limit: int,
    wanted: str,
    as_json: bool,
) -> None:
    """Find which single changes change the equilibria, and how often each state is one.

    Shares are over the rankings that agree with what is known: pairs the model calls unknown
    stand either way; --ties and --noise put more in doubt. The same seed gives the same shares,
    whatever the workers; with --resume a run that was stopped goes on where it was. One of
    --unknown, --strength, --groups, --merge and --horizon asks it of stability in another sense.
    """
    from winset.cli.show_sensitivity import counting, show_sensitivity
    from winset.workbench.varying import Sought, find_sensitivity

    with counting("Looking for what the answer hangs on") as progress:
        answer = find_sensitivity(model, Sought(concepts, kind), doubt, draws, progress, wanted)
    show_sensitivity(answer, limit, as_json)
