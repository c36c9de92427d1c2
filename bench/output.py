"""What is measured of others' output above the prompt of a program.

Where a peer cannot take part there are no samples.
"""

from __future__ import annotations

import re
import string
import time

from drive import PATIENCE, Drive
from measures import Start, at_the_prompt, status
from peers import Peer

LINES = 50_000
"""Of each of four threads."""
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
