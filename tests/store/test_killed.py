"""A process killed in the midst of its work loses nothing that it reported as done."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from winset.record import find_problems, items
from winset.store import Case, open_case

WRITER = """
import sys
from winset.dates import Edtf
from winset.record import Actor, Statement
from winset.store import open_case

case = open_case(sys.argv[1])
day = Edtf.parse("2001-05-04")
number = 0
while True:
    number += 1
    actor = Actor(f"a{number}", "x" * 2000)
    said = [Statement(f"s{number}.{n}", actor.id, day) for n in range(20)]
    case.put([actor, *said], by="writer")
    if number % 5 == 0:
        case.undo("writer")
        case.save_model("m", str(number), "writer")
    print(number, flush=True)
"""


@pytest.mark.parametrize("told_before_the_end", [1, 7, 23])
def test_what_was_reported_is_there_and_whole(case: Case, told_before_the_end: int) -> None:
    case.close()
    last = killed_after(case.path, told_before_the_end)
    with open_case(case.path) as opened:
        record, journal = opened.record(None), opened.journal()
    assert find_problems(record) == ()
    said = Counter(statement.actor for statement in record.statements)
    assert set(said.values()) <= {20}
    assert set(said) == {actor.id for actor in record.actors}
    expected = {f"a{n}" for n in range(1, last + 1) if n % 5}
    assert expected <= set(said) <= expected | {f"a{last + 1}"}
    numbers = [entry.number for entry in journal]
    assert numbers == list(range(len(journal), 0, -1))
    undone = {entry.undoes for entry in journal}
    standing = {one.entry for one in journal if one.action == "add" and one.number not in undone}
    assert standing == {item.id for item in items(record)}
    for entry in journal:
        assert not entry.after or json.loads(entry.after)


def killed_after(path: Path, told: int) -> int:
    """Let the writer work until it has reported `told` times and more; the last report."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        for _ in range(told):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
    return int(rest[-1]) if rest else told


def test_the_log_left_behind_is_taken_in(case: Case) -> None:
    case.close()
    killed_after(case.path, 3)
    connection = sqlite3.connect(case.path)
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert connection.execute("pragma foreign_key_check").fetchone() is None
    connection.close()
