from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.made_up import FISHERIES, MODEL
from winset.errors import Misuse
from winset.report import answer, html
from winset.settlement import Change
from winset.workbench.findings import MOST_DAYS, find, telling_days
from winset.workbench.opening import opened

ON = dt.date(2001, 1, 1)
OFF = dt.date(2005, 1, 1)


def change(day: int, zone: int) -> Change:
    when = dt.date(2000, 1, 1) + dt.timedelta(days=day)
    return Change(when, (), (), 10, (("a", zone),), zone)


def test_without_days_those_are_looked_at_on_which_a_line_begins_or_ends() -> None:
    findings = find(opened(FISHERIES))
    assert [(day, found.zone) for day, found in findings.days] == [(ON, 0), (OFF, 2)]
    assert [(one.day, one.zone) for one in findings.changes] == [(ON, 0), (OFF, 2)]


def test_days_asked_for_come_in_order_and_once() -> None:
    findings = find(opened(FISHERIES), (OFF, ON, OFF))
    assert [day for day, _ in findings.days] == [ON, OFF]


def test_days_the_case_names_count_before_those_of_change() -> None:
    contents = replace(opened(FISHERIES), attachments={"days": b"2003-05-01\n"})
    assert [day for day, _ in find(contents).days] == [dt.date(2003, 5, 1)]
    wrong = replace(contents, attachments={"days": b"in May\n"})
    with pytest.raises(Misuse, match="is not a day"):
        find(wrong)


def test_of_too_many_days_those_count_on_which_the_sizes_change() -> None:
    changes = [change(day, zone=day // 30) for day in range(90)]
    assert [one.day for one in (changes[30], changes[60])] == list(telling_days(changes))
    assert len(telling_days([change(day, day) for day in range(90)])) == MOST_DAYS
    assert len(telling_days([change(day, 1) for day in range(90)])) == MOST_DAYS


def test_the_states_that_last_are_named_with_the_routes_to_them() -> None:
    stability = find(opened(FISHERIES)).stability
    assert stability is not None
    assert (stability.count, stability.status_quo) == (4, "fish=yes seize=no")
    assert dict(stability.equilibria)["nash"] == ("fish=yes seize=no",)
    assert {state.id for state in stability.states} == {"fish=yes seize=no", "truce"}
    (route,) = [route for route in stability.routes if route.end == "truce"]
    assert [(move.movers, move.end) for move in route.moves] == [(("aland",), "truce")]
    assert not route.improving


def test_a_model_file_alone_is_a_case_without_a_record() -> None:
    findings = find(opened(MODEL))
    assert findings.model is not None
    assert findings.record.documents == ()


def test_a_report_can_be_written_of_it_and_is_always_the_same() -> None:
    contents = opened(FISHERIES)
    assert html(find(contents)) == html(find(contents))


UNDATED = """
[parties.boats]
[parties.port]
[issues.quay]
[[red_lines]]
id = "open"
party = "boats"
requires = "quay"
[[red_lines]]
id = "shut"
party = "port"
rejects = "quay"
"""


@pytest.mark.parametrize(
    ("dated", "day", "said"),
    [("", None, "With every line counted"), ("date = 2003-05-01", ON.replace(2003, 5), "On 1 May")],
)
def test_a_model_without_days_is_looked_at_once(
    tmp_path: Path, dated: str, day: dt.date | None, said: str
) -> None:
    path = tmp_path / "quay.toml"
    path.write_text(dated + UNDATED, "utf-8")
    findings = find(opened(path))
    assert [(one, found.zone) for one, found in findings.days] == [(day, 0)]
    assert answer(findings)[0].startswith(said)
    assert html(findings)


def test_nothing_is_said_of_states_that_nobody_can_leave_or_has_a_reason_to(tmp_path: Path) -> None:
    path = tmp_path / "quay.toml"
    path.write_text(UNDATED, "utf-8")
    assert find(opened(path)).stability is None
    path.write_text(UNDATED.replace("[issues.quay]", '[issues.quay]\nby = "boats"'), "utf-8")
    assert find(opened(path)).stability is None
    path.write_text(
        UNDATED.replace("[issues.quay]", '[issues.quay]\nby = "boats"\n[points.boats]\nquay = 1'),
        "utf-8",
    )
    assert find(opened(path)).stability is not None
