"""The tableau of a conflict in tables: one for each party, its states from best to worst."""

from __future__ import annotations

import sys
from pathlib import Path

from winset.cli.screen import heading, print_json, say, table
from winset.cli.show_stability import party_name, state_name
from winset.report.words import counted, figure
from winset.stability.results import Step
from winset.workbench.tableau import Place, Tableau, tableau_csv


def show_tableau(tableau: Tableau, form: str) -> None:
    """Print the tableau in words, as "json" or as "csv"."""
    if form == "json":
        print_json(_shape(tableau))
    elif form == "csv":
        sys.stdout.write(tableau_csv(tableau))
    else:
        _show_words(tableau)


def show_drawn(output: Path, states: int, nodes: int, as_json: bool) -> None:
    """Say where a graph of states was drawn, and in how many nodes."""
    if as_json:
        print_json({"written": str(output), "states": states, "nodes": nodes})
        return
    drawn = "" if states == nodes else f", in {counted(nodes, 'group')}"
    say(f"Written: {output} ({counted(states, 'state')}{drawn})")


def _show_words(tableau: Tableau) -> None:
    model = tableau.answer.chosen.model
    say(model.title or tableau.answer.chosen.version.name)
    stable = dict(tableau.lasting)
    say(f"E marks a state that is stable for every party: {counted(len(stable), 'state')} here.")
    for party, places in tableau.columns:
        heading(f"{party_name(tableau.answer, party)}, best first")
        table(
            ["", "", "State", "", "Would rather"],
            [_row(tableau, place, place.state in stable) for place in places],
        )
    say(
        "r: no improvement (Nash). s: improvements deterred by gains of others (SEQ). m, g: "
        "deterred by any of their moves, without or with a way out (SMR, GMR). u: unstable. "
        "States with one number are equal."
    )
    if tableau.left_out:
        say(f"{figure(tableau.left_out)} more states are left out; --limit and --where show them.")


def _row(tableau: Tableau, place: Place, lasts: bool) -> list[str]:
    wishes = "; ".join(_change(tableau, step) for step in place.improvements)
    name = state_name(tableau.answer, place.state)
    return [str(place.rank), "E" if lasts else "", name, place.letter, wishes or "–"]


def _change(tableau: Tableau, step: Step) -> str:
    """What a move changes: the new options, or the new state where it has a name or no options."""
    space = tableau.answer.space
    before, after = space.options(step.start), space.options(step.end)
    if not after or step.end in space.names:
        return state_name(tableau.answer, step.end)
    return " ".join(
        f"{issue}={option}" for issue, option in after.items() if before[issue] != option
    )


def _shape(tableau: Tableau) -> dict[str, object]:
    space = tableau.answer.space
    return {
        "parties": {
            party: [
                {
                    "state": space.id(place.state),
                    "rank": place.rank,
                    "stability": place.letter,
                    "improvements": [space.id(step.end) for step in place.improvements],
                }
                for place in places
            ]
            for party, places in tableau.columns
        },
        "equilibria": {space.id(state): list(senses) for state, senses in tableau.lasting},
        "left_out": tableau.left_out,
    }
