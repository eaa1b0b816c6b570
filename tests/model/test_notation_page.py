"""The page on the model file says what is so: its models are sound, its example fault is told."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from winset.model import find_problems, read_model, write_model
from winset.model.space import state_space

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "notation.md"
TEXT = PAGE.read_text(encoding="utf-8")
MODELS = re.findall(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)


def test_the_page_has_its_models() -> None:
    assert len(MODELS) == 7


@pytest.mark.parametrize("text", MODELS)
def test_a_model_of_the_page_is_sound(text: str) -> None:
    assert find_problems(text) == ()
    model = read_model(text)
    assert read_model(write_model(model)) == model


def test_the_fault_of_the_page_is_told_as_printed() -> None:
    printed = re.findall(r"```text\n(.*?)\n```", TEXT, flags=re.DOTALL)
    line = '[[red_lines]]\nparty = "fleet"\nrequires = "quoat = low"\n'
    assert [str(p) for p in find_problems(MODELS[0] + line, "herring.toml")] == printed


def test_the_examples_of_the_page_run() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert found.attempted > 3
    assert found.failed == 0


def test_the_states_of_the_page_are_named_as_it_says() -> None:
    space = state_space(read_model(MODELS[3]))
    assert space.ids == ("calm", "attack=yes retreat=no", "attack=no retreat=yes")
    assert space.short(2) == "NY"
    assert space.status_quo == 0
    assert space.levels("a").tolist() == [1, 0, 1]
