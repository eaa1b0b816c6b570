"""Faults in words, and as JSON."""

from __future__ import annotations

from winset.cli.screen import entry, print_json, say
from winset.problems import Problem
from winset.workbench.shapes import check_shape


def show_faults(file: str, faults: tuple[Problem, ...], as_json: bool) -> None:
    """Print every fault, or that there is none."""
    if as_json:
        print_json(check_shape(file, faults))
    elif not faults:
        say(f"{file}: no faults")
    else:
        say(f"{file}: {len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
        for fault in faults:
            entry(str(fault))
