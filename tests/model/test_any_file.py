"""Whatever a file holds, reading it ends in a model or in problems, never in a crash."""

from __future__ import annotations

import datetime as dt
from typing import Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import models, patient
from winset.model import Model, find_problems, read_model, write_model

_WORDS = (
    "title date parties issues states graph preferences red_lines links points no_deal name ratify "
    "factions bodies seats needs veto options ordered by moves impossible same status_quo names "
    "order ranking unknown id party requires rejects from until because weight rule a b x"
)
_KEYS = st.sampled_from(_WORDS.split())
_TEXTS = st.sampled_from(
    ["a", "x", "a.b", "x = 1", "not x", "a > b ~ x", "no -> yes", "2/3", "2001", "(", "", "é", "YN"]
)
_SCALARS = _TEXTS | st.booleans() | st.integers(-3, 3) | st.floats() | st.just(dt.date(2001, 5, 4))
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@patient
@given(st.dictionaries(_KEYS, _VALUES, max_size=6))
def test_any_shape_of_file_is_answered(data: dict[str, Any]) -> None:
    text = tomli_w.dumps(data)
    if not find_problems(text):
        assert read_model(write_model(read_model(text))) == read_model(text)


@patient
@given(models(), st.data())
def test_a_broken_copy_of_a_sound_file_is_answered(model: Model, data: st.DataObject) -> None:
    text = write_model(model)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 10)))
    broken = text[:start] + data.draw(_TEXTS) + text[end:]
    assert all(problem.message for problem in find_problems(broken, "broken.toml"))


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_any_bytes_are_answered(content: bytes | str) -> None:
    assert all(problem.message for problem in find_problems(content))
