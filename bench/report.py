"""What was measured, as two tables in Markdown: sideloop against its targets, and everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peers import Peer
from table import US, Measure, Samples, median, quantile

YARDSTICK = "python -q"


def report(chosen: list[Measure], found: list[Peer], samples: Samples) -> str:
    """Both tables."""
    return "\n".join([*targets(chosen, samples), "", *everybody(chosen, found, samples)])


def targets(chosen: list[Measure], samples: Samples) -> Iterator[str]:
    """One row for each measure that sideloop took part in."""
    yield from heading(["measure", "unit", "median", "p99", f"x {YARDSTICK}", "target", "met"])
    for measure in chosen:
        values = samples.get((measure.name, US))
        if not values:
            continue
        met = measure.target.met(measure.name, samples) if measure.target else None
        yield row(
            [
                measure.name,
                measure.unit,
                number(quantile(values, 0.5)),
                number(quantile(values, 0.99)),
                ratio(median(samples, measure.name, US), median(samples, measure.name, YARDSTICK)),
                measure.target.text if measure.target else "",
                {True: "yes", False: "**no**", None: ""}[met],
            ]
        )


def everybody(chosen: list[Measure], found: list[Peer], samples: Samples) -> Iterator[str]:
    """Medians, with the p99 behind them where it is another."""
    yield from heading(["median (p99)", "unit", *(peer.name for peer in found)])
    for measure in chosen:
        cells = (samples.get((measure.name, peer.name)) for peer in found)
        yield row([measure.name, measure.unit, *map(cell, cells)])


def cell(values: list[float] | None) -> str:
    """A peer's samples."""
    if not values:
        return "-"
    middle, p99 = number(quantile(values, 0.5)), number(quantile(values, 0.99))
    return middle if middle == p99 else f"{middle} ({p99})"


def ratio(ours: float | None, theirs: float | None) -> str:
    """How many times the other it is."""
    return f"{ours / theirs:.2f}" if ours is not None and theirs else ""


def number(value: float) -> str:
    """Three digits or so."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def heading(names: list[str]) -> Iterator[str]:
    """A table's first two lines."""
    yield row(names)
    yield "|---|---|" + "---:|" * (len(names) - 2)


def row(cells: Iterable[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"
