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
    ("import asyncio; await asyncio.sleep(0, 'awa' + 'ited')", "'awaited'"),
    ("import time; print('[star' + 'ted]', flush=True); time.sleep(60)", "[started]"),
]


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
@pytest.mark.parametrize("mode", ["plain", "standing", "awaited"])
def test_nothing_is_left_behind(pty: Callable[..., Pty], mode: str, term: str) -> None:
    host = pty(CENSUS, mode, env={"TERM": term})
    host.expect(">>>")
    for source, shown in INPUTS:
        start = len(host.seen)
        host.send(source + "\r")
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
