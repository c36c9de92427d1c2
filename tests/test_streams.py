"""Where the streams lead: floods of many threads, strange bytes, files, other processes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import WHEN_ASKED, Pty, Tmux

TALKERS = """
import sys, threading, time
from sideloop import embed

def talk(name):
    go.wait()
    for number in range({count}):
        print(f"{name}:{number}", file=[sys.stdout, sys.stderr][name % 2])

go = threading.Event()
for name in range(4):
    threading.Thread(target=talk, args=(name,), daemon=True).start()
embed()
"""
"""Four threads that print many lines each once they are told to, while a session stands at its prompt."""


def test_four_threads_lose_no_line_and_keep_their_order(tmux: Callable[..., Tmux]) -> None:
    count = 5_000
    screen = tmux("-c", TALKERS.replace("{count}", str(count)), scrollback=100_000)
    screen.wait(">>>")
    screen.run("threading.Timer(0.5, go.set).start()")
    screen.type("typed")
    lines = screen.wait(lambda seen: all(f"{name}:{count - 1}" in seen for name in range(4)), history=True)
    assert lines[-1] == ">>> typed"
    for name in "0123":
        mine = [line for line in lines if line.startswith(f"{name}:")]
        assert mine == [f"{name}:{number}" for number in range(count)]


def memory(process: int) -> int:
    """Resident memory in KiB."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))


def test_who_writes_waits_for_a_terminal_that_is_not_read(pty: Callable[..., Pty]) -> None:
    host = pty("-c", TALKERS.replace("{count}", "100_000"), env={"TERM": "xterm"})
    host.expect(">>>")
    host.send("go.set()\r")
    host.expect("0:100")
    before = memory(host.process.pid)
    time.sleep(1)
    assert memory(host.process.pid) < before + 5_000
    host.send("typed")
    host.expect("typed")


def test_bytes_that_are_no_utf_8_pass(pty: Callable[..., Pty]) -> None:
    # The last one is half a character when the terminal is given away.
    text = b"caf\xe9 \xff\xfe \xe6\xbcx\n\xe9\n[half]\xc3"
    host = pty("-c", f"import os, sideloop\nsideloop.embed({{'write': lambda: os.write(1, {text})}})")
    host.expect(">>>")
    host.send("import threading; t = threading.Timer(0.1, write); t.start()\n")
    host.expect("[half]")
    host.send("'al' + 'ive'\n")
    shown = host.expect("alive")
    for line in text.splitlines():
        assert line + b"\r" in shown
    host.send("exit()\n")
    assert host.wait() == 0


def test_a_stream_that_is_a_file_stays_one(pty: Callable[..., Pty], tmp_path: Path) -> None:
    source = """
import os, sys
from sideloop import embed

real = os.open("errors", os.O_CREAT | os.O_WRONLY)
os.dup2(real, 2)
def late():
    print("late", os.isatty(1), file=sys.stderr, flush=True)
    print("said", os.isatty(2))
when_asked(late)
embed()
"""
    host = pty("-c", WHEN_ASKED + source, env={"TERM": "xterm"}, cwd=str(tmp_path))
    host.expect(">>>")
    host.ask()
    host.expect("said False")
    assert (tmp_path / "errors").read_text() == "late True\n"


@pytest.mark.parametrize("patched", [True, False])
def test_who_wants_it_writes_straight_to_the_terminal(pty: Callable[..., Pty], patched: bool) -> None:
    source = f"""
import os
from sideloop import embed

real = os.ttyname(1)
when_asked(lambda: print("real:", os.ttyname(1) == real))
embed(patch_stdout={patched})
"""
    host = pty("-c", WHEN_ASKED + source, env={"TERM": "xterm"})
    host.expect(">>>")
    host.ask()
    host.expect(f"real: {not patched}")


PROCESSES = """
import multiprocessing, os, sys
from sideloop import embed

def work(number):
    print("child", number, os.isatty(1), flush=True)

def start(method, number):
    process = multiprocessing.get_context(method).Process(target=work, args=(number,))
    process.start()
    process.join(10)
    print("ended", number, process.exitcode, flush=True)

if __name__ == "__main__":
    if len(sys.argv) > 2:
        when_asked(start, sys.argv[1], 1)
    embed()
    start(sys.argv[1], 3)
"""


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes(pty: Callable[..., Pty], tmp_path: Path, method: str) -> None:
    (tmp_path / "program.py").write_text(WHEN_ASKED + PROCESSES)
    host = pty("program.py", method, "late", env={"TERM": "xterm", "NO_COLOR": "1"}, cwd=str(tmp_path))
    host.expect(">>>")
    host.ask()
    host.expect("child 1 True")
    host.expect("ended 1 0")
    host.send("start(sys.argv[1], 2)\r")
    host.expect("child 2 True")
    host.expect("ended 2 0")
    host.send("exit()\r")
    host.expect("child 3 True")
    host.expect("ended 3 0")
    assert host.wait() == 0
