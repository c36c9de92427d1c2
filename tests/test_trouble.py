"""Whatever goes wrong, the terminal is usable afterwards and what was typed is kept."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Pty, Tmux

PANICS = """
import signal, sys
import sideloop
from sideloop import session as sessions

def open_session(*arguments, opened=sessions.open_session, **options):
    session = opened(*arguments, **options)
    signal.signal(signal.SIGUSR1, lambda *_: session.fail())
    return session

sessions.open_session = open_session
try:
    sideloop.embed()
except RuntimeError as error:
    print("[one exception]", error)
sideloop.embed(banner="[again]")
"""
"""A program whose prompt panics when it gets SIGUSR1, as no bug that is known makes it."""


def pid_in(session: Tmux) -> int:
    """The process that runs in the pane's shell."""
    shell = session.tmux("display-message", "-p", "#{pane_pid}").strip()
    return int(Path(f"/proc/{shell}/task/{shell}/children").read_text().split()[0])


def test_a_panic_is_one_exception_and_loses_nothing(tmux: Callable[..., Tmux], home: dict[str, str]) -> None:
    session = tmux("-c", PANICS, env={"NO_COLOR": "1"})
    session.wait(">>>")
    session.type("def half():")
    session.press("Enter")
    session.type("typed")
    session.press("Up")
    session.wait(lambda _: session.cursor() == (13, 0))
    os.kill(pid_in(session), signal.SIGUSR1)
    rows = session.wait("[again]\n>>>")
    assert rows[:2] == [">>> def half():", "...     typed"]
    assert rows[2].startswith("[one exception] sideloop's prompt failed: asked to (")
    assert rows[-2:] == ["[again]", ">>>"]
    session.press("Up")
    session.wait(">>> def half():\n...     typed")


def test_what_is_said_after_a_panic_does_not_hide_it(pty: Callable[..., Pty]) -> None:
    says_more = PANICS.replace("session.fail()", "session.fail() or waits_and_says(session)").replace(
        "sideloop.embed(banner", "sys.exit(3)  # "
    )
    code = f"""
import select

def waits_and_says(session):
    select.select([session.fileno()], [], [])
    session.send({{"type": "print", "stream": "stdout", "text": "more"}})
{says_more}"""
    host = pty("-c", code, env={"TERM": "xterm"})
    host.expect(">>>")
    host.process.send_signal(signal.SIGUSR1)
    assert host.wait() == 3
    assert b"asked to" in host.seen
    assert b"is over" not in host.seen


def test_a_panic_leaves_the_terminal_cooked(pty: Callable[..., Pty]) -> None:
    host = pty("-c", PANICS.replace("sideloop.embed(banner", "sys.exit(3)  # "), env={"TERM": "xterm"})
    host.expect(">>>")
    host.process.send_signal(signal.SIGUSR1)
    assert host.wait() == 3
    assert host.is_cooked()
    assert b"\x1b[?1049l" not in host.seen
    assert host.seen.count(b"asked to") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_that_ends_the_process_leaves_a_page_first(
    tmux: Callable[..., Tmux], number: signal.Signals
) -> None:
    session = tmux("-m", "sideloop", "-q")
    session.wait(">>>")
    session.run("'an' + 'entry'")
    session.wait("'anentry'\n>>>")
    session.press("F3")
    session.wait("insert")
    os.kill(pid_in(session), number)
    session.wait("[exit ")
    assert session.screen()[:2] == [">>> 'an' + 'entry'", "'anentry'"]


def test_a_host_outlives_its_terminal(pty: Callable[..., Pty], tmp_path: Path) -> None:
    told = tmp_path / "told"
    code = f"""
import signal, sideloop
signal.signal(signal.SIGHUP, signal.SIG_IGN)
left = sideloop.embed()
open({str(told)!r}, "w").write(f"left with {{left}}")
"""
    host = pty("-c", code, env={"TERM": "xterm"})
    host.expect(">>>")
    os.close(host.master)
    host.process.wait(15)
    host.master = os.open(os.devnull, os.O_RDWR)
    assert told.read_text() == "left with None"


def test_a_prompt_in_a_daemon_thread_ends_with_the_process(pty: Callable[..., Pty], tmp_path: Path) -> None:
    code = """
import sideloop, signal, sys, threading, time
signal.signal(signal.SIGUSR1, lambda *_: sys.exit(3))
threading.Thread(target=sideloop.embed, daemon=True).start()
while True:
    time.sleep(0.05)  # Python may sleep upon a signal.
"""
    host = pty("-c", code, env={"TERM": "xterm"})
    host.expect(">>>")
    host.send("half_a_line")
    host.expect("half_a_line")
    host.process.send_signal(signal.SIGUSR1)
    assert host.wait() == 3
    assert host.is_cooked()
    assert "half_a_line" in (tmp_path / "state" / "sideloop" / "history").read_text()


def test_ctrl_c_at_a_plain_prompt_drops_the_line(pty: Callable[..., Pty]) -> None:
    host = pty("-m", "sideloop", "-q", env={"TERM": "dumb"})
    host.expect(">>> ")
    for typed in ("", "half", "x = (\n"):
        start = len(host.seen)
        host.send(typed)
        host.expect(typed.replace("\n", "\r\n... ") if "\n" in typed else typed, start=start)
        host.send("\x03")
        host.expect("\r\nKeyboardInterrupt\r\n>>> ", start=start)
    for _ in range(20):
        host.send("\x03")
    host.send("40 + 4\n")
    host.expect("44\r\n>>> ")
    host.send("\x04\x04")
    assert host.wait() == 0
    assert b"\x1b" not in host.seen


def test_a_window_resized_meanwhile_leaves_no_mark(tmux: Callable[..., Tmux]) -> None:
    session = tmux("-m", "sideloop", "-q", columns=80)
    session.wait(">>>")
    session.run("print(input('size? '))")
    session.wait("\nsize?")
    session.resize(50, 24)
    session.run("small")
    session.wait("small\nsmall\n>>>")
    assert "%" not in "".join(session.screen())
