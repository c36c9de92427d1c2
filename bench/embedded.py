"""What is measured of a REPL in a program: others' output above its prompt, and keys while Python is busy.

Where a peer cannot take part there are no samples.
"""

from __future__ import annotations

import os
import re
import shutil
import string
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from drive import PATIENCE, Drive
from measures import Start, ready, status
from peers import Peer

LINES = 50_000
"""Of each of four threads."""
GUIS = str(Path(__file__).resolve().parent.parent / "tests" / "guis.py")

TALK = """
import subprocess, sys, threading
go = threading.Event()
def talk(name):
    go.wait()
    number = 0
    while number < {count}:
        print(f"{{name}}:{{number}}")
        number += 1
for name in range(4):
    threading.Thread(target=talk, args=(name,), daemon=True).start()
{embed}
"""
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


def at_the_prompt(drive: Drive, peer: Peer, line: str = "") -> None:
    """Waits for the prompt and, after a line, for the next one."""
    ready(drive, peer)
    drive.settle(1.0)
    if line:
        drive.send(line)
        drive.settle(0.4)
        _, since = drive.send("\r")
        drive.until(peer.prompt, since)


def talk(drive: Drive, peer: Peer) -> None:
    """The threads begin when the prompt stands again."""
    at_the_prompt(drive, peer, "threading.Timer(0.5, go.set).start()")


def collect(drive: Drive, last: list[bytes], seconds: float) -> tuple[bytes, float]:
    """Reads until all of these have come, as a terminal that does nothing else; the seconds it took."""
    chunks: list[bytes] = []
    wanted, cut = set(last), b""
    began = end = 0.0
    limit = time.perf_counter() + seconds
    while wanted and time.perf_counter() < limit:
        data = drive.receive(0.5)
        end = time.perf_counter()
        if b"\n" in data:
            began = began or end
        chunks.append(data)
        around = cut + data
        wanted = {text for text in wanted if text not in around}
        cut = around[-64:]
    return b"".join(chunks), end - began


def lines_shown(peer: Peer, begin: Start) -> tuple[int, float]:
    """How many different lines of four threads come, and the seconds that they take."""
    with begin(TALK.format(count=LINES, embed=peer.embed)) as drive:
        talk(drive, peer)
        shown, seconds = collect(drive, [b"%d:%d\r" % (name, LINES - 1) for name in range(4)], PATIENCE)
        return len(set(re.findall(rb"\d:\d+(?=\r)", shown))), seconds


def lines_per_second(peer: Peer, begin: Start) -> list[float]:
    if not peer.embed:
        return []
    count, seconds = lines_shown(peer, begin)
    return [count / seconds]


def lines_lost(peer: Peer, begin: Start) -> list[float]:
    if not peer.embed:
        return []
    return [4 * LINES - lines_shown(peer, begin)[0]]


def lines_of_a_child(peer: Peer, begin: Start) -> list[float]:
    if peer.name != "sideloop":
        return []
    with begin(TALK.format(count=0, embed=peer.embed)) as drive:
        at_the_prompt(drive, peer, f"threading.Timer(0.5, subprocess.run, [['seq', '{4 * LINES}']]).start()")
        _, seconds = collect(drive, [b"\n%d\r" % (4 * LINES)], PATIENCE)
        return [4 * LINES / seconds]


def memory_of_output(peer: Peer, begin: Start) -> list[float]:
    if not peer.embed:
        return []
    with begin(TALK.format(count="10 ** 9", embed=peer.embed)) as drive:
        talk(drive, peer)
        before = status(drive, "VmRSS")
        time.sleep(3)  # nobody reads the terminal
        return [(status(drive, "VmRSS") - before) / 1024]


def flood_echo(peer: Peer, begin: Start) -> list[float]:
    if not peer.embed:
        return []
    with begin(TALK.format(count="10 ** 9", embed=peer.embed)) as drive:
        talk(drive, peer)
        end = time.perf_counter() + 1
        while time.perf_counter() < end:
            drive.receive(0.1)
        # In a comment, so that nothing is suggested or completed.
        found, given_up = [drive.echo_in_a_flood("#")], time.perf_counter() + PATIENCE
        for key in string.ascii_letters:
            pause = time.perf_counter() + 0.03
            while time.perf_counter() < pause:
                drive.receive(0.01)
            if time.perf_counter() < given_up:
                found.append(drive.echo_in_a_flood(key))
        return [1e3 * seconds for seconds in found[1:]]


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


def ticking(mode: str, what: str, *, types: bool) -> Callable[[Peer, Start], list[float]]:
    """Percent that a GUI's timer or the loop's task keeps of its rate, or of a processor, in a mode."""

    def take(peer: Peer, begin: Start) -> list[float]:
        if peer.name != "sideloop" or not shutil.which("Xvfb"):
            return []
        with x_server() as display, begin(arguments=(GUIS, "tk", mode), DISPLAY=display) as drive:
            at_the_prompt(drive, peer)
            if mode == "plain":
                at_the_prompt(drive, peer, "task = await asyncio.sleep(0, asyncio.ensure_future(ticker()))")
            at_the_prompt(drive, peer, "rates()")
            end = time.perf_counter() + 3
            while time.perf_counter() < end:
                if types:
                    drive.send("#")
                drive.settle(0.1)
                time.sleep(0 if types else 0.5)
            drive.send("\x15rates()")
            _, since = drive.send("\r")
            drive.until(r"\[rates.*\]", since)
            return [float(rate) for rate in re.findall(rf"{what} ([\d.]+)%".encode(), drive.text(since))[:1]]

    return take


@contextmanager
def x_server() -> Iterator[str]:
    """An X server of our own, without a screen; its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with open(read, encoding="ascii") as file:
        number = file.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
