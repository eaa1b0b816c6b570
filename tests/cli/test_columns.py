from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from winset.cli.columns import column_widths
from winset.cli.screen import table

rows = st.integers(1, 6).flatmap(
    lambda columns: st.lists(
        st.lists(st.text("ab 交\n", max_size=60), min_size=columns, max_size=columns),
        min_size=1,
        max_size=8,
    )
)


@given(rows, st.integers(40, 200))
def test_columns_fit_what_is_available_and_are_no_wider_than_needed(
    cells: list[list[str]], available: int
) -> None:
    widths = column_widths(cells, available)
    assert sum(widths) <= available
    for width, column in zip(widths, zip(*cells, strict=True), strict=True):
        lines = [cell_len(line) for cell in column for line in cell.splitlines()]
        assert 1 <= width <= max([1, *lines])


def test_words_are_kept_whole_where_there_is_room() -> None:
    head = ["Id", "Day", "What"]
    row = ["q:d001:153-223", "2018-11-14", "They met and parted again " * 10]
    assert column_widths([head, row], 74)[:2] == [14, 10]


def test_ids_are_kept_whole_as_long_as_another_column_can_be_narrower() -> None:
    head = ["Id", "Kind", "What"]
    row = ["q:d001:153-223:1", "word" * 6, "verylongwords " * 9]
    assert column_widths([head, row], 30, whole=[0]) == [16, 7, 7]
    assert sum(column_widths([head, row], 18, whole=[0])) <= 18


def test_a_table_prints_every_character_of_its_cells(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 2
    table(["Word", "Rest"], [[word, "a [bold]b[/bold] :smile: " * 9]])
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 40 for line in lines)
    text = "".join("".join(line.split()) for line in lines)
    assert text.count("[bold]") + text.count("[/bold]") >= 9
    assert text.count(":smile:") >= 5
    assert sum(line.count("a") + line.count("ä") for line in lines) >= word.count("a")


def test_control_characters_of_a_document_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table(["What"], [["\x1b[31mred\x07 \u202eevil\u202c\r"]])
    out = capsys.readouterr().out
    assert not any(mark in out for mark in "\x1b\x07\u202e\r")
