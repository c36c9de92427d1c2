"""Ctrl-C during an evaluation: every kind of host, either kind of thread, whatever is running."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from terminal import Pty

HOSTS = str(Path(__file__).with_name("hosts.py"))
ASYNC = {"standing", "awaited", "uvloop", "trio"}

INPUTS = {
    "a busy loop": "if started() is None:\n while True: pass\n",
    "sleep": "started(); time.sleep(60)",
    "an await": "started(); await asyncio.sleep(60)",
    "a child task": "await asyncio.create_task(child())",
    "a gather": "await asyncio.gather(child(), asyncio.sleep(60))",
    "a thread": "started(); await asyncio.to_thread(held.wait, 20)",
    "repr": "Forever()",
    "input": "if started() is None:\n input()\n while True: pass\n",
}
"""What is running. On another thread a blocking C call ends before it is interrupted: `input()` at Enter."""

OWN_TRIO = {
    "trio.run": "import trio; trio.run(child_of_trio)",
    "a busy task of trio's": "import trio; trio.run(busy)",
    "busy code of trio's own": "import trio; trio.run(switching)",
}
PLAIN = {**OWN_TRIO, "asyncio.run": "asyncio.run(child())"}
"""Loops that the code runs itself. On another thread nothing wakes asyncio's."""

BLOCKING = {"sleep": "started(); time.sleep(0.5)"}

TRIO = {
    "an await": "started(); await trio.sleep(60)",
    "a child task": "async with trio.open_nursery() as n: n.start_soon(trio.sleep, 60); started()\n",
    "a gather": None,
    "a thread that is waited for": "started(); await trio.to_thread.run_sync(time.sleep, 0.3)",
    "a thread": "started(); await trio.to_thread.run_sync(time.sleep, 60, abandon_on_cancel=True)",
}


def inputs(kind: str, thread: str) -> dict[str, str]:
    """What can be interrupted in one kind of host."""
    own = PLAIN if thread == "main" else OWN_TRIO
    loops = own if kind == "plain" and find_spec("trio") else {}
    table = {**INPUTS, **loops, **(TRIO if kind == "trio" else {}), **(BLOCKING if thread == "other" else {})}
    return {name: source for name, source in table.items() if source is not None}


KINDS = ["plain", "standing", "awaited", "uvloop", "trio"]
TERMINALS = [(kind, thread, "xterm-256color") for kind in KINDS for thread in ("main", "other")]


@pytest.mark.parametrize(("kind", "thread", "term"), [*TERMINALS, ("plain", "main", "dumb")])
def test_one_keyboard_interrupt_and_the_session_goes_on(
    pty: Callable[..., Pty], kind: str, thread: str, term: str
) -> None:
    if kind in {"uvloop", "trio"}:
        pytest.importorskip(kind)
    host = pty(HOSTS, kind, thread, env={"TERM": term})
    host.expect(">>>")
    for name, source in inputs(kind, thread).items():
        start = len(host.seen)
        host.send(source + "\n")
        host.expect("[started]", start=start)
        time.sleep(0.05)
        host.send("\x03")
        if (name, thread) == ("input", "other"):
            # What is typed before a Ctrl-C that is not yet dealt with would be dropped.
            host.expect("^C", start=start)
            host.send("\n")
        host.expect("KeyboardInterrupt", start=start)
        host.send("'al' + 'ive'\n")
        shown = host.expect("alive", start=start)
        assert shown.count(b"KeyboardInterrupt") == 1, (name, shown)
        assert b"Traceback" not in shown, (name, shown)
        host.expect(">>>", start=host.seen.index(b"alive", start))
    host.send("held.set(); exit()\n")
    host.expect("[host is done]")
    if kind in ASYNC:
        assert b"[background done: False, cancelling: 0]" in host.seen
        assert b"[ticks on: True]" in host.seen
    if kind in {"standing", "awaited", "uvloop"} and thread == "main":
        assert b"[SIGINT is the host's again]" in host.seen
    assert host.wait() == 0


CAUGHT = {
    "at its await": ("await {}.sleep(60)", "except KeyboardInterrupt: caught()"),
    "on the processor": ("for _ in iter(int, 1): pass", "except KeyboardInterrupt: caught()"),
    "and cleans up": ("await {}.sleep(60)", "finally: await {}.sleep(0.01); caught()"),
}
"""What the code does when it is interrupted, and what it does then."""


@pytest.mark.parametrize(
    ("kind", "thread"), [(kind, thread) for kind in KINDS for thread in ("main", "other")]
)
@pytest.mark.parametrize("keys", ["\x03", "\x03\x03"])
def test_the_code_may_catch_it(pty: Callable[..., Pty], kind: str, thread: str, keys: str) -> None:
    if kind in {"uvloop", "trio"}:
        pytest.importorskip(kind)
    host = pty(HOSTS, kind, thread)
    host.expect(">>>")
    for does, then in CAUGHT.values():
        start = len(host.seen)
        source = f"try:\n started()\n {does}\n{then}\n\n"
        host.send(source.replace("{}", "trio" if kind == "trio" else "asyncio"))
        host.expect("[started]", start=start)
        time.sleep(0.05)
        # The second of two finds the code in its handler, after its end, or the prompt.
        host.send(keys)
        if keys == "\x03":
            host.expect("[caught]", start=start)
        host.send("\x15'al' + 'ive'\n")
        shown = host.expect("alive", start=start)
        assert b"Traceback" not in shown, shown
        host.expect(">>>", start=host.seen.index(b"alive", start))
    host.send("exit()\n")
    host.expect("[host is done]")
    assert host.wait() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_one_that_falls_just_before_a_call_in_c_is_neither_lost_nor_doubled(
    pty: Callable[..., Pty], kind: str
) -> None:
    if kind in {"uvloop", "trio"}:
        pytest.importorskip(kind)
    host = pty(HOSTS, kind, "main")
    host.expect(">>>")
    # One that is slept upon, and one that C code is in no hurry to hear.
    for call in "time.sleep, 60", "sum, range(5_000_000)":
        start = len(host.seen)
        host.send(f"try: at_once(press, partial({call}))\nexcept BaseException as error: caught()\n\n")
        host.expect("[caught]", start=start)
        host.send("time.sleep(0.1); 'al' + 'ive'\n")
        assert b"KeyboardInterrupt" not in host.expect("alive", start=start)
        host.expect(">>>", start=host.seen.index(b"alive", start))
    host.send("exit()\n")
    host.expect("[host is done]")


def test_one_that_comes_while_a_lock_is_taken_leaves_no_lock_taken(pty: Callable[..., Pty]) -> None:
    host = pty(HOSTS, "plain", "main")
    host.expect(">>>")
    host.send("lock = SimpleNamespace(acquire=0, release=0, locked=0, __enter__=press, __exit__=print)\n")
    host.send("try:\n with threading.Condition(lock):\n  started(); time.sleep(60)\n")
    host.send("except KeyboardInterrupt: caught()\n\n")
    assert host.expect("[caught]").count(b"[started]") == 1
    host.send("exit()\n")
    host.expect("[host is done]")


@pytest.mark.parametrize("mode", KINDS)
def test_a_storm_of_interrupts_does_no_harm(mode: str) -> None:
    if mode in {"uvloop", "trio"}:
        pytest.importorskip(mode)
    argv = [sys.executable, str(Path(HOSTS).with_name("soak.py")), mode, "200"]
    done = subprocess.run(argv, check=True, capture_output=True, encoding="utf-8", timeout=120)
    assert f"[{mode}: alive, 200 interrupts, 0 late]" in done.stdout
