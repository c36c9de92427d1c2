"""What a GUI and a loop keep of their rates, and of a processor, beside the prompt.

Where a peer cannot take part there are no samples.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from measures import Start, at_the_prompt
from peers import Peer

GUIS = str(Path(__file__).resolve().parent.parent / "tests" / "guis.py")


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
