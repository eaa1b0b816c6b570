"""A language model on loopback that answers well, badly, slowly, with junk, or leads elsewhere."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.workbench.made_up import FISHERIES, NOTE
from winset.dates import Edtf
from winset.errors import Misuse, WinsetError
from winset.record import Statement
from winset.store import Sent, open_case
from winset.workbench.adding import Details, add_documents
from winset.workbench.keeping import export_folder, import_folder
from winset.workbench.language_model import PATIENCE, ask, ask_about, turn_off, turn_on
from winset.workbench.library import documents_of

WORDS = "will not sign for less than half of the catch"
START = NOTE.read_text().index(WORDS)
GOOD = {"words": WORDS, "start": START, "end": START + len(WORDS), "actor": "Aland",
        "issue": "quota", "option": "half", "stance": 1}  # fmt: skip


class Server(HTTPServer):
    """Answers every request as `answer` says, and remembers what it was sent."""

    answer: Callable[[], tuple[int, bytes]]
    sent: list[bytes]
    trickle: Callable[[BaseHTTPRequestHandler], None] | None = None
    """What is done before the answer's body is sent."""
    head: Callable[[BaseHTTPRequestHandler], None] | None = None
    """What is done before the answer's head ends."""

    def handle_error(self, *_: Any) -> None:
        """A client that does not wait for the answer is no error."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        self.server.sent.append(self.rfile.read(int(self.headers["Content-Length"])))
        status, body = self.server.answer()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        if self.server.head is not None:
            self.flush_headers()
            self.server.head(self)
        self.end_headers()
        if self.server.trickle is not None:
            self.server.trickle(self)
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


def said(content: object) -> tuple[int, bytes]:
    text = content if isinstance(content, str) else json.dumps(content)
    return 200, json.dumps({"choices": [{"message": {"content": text}}]}).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    made.sent = []
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def case(tmp_path: Path, server: Server) -> Path:
    path = import_folder(tmp_path / "talks.winset", FISHERIES, "me").path
    turn_on(path, f"http://127.0.0.1:{server.server_port}/v1", "small-1", "me")
    return path


def test_it_is_off_unless_turned_on(tmp_path: Path, server: Server, case: Path) -> None:
    fresh = import_folder(tmp_path / "other.winset", FISHERIES, "me").path
    turn_off(case, "me")
    for path in (fresh, case):
        with pytest.raises(Misuse, match="nothing was sent"):
            ask(path, "n1")
    assert server.sent == []


def test_a_good_answer_becomes_a_suggestion_with_its_model_and_prompt(
    case: Path, server: Server
) -> None:
    server.answer = lambda: said([GOOD])
    asked = ask(case, "n1")
    assert (len(asked.suggested), asked.dropped) == (1, 0)
    with open_case(case) as kept:
        (statement,) = kept.find(asked.suggested)
        assert isinstance(statement, Statement)
        assert (statement.actor, statement.stance) == ("aland", 1)
        assert statement.origin.status == "suggested"
        assert statement.origin.by == "language model small-1"
        assert b"document" in kept.attachment(statement.origin.rule).data
    assert ask(case, "n1").suggested == ()


@pytest.mark.parametrize(
    "around",
    ["Here you are [as asked]:\n```json\n{}\n```\nSee [1].", '{{"positions": {}}}', "[[]] {} ]"],
)
def test_what_is_said_around_the_list_does_no_harm(case: Path, server: Server, around: str) -> None:
    server.answer = lambda: said(around.format(json.dumps([GOOD])))
    assert len(ask(case, "n1").suggested) == 1


def test_words_that_do_not_stand_there_are_dropped_and_counted(case: Path, server: Server) -> None:
    bad = [
        {**GOOD, "start": START + 1},
        {**GOOD, "words": "will sign"},
        {**GOOD, "stance": 7},
        {**GOOD, "actor": 3},
        {**GOOD, "start": -5},
        {**GOOD, "end": True},
        "no table",
        None,
    ]
    server.answer = lambda: said([GOOD, *bad])
    asked = ask(case, "n1")
    assert (len(asked.suggested), asked.dropped) == (1, len(bad))


@pytest.mark.parametrize(
    "reply",
    [
        (200, b"\xff\xfe junk"),
        (200, b"{}"),
        (200, b'{"choices": []}'),
        (200, b"x" * 1_100_000),
        (500, b"broken"),
        (302, b""),
        said("I would rather not."),
        said("[" * 5000 + "]" * 5000),
    ],
)
def test_of_junk_nothing_is_kept_but_that_the_document_was_sent(
    case: Path, server: Server, reply: tuple[int, bytes]
) -> None:
    server.answer = lambda: reply
    with open_case(case, to_read=True) as kept:
        before, journal = kept.record(None), kept.journal()
    with pytest.raises(WinsetError):
        ask(case, "n1", by="Ada")
    with open_case(case, to_read=True) as kept:
        assert kept.record(None) == before
        ((new, *earlier), (sent,)) = kept.journal(), kept.sent()
    assert (new.action, new.entry, new.by, earlier) == ("send", "n1", "Ada", [*journal])
    assert (sent.document, sent.model, sent.by) == ("n1", "small-1", "Ada")
    assert sent.address == f"http://127.0.0.1:{server.server_port}/v1"
    (shelved,) = documents_of(case)
    assert shelved.sent == (sent,)


def test_what_was_sent_is_known_before_any_answer_and_is_never_undone(
    case: Path, server: Server
) -> None:
    def look() -> tuple[int, bytes]:
        with open_case(case, to_read=True) as kept:
            seen.append(kept.sent())
        return said([])

    seen: list[tuple[Sent, ...]] = []
    server.answer = look
    ask(case, "n1")
    assert [one.document for one in seen[0]] == ["n1"]
    with open_case(case) as kept:
        while True:
            try:
                kept.undo("me")
            except Misuse:
                break
        assert kept.sent() == seen[0]


def test_what_could_not_be_reached_was_sent_nothing(case: Path) -> None:
    turn_on(case, "http://127.0.0.1:9/v1", "small-1", "me")
    with pytest.raises(WinsetError, match="nothing was sent"):
        ask(case, "n1")
    with open_case(case, to_read=True) as kept:
        assert kept.sent() == ()


def test_an_address_that_would_show_a_password_is_refused(case: Path) -> None:
    for address in ("http://me:secret@localhost/v1", "http://localhost/v1?key=secret"):
        with pytest.raises(Misuse, match="every report would show") as refused:
            turn_on(case, address, "m", "me")
        assert "secret" not in str(refused.value)


def test_a_slow_answer_is_not_waited_for(case: Path, server: Server) -> None:
    def slowly() -> tuple[int, bytes]:
        time.sleep(0.6)
        return said([GOOD])

    server.answer = slowly
    with pytest.raises(WinsetError, match="gave no answer"):
        ask(case, "n1", wait=0.2)


def test_what_is_no_address_is_refused(case: Path) -> None:
    odd = (
        "http://[::1/v1",
        "http://local host/v1",
        "http://localhost:70000/v1",
        "http://h/\r\nX: y",
    )
    for address in ("", "file:///etc/passwd", "localhost:11434", "http://", *odd):
        with pytest.raises(Misuse, match="is no address"):
            turn_on(case, address, "m", "me")


def test_a_case_that_is_passed_on_is_off_again(case: Path, tmp_path: Path) -> None:
    export_folder(case, tmp_path / "out")
    again = import_folder(tmp_path / "again.winset", tmp_path / "out", "me").path
    with pytest.raises(Misuse, match="nothing was sent"):
        ask(again, "n1")


@pytest.fixture
def many(case: Path, tmp_path: Path) -> Path:
    """The case with six documents more."""
    files = [tmp_path / f"{number}.txt" for number in range(6)]
    for file in files:
        file.write_text(f"In round {file.stem} nothing was said that anyone cared to write down.")
    add_documents(case, files, Details(Edtf.parse("2003")), "me")
    return case


def test_one_bad_answer_does_not_stop_the_others(many: Path, server: Server) -> None:
    answers = iter([said("no list"), said([GOOD]), *[said([])] * 5])
    server.answer = lambda: next(answers)
    asked = ask_about(many, ())
    assert len(asked) == 7
    assert [bool(one.failed) for one in asked] == [True] + [False] * 6
    assert [one.dropped for one in asked] == [0, 1] + [0] * 5  # its words are another document's


def test_nothing_more_is_sent_to_an_address_that_keeps_failing(many: Path, server: Server) -> None:
    server.answer = lambda: (500, b"")
    asked = ask_about(many, ())
    assert len(server.sent) == PATIENCE
    assert all(one.failed for one in asked)
    assert [one.document for one in asked] == ["n1", *(f"d00{n}" for n in range(2, 8))]


def test_a_head_that_trickles_in_is_given_up(case: Path, server: Server) -> None:
    """Each byte comes in time, but the answer would take minutes."""

    def slowly() -> tuple[int, bytes]:
        return said([GOOD])

    def dribble(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(40):
            handler.wfile.write(b"X-More: yes\r\n")
            handler.wfile.flush()
            time.sleep(0.02)

    server.head = dribble
    server.answer = slowly
    began = time.monotonic()
    with pytest.raises(WinsetError, match="took too long"):
        ask(case, "n1", wait=0.2)
    assert time.monotonic() - began < 5


def test_an_answer_that_trickles_in_is_given_up(case: Path, server: Server) -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(20):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    server.trickle = trickle
    server.answer = lambda: said([GOOD])
    with pytest.raises(WinsetError, match="took too long"):
        ask(case, "n1", wait=0.2)
