"""Commands of the language model, which is off unless a case turns it on: llm, ask."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import as_json, by, the_case


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
@click.argument("document")
@as_json
def ask(case: Path, document: str, as_json: bool) -> None:
    """Send DOCUMENT to the language model of CASE and keep what it proposes as suggestions.

    A proposal whose words do not stand exactly where it says is dropped and counted.
    """
    from winset.cli.screen import print_json, say, working
    from winset.workbench.language_model import ask

    with working("Waiting for the language model"):
        asked = ask(case, document)
    if as_json:
        print_json({"document": asked.document, "suggested": list(asked.suggested),
                    "dropped": asked.dropped})  # fmt: skip
    else:
        say(f"{len(asked.suggested)} positions suggested, {asked.dropped} dropped: their words "
            "do not stand where they were said to.")  # fmt: skip
