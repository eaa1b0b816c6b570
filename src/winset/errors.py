"""Exceptions for callers: every one carries the exit code the command line ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from winset.problems import Problem


class WinsetError(Exception):
    """Something could not be done; the message says what, where, and a way on."""

    exit_code: ClassVar[int] = 1


class Misuse(WinsetError):
    """The caller asked for something that cannot be asked: a wrong name, value or file."""

    exit_code: ClassVar[int] = 2


class Faulty(WinsetError):
    """The analyst's data has faults; `problems` lists every one of them."""

    exit_code: ClassVar[int] = 3

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
