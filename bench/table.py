"""The table of measures: what is measured, in which unit, and what it is to reach.

A target is the best that sideloop may or must have, computed from the samples of one run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from busy import callback_echo, completing_echo, lag_of_completion
from measures import (
    BUSY,
    HOLD_GIL,
    Start,
    beside,
    block_echo,
    enter,
    first_menu,
    idle_echo,
    memory,
    paste,
    resize,
    start,
    start_with_history,
    wakeups,
)
from output import flood_echo, lines_lost, lines_of_a_child, lines_per_second, memory_of_output
from peers import Peer
from toolkit import ticking

Samples = dict[tuple[str, str], list[float]]
US = "sideloop"


@dataclass(frozen=True)
class Target:
    """What sideloop is to reach, in words and as a question to all samples: `None` if they do not tell."""

    text: str
    met: Callable[[str, Samples], bool | None]


def quantile(values: list[float], q: float) -> float:
    """The sample below which that part of the samples lies."""
    return sorted(values)[min(len(values) - 1, int(q * len(values)))]


def median(samples: Samples, measure: str, peer: str) -> float | None:
    """The middle sample, if there is one."""
    values = samples.get((measure, peer))
    return quantile(values, 0.5) if values else None


def below(limit: float, q: float) -> Target:
    """At most that, in so many of all samples."""

    def met(measure: str, samples: Samples) -> bool | None:
        values = samples.get((measure, US))
        return quantile(values, q) <= limit if values else None

    return Target(f"{'p99' if q > 0.5 else 'median'} <= {limit:,g}", met)


def above(limit: float) -> Target:
    """At least that, as a median."""

    def met(measure: str, samples: Samples) -> bool | None:
        value = median(samples, measure, US)
        return None if value is None else value >= limit

    return Target(f"median >= {limit:,g}", met)


def times(factor: float, peer: str, of: str = "") -> Target:
    """A median of at most so many times a peer's, or one's own of another measure."""

    def met(measure: str, samples: Samples) -> bool | None:
        ours, theirs = median(samples, measure, US), median(samples, of or measure, peer)
        return None if ours is None or theirs is None else ours <= factor * theirs

    return Target(f"<= {factor:g} x {of or peer}", met)


@dataclass(frozen=True)
class Measure:
    """One row."""

    name: str
    unit: str
    take: Callable[[Peer, Start], list[float]]
    target: Target | None = None


IDLE = "key to echo, idle"
MEASURES = [
    Measure("start to first prompt", "ms", start, times(1.5, "python -q")),
    Measure("start with 100,000 history entries", "ms", start_with_history),
    Measure(IDLE, "ms", idle_echo, times(1, "python -q")),
    Measure("key to echo, 300-line block", "ms", block_echo, times(2, US, IDLE)),
    Measure("key to echo, GIL held by C code", "ms", beside(HOLD_GIL, 0.17), below(3, 0.99)),
    Measure("key to echo, busy Python thread", "ms", beside(BUSY, 0.1), below(3, 0.99)),
    Measure("key to echo, long callback of the loop", "ms", callback_echo, below(3, 0.99)),
    Measure("key to echo, slow completion", "ms", completing_echo, below(3, 0.99)),
    Measure("key to echo, 4 threads print", "ms", flood_echo, below(10, 0.99)),
    Measure("Enter on 1+1 to the next prompt", "ms", enter, times(1.25, "python -q")),
    Measure("first `np.` after `import numpy as np` to the menu", "ms", first_menu, below(15, 0.5)),
    Measure("paste of 1,000 lines", "ms", paste, times(0.2, "ptpython")),
    Measure("resize to repainted", "ms", resize),
    Measure("output of 4 threads x 50,000 lines", "lines/s", lines_per_second),
    Measure("the same, lines lost", "lines", lines_lost, below(0, 0.99)),
    Measure("output of a child, 200,000 lines", "lines/s", lines_of_a_child, above(100_000)),
    Measure("output nobody reads, memory", "MiB", memory_of_output, below(5, 0.99)),
    Measure("completion, the loop stands still", "ms", lag_of_completion, below(20, 0.99)),
    *(
        Measure(f"GUI timer while typing, {mode}", "%", ticking(mode, "gui", types=True), above(90))
        for mode in ("plain", "standing", "awaited")
    ),
    *(
        Measure(f"loop's ticker while typing, {mode}", "%", ticking(mode, "loop", types=True), above(90))
        for mode in ("plain", "awaited")
    ),
    *(
        Measure(f"CPU of prompt, GUI and loop, {mode}", "%", ticking(mode, "cpu", types=False), below(2, 0.5))
        for mode in ("plain", "standing", "awaited")
    ),
    Measure("resident memory", "MiB", memory, times(1.6, "python -q")),
    Measure("wake-ups at an idle prompt", "/s", wakeups, below(0, 0.5)),
]
