"""What a person sees and hears: themes by the background, Pygments' styles, plain mode, the tour."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import settings
from sideloop.plain import PlainSession

QUESTION = b"\x1b]11;?\x1b\\"
WHITE = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
COLOURS = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
GITHUB_LIGHT_NUMBER = b"38;2;5;80;174"


@pytest.mark.parametrize("cut", [0, 2, 9, len(WHITE) - 1])
def test_the_background_is_asked_for_and_never_typed(
    pty: Callable[..., Any], home: dict[str, str], cut: int
) -> None:
    settings(home, '[colors]\ntheme = "auto"\n')
    session = pty("-m", "sideloop", "-q", env=COLOURS)
    session.expect(QUESTION)
    assert session.seen.index(b">>>") < session.seen.index(QUESTION), "the prompt does not wait"
    session.send(WHITE[:cut])
    time.sleep(0.1)
    session.send(WHITE[cut:])
    session.send("12345")
    session.expect(GITHUB_LIGHT_NUMBER)
    start = len(session.seen)
    session.send("\r")
    session.expect(b"\x1b[?2004l" + b"\x1b[" + GITHUB_LIGHT_NUMBER + b"m12345\x1b[m\r\n", start=start)
    assert b"rgb" not in session.seen
    assert b"ffff" not in session.seen


def test_no_evaluation_reads_the_answer(pty: Callable[..., Any], home: dict[str, str]) -> None:
    settings(home, '[colors]\ntheme = "auto"\n')
    session = pty("-m", "sideloop", "-q", env=COLOURS)
    session.expect(QUESTION)
    # The answer is on its way when Enter is pressed.
    session.send("answer = input('? ')\r" + WHITE)
    session.expect(b"2004l? ")
    session.send("mine\r")
    session.expect(">>>", start=len(session.seen))
    session.send("answer.upper()\r")
    session.expect("'MINE'")


def test_a_terminal_is_not_asked_without_need(pty: Callable[..., Any]) -> None:
    session = pty("-m", "sideloop", "-q", env=COLOURS)
    session.expect(">>>")
    session.send("7 * 6\r")
    session.expect("42")
    assert b"\x1b]11" not in session.seen


def test_a_style_of_pygments_is_a_theme(pty: Callable[..., Any], home: dict[str, str]) -> None:
    pytest.importorskip("pygments")
    settings(home, '[colors]\ntheme = "pygments:monokai"\n')
    session = pty("-m", "sideloop", "-q", env=COLOURS)
    session.expect(">>>")
    session.send("12345")
    session.expect(b"38;2;174;129;255")  # monokai's numbers
    session.send("\r")
    session.expect(b"38;2;174;129;255", start=len(session.seen))


@pytest.mark.parametrize(
    ("name", "told"),
    [("nosuchstyle", "Pygments has no such style"), ("monokai", "Pygments is not installed")],
)
def test_a_style_that_is_not_there_is_one_sentence(
    tmux: Callable[..., Any], home: dict[str, str], tmp_path: Path, name: str, told: str
) -> None:
    if name == "nosuchstyle":
        pytest.importorskip("pygments")
    else:
        (tmp_path / "pygments.py").write_text("raise ImportError\n")
    settings(home, f'[colors]\ntheme = "pygments:{name}"\n')
    pane = tmux("-m", "sideloop", "-q", columns=250, env={"PYTHONPATH": str(tmp_path)})
    screen = pane.wait(">>>")
    lines = [row for row in screen if told in row]
    assert len(lines) == 1, screen
    assert f"config.toml, line 2: colors.theme: pygments:{name}: {told}" in lines[0]
    pane.run("1 + 1")
    pane.wait("\n2\n>>>")


def test_accessible_output_is_linear(pty: Callable[..., Any], home: dict[str, str]) -> None:
    settings(home, "[display]\naccessible = true\n")
    session = pty("-m", "sideloop", "-q", env=COLOURS)
    session.expect(">>>")
    for typed, expected in [
        ("6 * 7\n", "42\r\n>>> "),
        ("def f():\n    return 'f'\n\n", ">>> "),
        ("f()\n", "'f'\r\n>>> "),
        ("x =\n", "SyntaxError"),
        ("1 / 0\n", "ZeroDivisionError: division by zero\r\n>>> "),
        ("dropped\x03", "KeyboardInterrupt\r\n>>> "),
        ("'still' + ' here'\n", "'still here'\r\n>>> "),
    ]:
        start = len(session.seen)
        session.send(typed)
        session.expect(expected, start=start)
    assert b"\x1b" not in session.seen
    start = len(session.seen)
    session.send("\x04")
    session.expect("Press Ctrl-D again to leave.\r\n>>> ", start=start)
    session.send("1\n")
    session.expect("1\r\n>>> ", start=len(session.seen))
    session.send("\x04\x04")
    assert session.wait() == 0
    assert b"\x1b" not in session.seen


def test_the_tour_notices_what_was_done(tmux: Callable[..., Any]) -> None:
    pane = tmux("-m", "sideloop", "--tutor", columns=60)
    pane.wait(lambda rows: "(1/9)" in "\n".join(rows) and rows[-1] == ">>>")
    pane.run("1 + 1")
    screen = pane.wait("\n2\n>>>")
    assert "(2/9)" not in "\n".join(screen), "that was not the step"
    pane.run("[n * n for n in range(5)]")
    pane.wait("(2/9)")
    pane.run("import math, time; math.sqrt(2)")
    pane.wait("(3/9)")
    for step in (4, 5, 6, 7):
        pane.press("F9")
        pane.wait(f"({step}/9)")
    pane.run("print('star' + 'ted'); time.sleep(60)")
    pane.wait("started")
    pane.press("C-c")
    pane.wait("(8/9)")
    pane.press("F2")
    pane.type("status_bar")
    pane.press("Enter")
    pane.wait("(9/9)")
    pane.press("F2")
    pane.run("1 + 1")
    pane.wait("That was the tour.")


def test_a_plain_prompt_comes_once_ctrl_c_is_its_own() -> None:
    """A signal between the evaluation's end and the prompt is nobody's: so no prompt may stand there yet."""
    master, terminal = os.openpty()
    try:
        plain = PlainSession(terminal, terminal)
        plain.prompt(">>> ", "... ")
        assert not select.select([master], [], [], 0)[0], "prompted while the evaluation has SIGINT"
        assert plain.take() is None
        assert os.read(master, 9) == b">>> "
    finally:
        os.close(master)
        os.close(terminal)
