"""What is wrong with a settlement model is said in one message of its own, with a way on."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from winset.cli.app import program

TALKS = """
[parties.north]
[parties.south]
[issues.quota]
options = ["low", "middle", "high"]
ordered = true
by = ["north", "south"]
[issues.patrol]
by = ["north", "south"]
[[red_lines]]
id = "patrols"
party = "south"
requires = "patrol"
"""
HOUSE = "[parties.north.bodies.house]\nseats = { left = 3, right = 4 }\n"
FACTIONS = "[parties.north.factions.left]\n[parties.north.factions.right]\n"


def settled(folder: Path, model: str) -> Result:
    path = folder / "talks.toml"
    path.write_text(model, encoding="utf-8")
    return CliRunner().invoke(program, ["settle", str(path)], prog_name="winset")


def with_north(text: str) -> str:
    return TALKS.replace("[parties.north]\n", f"[parties.north]\n{text}")


def line(id_: str, rest: str) -> str:
    return f'[[red_lines]]\nid = "{id_}"\n{rest}\n'


FAULTS = {
    "a quota over the seats": (with_north(HOUSE + "needs = 8\n"), "over the 7 seats"),
    "a veto of nobody": (with_north(HOUSE + 'veto = ["centre"]\n'), "veto"),
    "points on an unknown option": (TALKS + '[points.north]\n"quota = huge" = 1\n', "'huge'"),
    "points on an unknown issue": (TALKS + '[points.north]\n"quotas = low" = 1\n', "'quota'?"),
    "links that contradict each other": (
        TALKS + '[[links]]\nid = "x"\nrule = "patrol"\n[[links]]\nid = "y"\nrule = "not patrol"\n',
        "'x' and 'y' cannot hold together",
    ),
    "a line of nobody": (TALKS + line("b", 'party = "east"\nrequires = "patrol"'), "'east'"),
    "two lines of one name": (
        TALKS + line("patrols", 'party = "north"\nrequires = "patrol"'),
        "given twice",
    ),
    "a weight below nothing": (
        TALKS + line("b", 'party = "north"\nrequires = "patrol"\nweight = -1'),
        "weight",
    ),
    "ratification by refusal": (with_north('ratify = "not left"\n' + FACTIONS), "ratif"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_each_fault_has_a_message_of_its_own(case: str, tmp_path: Path) -> None:
    model, said = FAULTS[case]
    result = settled(tmp_path, model)
    message = " ".join(result.stderr.split())
    assert result.exit_code == 3
    assert "1 fault" in message
    assert said in message
    assert "Traceback" not in message


def test_a_party_that_could_accept_nothing_is_named_with_its_lines(tmp_path: Path) -> None:
    model = TALKS + line("both", 'party = "north"\nrequires = "quota = low and quota = high"')
    result = settled(tmp_path, model)
    text = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "north could accept 0" in text
    assert "both alone leaves nothing" in text


def test_factions_without_lines_accept_all_and_the_answer_says_so(tmp_path: Path) -> None:
    result = settled(tmp_path, with_north(FACTIONS))
    text = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "three packages of 6" in text
    assert "north has no red lines in force" in text


def test_very_many_lines_are_refused_with_their_number(tmp_path: Path) -> None:
    many = "".join(
        line(f"l{n}", 'party = "north"\nrequires = "quota >= middle"') for n in range(5_001)
    )
    result = settled(tmp_path, TALKS + many)
    message = " ".join(result.stderr.split())
    assert result.exit_code == 2
    assert "5,002 red lines in force are too many to settle; expected at most 5,000" in message


def test_a_million_lines_are_refused_for_the_size_of_their_file(tmp_path: Path) -> None:
    many = line("l", 'party = "north"\nrequires = "quota >= middle"') * 1_000_000
    result = settled(tmp_path, TALKS + many)
    assert result.exit_code == 2
    assert "is too large" in " ".join(result.stderr.split())


def test_a_model_without_parties(tmp_path: Path) -> None:
    result = settled(tmp_path, "[issues.quota]\n")
    assert result.exit_code == 2
    assert "no party is named" in result.output
