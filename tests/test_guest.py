"""A good guest: after a session the host is as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Pty

CENSUS = str(Path(__file__).with_name("census.py"))

INPUTS = [
    ("1 + 1234", "1235"),
    ("1 / 0", "ZeroDivisionError"),
    ("_ * 2", "2470"),
    ("import asyncio; await asyncio.sleep(0.01) or 'awa' + 'ited'", "'awaited'"),
    ("import time; print('[star' + 'ted]', flush=True); time.sleep(60)", "[started]"),
]


MODES = ["plain", "standing", "awaited", "uvloop", "trio"]


@pytest.mark.parametrize(
    ("mode", "term"),
    [*((mode, "xterm-256color") for mode in MODES), *((mode, "dumb") for mode in MODES[:3])],
)
def test_nothing_is_left_behind(pty: Callable[..., Pty], mode: str, term: str) -> None:
    require(mode)
    differs_in_nothing(pty(CENSUS, mode, env={"TERM": term}), mode)


@pytest.mark.parametrize(
    ("mode", "toolkit", "library"),
    [
        *((mode, "tk", "tkinter") for mode in MODES),
        *((mode, "qt", "PySide6.QtWidgets") for mode in MODES[::2]),
    ],
)
def test_nothing_is_left_behind_beside_a_gui(
    pty: Callable[..., Pty], display: str, mode: str, toolkit: str, library: str
) -> None:
    require(mode)
    pytest.importorskip(library, exc_type=ImportError)
    host = pty(CENSUS, mode, toolkit, env={"DISPLAY": display, "QT_QPA_PLATFORM": "offscreen"})
    host.expect("[gui goes on]")
    differs_in_nothing(host, mode)


def require(mode: str) -> None:
    """Skips a test whose loop is not installed."""
    if mode in {"uvloop", "trio"}:
        pytest.importorskip(mode)


def differs_in_nothing(host: Pty, mode: str) -> None:
    """A session with results, an exception and an interrupt."""
    host.expect(">>>")
    for line, shown in INPUTS:
        start = len(host.seen)
        host.send(line.replace("asyncio", "trio" if mode == "trio" else "asyncio") + "\r")
        host.expect(shown, start=start)
        if shown != "[started]":
            host.expect(">>>", start=host.seen.rindex(shown.encode()))
    host.send("\x03")
    host.expect("KeyboardInterrupt")
    host.send("exit()\r")
    host.expect("[differences:")
    host.expect("]", start=host.seen.index(b"[differences:"))
    assert b"[differences: {} ]" in host.seen
    assert host.wait() == 0
