"""What of the model could be known on the day of the offer of a treaty without conditions.

The plain rule again, in another way: an entry of this case names its published sources, written as
2018-09-12 or 2018-09 or 2018; one that was out by the day, as far as text can tell, is enough.
"""

from __future__ import annotations

import datetime as dt

from tests.cases.northern_territories.test_case import FOLDER as CASE
from winset.formats.folder import read_folder
from winset.model import read_model
from winset.model.lines import Link, RedLine
from winset.record import Index
from winset.workbench.analysis import find_settlement

DAY = dt.date(2018, 9, 12)


def test_lines_that_rest_on_later_works_are_left_out_on_the_day_of_the_offer() -> None:
    folder = read_folder(CASE)
    model = read_model(dict(folder.models)["settlement"])
    index = Index(folder.record)
    left_out = []
    lines: tuple[RedLine | Link, ...] = (*model.red_lines, *model.links)
    for line in lines:
        named = [name for entry in line.because for name in index.items[entry].sources]  # type: ignore[union-attr]
        dates = [index.items[name].date for name in named]  # type: ignore[union-attr]
        if dates and all(str(date)[:4].isdigit() and str(date) > DAY.isoformat() for date in dates):
            left_out.append(line.id)
    known = find_settlement(CASE, DAY, known=DAY)
    kept = {line.id for line in known.chosen.model.red_lines}
    kept |= {line.id for line in known.chosen.model.links}
    assert left_out
    assert kept == {line.id for line in lines} - set(left_out)


def test_the_answer_of_that_day_does_not_come_from_hindsight() -> None:
    known, plain = (find_settlement(CASE, DAY, known=day).found for day in (DAY, None))
    assert known.zone == plain.zone == 0
    assert [one.lines for one in known.blocks] == [one.lines for one in plain.blocks]
