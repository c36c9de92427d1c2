"""Real terminals for tests: a tmux pane to read the screen of, and a bare pty to time and inspect.

Every wait is bounded, and both end what they started.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import shlex
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence

PATIENCE = 15.0
"""Seconds to wait for what must come: generous, since machines are noisy."""

PASTE = "\x1b[?2004h"
"""Each prompt begins with asking for bracketed pastes."""

LEADER = """
import fcntl, os, signal, sys, termios
for number in signal.SIGINT, signal.SIGQUIT, signal.SIGHUP:
    signal.signal(number, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Makes its terminal the controlling one, then becomes the program.

The signals are as in a shell a person types in, also where the tests were started in the background.
"""


WHEN_ASKED = """
import signal, threading

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})

def until_asked():
    signal.sigwait({signal.SIGUSR1})

def when_asked(act, *arguments):
    threading.Thread(target=lambda: until_asked() or act(*arguments), daemon=True).start()
"""
"""Begins a program in which another thread acts at `Pty.ask`: when the prompt is there, not by the clock."""


def environment(**changes: str) -> dict[str, str]:
    """An environment without anything that would change what a session shows."""
    strange = ("SIDELOOP", "PYTHON", "TMUX", "NO_COLOR", "VISUAL", "EDITOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    return {**kept, "LC_ALL": "C.UTF-8", **changes}


class Tmux:
    """A program in a tmux pane of its own server: what a person would see."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        cwd: str = ".",
        scrollback: int = 2000,
    ) -> None:
        # Short, and for itself: a socket's path may not be long, and tmux leaves it behind.
        self.home = tempfile.TemporaryDirectory(prefix="sideloop-tmux-")
        self.socket = f"{self.home.name}/tmux"
        # The shell outlives the program, so that its last screen can be read.
        line = f"{shlex.join(command)}; echo [exit $?]; exec sleep 600"
        server = ["tmux", "-S", self.socket, "-f", "/dev/null"]
        limit = ["set-option", "-g", "history-limit", str(scrollback), ";"]
        pane = ["new-session", "-d", "-c", cwd, "-x", str(columns), "-y", str(rows), "sh", "-c", line]
        subprocess.run([*server, *limit, *pane], check=True, env=dict(env), timeout=PATIENCE)
        self.tmux("set-option", "-g", "status", "off")
        self.tmux("set-option", "-s", "escape-time", "0")

    def tmux(self, *words: str) -> str:
        """The output of a tmux command."""
        argv = ["tmux", "-S", self.socket, *words]
        return subprocess.run(
            argv, check=True, capture_output=True, timeout=PATIENCE, encoding="utf-8"
        ).stdout

    def type(self, text: str) -> None:
        """Types characters as they are."""
        self.tmux("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Presses keys by tmux's names: `Enter`, `C-c`, `M-f`, `Up`, `F2`."""
        self.tmux("send-keys", *keys)

    def run(self, line: str) -> None:
        """Types a line and presses Enter."""
        self.type(line)
        self.press("Enter")

    def paste(self, text: str) -> None:
        """A bracketed paste, where the program asked for it."""
        argv = ["tmux", "-S", self.socket, "load-buffer", "-"]
        subprocess.run(argv, check=True, input=text.encode(), timeout=PATIENCE)
        self.tmux("paste-buffer", "-p", "-r")

    def screen(self, *, history: bool = False, styles: bool = False) -> list[str]:
        """The rows of the screen, with the scrollback above when asked; trailing blank rows are dropped."""
        words = ["capture-pane", "-p", *(["-S", "-"] if history else []), *(["-e"] if styles else [])]
        rows = [row.rstrip() for row in self.tmux(*words).split("\n")]
        while rows and not rows[-1]:
            rows.pop()
        return rows

    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        column, row = self.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split()
        return int(column), int(row)

    def resize(self, columns: int, rows: int) -> None:
        """Gives the pane another size."""
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def wait(
        self, what: str | re.Pattern[str] | Callable[[list[str]], object], *, history: bool = False
    ) -> list[str]:
        """Waits until the screen holds a text, matches a pattern or fits a predicate; returns its rows."""
        end = time.monotonic() + PATIENCE
        while True:
            rows = self.screen(history=history)
            if fits(what, rows):
                return rows
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what!r}; the screen holds:\n" + "\n".join(rows))
            time.sleep(0.02)

    def close(self) -> None:
        """Ends the server and all that runs in it."""
        argv = ["tmux", "-S", self.socket, "kill-server"]
        subprocess.run(argv, check=False, capture_output=True, timeout=PATIENCE)
        self.home.cleanup()


def fits(what: str | re.Pattern[str] | Callable[[list[str]], object], rows: list[str]) -> bool:
    """Whether a screen is what was waited for."""
    if callable(what):
        return bool(what(rows))
    text = "\n".join(rows)
    return what in text if isinstance(what, str) else bool(what.search(text))


class Pty:
    """A program on a bare pseudo-terminal: bytes, termios and exit status."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        cwd: str = ".",
    ) -> None:
        self.master, self.slave = os.openpty()
        self.resize(columns, rows)
        self.seen = b""
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-c", LEADER, *command],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=dict(env),
            cwd=cwd,
            start_new_session=True,
        )

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size; the kernel sends SIGWINCH."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, data: str | bytes) -> None:
        """Types."""
        os.write(self.master, data.encode() if isinstance(data, str) else data)

    def ask(self) -> None:
        """Lets the program, which begins with `WHEN_ASKED`, and its children act."""
        os.killpg(self.process.pid, signal.SIGUSR1)

    def read(self, seconds: float = 0.0) -> bytes:
        """Whatever comes within that time, once; all of it is kept in `seen`."""
        if not select.select([self.master], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return b""
        self.seen += data
        return data

    def expect(self, what: str | bytes, *, start: int = 0) -> bytes:
        """Reads until that text has come behind byte `start` of `seen`; returns what came since."""
        wanted = what.encode() if isinstance(what, str) else what
        end = time.monotonic() + PATIENCE
        while wanted not in self.seen[start:]:
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what!r}; {self.seen[start:]!r} came")
            self.read(0.05)
        return self.seen[start:]

    def wait_for_prompt(self, after: str, *, start: int = 0) -> None:
        """Reads until that text has come, and a prompt behind it."""
        self.expect(after, start=start)
        self.expect(">>>", start=self.seen.index(after.encode(), start) + len(after))

    def run(self, source: str, shown: str) -> None:
        """Types an input; waits for what it shows, which is not in the input itself, and the next prompt."""
        assert shown not in source, "the echo of it shows that"
        start = len(self.seen)
        self.send(source + "\r")
        self.wait_for_prompt(shown, start=start)

    def is_cooked(self) -> bool:
        """Whether the terminal echoes and gives lines."""
        flags = termios.tcgetattr(self.slave)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON and flags & termios.ISIG)

    def wait(self) -> int:
        """Reads on until the program ends; its exit status."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"the program goes on; {self.seen[-2000:]!r} came")
            self.read(0.02)
        while self.read(0.05):
            pass
        return self.process.returncode

    def close(self) -> None:
        """Ends the program and gives the fds back."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(PATIENCE)
        os.close(self.master)
        os.close(self.slave)
