"""The program as a whole: help, errors, encodings, pipes; some of it as a real process."""

from __future__ import annotations

import ast
import inspect
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Winset
from tests.workbench.made_up import FISHERIES, MODEL
from winset.cli.app import COMMANDS, program
from winset.cli.faults import ending

ESCAPE = "\x1b"


def process(
    *arguments: object, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "winset", *map(str, arguments)]
    inherited = {key: value for key, value in os.environ.items() if key != "WINSET_DEBUG"}
    return subprocess.run(
        command, capture_output=True, env=inherited | {"COLUMNS": "80"} | (env or {}), timeout=120
    )


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_explains_itself_in_80_columns(winset: Winset, name: str, flag: str) -> None:
    result = winset(*([name] if name else []), flag)
    assert result.exit_code == 0
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    assert result.stdout.startswith("Usage: winset")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_prints_a_result_prints_json_too(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    names = {option for parameter in command.params for option in parameter.opts}
    assert "--json" in names or name == "completion"
    assert all(
        parameter.help for parameter in command.params if isinstance(parameter, click.Option)
    )
    assert command.short_help


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_only_parses_calls_and_prints(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    assert command.callback is not None
    tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(command.callback))))
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    body = function.body[1:]  # after the docstring
    assert (body[-1].end_lineno or 0) - body[0].lineno < 15


def test_an_unknown_command_is_answered_with_the_nearest(winset: Winset) -> None:
    result = winset("setle")
    assert result.exit_code == 2
    assert "did you mean 'settle'?" in result.stderr
    assert winset("x" * 5000).exit_code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(winset: Winset, shell: str) -> None:
    result = winset("completion", shell)
    assert result.exit_code == 0
    assert "_WINSET_COMPLETE" in result.stdout


def test_completion_knows_the_commands() -> None:
    env = {"_WINSET_COMPLETE": "bash_complete", "COMP_WORDS": "winset sta", "COMP_CWORD": "1"}
    code = "from winset.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=os.environ | env, text=True
    )
    assert done.stdout.split() == ["plain,statements", "plain,stability"]


def test_help_is_quick_because_nothing_heavy_is_loaded() -> None:
    code = (
        "import sys\n"
        "from winset.cli.app import program\n"
        "program(['--help'], standalone_mode=False)\n"
        "heavy = {'numpy', 'sqlalchemy', 'lark', 'rich', 'pysat', 'trafilatura', 'pypdf'}\n"
        "sys.exit(' '.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_program_ends_with_the_exit_code_of_the_command(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("[issues.a]\noptions = 3\n")
    assert process("check", MODEL).returncode == 0
    assert process("check", bad).returncode == 3
    assert process("check", tmp_path / "missing.toml").returncode == 2


def test_piped_output_has_no_escapes_and_no_blanks_at_line_ends() -> None:
    text = process("settle", FISHERIES, "--as-of", "2003-05-01").stdout.decode()
    assert ESCAPE not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert all(len(line) <= 80 for line in text.splitlines())


def test_no_color_wins_over_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from winset.cli.screen import console

    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    screen = console()
    with screen.capture() as captured:
        screen.print("heading", style="bold red")
    assert captured.get() == "heading\n"


def test_a_pipe_that_closes_early_is_no_fault() -> None:
    command = f"{sys.executable} -m winset stability {FISHERIES} --json | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert done.stdout == b"{"
    assert done.stderr == b""


def test_a_name_that_is_not_utf8_is_shown_escaped(tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.toml")
    try:
        Path(odd).write_text("[parties.a]\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    for arguments in (("check", odd), ("check", odd, "--json"), ("settle", odd)):
        done = process(*arguments)
        assert done.returncode in (0, 2)
        assert b"fault of its own" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_a_character_is_no_reason_to_fail(encoding: str) -> None:
    day = ("--as-of", "2003-05-01")
    done = process("settle", FISHERIES, *day, env={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"will not sign for less than half of the catch" in done.stdout


def test_interrupting_ends_with_130_and_a_plain_word() -> None:
    code = (
        "import os, signal\n"
        "import winset.workbench.checking as checking\n"
        "checking.find_faults = lambda path: os.kill(os.getpid(), signal.SIGINT)\n"
        "from winset.cli.app import program\n"
        f"program(['check', {str(MODEL)!r}])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr.strip() == "Stopped."


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (RuntimeError("the sky fell\nin"), 1, "Please report it"),
        (PermissionError(13, "Permission denied", "a.toml"), 1, "a.toml: Permission denied"),
        (MemoryError(), 1, "more memory"),
        (RecursionError("too deep"), 1, "RecursionError"),
    ],
)
def test_whatever_fails_is_one_message_without_a_traceback(
    error: Exception, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(click.exceptions.Exit) as ended, ending():
        raise error
    assert ended.value.exit_code == code
    message = capsys.readouterr().err
    assert said in message
    assert message.count("\n") == 1


def test_the_traceback_is_there_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINSET_DEBUG", "1")
    with pytest.raises(RuntimeError, match="the sky"), ending():
        raise RuntimeError("the sky fell")


def test_the_program_starts_soon() -> None:
    start = time.perf_counter()
    assert process("--version").returncode == 0
    assert time.perf_counter() - start < 5  # half a second on a machine at rest
