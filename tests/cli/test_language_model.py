from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Winset


def test_nothing_is_sent_unless_turned_on(winset: Winset, fisheries: Path) -> None:
    refused = winset("ask", fisheries, "n1")
    assert refused.exit_code == 2
    assert "nothing was sent" in refused.stderr
    assert winset("llm", fisheries, "--address", "ftp://x", "--model", "m").exit_code == 2
    assert winset("llm", fisheries, "--address", "http://127.0.0.1:9/v1").exit_code == 2
    on = winset("llm", fisheries, "--address", "http://127.0.0.1:9/v1", "--model", "m")
    assert on.exit_code == 0
    assert "sends documents of this case" in " ".join(on.stdout.split())
    gone = winset("ask", fisheries, "n1")
    assert gone.exit_code == 1
    assert "nothing was sent" in " ".join(gone.stdout.split())
    assert "sent" not in winset("documents", fisheries).stdout
    assert "no document of this case leaves" in winset("llm", fisheries, "--off").stdout
    assert winset("ask", fisheries, "n1").exit_code == 2


def test_what_is_to_be_sent_must_be_said(winset: Winset, fisheries: Path) -> None:
    winset("llm", fisheries, "--address", "http://127.0.0.1:9/v1", "--model", "m")
    assert "--all" in winset("ask", fisheries).stderr
    assert winset("ask", fisheries, "n1", "--all").exit_code == 2
    assert winset("ask", fisheries, "n7").exit_code == 2
