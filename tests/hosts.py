"""Programs that embed a session, one for each kind of host; run as `python hosts.py KIND THREAD`.

Each keeps a task of its own running and says afterwards what became of it.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from functools import partial
from operator import methodcaller
from types import SimpleNamespace

import sideloop


class Forever:
    def __repr__(self) -> str:
        print("[started]", flush=True)
        while True:
            pass


def started() -> None:
    print("[started]", flush=True)


def caught() -> None:
    print("[caught]", flush=True)


def at_once(*calls: Callable[[], object]) -> None:
    """Between these Python does not look for signals."""
    list(map(methodcaller("__call__"), calls))


async def child() -> None:
    started()
    await asyncio.sleep(60)


async def child_of_trio() -> None:
    import trio as library

    started()
    async with library.open_nursery() as nursery:
        nursery.start_soon(library.sleep, 60)


async def switching() -> None:
    import trio as library

    started()
    while True:
        await library.lowlevel.checkpoint()


async def busy() -> None:
    started()
    while True:
        pass


NAMES = {
    "busy": busy,
    "Forever": Forever,
    "asyncio": asyncio,
    "at_once": at_once,
    "caught": caught,
    "child": child,
    "child_of_trio": child_of_trio,
    "held": threading.Event(),
    "partial": partial,
    "press": partial(ctypes.CDLL(None)["raise"], signal.SIGINT),
    "started": started,
    "switching": switching,
    "time": time,
    "threading": threading,
    "SimpleNamespace": SimpleNamespace,
    "__name__": "__main__",
}


def plain() -> None:
    sideloop.embed(dict(NAMES))


async def tick(ticks: list[int], sleep: Callable[[float], Awaitable[object]]) -> None:
    while True:
        ticks[0] += 1
        await sleep(0.01)


async def beside(session: Callable[[], Awaitable[object]]) -> None:
    """A host's own task ticks while the session runs, and nobody cancels anything."""
    ticks = [0]
    background = asyncio.create_task(tick(ticks, asyncio.sleep))
    task = asyncio.current_task()
    assert task is not None
    try:
        await session()
    except BaseException as error:
        print(f"[host saw {error!r}]", flush=True)
        raise
    cancelling = task.cancelling() if hasattr(task, "cancelling") else 0
    print(f"[background done: {background.done()}, cancelling: {cancelling}]", flush=True)
    before = ticks[0]
    await asyncio.sleep(0.05)
    print(f"[ticks on: {ticks[0] > before}]", flush=True)
    if threading.current_thread() is threading.main_thread():
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(5)


async def blocking() -> None:
    sideloop.embed(dict(NAMES))


def standing() -> None:
    asyncio.run(beside(blocking))


def awaited() -> None:
    asyncio.run(beside(lambda: sideloop.embed_async(dict(NAMES))))


def uvloop() -> None:
    import uvloop as library

    library.install()
    asyncio.run(beside(lambda: sideloop.embed_async(dict(NAMES))))


def trio() -> None:
    import trio as library

    async def main() -> None:
        ticks = [0]
        async with library.open_nursery() as nursery:
            nursery.start_soon(tick, ticks, library.sleep)
            await sideloop.embed_async({**NAMES, "trio": library})
            before = ticks[0]
            await library.sleep(0.05)
            print(f"[background done: False, cancelling: 0]\n[ticks on: {ticks[0] > before}]", flush=True)
            nursery.cancel_scope.cancel()

    library.run(main)


def main(kind: str, thread: str) -> None:
    run = globals()[kind]
    try:
        if thread == "main":
            run()
        else:
            worker = threading.Thread(target=run)
            worker.start()
            worker.join()
    except KeyboardInterrupt:
        print("[SIGINT is the host's again]", flush=True)
    print("[host is done]", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
