"""Drives a REPL through a pseudo-terminal as a fast person would, and takes the time.

Cursor position requests are answered, as a terminal answers them; nothing else is.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence

ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()#].|\x1b[=>78DEHMNOZ]"
)
LEADER = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
PATIENCE = 30.0
"""Seconds to wait for what must come."""


class Late(Exception):
    """What was waited for did not come."""


class Drive:
    """A program on a pseudo-terminal; times are seconds since its start."""

    def __init__(self, argv: Sequence[str], env: dict[str, str], columns: int = 100, rows: int = 40) -> None:
        self.master, slave = os.openpty()
        self.resize(columns, rows)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-c", LEADER, *argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=env,
            start_new_session=True,
        )
        os.close(slave)
        self.seen = b""

    def __enter__(self) -> Drive:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self.master)

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def receive(self, seconds: float) -> bytes:
        """Whatever comes first within that time; it is not kept."""
        if not select.select([self.master], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.master, 1 << 16)
        except OSError as gone:
            raise Late("the program ended") from gone
        for _ in range(data.count(b"\x1b[6n")):
            os.write(self.master, b"\x1b[1;1R")
        return data

    def read(self, seconds: float) -> bytes:
        """Whatever comes first within that time; it is kept in `seen`."""
        data = self.receive(seconds)
        self.seen += data
        return data

    def text(self, since: int) -> bytes:
        """What came since that byte, without escape sequences."""
        return ESCAPES.sub(b"", self.seen[since:])

    def until(self, wanted: str, since: int) -> float:
        """The time at which a text that the pattern fits has come."""
        end = time.perf_counter() + PATIENCE
        pattern = re.compile(wanted.encode(), re.DOTALL)
        while not pattern.search(self.text(since)):
            if time.perf_counter() > end:
                raise Late(f"no {wanted!r} came, but {self.text(since)[-200:]!r}")
            self.read(0.05)
        return time.perf_counter()

    def settle(self, quiet: float = 0.3) -> None:
        """Reads until nothing has come for that many seconds."""
        while self.read(quiet):
            pass

    def send(self, text: str) -> tuple[float, int]:
        """Types; the time, and how many bytes had come before it."""
        since = len(self.seen)
        now = time.perf_counter()
        data = text.encode()
        while data:
            select.select([], [self.master], [], PATIENCE)
            data = data[os.write(self.master, data[:4096]) :]
            if data:
                self.read(0)
        return now, since

    def echo(self, key: str) -> float:
        """Seconds from a key to its echo."""
        now, since = self.send(key)
        return self.until(key, since) - now

    def echo_in_a_flood(self, key: str) -> float:
        """The same while so much comes that it cannot be kept: only that key's letter is looked for."""
        now, wanted, cut = time.perf_counter(), key.encode(), b""
        os.write(self.master, wanted)
        while time.perf_counter() < now + PATIENCE:
            data = cut + self.receive(0.05)
            if wanted in ESCAPES.sub(b"", data):
                return time.perf_counter() - now
            start = data.rfind(b"\x1b", -64)
            cut = data[start:] if start >= 0 else b""
        raise Late(f"no {key!r} came")
