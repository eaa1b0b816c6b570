"""The tableau, held against one worked out by hand, and the drawing of small and large models."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest

from winset.errors import Misuse
from winset.workbench.drawing import draw_states
from winset.workbench.tableau import find_tableau, tableau_csv

# The prisoners' dilemma. Each would rather not cooperate whatever the other does (YN to NN, NY to
# NN; YY to its own side), and both prefer YY to NN.
DILEMMA = """
title = "Two shops"
[parties.a]
[parties.b]
[issues.x]
by = "a"
[issues.y]
by = "b"
[states]
status_quo = "x and y"
[preferences.a]
ranking = "NY > YY > NN > YN"
[preferences.b]
ranking = "YN > YY > NN > NY"
"""


def model(folder: Path, text: str) -> Path:
    path = folder / "model.toml"
    path.write_text(text, "utf-8")
    return path


def columns(path: Path, where: str = "", limit: int = 40) -> dict[str, list[tuple[str, int, str]]]:
    found = find_tableau(path, where, limit)
    space = found.answer.space
    return {
        party: [(space.short(place.state), place.rank, place.letter) for place in places]
        for party, places in found.columns
    }


def test_states_stand_by_preference_with_their_letters(tmp_path: Path) -> None:
    # a at YY gains by NY; b answers by NN, which is b's own gain and leaves a worse off: s.
    # a at YN gains by NN, from where b's only move leads to NY: nothing worse than YN: u.
    assert columns(model(tmp_path, DILEMMA)) == {
        "a": [("NY", 1, "r"), ("YY", 2, "s"), ("NN", 3, "r"), ("YN", 4, "u")],
        "b": [("YN", 1, "r"), ("YY", 2, "s"), ("NN", 3, "r"), ("NY", 4, "u")],
    }


def test_what_lasts_is_what_both_find_stable(tmp_path: Path) -> None:
    found = find_tableau(model(tmp_path, DILEMMA))
    space = found.answer.space
    lasting = {space.short(state): senses for state, senses in found.lasting}
    assert set(lasting) == {"NN", "YY"}
    assert "nash" in lasting["NN"]
    assert "nash" not in lasting["YY"]


def test_csv_has_a_row_for_each_party_and_state(tmp_path: Path) -> None:
    rows = list(csv.DictReader(tableau_csv(find_tableau(model(tmp_path, DILEMMA))).splitlines()))
    assert len(rows) == 8
    first = rows[1]
    assert (first["party"], first["state"], first["stability"]) == ("a", "x=yes y=yes", "s")
    assert first["improvements"] == "x=no y=yes"


def test_where_and_limit_pick_states_and_say_how_many_are_left_out(tmp_path: Path) -> None:
    path = model(tmp_path, DILEMMA)
    assert [name for name, _, _ in columns(path, "x")["a"]] == ["YY", "YN"]
    kept = find_tableau(path, limit=2)
    assert kept.left_out == 2
    assert [name for name, _, _ in columns(path, limit=2)["a"]] == ["YY", "NN"]
    with pytest.raises(Misuse, match=r"--where: .*did you mean 'x'"):
        find_tableau(path, "xx")
    with pytest.raises(Misuse, match="--where"):
        find_tableau(path, "x and (")


def test_a_small_model_is_drawn_state_by_state(tmp_path: Path) -> None:
    output = tmp_path / "states.svg"
    assert draw_states(model(tmp_path, DILEMMA), output) == (4, 4)
    text = output.read_text("utf-8")
    ElementTree.fromstring(text)
    # Four changes of x and four of y; half of each gain for who makes them.
    assert text.count('class="arrow mere') == 4
    assert text.count('class="h0"') == 2
    assert text.count('class="h1"') == 2


def test_a_large_model_is_drawn_in_groups(tmp_path: Path) -> None:
    issues = "".join(f'[issues.i{n}]\nby = "{"ab"[n % 2]}"\n' for n in range(7))
    order = ", ".join(f'"i{n}"' for n in range(0, 7, 2))
    text = f"[parties.a]\n[parties.b]\n{issues}[preferences.a]\norder = [{order}]\n"
    output = tmp_path / "states.svg"
    states, nodes = draw_states(model(tmp_path, text), output)
    # b is indifferent, so content everywhere; a minds its own four issues alone, and is content
    # where all of them are yes, in 2^3 states. Nothing b does can deter it.
    assert (states, nodes) == (128, 2)
    assert "120 states, 1/2 content" in output.read_text("utf-8")
    assert draw_states(tmp_path / "model.toml", output, "i0 and i1 and i2") == (16, 16)


def test_what_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    path = model(tmp_path, DILEMMA)
    with pytest.raises(Misuse, match="nothing to draw"):
        draw_states(path, tmp_path / "x.svg", "x and not x")
    issues = "".join(f'[issues.i{n}]\nby = "a"\n' for n in range(15))
    with pytest.raises(Misuse, match="too many to draw"):
        draw_states(model(tmp_path, f"[parties.a]\n{issues}"), tmp_path / "x.svg")


def test_states_of_many_options_are_drawn_by_their_options_alone(tmp_path: Path) -> None:
    text = DILEMMA_WITH_OPTIONS
    draw_states(model(tmp_path, text), tmp_path / "x.svg")
    drawn = (tmp_path / "x.svg").read_text("utf-8")
    assert ">Y low<" in drawn
    assert ">N high<" in drawn
    assert "port=yes" not in drawn
    assert "states by port, quota" in drawn


DILEMMA_WITH_OPTIONS = """
[parties.a]
[parties.b]
[issues.port]
by = "a"
[issues.quota]
by = "b"
options = ["low", "high"]
"""
