"""Commands on settlements: settle, sweep, compare, loosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from winset.cli.changing import the_draws
from winset.cli.models import the_model, wanted
from winset.cli.options import A_PATH, Command, a_day, as_json, at_most, known_by

if TYPE_CHECKING:
    from winset.workbench.varying import Draws


def what_if(command: Command) -> Command:
    """The options that change the model or look closer, as fields of a Question."""
    for option in reversed(_QUESTIONS):
        command = option(command)
    return command


_GIVEN = 'Suppose this: who refuses it, and by which lines? As "quota = high and port".'
_DROP = "Give up a red line; may be repeated."
_ADD = "Add a red line, as 'south: requires \"port\"'; may be repeated."
_QUOTA = "Move a quota, as north.diet=2/3; may be repeated."
_IMPROVE = 'What is better for one side and no worse for others? As "quota = low; not port".'


_SHEETS = ["packages", "blocks", "openings", "days", "lines", "overlaps"]
_QUESTIONS = (
    click.option("--given", default="", metavar="TEXT", help=_GIVEN),
    click.option("--drop", multiple=True, metavar="LINE", help=_DROP),
    click.option("--add", multiple=True, metavar="TEXT", help=_ADD),
    click.option("--quota", multiple=True, metavar="TEXT", help=_QUOTA),
    click.option("--improve", default="", metavar="PACKAGE", help=_IMPROVE),
    click.option("--divisible", is_flag=True, help="Divide contested issues by Adjusted Winner."),
    click.option("--trades", is_flag=True, help="Which issues are worth trading."),
    click.option("--durable", is_flag=True, help="Whether the packages would last."),
    click.option("--sensitive", is_flag=True, help="How little would change the answer."),
)


@click.command(short_help="What all can accept, what blocks, what would open a deal.")
@the_model
@click.option("--as-of", metavar="DAY", help="Keep what holds on this day (YYYY-MM-DD).")
@at_most(100, "How many of each list to find.")
@what_if
@wanted
@known_by
@click.option("--csv", "sheet", type=click.Choice(_SHEETS), help="Print this as CSV instead.")
@as_json
def settle(
    model: Path,
    as_of: str | None,
    limit: int,
    wanted: str,
    known_by: str | None,
    sheet: str | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Find the packages every side can accept; where none, what blocks and what would open.

    MODEL is a model file, or a case with a kept model. Without --as-of the model's own day
    counts; where it has none, all lines do, whatever their days. The other options ask what if.
    """
    from winset.cli.screen import working
    from winset.cli.show_probing import show_reply, show_sheet
    from winset.workbench.probing import Question, ask

    day, known = a_day(as_of), a_day(known_by)
    with working("Looking for what all can accept"):
        reply = ask(model, Question(**asked, limit=limit), day, wanted, known)
    if sheet is not None:
        show_sheet(reply, sheet)
    else:
        show_reply(reply, as_json)


@click.command(short_help="When the zone closed and opened, and which lines did it.")
@the_model
@wanted
@known_by
@click.option("--csv", "as_csv", is_flag=True, help="Print the days as CSV instead.")
@as_json
def sweep(model: Path, wanted: str, known_by: str | None, as_csv: bool, as_json: bool) -> None:
    """Follow the zone of agreement over every day on which a line begins or ends.

    Shows which line's arrival closed it, whose end opened it or alone would open it, and the sizes
    of win-sets and zone from each day on. `winset report` draws them.
    """
    from winset.cli.screen import working
    from winset.cli.show_sweep import show_sweep
    from winset.workbench.probing import find_sweep

    with working("Following the zone from day to day"):
        swept = find_sweep(model, wanted, a_day(known_by))
    show_sweep(swept, as_json, as_csv)


@click.command(short_help="Two days, or two models, side by side.")
@click.argument("models", metavar="MODEL [OTHER]", type=A_PATH, nargs=-1, required=True)
@click.option("--as-of", "days", metavar="DAY", multiple=True, help="A day (YYYY-MM-DD), or two.")
@at_most(100, "How many of each list to find.")
@wanted
@as_json
def compare(
    models: tuple[Path, ...], days: tuple[str, ...], limit: int, wanted: str, as_json: bool
) -> None:
    """Compare what all can accept on two days of one model, or by two models.

    Shows the sizes of win-sets and zone, the lines that came and went, the blocks that appeared
    and vanished, and who gained at the fair points.
    """
    from winset.cli.screen import working
    from winset.cli.show_comparison import show_comparison
    from winset.dates import parse_day
    from winset.workbench.probing import compare_answers

    with working("Comparing"):
        found = compare_answers(models, tuple(map(parse_day, days)), limit, wanted)
    show_comparison(found, as_json)


@click.command(short_help="How firm a settlement is when figures are rough.")
@the_model
@click.option("--by", "percent", type=int, default=10, show_default=True, help="Per cent off.")
@click.option("--as-of", metavar="DAY", help="Keep what holds on this day (YYYY-MM-DD).")
@the_draws
@at_most(8, "How many of each list to show.")
@wanted
@as_json
def loosen(
    model: Path,
    percent: int,
    as_of: str | None,
    draws: Draws,
    limit: int,
    wanted: str,
    as_json: bool,
) -> None:
    """Draw points, worths of no deal and weights anew, up to some per cent off, again and again.

    Shows in what share of the samples (200, unless --samples says otherwise) there is a
    settlement, which ways out are cheapest, and which packages are fair. The same seed gives the
    same shares, whatever the workers; with --resume a run that was stopped goes on.
    """
    from winset.cli.show_firmness import show_firmness
    from winset.cli.show_sensitivity import counting
    from winset.workbench.loosening import find_firmness

    with counting("Settling with figures drawn anew") as progress:
        found = find_firmness(model, percent, draws, progress, a_day(as_of), wanted)
    show_firmness(found, limit, as_json)
