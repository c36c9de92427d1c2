"""`patch_stdout()`: what children and threads write between prompts, and above all of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import WHEN_ASKED, Pty, Tmux

CHILD = """
import subprocess, sys
from sideloop import patch_stdout, read

with patch_stdout():
    child = subprocess.Popen("while read line; do echo child $line; done <wire", shell=True)
    for _ in range(2):
        print("got", read(python=False))
    child.wait()
    sys.stdout.write("half")
print(" and half")
"""
"""Starts a child that writes what comes through a named pipe, and prompts then."""


def test_a_child_from_before_the_prompt_writes_above_it(tmux: Callable[..., Tmux], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "wire")
    screen = tmux("-c", CHILD, cwd=str(tmp_path))
    above: list[str] = []

    def shows(*last: str) -> None:
        screen.wait(lambda seen: seen == [*above, *last])

    with (tmp_path / "wire").open("w") as wire:
        for number in ("one", "two"):
            shows(">>>")
            screen.type("typed")
            shows(">>> typed")
            print(number, file=wire, flush=True)
            above.append(f"child {number}")
            shows(">>> typed")
            assert screen.cursor() == (9, len(above))
            screen.press("Enter")
            above += [">>> typed", "got typed"]
        shows()
        print("three", file=wire)
    shows("child three", "half and half", "[exit 0]")


BETWEEN = """
import os, sys, threading
from sideloop import patch_stdout, read

def census():
    leads = [os.ttyname(fd) for fd in (0, 1, 2)]
    return leads, sorted(os.listdir("/proc/self/fd")), len(os.listdir("/proc/self/task"))

before = census()
for _ in range(2):
    try:
        with patch_stdout(), patch_stdout():
            assert os.ttyname(1) == os.ttyname(2) != os.ttyname(0)
            for number in range(200):
                print("out", number)
                print("err", number, file=sys.stderr)
                os.write(1, b"raw \\xff\\n")
            1 / 0
    except ZeroDivisionError:
        print("left")
assert census() == before, (before, census())
print("as before")
"""


def test_between_prompts_order_is_kept_and_all_is_as_before(pty: Callable[..., Pty]) -> None:
    program = pty("-c", BETWEEN)
    assert program.wait() == 0
    block = b"".join(b"out %d\nerr %d\nraw \xff\n" % (number, number) for number in range(200))
    assert program.seen.replace(b"\r\n", b"\n") == (block + b"left\n") * 2 + b"as before\n"


SESSION = """
import os
from sideloop import embed, patch_stdout

real = os.ttyname(1)
with patch_stdout():
    pid = os.fork()
    if pid == 0:
        until_asked()
        print("child", os.ttyname(1) != real)
    else:
        when_asked(lambda: print("captured:", os.ttyname(1) != real))
        embed(patch_stdout={patched})
        os.waitpid(pid, 0)
        print("between:", os.ttyname(1) != real)
if pid:
    print("done", os.ttyname(1) == real)
"""


@pytest.mark.parametrize("patched", [True, False])
def test_a_session_inside_has_the_real_terminal_while_it_evaluates(
    pty: Callable[..., Pty], patched: bool
) -> None:
    host = pty("-c", WHEN_ASKED + SESSION.format(patched=patched), env={"TERM": "xterm", "NO_COLOR": "1"})
    host.expect(">>>")
    host.ask()
    host.expect(f"captured: {patched}")
    host.expect("child True")
    host.send("'evalu' + str(os.ttyname(1) == real)\r")
    host.expect("evaluTrue")
    host.send("with __import__('sideloop').patch_stdout(): print('in', os.ttyname(1) == real)\r\r")
    host.expect("in True")
    host.send("exit()\r")
    host.expect("between: True")
    host.expect("done True")
    assert host.wait() == 0


def test_a_child_that_lives_longer_goes_on_writing(pty: Callable[..., Pty]) -> None:
    source = """
import subprocess
from sideloop import patch_stdout
with patch_stdout():
    child = subprocess.Popen(["sh", "-c", "read _; echo late"], stdin=subprocess.PIPE)
child.communicate(b"\\n")
input()
"""
    host = pty("-c", source)
    host.expect("late")
    host.send("\n")
    assert host.wait() == 0


def test_programs_are_told_another_size_between_prompts(pty: Callable[..., Pty]) -> None:
    source = """
import os, time
from sideloop import patch_stdout
with patch_stdout():
    print("begun")
    while os.get_terminal_size(1).columns != 44:
        time.sleep(0.01)
    print("resized")
"""
    host = pty("-c", source)
    host.expect("begun")
    host.resize(44, 20)
    host.expect("resized")
    assert host.wait() == 0


def test_what_is_no_terminal_is_left_alone() -> None:
    source = """
import os
from sideloop import patch_stdout
before = os.fstat(1)
with patch_stdout():
    print("same", os.path.samestat(before, os.fstat(1)))
"""
    done = subprocess.run(
        [sys.executable, "-c", source], check=True, capture_output=True, timeout=20, env=dict(os.environ)
    )
    assert done.stdout == b"same True\n"
