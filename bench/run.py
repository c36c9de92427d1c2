"""`make bench`: sideloop beside its peers, in interleaved rounds; medians, p99 and ratios.

The yardstick of the ratios is `python -q` of the same interpreter. One round of everything
takes about ten minutes, and three are the default; choose measures and peers by parts of their names:

    make bench ARGS="--only echo --only Enter --peer ptpython --rounds 1"
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import floor
from drive import Drive, Late
from history import write_history
from peers import Peer, peers
from report import report
from table import MEASURES, US, Measure, Samples, quantile


def environment(home: str) -> dict[str, str]:
    """A home of its own, so that nobody's configuration is measured."""
    strange = ("PYTHON", "SIDELOOP", "XDG_", "TMUX")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    return {**kept, "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def starter(peer: Peer) -> Callable[..., contextlib.AbstractContextManager[Drive]]:
    """A function that starts the peer in an empty home, or a program on its interpreter."""

    @contextlib.contextmanager
    def begin(
        source: str = "", *, history: int = 0, arguments: tuple[str, ...] = (), **variables: str
    ) -> Iterator[Drive]:
        with tempfile.TemporaryDirectory() as home:
            if history:
                write_history(Path(home), history)
            if source:
                (Path(home) / "program.py").write_text(source)
                arguments = (str(Path(home) / "program.py"),)
            argv = (peer.argv[0], *arguments) if arguments else peer.argv
            with Drive(argv, {**environment(home), **variables}) as drive:
                yield drive

    return begin


def collect(chosen: list[Measure], found: list[Peer], rounds: int) -> Samples:
    """Takes every measure of every peer, round by round."""
    samples: Samples = {}
    for number in range(rounds):
        for measure in chosen:
            for peer in found:
                print(
                    f"\rround {number + 1}/{rounds}: {measure.name}, {peer.name}".ljust(78),
                    end="",
                    file=sys.stderr,
                )
                try:
                    samples.setdefault((measure.name, peer.name), []).extend(
                        measure.take(peer, starter(peer))
                    )
                except Late as late:
                    print(f"\n{peer.name}, {measure.name}: {late}", file=sys.stderr)
    print("\r".ljust(79) + "\r", end="", file=sys.stderr)
    return samples


def main() -> None:
    """Reads the arguments, measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    parser.add_argument("--only", action="append", default=[], help="part of a measure's name")
    parser.add_argument(
        "--peer", action="append", default=[], help="part of a peer's name; the yardstick stays"
    )
    parser.add_argument("--list", action="store_true", help="show what can be measured")
    given = parser.parse_args()
    chosen = [measure for measure in MEASURES if named(measure.name, given.only)]
    if given.list:
        print(*(measure.name for measure in chosen), sep="\n")
        return
    stays = (US, "python -q")
    found = [peer for peer in peers() if peer.name in stays or named(peer.name, given.peer)]
    began = time.monotonic()
    print(report(chosen, found, collect(chosen, found, given.rounds)))
    minutes = (time.monotonic() - began) / 60
    print(f"\n{given.rounds} rounds in {minutes:.0f} minutes. On this machine a process that sleeps wakes up")
    print(f"{quantile(lateness(), 0.99):.1f} ms late (p99): no p99 above can be better than that.")
    print(floor.sentence(floor.beside(0), floor.beside(1)))


def lateness() -> list[float]:
    """Milliseconds by which short sleeps are too long: what other programs do to all samples."""
    found = []
    for _ in range(500):
        began = time.perf_counter()
        time.sleep(0.003)
        found.append(1e3 * (time.perf_counter() - began) - 3)
    return found


def named(name: str, parts: list[str]) -> bool:
    """Whether a name has one of these parts; without any it has."""
    return not parts or any(part.lower() in name.lower() for part in parts)


if __name__ == "__main__":
    main()
