"""While Python is busy: keys are echoed, Enter waits, and what is typed behind it runs in its turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from terminal import Tmux

HOLD = "ctypes.PyDLL(None).usleep(2_000_000)"
"""Two seconds in C code that keeps the interpreter to itself."""

AWAITED = """
import asyncio, ctypes, threading, time
from sideloop import embed_async

async def main():
    asyncio.get_running_loop().call_later(1, busy)
    await embed_async({"done": [], "time": time})

def busy():
    print("busy", flush=True)
    {work}
    print("free", flush=True)

asyncio.run(main())
"""
PLAIN = """
import ctypes, threading
from sideloop import embed

def busy():
    print("busy", flush=True)
    {work}
    print("free", flush=True)

threading.Timer(1, busy).start()
embed({"done": []})
"""
HOSTS = {
    "a long callback of the loop": AWAITED.replace("{work}", "time.sleep(2)"),
    "a callback that computes": AWAITED.replace(
        "{work}", "end = time.monotonic() + 2\n    while time.monotonic() < end: pass"
    ),
    "a callback in C code": AWAITED.replace("{work}", HOLD),
    "another thread in C code": PLAIN.replace("{work}", HOLD),
}


@pytest.mark.parametrize("host", HOSTS)
def test_keys_are_echoed_and_enter_waits(tmux: Callable[..., Tmux], host: str) -> None:
    screen = tmux("-c", HOSTS[host])
    screen.wait("busy")
    screen.type("done.append(1)")
    screen.wait(">>> done.append(1)")
    screen.press("Enter")
    screen.type("done.append(2); done")
    rows = screen.wait("done.append(2); done")
    assert "free" not in rows
    screen.press("Enter")
    screen.wait("[1, 2]")
    screen.wait(lambda rows: rows[-1] == ">>>")
