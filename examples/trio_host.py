"""A prompt beside trio tasks. Try `ticks`, `await trio.sleep(1)`."""

import trio
from sideloop import embed_async

ticks = 0


async def tick() -> None:
    """Counts tenths of a second."""
    global ticks
    while True:
        await trio.sleep(0.1)
        ticks += 1


async def main() -> None:
    """Ticks until the prompt is left."""
    async with trio.open_nursery() as nursery:
        nursery.start_soon(tick)
        await embed_async(globals(), banner="trio goes on")
        nursery.cancel_scope.cancel()


if __name__ == "__main__":
    trio.run(main)
