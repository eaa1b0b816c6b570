"""What the command prints of models with many states: counts, some states, a stream of JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Winset
from winset.cli.screen import print_json

ELMIRA = Path(__file__).parent.parent / "cases" / "graph" / "elmira_12.toml"


def test_only_states_of_an_expression_are_counted_and_listed(winset: Winset) -> None:
    every = json.loads(winset("stability", ELMIRA, "--json").stdout)
    options = {state["id"]: state["options"] for state in every["states"]}
    issue, option = next(iter(options[every["equilibria"]["gmr"][0]].items()))
    asked = winset("stability", ELMIRA, "--where", f"{issue} = {option}", "--json")
    some = json.loads(asked.stdout)
    for concept, states in every["equilibria"].items():
        kept = [state for state in states if options[state][issue] == option]
        assert some["equilibria"][concept] == kept
    assert f"states with {issue} = {option} are counted" in some["assumptions"][-1]


@pytest.mark.parametrize("text", ["nothing", "modify and", "modify and not modify"])
def test_an_expression_that_chooses_nothing_is_refused(winset: Winset, text: str) -> None:
    result = winset("stability", ELMIRA, "--where", text)
    assert result.exit_code == 2
    assert repr(text) in result.stderr.replace("\n", " ")


def test_where_and_why_do_not_go_together(winset: Winset) -> None:
    result = winset("stability", ELMIRA, "--where", "modify", "--why", "s1")
    assert result.exit_code == 2
    assert "--why explains one state" in " ".join(result.stderr.split())


def test_no_more_states_are_listed_than_the_limit(winset: Winset) -> None:
    text = winset("stability", ELMIRA, "--concept", "gmr", "--limit", "1").stdout
    table = text.split("Stable for every party\n")[1].split("…")[0]
    assert len([line for line in table.splitlines() if line.endswith("yes")]) == 1


def test_what_comes_one_after_another_is_written_as_a_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    whole = {"a": [], "b": {}, "c": [1, {"d": ["é", 2.5]}], "e": {"f": [], "g": ["x\ny", None]}}
    given = {
        "a": iter([]),
        "b": {},
        "c": iter(whole["c"]),
        "e": {"f": [], "g": iter(["x\ny", None])},
    }
    print_json(given)
    assert capsys.readouterr().out == json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
