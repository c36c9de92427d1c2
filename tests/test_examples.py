"""Every example is run as a person would."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import PATIENCE, Pty, Tmux

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def number_above(name: str) -> Callable[[list[str]], object]:
    """A screen on which the value of a name, asked for at the prompt, is not 0."""
    return lambda rows: re.search(rf">>> {name}\n[1-9]", "\n".join(rows))


SERVED = [
    ("await hello()", "b'hello\\n'"),
    ("await asyncio.sleep(1.2)", "INFO client 2"),
    ("exit", "[exit 0]"),
]
TICKED = [("await trio.sleep(0.3)", ">>> await"), ("ticks", number_above("ticks")), ("exit", "[exit 0]")]


@pytest.mark.parametrize(
    ("example", "steps"),
    [
        ("plain.py", [("sum(prices) * discount", "1.975"), ("exit", "total: 17.775")]),
        ("asyncio_server.py", SERVED),
        ("trio_host.py", TICKED),
        ("worker_thread.py", [("threading.current_thread().name", "'worker'"), ("exit", "[exit 0]")]),
    ],
)
def test_example(tmux: Callable[..., Tmux], example: str, steps: list[tuple[str, object]]) -> None:
    if example == "trio_host.py":
        pytest.importorskip("trio")
    pane = tmux(str(EXAMPLES / example))
    pane.wait(">>>")
    for line, seen in steps:
        pane.run(line)
        pane.wait(seen)  # type: ignore[arg-type]


def test_reader(tmux: Callable[..., Tmux]) -> None:
    pane = tmux(str(EXAMPLES / "reader.py"))
    pane.wait("buy?")
    pane.type("egg")
    pane.press("Tab")
    pane.wait("buy? eggs")
    pane.run(" 0")
    pane.wait("how many of eggs is a number above 0")
    pane.press("BSpace")
    pane.run("12")
    pane.wait(lambda rows: rows[-1] == "buy?")
    pane.press("Enter")
    pane.wait("to buy: eggs 12")


def test_tk_asyncio(tmux: Callable[..., Tmux], display: str) -> None:
    pytest.importorskip("tkinter", exc_type=ImportError)
    pane = tmux(str(EXAMPLES / "tk_asyncio.py"), env={"DISPLAY": display})
    pane.wait("the window and the loop go on")
    pane.run("_ = window.after(100, button.invoke)")
    pane.type("half a li")
    pane.wait("pressed after")
    pane.wait(lambda rows: rows[-1] == ">>> half a li")
    pane.press("C-u")
    pane.run("ticks")
    pane.wait(number_above("ticks"))
    pane.run("await asyncio.sleep(0.3), label['text'], button['text']")
    pane.wait(re.compile(r"\(None, '[0-9.]+ s', 'again'\)"))
    pane.run("exit")
    pane.wait("[exit 0]")


def test_several_terminals(pty: Callable[..., Pty]) -> None:
    others = [os.openpty() for _ in range(2)]
    paths = [os.ttyname(slave) for _, slave in others]
    program = pty(str(EXAMPLES / "several_terminals.py"), *paths)
    try:
        seen = [b"", b""]
        for turn, line in enumerate([b"shared.append('one') or 'appe' 'nded'\r", b"shared\r"]):
            master = others[turn][0]
            wait_for(master, b">>>", seen, turn)
            os.write(master, line)
            wait_for(master, [b"appended", b"one"][turn], seen, turn)
        for master, _ in others:
            os.write(master, b"exit\r")
        assert program.wait() == 0
    finally:
        for pair in others:
            for fd in pair:
                os.close(fd)


def wait_for(master: int, wanted: bytes, seen: list[bytes], which: int) -> None:
    """Reads a terminal until something new has come that holds those bytes."""
    import select
    import time

    fresh, end = b"", time.monotonic() + PATIENCE
    while wanted not in fresh:
        assert time.monotonic() < end, fresh
        if select.select([master], [], [], 0.1)[0]:
            fresh += os.read(master, 1 << 16)
    seen[which] += fresh
