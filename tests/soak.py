"""A session under a storm of interrupts; run as `python soak.py MODE COUNT`, ends with what it counted."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import threading
import time

import sideloop
from sideloop.interrupt import sigint

LINES = [
    "sum(range(20_000))",
    "for i in range(2_000): pass\n",
    "time.sleep(0.002)",
    "1 / 0",
]
ASYNCIO = [
    "await asyncio.sleep(0.002)",
    "await asyncio.gather(asyncio.sleep(0.001), asyncio.sleep(0.003))",
    "await asyncio.create_task(asyncio.sleep(0.002))",
    "await asyncio.to_thread(time.sleep, 0.001)",
]
TRIO = [
    "await trio.sleep(0.002)",
    "async with trio.open_nursery() as n: n.start_soon(trio.sleep, 0.002); n.start_soon(trio.sleep, 0.001)\n",
    "await trio.to_thread.run_sync(time.sleep, 0.001)",
]


class Storm:
    """Interrupts the process at random times, but only while an evaluation asks for it."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.sent = 0
        self.belated = 0
        """Signals before which the evaluation ended: nobody can tell where they arrived."""
        self.over = False
        self.calm = threading.Event()
        threading.Thread(target=self.blow, daemon=True).start()

    def blow(self) -> None:
        while self.sent < self.count and not self.over:
            time.sleep(random.random() * 0.002)
            # Between evaluations SIGINT is the host's, and on a terminal Ctrl-C is a key.
            if evaluations := evaluated():
                os.kill(os.getpid(), signal.SIGINT)
                self.belated += evaluated() != evaluations
                self.sent += 1
        self.calm.set()


def evaluated() -> list[sigint.Evaluation]:
    """The evaluations that SIGINT belongs to now."""
    return sigint.registry.main[:] if signal.getsignal(signal.SIGINT) is sigint.on_sigint else []


def main(mode: str, count: int) -> None:
    late = []
    signal.signal(signal.SIGINT, lambda *_: late.append(1))
    storm = Storm(count)
    read, write = os.pipe()
    shown = os.open(os.devnull, os.O_WRONLY)

    lines = LINES + (TRIO if mode == "trio" else ASYNCIO)

    def feed() -> None:
        while not storm.calm.is_set():
            os.write(write, (random.choice(lines) + "\n").encode())
        os.write(write, b"\nexit('alive')\n")
        os.close(write)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    names = {"asyncio": asyncio, "time": time}
    options = {"input": read, "output": shown}

    async def beside() -> object:
        ticks = asyncio.create_task(asyncio.sleep(3600))
        result = await sideloop.embed_async(names, **options)
        assert not ticks.done()
        ticks.cancel()
        return result

    async def standing() -> object:
        ticks = asyncio.create_task(asyncio.sleep(3600))
        result = sideloop.embed(names, **options)
        assert not ticks.done()
        ticks.cancel()
        return result

    async def nursery() -> object:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(trio.sleep, 3600)
            result = await sideloop.embed_async(names, **options)
            assert not nursery.cancel_scope.cancel_called
            nursery.cancel_scope.cancel()
            return result

    if mode == "plain":
        result = sideloop.embed(names, **options)
    elif mode == "trio":
        import trio

        names["trio"] = trio
        result = trio.run(nursery)
    else:
        if mode == "uvloop":
            import uvloop

            uvloop.install()
        result = asyncio.run(standing() if mode == "standing" else beside())
    print(f"[{mode}: {result}, {storm.sent} interrupts, {max(0, len(late) - storm.belated)} late]")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
