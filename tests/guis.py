"""Programs with a GUI that embed a session; run as `python guis.py TOOLKIT MODE`.

A timer of the GUI, 50 times a second, and a task of the loop, 100 times, count on while
the prompt waits, and say above it when they have come far enough.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import sideloop
import toolkits
from toolkits import COUNTS, GUI, OPTIONS, count

LOOP = 0.01


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
    "tk": toolkits.tk,
    "qt": toolkits.qt,
    "matplotlib": toolkits.matplotlib,
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
    gui = toolkits.make(toolkit)
    globals()[mode](gui)
    print("[host is done]", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
