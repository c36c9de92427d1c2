"""`make bench`: sideloop beside its peers, in interleaved rounds; medians, p99 and ratios.

The yardstick of the ratios is `python -q` of the same interpreter.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from drive import Drive, Late
from history import write_history
from measures import MEASURES, Measure
from peers import Peer, peers

Samples = dict[tuple[str, str], list[float]]


def environment(home: str) -> dict[str, str]:
    """A home of its own, so that nobody's configuration is measured."""
    strange = ("PYTHON", "SIDELOOP", "XDG_", "TMUX")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    return {**kept, "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def starter(peer: Peer) -> Callable[..., contextlib.AbstractContextManager[Drive]]:
    """A function that starts the peer in an empty home."""

    @contextlib.contextmanager
    def begin(history: int = 0) -> Iterator[Drive]:
        with tempfile.TemporaryDirectory() as home:
            if history:
                write_history(Path(home), history)
            with Drive(peer.argv, environment(home)) as drive:
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


def quantile(values: list[float], q: float) -> float:
    """The sample below which that part of the samples lies."""
    return sorted(values)[min(len(values) - 1, int(q * len(values)))]


def report(chosen: list[Measure], found: list[Peer], samples: Samples) -> None:
    """Prints a table for each measure."""
    for measure in chosen:
        target = f"   target: {measure.target}" if measure.target else ""
        print(f"\n{measure.name} ({measure.unit}){target}")
        yardstick = samples.get((measure.name, "python -q"))
        for peer in found:
            values = samples.get((measure.name, peer.name))
            if not values:
                print(f"  {peer.name:18} -")
                continue
            median = quantile(values, 0.5)
            ratio = (
                f"{median / quantile(yardstick, 0.5):8.2f} x"
                if yardstick and quantile(yardstick, 0.5)
                else ""
            )
            print(f"  {peer.name:18} median {median:9.2f}   p99 {quantile(values, 0.99):9.2f} {ratio}")


def main() -> None:
    """Reads the arguments, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is started")
    parser.add_argument("--only", default="", help="part of a measure's name")
    parser.add_argument("--peer", default="", help="part of a peer's name; python -q stays")
    given = parser.parse_args()
    chosen = [measure for measure in MEASURES if given.only in measure.name]
    found = [peer for peer in peers() if given.peer in peer.name or peer.name == "python -q"]
    report(chosen, found, collect(chosen, found, given.rounds))


if __name__ == "__main__":
    main()
