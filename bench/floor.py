"""What no program on this machine can beat: a key's way through `cat` on a raw terminal.

`cat` reads the byte and writes it. What that takes is the machine's: the terminal's own work,
waking a process, and other programs. A tail that `cat` has too is not the REPL's.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

from drive import Drive
from table import quantile

ECHO = ("/bin/sh", "-c", "stty raw -echo; printf ready; exec cat")
SPIN = "while True: pass"


def echoes(count: int = 40) -> list[float]:
    """Milliseconds from a key to its echo by `cat`, many times."""
    with Drive(ECHO, dict(os.environ)) as drive:
        drive.until("ready", 0)
        drive.settle(0.3)
        return [1e3 * drive.echo("qzjkwv"[n % 6]) for n in range(count) if not time.sleep(0.05)]


def beside(busy: int) -> list[float]:
    """The same beside so many processes that compute."""
    spinning = [subprocess.Popen([sys.executable, "-S", "-c", SPIN]) for _ in range(busy)]
    try:
        return echoes()
    finally:
        for process in spinning:
            process.kill()
            process.wait()


def sentence(idle: list[float], busy: list[float]) -> str:
    """What was found, for the foot of a report."""
    found = [f"{quantile(values, q):.2f}" for values in (idle, busy) for q in (0.5, 0.99)]
    return (
        "A key through `cat` on a raw terminal takes {} ms (p99 {}), and {} (p99 {}) beside a process\n"
        "that computes: the floor of all echoes above."
    ).format(*found)
