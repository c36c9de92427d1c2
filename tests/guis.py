"""Programs with a GUI that embed a session; run as `python guis.py TOOLKIT MODE`.

A timer of the GUI, 50 times a second, and a task of the loop, 100 times, count on while
the prompt waits, and say above it when they have come far enough.
"""

from __future__ import annotations

import asyncio
import select
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import sideloop

ENOUGH = 50
COUNTS = {"gui": 0, "loop": 0}
OPTIONS: dict[str, Any] = {}
GUI, LOOP = 0.02, 0.01


def count(name: str) -> None:
    COUNTS[name] += 1
    if COUNTS[name] == ENOUGH:
        print(f"[{name} goes on]", flush=True)


def tk() -> Any:
    import tkinter

    root = tkinter.Tk()

    def again(due: float) -> None:
        count("gui")
        due = max(due + GUI, time.monotonic())
        root.after(int(1000 * (due - time.monotonic())), again, due)

    again(time.monotonic())
    return root


def qt() -> Any:
    from PySide6 import QtCore, QtWidgets

    app = QtWidgets.QApplication([])
    timer = QtCore.QTimer(app)
    timer.timeout.connect(lambda: count("gui"))
    timer.start(int(1000 * GUI))
    app.timer = timer
    return app


def glib() -> Any:
    from gi.repository import GLib

    return GLib.timeout_add(int(1000 * GUI), lambda: count("gui") or True)


def hook() -> None:
    """prompt_toolkit's contract: it returns when there is input."""

    def run(context: Any) -> None:
        while not context.input_is_ready():
            select.select([context.fileno()], [], [], GUI)
            count("gui")

    OPTIONS["gui"] = run


def mainloop() -> Any:
    """The same with a toolkit's own loop, which the input ends."""
    root = tk()

    def run(context: Any) -> None:
        root.createfilehandler(context.fileno(), 2, lambda *_: root.quit())
        try:
            root.mainloop()
        finally:
            root.deletefilehandler(context.fileno())

    OPTIONS["gui"] = run
    return root


def broken() -> None:
    OPTIONS["gui"] = lambda _context: 1 / 0


def nothing() -> None:
    """No GUI until one is made at the prompt."""


def rates() -> None:
    """Starts to count anew; called again, prints what came of it in percent."""
    if since := COUNTS.get("since"):
        seconds, cpu = time.monotonic() - since, time.process_time() - COUNTS["cpu"]
        gui, loop = COUNTS["gui"] / seconds * GUI, COUNTS["loop"] / seconds * LOOP
        print(f"[rates: gui {gui:.0%} loop {loop:.0%} cpu {cpu / seconds:.1%}]", flush=True)
    COUNTS.update(gui=0, loop=0, since=time.monotonic(), cpu=time.process_time())


async def ticker(sleep: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
    # As a metronome does: a tick that is late does not make the next one late.
    due = time.monotonic()
    while "calm" not in COUNTS:
        count("loop")
        due = max(due + LOOP, time.monotonic())
        await sleep(max(0, due - time.monotonic()))


async def speak() -> None:
    print("[a task of the gui's]", flush=True)


def start() -> None:
    """What a button does: it starts a task of the loop."""
    if "trio" in sys.modules:
        import trio as library

        library.lowlevel.spawn_system_task(speak)
    else:
        TASKS.add(asyncio.get_running_loop().create_task(speak()))


TASKS: set[object] = set()
NAMES = {
    "start": start,
    "ticker": ticker,
    "rates": rates,
    "asyncio": asyncio,
    "tk": tk,
    "qt": qt,
    "COUNTS": COUNTS,
}


def plain(gui: Any) -> None:
    sideloop.embed(dict(NAMES, made=gui), **OPTIONS)


def standing(gui: Any) -> None:
    async def main() -> None:
        task = asyncio.create_task(ticker())
        await asyncio.sleep(0)
        sideloop.embed(dict(NAMES, made=gui), **OPTIONS)
        task.cancel()

    asyncio.run(main())


def awaited(gui: Any) -> None:
    async def main() -> None:
        task = asyncio.create_task(ticker())
        await sideloop.embed_async(dict(NAMES, made=gui), **OPTIONS)
        task.cancel()

    asyncio.run(main())


def uvloop(gui: Any) -> None:
    import uvloop as library

    library.install()
    awaited(gui)


def trio(gui: Any) -> None:
    import trio as library

    async def main() -> None:
        async with library.open_nursery() as nursery:
            nursery.start_soon(ticker, library.sleep)
            await sideloop.embed_async(dict(NAMES, made=gui), **OPTIONS)
            nursery.cancel_scope.cancel()

    library.run(main)


def main(toolkit: str, mode: str) -> None:
    make: Callable[[], Any] = globals()[toolkit]
    gui = make()
    globals()[mode](gui)
    print("[host is done]", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
