"""What a person sees and does besides typing: the window, the mouse, the bars, marks and colours."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from terminal import PATIENCE, Pty, Tmux


def wait_for(fits: Callable[[], object]) -> None:
    """Waits until something has happened."""
    end = time.monotonic() + PATIENCE
    while not fits():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_closed_window_keeps_the_line_in_history(
    pty: Callable[..., Pty], home: dict[str, str], tmp_path: Path
) -> None:
    session = pty("-m", "sideloop", "-q", env={"TERM": "xterm"})
    session.expect(">>>")
    session.send("half_a_line")
    session.expect("half_a_line")
    os.close(session.master)
    wait_for(lambda: session.process.poll() is not None)
    session.master = os.open(os.devnull, os.O_RDWR)
    assert "half_a_line" in (tmp_path / "state" / "sideloop" / "history").read_text()


def click(session: Tmux, column: int, row: int, *, to: tuple[int, int] | None = None) -> None:
    """Presses and releases the button; in between, the mouse is drawn to another place."""

    def event(code: int, place: tuple[int, int], final: str) -> str:
        return f"\x1b[<{code};{place[0] + 1};{place[1] + 1}{final}"

    drag = "" if to is None else event(32, to, "M")
    session.type(event(0, (column, row), "M") + drag + event(0, to or (column, row), "m"))


def test_the_mouse_places_the_cursor_and_selects(tmux: Callable[..., Tmux], home: dict[str, str]) -> None:
    session = tmux("-c", "import sideloop; sideloop.embed(mouse=True, status_bar=True)")
    session.wait(">>>")
    session.type("one two")
    session.wait(">>> one two")
    click(session, 8, 0)
    session.wait(lambda _: session.cursor() == (8, 0))
    session.type("X")
    session.wait(">>> one Xtwo")
    click(session, 9, 0, to=(8, 0))
    session.wait(lambda _: session.cursor() == (8, 0))
    session.type("Y")
    session.wait(">>> one Ytwo")
    session.wait("[F4] Emacs")
    bar = next(number for number, row in enumerate(session.screen()) if "[F4]" in row)
    click(session, 2, bar)
    session.wait("[F4] Vi (insert)")


def test_the_bar_counts_the_loops_tasks(tmux: Callable[..., Tmux]) -> None:
    session = tmux("-c", "import sideloop; sideloop.embed(status_bar=True)")
    session.wait("Python 3.")
    session.run(
        "import asyncio; t = asyncio.ensure_future(asyncio.sleep(99)) if await asyncio.sleep(0, 1) else 0"
    )
    session.wait("tasks: 1")


def test_marks_title_and_short_prompts(pty: Callable[..., Pty]) -> None:
    code = "import sideloop; sideloop.embed(shell_marks=True, transient_prompt=True, title='mine')"
    session = pty("-c", code, env={"TERM": "xterm", "NO_COLOR": "1"})
    session.expect(">>>")
    assert b"\x1b[22;0t\x1b]2;mine\x1b\\" in session.seen
    session.send("1/0\r")
    session.expect("133;D;1")
    assert re.search(
        rb"133;A\x1b\\[^\n]*> [^\n]*133;B\x1b\\[^\n]*1/0.*133;C.*ZeroDivisionError.*133;D;1",
        session.seen,
        re.S,
    )
    session.expect(">>>", start=session.seen.index(b"133;D;1"))
    suspended = len(session.seen)
    session.send("\x1a")  # nobody could continue a session's leader: it goes on at once
    session.expect("\x1b[23;0t", start=suspended)
    session.expect("\x1b[22;0t\x1b]2;mine\x1b\\", start=suspended)
    session.expect(">>>", start=session.seen.rindex(b";mine"))
    left = len(session.seen)
    session.send("\x04\x04")
    session.expect("\x1b[23;0t", start=left)
    assert session.wait() == 0
