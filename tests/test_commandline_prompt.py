"""The prompt that the command line opens: before it and after a program."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sideloop

PACKAGE = str(Path(sideloop.__file__).parent.parent)


@pytest.fixture
def start(tmux: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """`start("-i FILE", NAME=value)`: sideloop in a terminal, beside a few files."""
    (tmp_path / "start.py").write_text("started = __file__\n")
    (tmp_path / "failing.py").write_text("good = 1\n1 / 0\n")
    (tmp_path / "script.py").write_text("def f(x):\n    return 1 / x\nkept = 3\nf(0)\n")
    (tmp_path / "fine.py").write_text("import os; os.environ['PYTHONINSPECT'] = '1'; kept = 3\n")
    (tmp_path / "two.toml").write_text("[display]\nprompt_style = 'numbered'\n")

    def begin(line: str, **environment: str) -> Any:
        words = ["-m", "sideloop", *line.split()]
        return tmux(*words, env={"PYTHONPATH": PACKAGE, **environment}, cwd=str(tmp_path), columns=100)

    return begin


@pytest.mark.parametrize(
    ("term", "typed", "shown"),
    # At the very first prompt, and at one with a line that is typed.
    [("xterm-256color", "", "^C"), ("xterm-256color", "half", "^C"), ("dumb", "", "KeyboardInterrupt")],
)
def test_an_interrupt_from_elsewhere_drops_the_line(
    pty: Callable[..., Any], term: str, typed: str, shown: str
) -> None:
    host = pty("-m", "sideloop", "-q", env={"PYTHONPATH": PACKAGE, "TERM": term})
    host.expect(">>>")
    host.send(typed)
    host.expect(typed)
    for _ in range(2):
        start = len(host.seen)
        host.process.send_signal(signal.SIGINT)
        host.expect(shown, start=start)
        host.expect(">>>", start=start)
    host.send("'al' + 'ive'\n")
    assert b"Traceback" not in host.expect("alive")
    host.send("exit(3)\n")
    assert host.wait() == 3


@pytest.mark.parametrize(
    ("line", "environment", "steps"),
    [
        ("", {}, [("", "on Python"), ("import sys; sys.argv, sys.path[0]", "([''], '')")]),
        ("-", {}, [("import sys; sys.argv", "['-']"), ("exit(3)", "[exit 3]")]),
        ("-q", {}, [("__name__", "'__main__'"), ("exit", "[exit 0]")]),
        ("-q", {}, [("raise SystemExit('bye')", "bye\n[exit 1]")]),
        ("-q", {"PYTHONSTARTUP": "start.py"}, [("started", "'start.py'"), ("__file__", "NameError")]),
        ("-q", {"PYTHONSTARTUP": "failing.py"}, [("", "ZeroDivisionError"), ("good + 1", "\n2\n")]),
        ("-q", {"PYTHONSTARTUP": "absent.py"}, [("", "FileNotFoundError"), ("1 + 1", "\n2\n")]),
        ("-i script.py", {"PYTHONSTARTUP": "start.py"}, [("kept", "\n3\n"), ("started", "NameError")]),
        ("-i script.py", {}, [("import pdb; pdb.pm()", "(Pdb)"), ("x + 7", "\n7\n"), ("q", ">>>")]),
        ("-i -c raise(SystemExit(4))", {}, [("", "SystemExit: 4"), ("exit", "[exit 0]")]),
        ("-i -m missing", {}, [("", "No module named missing"), ("exit", "[exit 0]")]),
        ("script.py", {}, [("", "[exit 1]")]),
        ("script.py", {"PYTHONINSPECT": "1"}, [("kept", "\n3\n"), ("exit", "[exit 0]")]),
        ("fine.py", {}, [("kept", "\n3\n"), ("exit(2)", "[exit 2]")]),
        ("-q --config-file two.toml", {}, [("5", "Out[1]: 5")]),
        (
            "-q",
            {},
            [("class A: x = 1\n", ">>>"), ("import inspect; inspect.getsource(A)", "'class A: x = 1")],
        ),
    ],
)
def test_at_the_prompt(
    start: Callable[..., Any], line: str, environment: dict[str, str], steps: list[tuple[str, str]]
) -> None:
    terminal = start(line, **environment)
    for text, shown in steps:
        if text:
            terminal.wait(lambda rows: rows and rows[-1].rstrip() in (">>>", "(Pdb)", "In [1]:"))
            terminal.run(text)
        terminal.wait(shown)
