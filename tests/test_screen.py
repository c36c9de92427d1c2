"""What a person sees and does besides typing: the window, the mouse, the bars, marks and colours."""

from __future__ import annotations

import os
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
