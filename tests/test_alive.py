"""While Python is busy: keys are echoed, Enter waits, and what is typed behind it runs in its turn."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Tmux

HOLD = "ctypes.PyDLL(None).read(wire, ctypes.create_string_buffer(1), 1)"
"""C code that keeps the interpreter to itself until it is told to end."""

BUSY = """
import asyncio, ctypes, os, select, threading
from sideloop import embed, embed_async

wire = os.open("wire", os.O_RDWR)

def busy():
    os.read(wire, 1)
    print("busy", flush=True)
    {work}
    print("free", flush=True)
"""
"""Is busy from one byte that comes through a named pipe until the next one."""

AWAITED = """
async def main():
    asyncio.get_running_loop().add_reader(wire, busy)
    await embed_async({"done": []})

asyncio.run(main())
"""
PLAIN = """
threading.Thread(target=busy).start()
embed({"done": []})
"""
HOSTS = {
    "a long callback of the loop": ("os.read(wire, 1)", AWAITED),
    "a callback that computes": (
        "while not select.select([wire], [], [], 0)[0]: pass\n    os.read(wire, 1)",
        AWAITED,
    ),
    "a callback in C code": (HOLD, AWAITED),
    "another thread in C code": (HOLD, PLAIN),
}


@pytest.mark.parametrize("host", HOSTS)
def test_keys_are_echoed_and_enter_waits(tmux: Callable[..., Tmux], tmp_path: Path, host: str) -> None:
    work, program = HOSTS[host]
    os.mkfifo(tmp_path / "wire")
    screen = tmux("-c", BUSY.replace("{work}", work) + program, cwd=str(tmp_path))
    screen.wait(">>>")
    with (tmp_path / "wire").open("wb", buffering=0) as wire:
        wire.write(b".")
        screen.wait("busy")
        screen.type("done.append(1)")
        screen.wait(">>> done.append(1)")
        screen.press("Enter")
        screen.type("done.append(2); done")
        rows = screen.wait("done.append(2); done")
        assert "free" not in rows
        screen.press("Enter")
        wire.write(b".")
        screen.wait("[1, 2]")
    screen.wait(lambda rows: rows[-1] == ">>>")
