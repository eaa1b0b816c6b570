"""The command demo."""

from __future__ import annotations

from pathlib import Path

import click

from winset.cli.options import as_json


@click.command(short_help="Build a worked case and its report here.")
@click.argument("name", required=False)
@click.option("--force", is_flag=True, help="Replace files that are not the demo's own.")
@as_json
def demo(name: str | None, force: bool, as_json: bool) -> None:
    """Build NAME.winset and NAME.html, a worked case and its report, in the current folder.

    Without NAME the first case that ships with winset is built. A file of the same name is
    replaced only when it is the unchanged product of an earlier demo.
    """
    from winset.cli.screen import watched
    from winset.cli.show_case import show_demo
    from winset.workbench.demo import build_demo

    show_demo(build_demo(name, Path.cwd(), force, watched), as_json)
