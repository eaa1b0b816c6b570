"""The commands on reasons, changes and shares, on a published conflict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Winset

GRAPHS = Path(__file__).parents[1] / "cases" / "graph"
SYRIA_IRAQ = GRAPHS / "syria_iraq.toml"
GARRISON = GRAPHS / "garrison.toml"


def words(text: str) -> str:
    return " ".join(text.split())


def test_why_names_the_moves_and_the_statements(winset: Winset) -> None:
    result = winset("stability", SYRIA_IRAQ, "--why", "3", "--party", "syria", "--concept", "SMR")
    assert result.exit_code == 0
    text = words(result.stdout)
    assert "3 is SMR stable for Syria: it has one improvement, and it is deterred." in text
    assert "Then Iraq moves from 1 to 4 (attack=yes)." in text
    assert "by its statement 2, “escalate”, true of 3 only" in text


def test_why_without_a_party_or_a_concept_tells_of_all(winset: Winset) -> None:
    shape = json.loads(winset("stability", SYRIA_IRAQ, "--why", "3", "--json").stdout)
    told = [(one["concept"], one["party"], one["stable"]) for one in shape["explanations"]]
    assert len(told) == 10
    assert ("nash", "syria", False) in told
    assert ("seq", "syria", True) in told
    assert ("gmr", "iraq", False) in told


def test_why_as_json_holds_the_sanction_and_the_comparisons(winset: Winset) -> None:
    shape = json.loads(
        winset(
            "stability", GARRISON, "--why", "6", "--party", "canada", "--concept", "gmr", "--json"
        ).stdout
    )
    ((improvement,),) = [one["improvements"] for one in shape["explanations"]]
    assert improvement["move"] == {"by": ["canada"], "from": "6", "to": "2"}
    assert [step["to"] for step in improvement["reply"]] == ["1", "4", "3"]
    assert improvement["deterred"]
    gain, sanction = improvement["comparisons"]
    assert (gain["sign"], sanction["sign"]) == (1, -1)
    assert sanction["places"] == [17, 13]
    assert sanction["statement"] is None


def test_all_shortest_ways_are_listed(winset: Winset) -> None:
    shape = json.loads(
        winset("stability", GRAPHS / "elmira.toml", "--paths", "all", "--json").stdout
    )
    ways = {one["state"]: one["paths"] for one in shape["moves"]}
    both = ways["modify=yes uniroyal=accept insist=no"]
    assert [[step["by"] for step in path] for path in both] == [
        [["uniroyal"], ["moe"]],
        [["moe"], ["uniroyal"]],
    ]
    assert "two ways:" in words(
        winset("stability", GRAPHS / "elmira.toml", "--paths", "all").stdout
    )


def test_the_inverse_gives_changes_edits_and_counts(winset: Winset) -> None:
    arguments = ("--state", "2", "--concept", "SEQ", "--free", "syria", "--count")
    text = words(winset("inverse", SYRIA_IRAQ, *arguments).stdout)
    assert "Nearest preferences under which 2 is an equilibrium by SEQ" in text
    assert "Syria puts 2 above 6, not below" in text
    assert "Syria: move “escalate” from place 2 to place 3" in text
    assert "Syria 384 720" in text
    shape = json.loads(winset("inverse", SYRIA_IRAQ, *arguments, "--json").stdout)
    assert shape["rankings"] == {"syria": {"count": 384, "all": 720}}
    assert [change["distance"] for change in shape["nearest"]["changes"]] == [2, 4]
    assert {len(change["edits"]) for change in shape["edits"]["changes"]} == {1}


def test_the_inverse_says_when_nothing_does_it_and_when_nothing_is_needed(winset: Winset) -> None:
    arguments = ("--state", "1", "--concept", "nash", "--free", "syria")
    text = words(winset("inverse", SYRIA_IRAQ, *arguments).stdout)
    assert "Whatever Syria may prefer, no ranking does it." in text
    text = words(winset("inverse", SYRIA_IRAQ, "--state", "6", "--concept", "nash").stdout)
    assert "It is one already." in text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--concept", "sim"), "2 is an equilibrium by SIM"),
        (("--concept", "smr", "--groups"), "2 is an equilibrium by SMR for every group"),
        (("--concept", "seq", "--merge", "syria+iraq"), "by SEQ with syria+iraq as one"),
        (("--concept", "seq", "--unknown", "a"), "unknown preference read as in a"),
        (("--concept", "gmr", "--strength", "strong"), "only what is strongly worse deters"),
        (("--horizon", "2"), "for parties that look two moves ahead"),
        (("--horizon", "far"), "for parties that look any number of moves ahead"),
    ],
)
def test_the_inverse_is_asked_in_every_sense(
    winset: Winset, arguments: tuple[str, ...], sentence: str
) -> None:
    """In JSON the sense is told as well."""
    asked = ("inverse", SYRIA_IRAQ, "--state", "2", "--free", "syria", *arguments)
    assert sentence in words(winset(*asked).stdout)
    shape = json.loads(winset(*asked, "--json").stdout)
    assert set(shape["sense"]) == {"unknown", "strength", "groups", "merged", "horizon"}
    assert shape["nearest"]["complete"] in (True, False)
    for change in shape["nearest"]["changes"]:
        assert bool(change["decisive"]) == bool(change["distance"])


def test_the_inverse_edits_as_many_statements_as_it_may(winset: Winset, tmp_path: Path) -> None:
    file = tmp_path / "three.toml"
    names = "abc"
    text = "".join(f"[parties.{n}]\n[issues.of_{n}]\nby = '{n}'\n" for n in names)
    text += "".join(f"[preferences.{n}]\norder = ['of_{n}']\n" for n in names)
    file.write_text(text)
    asked = ("inverse", file, "--state", "NNN", "--concept", "nash")
    short = words(winset(*asked).stdout)
    assert "No change does it, nor do up to two changes" in short
    enough = winset(*asked, "--edits", "3", "--limit", "1").stdout
    assert "a: leave out “of_a”, its statement 1, then b: leave out" in words(enough)


def test_rankings_have_no_statements_to_edit_and_the_command_says_so(winset: Winset) -> None:
    text = words(winset("inverse", GARRISON, "--state", "1", "--concept", "nash").stdout)
    assert "Edits of statements were not looked for: no party orders the states by" in text


def test_sensitivity_tells_the_changes_that_matter(winset: Winset) -> None:
    text = words(winset("sensitivity", SYRIA_IRAQ, "--concept", "seq").stdout)
    assert "Of 117 single changes tried" in text
    assert "Leave out a statement 9 3" in text
    assert "Syria moves “escalate” to place 4: SEQ gains 2" in text
    assert "Syria puts 2 above 6: SEQ gains 2" in text
    assert "Nothing is in doubt" in text


def test_exact_and_sampled_shares_are_told_apart(winset: Winset, tmp_path: Path) -> None:
    doubt = ("sensitivity", SYRIA_IRAQ, "--noise", "1/10", "--concept", "seq")
    exact = json.loads(winset(*doubt, "--json").stdout)
    assert (exact["exact"], exact["rankings"], exact["seed"]) == (True, 128, None)
    drawn = ("--samples", "150", "--seed", "7")
    one = winset(*doubt, *drawn, "--json").stdout
    kept = tmp_path / "chunks.json"
    assert winset(*doubt, *drawn, "--json", "--workers", "2", "--resume", kept).stdout == one
    assert winset(*doubt, *drawn, "--json", "--resume", kept).stdout == one
    assert "Over 150 samples (seed 7) of 128" in words(winset(*doubt, *drawn).stdout)
    other = winset(*doubt, "--samples", "151", "--resume", kept)
    assert other.exit_code == 2
    assert "belongs to other work" in words(other.stderr)


UNKNOWN = """
[parties.a]
[parties.b]
[graph]
states = ["1", "2"]
[graph.moves]
a = { "1" = ["2"] }
[preferences.a]
ranking = "2 > 1"
unknown = [["1", "2"]]
"""


def test_a_pair_the_model_calls_unknown_stands_either_way(winset: Winset, tmp_path: Path) -> None:
    file = tmp_path / "unknown.toml"
    file.write_text(UNKNOWN)
    shape = json.loads(winset("sensitivity", file, "--concept", "nash", "--json").stdout)
    assert (shape["exact"], shape["rankings"]) == (True, 2)
    assert shape["shares"] == {"nash": {"2": "1", "1": "1/2"}}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("stability", "--party", "syria"), "--party goes with --why STATE"),
        (("stability", "--why", "9"), "'9' names no state"),
        (("stability", "--why", "3", "--party", "syra"), "did you mean 'syria'?"),
        (("stability", "--why", "3", "--concept", "smrr"), "did you mean 'smr'?"),
        (("stability", "--paths", "some"), "'some' is not one of"),
        (("inverse", "--state", "2", "--concept", "sqe"), "did you mean 'seq'?"),
        (("inverse", "--state", "x", "--concept", "seq"), "'x' names no state"),
        (("inverse", "--state", "2", "--concept", "seq", "--free", "irak"), "mean 'iraq'?"),
        (("inverse", "--concept", "seq"), "Missing option '--state'"),
        (("inverse", "--state", "2"), "--concept is missing; expected one of nash, gmr"),
        (("inverse", "--state", "2", "--concept", "seq", "--edits", "0"), "expected 1 to 20"),
        (("inverse", "--state", "2", "--concept", "seq", "--views"), "leave out --views"),
        (("inverse", "--state", "2", "--concept", "seq", "--horizon", "2"), "a concept of its own"),
        (("inverse", "--state", "2", "--concept", "sim", "--groups"), "no stability concept in"),
        (("inverse", "--state", "2", "--concept", "nash", "--strength", "weak"), "weakly Nash"),
        (("sensitivity", "--groups", "--horizon", "2"), "ask for two senses"),
        (("sensitivity", "--horizon", "2", "--concept", "seq"), "a concept of its own"),
        (("sensitivity", "--noise", "much"), "--noise 'much' is no chance"),
        (("sensitivity", "--noise", "1/0"), "--noise '1/0' is no chance"),
        (("sensitivity", "--noise", "1e999999999"), "--noise '1e999999999' is no chance"),
        (("sensitivity", "--workers", "99999"), "99,999 processes are too many"),
        (("sensitivity", "--samples", "9", "--cluster", "nonsense://x"), "no address of a"),
        (("sensitivity", "--noise", "2"), "a noise of 2 is no chance; expected 0 to 1"),
        (("sensitivity", "--samples", "0"), "0 is not in the range"),
        (("sensitivity", "--samples", "9", "--seed", "-1"), "the seed -1 is out of bounds"),
        (("sensitivity", "--workers", "0"), "0 workers do nothing"),
        (("sensitivity", "--concept", "sqe"), "did you mean 'seq'?"),
        (("sensitivity", "--samples", "9", "--resume", "/nowhere/x"), "/nowhere does not exist"),
    ],
)
def test_each_wrong_question_has_its_own_message(
    winset: Winset, arguments: tuple[str, ...], message: str
) -> None:
    command, *rest = arguments
    result = winset(command, SYRIA_IRAQ, *rest)
    assert result.exit_code == 2
    assert message in words(result.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        ("stability", "--why", "6"),
        ("stability", "--paths", "all"),
        ("inverse", "--state", "2", "--concept", "sseq", "--ties", "any", "--count"),
        ("sensitivity", "--ties", "--noise", "0.05", "--samples", "20"),
    ],
)
def test_nothing_is_wider_than_the_terminal(winset: Winset, arguments: tuple[str, ...]) -> None:
    command, *rest = arguments
    for columns in (80, 50):
        result = winset(command, SYRIA_IRAQ, *rest, columns=columns)
        assert result.exit_code == 0
        assert max(len(line) for line in result.stdout.splitlines()) <= columns
