"""One program, and a prompt on each terminal that it is told: `/dev/pts/3 /dev/pts/4`."""

import asyncio
import os
import sys

from sideloop import embed_async

shared: list[str] = []


async def prompt(path: str) -> None:
    """A session on another terminal; all of them see `shared`."""
    terminal = os.open(path, os.O_RDWR | os.O_NOCTTY)
    try:
        await embed_async(globals(), banner=f"on {path}", input=terminal, output=terminal)
    finally:
        os.close(terminal)


async def main(paths: list[str]) -> None:
    """Serves them all at once."""
    await asyncio.gather(*map(prompt, paths))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
