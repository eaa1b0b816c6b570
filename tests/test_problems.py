"""Faults as values: where, what came, what was expected, and the nearest known name."""

from winset.errors import Faulty
from winset.problems import Problem, nearest_name


def test_a_problem_reads_as_place_message_expectation_and_way_on() -> None:
    problem = Problem(
        "unknown issue 'modfy'",
        "elmira.toml",
        "red_lines[0].requires",
        5,
        "the name of an issue",
        "modify",
    )
    assert str(problem) == (
        "elmira.toml: red_lines[0].requires, column 5: unknown issue 'modfy'; "
        "expected the name of an issue; did you mean 'modify'?"
    )


def test_a_column_of_what_was_asked_stands_alone() -> None:
    assert str(Problem("unknown issue 'modfy'", column=5)) == "column 5: unknown issue 'modfy'"


def test_a_problem_without_a_place_is_only_its_message() -> None:
    assert str(Problem("nothing to settle")) == "nothing to settle"


def test_the_nearest_name_ignores_case_and_gives_up_on_strangers() -> None:
    known = ("insist", "modify", "Uniroyal")
    assert nearest_name("Modfy", known) == "modify"
    assert nearest_name("uniroyl", known) == "Uniroyal"
    assert nearest_name("xyzzy", known) == ""
    assert nearest_name("m" * 100_000, known) == ""


def test_faulty_carries_every_problem() -> None:
    problems = (Problem("one"), Problem("two"))
    assert Faulty(problems).problems == problems
    assert str(Faulty(problems)) == "one\ntwo"
