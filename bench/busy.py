"""What is measured while Python is busy: keys, and the loop itself.

Where a peer cannot take part there are no samples.
"""

from __future__ import annotations

import re
import string
import time

from measures import Start, at_the_prompt
from peers import Peer

SLOW = """
import time
class Slow:
    def __dir__(self):
        time.sleep(0.3)
        return [f"n{{number}}" for number in range(5000)]
x = Slow()
{embed}
"""
BUSY = """
import asyncio, time
async def busy():
    while True:
        time.sleep(0.5)
        await asyncio.sleep(0.02)
async def main():
    task = asyncio.create_task(busy())
    await asyncio.sleep(0)
    {embed}
asyncio.run(main())
"""
LAG = """
import asyncio, os, time
gaps = []
big = type("Big", (), {{f"name_{{number}}": number for number in range(5000)}})()
async def tick():
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        gaps.append((before, time.perf_counter() - before - 0.001))
async def main():
    task = asyncio.create_task(tick())
    {embed}
asyncio.run(main())
"""
COMPLETED = ["os.", "asyncio.", "big.", "big.name_4", "import j", "from xml import ", "os.environ['"]


def completing_echo(peer: Peer, begin: Start) -> list[float]:
    if not peer.embed:
        return []
    found = []
    with begin(SLOW.format(embed=peer.embed)) as drive:
        at_the_prompt(drive, peer)
        for key in "qzjkwv" * 3:
            drive.send("x." + peer.complete)
            time.sleep(0.05)
            found.append(1e3 * drive.echo(key))
            drive.settle(0.5)
            drive.send("\x15")
            drive.settle(0.2)
    return found


def callback_echo(peer: Peer, begin: Start) -> list[float]:
    if not peer.embed_async:
        return []
    with begin(BUSY.format(embed=peer.embed_async)) as drive:
        at_the_prompt(drive, peer)
        drive.send("#")
        drive.settle(0.6)
        return [1e3 * drive.echo(key) for key in string.ascii_letters[:30] if not time.sleep(0.07)]


def lag_of_completion(peer: Peer, begin: Start) -> list[float]:
    if not peer.embed_async:
        return []
    found = []
    with begin(LAG.format(embed=peer.embed_async)) as drive:
        at_the_prompt(drive, peer)
        drive.settle(1.0)
        for text in COMPLETED:
            before, _ = drive.send(text)
            drive.settle(1.0)
            after, _ = drive.send("\x15")
            drive.settle(0.5)
            question = f"print('lag', max(1e3 * gap for at, gap in gaps if {before} < at < {after}))"
            drive.send(question)
            drive.settle(0.5)
            _, since = drive.send("\r")
            drive.until(r"lag \d+\.\d+", since)
            found += [float(lag) for lag in re.findall(rb"lag (\d+\.\d+)", drive.text(since))[:1]]
            drive.until(peer.prompt, since)
            drive.settle(0.5)
    return found
