"""Commands of the language model, which is off unless a case turns it on: llm, ask."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from winset.cli.options import as_json, by, the_case

if TYPE_CHECKING:
    from winset.workbench.language_model import Asked


@click.command(short_help="Turn a language model on or off for a case.")
@the_case
@click.option("--address", default="", help="An OpenAI-compatible address, as http://host/v1.")
@click.option("--model", default="", help="The model's name at that address.")
@click.option("--off", is_flag=True, help="Let no document of this case leave the machine.")
@by
@as_json
def llm(case: Path, address: str, model: str, off: bool, by: str, as_json: bool) -> None:
    """Let `winset ask` send documents of CASE to --address, or with --off to nobody.

    It is off unless turned on for the case. A key, if one is needed, is read from WINSET_LLM_KEY
    and kept nowhere.
    """
    from winset.cli.screen import print_json, say
    from winset.workbench.language_model import turn_off, turn_on

    if off:
        turn_off(case, by)
        said = "Off: no document of this case leaves the machine."
    else:
        turn_on(case, address, model, by)
        said = f"On: `winset ask` sends documents of this case to {address}."
    if as_json:
        print_json({"on": not off, "address": "" if off else address, "model": model})
    else:
        say(said)


@click.command(short_help="Let the case's language model propose positions.")
@the_case
@click.argument("documents", metavar="DOCUMENT...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Send every document of the case.")
@by
@as_json
@click.pass_context
def ask(
    ctx: click.Context,
    /,
    case: Path,
    documents: tuple[str, ...],
    every: bool,
    by: str,
    as_json: bool,
) -> None:
    """Send DOCUMENTs to the language model of CASE and keep what it proposes as suggestions.

    A proposal whose words do not stand exactly where it says is dropped and counted. What was
    sent is kept for good: `winset documents` and every report say it. The exit code is 1 when
    nothing came of some document.
    """
    from winset.cli.screen import watched, working
    from winset.workbench.language_model import ask_about

    if bool(documents) == every:
        raise click.UsageError("name the documents to be sent, or all of them with --all")
    with working("Waiting for the language model") if len(documents) == 1 else nullcontext():
        asked = ask_about(case, documents, watch=watched, by=by)
    _show(asked, as_json)
    ctx.exit(1 if any(one.failed for one in asked) else 0)


def _show(asked: Sequence[Asked], as_json: bool) -> None:
    from winset.cli.screen import print_json, say
    from winset.report.words import counted

    if as_json:
        print_json({"documents": [{**asdict(one), "suggested": list(one.suggested)}
                                  for one in asked]})  # fmt: skip
        return
    for one in asked:
        said = f"{counted(len(one.suggested), 'position')} suggested"
        if one.dropped:
            said += f", {one.dropped} dropped: the words do not stand where they were said to"
        said += "."
        say(f"{one.document}: {one.failed or said}")
