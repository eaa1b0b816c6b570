"""`winset stability` in other senses: unknown, strong, groups, merged, far-sighted, seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from winset.cli.app import program

CASES = Path(__file__).parents[1] / "cases" / "graph"
ELMIRA = str(CASES / "elmira_options.toml")
CUBAN = str(CASES / "cuban.toml")
HERRING = """
[parties.fleet]
name = "Fleet owners"
[parties.coast]
[issues.poach]
by = "fleet"
[issues.patrol]
by = "coast"
[preferences.fleet]
ranking = "YN > NN >> NY > YY"
unknown = [["NN", "YN"]]
[preferences.coast]
ranking = "NN > NY > YY > YN"
[misperceptions.fleet]
unseen = ["patrol and not poach"]
[misperceptions.fleet.preferences.coast]
order = ["not patrol"]
"""


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(program, ["stability", *arguments], env={"COLUMNS": "80"})
    return result.exit_code, result.stdout, result.stderr


def answer(*arguments: str) -> Any:
    code, out, err = run(*arguments, "--json")
    assert code == 0, err
    return json.loads(out)


@pytest.fixture
def herring(tmp_path: Path) -> str:
    path = tmp_path / "herring.toml"
    path.write_text(HERRING, encoding="utf-8")
    return str(path)


def test_the_plain_answer_keeps_its_keys(herring: str) -> None:
    assert set(answer(herring)) == {
        "model",
        "states",
        "parties",
        "stable",
        "equilibria",
        "status_quo",
        "assumptions",
    }


def test_a_reading_of_unknown_preference(herring: str) -> None:
    """The fleet may like poaching better: bold it leaves peace, cautious it stays."""
    bold, cautious = (answer(herring, "--unknown", one, "--concept", "nash") for one in "ab")
    start = "poach=no patrol=no"
    assert start not in bold["stable"]["nash"]["fleet"]
    assert start in cautious["stable"]["nash"]["fleet"]
    assert any("as in a" in line for line in bold["assumptions"])


def test_strong_and_weak_stability_divide_the_general(herring: str) -> None:
    general, strong, weak = (
        answer(herring, "--strength", kind)["stable"] for kind in ("general", "strong", "weak")
    )
    for concept, by_party in general.items():
        for party, states in by_party.items():
            parts = strong[concept][party] + weak[concept][party]
            assert sorted(parts) == sorted(states)
    assert "poach=no patrol=no" in strong["gmr"]["fleet"]


def test_without_a_ranking_nothing_is_strongly_worse() -> None:
    found = answer(ELMIRA, "--strength", "strong")
    assert found["stable"]["gmr"] == found["stable"]["nash"]
    assert sum("no strong preference" in line for line in found["assumptions"]) == 3


def test_groups_are_listed_with_what_they_could_gain() -> None:
    found = answer(ELMIRA, "--groups")
    assert found["parties"][-1] == "moe + uniroyal + local"
    jump = found["group_improvements"][-1]
    assert (jump["group"], jump["from"], jump["to"]) == (["moe", "uniroyal"], "5", "8")
    code, out, _ = run(ELMIRA, "--groups")
    assert code == 0
    assert "Stable for every group" in out
    assert max(map(len, out.splitlines())) <= 80


def test_merged_parties_stand_as_one() -> None:
    found = answer(ELMIRA, "--merge", "moe+uniroyal", "--concept", "nash")
    assert found["parties"] == ["moe+uniroyal", "local"]
    assert sorted(found["equilibria"]["nash"]) == ["7", "8", "9"]


def test_two_parties_look_ahead() -> None:
    assert answer(CUBAN, "--horizon", "1")["equilibria"]["l1"] == ["6"]
    assert "nonmyopic" in answer(CUBAN, "--horizon", "far")["equilibria"]
    code, out, _ = run(CUBAN, "--horizon", "far")
    assert code == 0
    assert "Non-myopic" in out


def test_each_party_by_what_it_sees(herring: str) -> None:
    found = answer(herring, "--views", "--concept", "nash")
    assert found["views"]["fleet"]["unseen"] == ["poach=no patrol=yes"]
    assert set(found) >= {"bound", "true"}
    code, out, _ = run(herring, "--views")
    assert code == 0
    assert "As Fleet owners sees it" in out
    assert "If nobody misperceived anything" in out
    assert max(map(len, out.splitlines())) <= 80


def test_without_views_the_answer_says_that_nothing_is_misperceived(herring: str) -> None:
    assert any("--views" in line for line in answer(herring)["assumptions"])
    assert not any("--views" in line for line in answer(ELMIRA)["assumptions"])


def test_simultaneous_stability_is_given_when_asked_for() -> None:
    assert "sim" not in answer(ELMIRA)["stable"]
    assert sorted(answer(ELMIRA, "--concept", "SIM")["equilibria"]["sim"]) == ["5", "8", "9"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--merge", "moe+uniroya"], "'uniroya' is no party of the model; did you mean"),
        (["--merge", "moe"], "merges nobody"),
        (["--merge", "moe+local", "--merge", "local+uniroyal"], "'local' is merged twice"),
        (["--horizon", "3"], "defined for two parties, and the model has 3"),
        (["--horizon", "x"], "'x' is no number of moves"),
        (["--horizon", "3", "--concept", "seq"], "a concept of its own"),
        (["--groups", "--concept", "sim"], "'sim' is not defined for groups"),
        (["--unknown", "e"], "'e' is not one of"),
        (["--unknown", "a", "--groups"], "--unknown and --groups ask for two senses"),
        (["--why", "5", "--views", "--concept", "sim"], "there is no concept 'sim'"),
        (["--concept", "simm"], "did you mean 'sim'"),
    ],
)
def test_each_misuse_has_its_own_message(arguments: list[str], message: str) -> None:
    code, out, err = run(ELMIRA, *arguments)
    assert (code, out) == (2, "")
    assert message in " ".join(err.split())


@pytest.mark.parametrize(("horizon", "moves"), [("0", "0"), ("0" * 30, "0"), ("9" * 30, "999,999")])
def test_a_horizon_out_of_range_is_refused(horizon: str, moves: str) -> None:
    code, _, err = run(CUBAN, "--horizon", horizon)
    assert code == 2
    assert f"a horizon of {moves}" in " ".join(err.split())


def test_elmira_listed_and_made_of_options_has_the_same_simultaneous_equilibria() -> None:
    listed = answer(str(CASES / "elmira_graph.toml"), "--concept", "sim")
    options = answer(ELMIRA, "--concept", "sim")
    assert sorted(listed["equilibria"]["sim"]) == sorted(options["equilibria"]["sim"])
