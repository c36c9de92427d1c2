"""What is measured of a REPL by itself: functions from a way to start a peer to samples.

Where a peer cannot take part there are no samples.
"""

from __future__ import annotations

import string
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from drive import Drive
from peers import Peer, site

Start = Callable[..., AbstractContextManager[Drive]]
BLOCK = (
    "def f(a, b):\n" + "".join(f"    x{n} = [a + {n}, 'text {n}', b]  # {n}\n" for n in range(298)) + "    "
)
SOME_OF_NUMPY = r"absolute|mgrid|allclose|ndarray|DataSource|ALLOW_THREADS|False_|\babs\b|\bacos\b|BUFSIZE"
HOLD_GIL = "import ctypes, threading, time; sleep = ctypes.PyDLL(None).usleep; threading.Thread(target=lambda: [(sleep(500000), time.sleep(0.02)) for _ in range(100)], daemon=True).start()"
BUSY = "import threading; spin = lambda: [sum(range(1000)) for _ in iter(int, 1)]; threading.Thread(target=spin, daemon=True).start()"


def ready(drive: Drive, peer: Peer) -> float:
    """Waits for the first prompt; the time it came."""
    return drive.until(peer.prompt, 0)


def at_the_prompt(drive: Drive, peer: Peer, line: str = "") -> None:
    """Waits for the prompt and, after a line, for the next one."""
    ready(drive, peer)
    drive.settle(1.0)
    if line:
        drive.send(line)
        drive.settle(0.4)
        _, since = drive.send("\r")
        drive.until(peer.prompt, since)


def submit(drive: Drive, peer: Peer) -> float:
    """Runs `1+1`; seconds from Enter to the prompt behind the result."""
    drive.send("1+1")
    drive.settle(0.4)
    now, since = drive.send("\r")
    return drive.until(f"2(?!\\d).*{peer.prompt}", since) - now


def echoes(drive: Drive, count: int = 30, pause: float = 0.02) -> list[float]:
    """Milliseconds from a key to its echo, many times; each letter is taken back."""
    found = []
    for n in range(count):
        found.append(1e3 * drive.echo("qzjkwv"[n % 6]))
        drive.settle(pause)
        drive.send("\x7f")
        drive.settle(pause)
    return found


def start(peer: Peer, begin: Start) -> list[float]:
    with begin() as drive:
        return [1e3 * (ready(drive, peer) - drive.started)]


def start_with_history(peer: Peer, begin: Start) -> list[float]:
    with begin(history=100_000) as drive:
        return [1e3 * (ready(drive, peer) - drive.started)]


def idle_echo(peer: Peer, begin: Start) -> list[float]:
    with begin() as drive:
        ready(drive, peer)
        drive.settle(1.0)
        return echoes(drive)


def block_echo(peer: Peer, begin: Start) -> list[float]:
    if not peer.paste:
        return []
    with begin() as drive:
        ready(drive, peer)
        drive.settle(1.0)
        drive.send(f"\x1b[200~{BLOCK}\x1b[201~")
        drive.settle(1.5)
        return echoes(drive, count=12, pause=0.1)


def beside(line: str, pause: float) -> Callable[[Peer, Start], list[float]]:
    """Echo while another thread does what the line starts."""

    def take(peer: Peer, begin: Start) -> list[float]:
        with begin() as drive:
            ready(drive, peer)
            drive.settle(1.0)
            drive.send(line)
            drive.settle(0.5)
            _, since = drive.send("\r")
            drive.until(peer.prompt, since)
            # In a comment, so that nothing is suggested or completed.
            drive.send("#")
            drive.settle(0.6)
            return [1e3 * drive.echo(key) for key in string.ascii_letters[:24] if not time.sleep(pause)]

    return take


def enter(peer: Peer, begin: Start) -> list[float]:
    with begin() as drive:
        ready(drive, peer)
        drive.settle(1.0)
        return [1e3 * submit(drive, peer) for _ in range(8)]


def first_menu(peer: Peer, begin: Start) -> list[float]:
    if not peer.menu:
        return []
    with begin(PYTHONPATH=str(site("numpy"))) as drive:
        ready(drive, peer)
        drive.settle(1.0)
        drive.send("import numpy as np")
        drive.settle(0.5)
        _, since = drive.send("\r")
        drive.until(peer.prompt, since)
        drive.settle(2.0)
        for key in "np":
            drive.send(key)
            drive.settle(0.3)
        now, since = drive.send("." + peer.complete)
        return [1e3 * (drive.until(SOME_OF_NUMPY, since) - now)]


def paste(peer: Peer, begin: Start) -> list[float]:
    if not peer.paste:
        return []
    lines = "".join(f"value_{n} = {n}\n" for n in range(1000)) + "last_line_of_all = 1"
    with begin() as drive:
        ready(drive, peer)
        drive.settle(1.0)
        now, since = drive.send(f"\x1b[200~{lines}\x1b[201~")
        return [1e3 * (drive.until("last_line_of_all", since) - now)]


def resize(peer: Peer, begin: Start) -> list[float]:
    with begin() as drive:
        ready(drive, peer)
        drive.settle(1.0)
        drive.send("some_text = 1")
        drive.settle(0.5)
        found = []
        for columns in (90, 80, 70, 60):
            now, since = time.perf_counter(), len(drive.seen)
            drive.resize(columns, 30)
            found.append(1e3 * (drive.until("some_text", since) - now))
            drive.settle(0.6)
        return found


def status(drive: Drive, name: str) -> int:
    """A number of /proc/PID/status, added up over the threads where it is counted for each."""
    tasks = Path(f"/proc/{drive.process.pid}/task")
    files = (
        [Path(f"/proc/{drive.process.pid}/status")]
        if name.startswith("Vm")
        else [task / "status" for task in tasks.iterdir()]
    )
    return sum(
        int(line.split()[1])
        for file in files
        for line in file.read_text().splitlines()
        if line.startswith(f"{name}:")
    )


def memory(peer: Peer, begin: Start) -> list[float]:
    with begin() as drive:
        ready(drive, peer)
        drive.settle(1.5)
        return [status(drive, "VmRSS") / 1024]


def wakeups(peer: Peer, begin: Start) -> list[float]:
    with begin() as drive:
        ready(drive, peer)
        drive.settle(2.0)
        before = status(drive, "voluntary_ctxt_switches")
        time.sleep(3)
        return [(status(drive, "voluntary_ctxt_switches") - before) / 3]
