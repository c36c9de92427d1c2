"""`read()` and `read_async()` in programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Tmux

READ = """
import sideloop
try:
    print("got", repr(sideloop.{call}))
except BaseException as error:
    print("raised", type(error).__name__)
"""


@pytest.fixture
def reader(tmux: Callable[..., Tmux]) -> Callable[[str], Tmux]:
    """`reader("read()")`: a program that prints what it reads."""
    return lambda call: tmux("-c", READ.format(call=call))


def words(word: str) -> str:
    """Source of a completer."""
    return f"completer=lambda word: [w for w in {word!r}.split() if w.startswith(word)]"


@pytest.mark.parametrize(
    ("call", "keys", "shown"),
    [
        ("read()", ["1 + 1", "Enter"], "got '1 + 1'"),
        ("read()", ["Enter"], "got ''"),
        ("read()", ["if x:", "Enter", "y", "Enter", "Enter"], "got 'if x:\\n    y'"),
        ("read(multiline=False, validate=False)", ["if x:", "Enter"], "got 'if x:'"),
        ("read()", ["1 +* 1", "Enter"], "invalid syntax"),
        ("read(validate=False)", ["1 +* 1", "Enter"], "got '1 +* 1'"),
        ("read('name? ', python=False)", [" it's (me ", "Enter"], """got " it's (me \""""),
        ("read(python=False)", ["one", "C-c"], "raised KeyboardInterrupt"),
        ("read()", ["half", "C-c"], "raised KeyboardInterrupt"),
        ("read()", ["C-d"], "raised EOFError"),
        (f"read(python=False, {words('red-dish green')})", ["red", "Tab", "Enter"], "got 'red-dish'"),
        (f"read({words('reddish green')})", ["gr", "Tab", "Enter"], "got 'green'"),
        ("read(python=False, validate=int)", ["1x", "Enter"], "invalid literal for int()"),
        (
            "read(python=False, validate=int)",
            ["1x", "Enter", "sees invalid", "BSpace", "2", "Enter"],
            "got '12'",
        ),
        ("read(strange=1)", [], "raised TypeError"),
    ],
)
def test_what_is_read(reader: Callable[[str], Tmux], call: str, keys: list[str], shown: str) -> None:
    session = reader(call)
    if keys:
        session.wait("name?" if "name" in call else ">>>")
    for key in keys:
        if key.startswith("sees "):
            session.wait(key.removeprefix("sees "))
            continue
        special = key in ("Enter", "Tab", "BSpace") or key.startswith("C-")
        session.press(key) if special else session.type(key)
        if not special:
            session.wait(key.strip())
        if key == "Tab":
            # Enter would not wait for the completer.
            session.wait(">>> " + shown.split("'")[1])
    session.wait(shown)


ENDLESS = """
import sideloop
def endless(text):
    print("it runs")
    while True:
        pass
for option in "validate", "completer":
    try:
        sideloop.read("? ", python=False, **{option: endless})
    except KeyboardInterrupt:
        print("interrupted", option)
"""


def test_ctrl_c_ends_a_reader_whose_own_code_never_ends(tmux: Callable[..., Tmux]) -> None:
    session = tmux("-c", ENDLESS)
    session.wait("?")
    session.run("text")
    session.wait("it runs")
    session.press("C-c")
    session.wait("interrupted validate")
    session.wait(lambda rows: rows[-1] == "?")
    session.type("a")
    session.press("Tab")
    session.wait(lambda rows: rows.count("it runs") == 2)
    session.press("C-c")
    session.wait("interrupted completer")
    session.wait("[exit 0]")


def test_vis_keys(reader: Callable[[str], Tmux]) -> None:
    session = reader("read(vi_mode=True)")
    session.wait(">>>")
    session.type("ab")
    session.wait(">>> ab")
    session.press("Escape")
    session.wait(lambda _: session.cursor() == (5, 0))
    session.press("x", "Enter")
    session.wait("got 'a'")


def test_a_loop_goes_on_while_a_text_is_read(tmux: Callable[..., Tmux]) -> None:
    code = """
import asyncio, sideloop
async def main():
    async def ticks():
        for n in range(3):
            await asyncio.sleep(0.05)
            print("tick", n)
    ticking = asyncio.create_task(ticks())
    print("got", await sideloop.read_async("? ", python=False))
    try:
        await sideloop.read_async("? ")
    except KeyboardInterrupt:
        print("interrupted")
asyncio.run(main())
"""
    session = tmux("-c", code)
    session.wait("tick 2")
    session.type("text")
    session.press("Enter")
    session.wait("got text")
    session.wait(lambda rows: rows[-1] == "?")
    session.press("C-c")
    session.wait("interrupted")
    session.wait("[exit 0]")


def test_what_was_read_is_kept_where_it_is_asked_for(tmux: Callable[..., Tmux], tmp_path: Path) -> None:
    code = """
import sideloop
for _ in range(3):
    print("got", sideloop.read("? ", python=False, history="kept"))
"""
    session = tmux("-c", code, cwd=str(tmp_path))
    session.wait(lambda rows: rows[-1:] == ["?"])
    session.run("first")
    session.wait(lambda rows: rows[-2:] == ["got first", "?"])
    session.run("second")
    session.wait(lambda rows: rows[-2:] == ["got second", "?"])

    def kept(rows: list[str]) -> bool:
        # The file is read while a person may type already.
        if rows[-1:] == ["?"]:
            session.press("Up")
        return rows[-1:] == ["? second"]

    session.wait(kept)
    session.press("Up")
    session.wait(lambda rows: rows[-1:] == ["? first"])
    session.press("Enter")
    session.wait("[exit 0]")


TRIO = """
import sideloop, trio
async def ticks():
    for n in range(3):
        await trio.sleep(0.05)
        print("tick", n)
async def main():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(ticks)
        print("got", await sideloop.read_async("? ", python=False))
trio.run(main)
"""
WORKER = """
import sideloop, threading
def work():
    print("got", sideloop.read("? ", python=False))
worker = threading.Thread(target=work)
worker.start()
for n in range(3):
    worker.join(0.05)
    print("tick", n)
worker.join()
"""


@pytest.mark.parametrize("code", [TRIO, WORKER], ids=["trio", "worker"])
def test_a_program_goes_on_while_a_text_is_read(tmux: Callable[..., Tmux], code: str) -> None:
    if "trio" in code:
        pytest.importorskip("trio")
    session = tmux("-c", code)
    session.wait("tick 2")
    session.wait(lambda rows: rows[-1:] == ["?"])
    session.run("text")
    session.wait("got text")
    session.wait("[exit 0]")


def test_without_a_terminal_it_is_input(tmux: Callable[..., Tmux]) -> None:
    session = tmux("-c", READ.format(call="read('? ')"), env={"TERM": "dumb"})
    session.wait("?")
    session.run("text")
    session.wait("got 'text'")
