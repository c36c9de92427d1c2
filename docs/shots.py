"""`make shots`: the pictures of the README, taken from real sessions in tmux.

Each scene is a list of what a person does; rich turns the pane's text and colours into SVG.
"""

from __future__ import annotations

import io
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.color import Color
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from terminal import Tmux, environment  # noqa: E402

SIZE = (88, 25)
"""Columns and rows of a picture."""

SETTINGS = """\
[display]
status_bar = true
pager = true
[colors]
theme = "tokyo-night"
"""

COLORS = TerminalTheme(
    (26, 27, 38),
    (192, 202, 245),
    [
        (65, 72, 104),
        (247, 118, 142),
        (158, 206, 106),
        (224, 175, 104),
        (122, 162, 247),
        (187, 154, 247),
        (125, 207, 255),
        (169, 177, 214),
    ],
)
"""The terminal: tokyo-night's background, text and eight colours."""

GROUND, TEXT = "#1a1b26", "#c0caf5"
CELL, ROW, BASE, EDGE = 8.4, 18, 14, 14
"""Of the picture: a cell's width and height, its base line, and the rim; in pixels."""

FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" \
font-family="ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace" font-size="14">
<rect width="100%" height="100%" rx="9" fill="#1a1b26"/>"""

PRICES = 'prices = {"tea": [2.5, 3.1, 2.9], "coffee": [3.2, 3.4, 4.0], "cake": [4.5, 5.25]}'

WORK = [
    "import asyncio, statistics",
    "await asyncio.sleep(0.2, 'await, right at the prompt')",
    PRICES,
    "{name: sorted(those) * 2 for name, those in prices.items()}",
]
"""Inputs that scenes begin with, so that there is something to see."""

BLOCK = ["def mean_of(name):", "Enter", "return statistics.mean(prices[name])", "Enter", "Enter"]

PAST = [
    (9 * 86_400, True, "async with httpx.AsyncClient() as client:\n    page = await client.get(url)"),
    (8 * 86_400, True, "rows = list(csv.DictReader(file))"),
    (5 * 86_400, False, "json.loads(page.text)['items'][0]"),
    (86_400, True, "tasks = [asyncio.create_task(fetch(url)) for url in urls]"),
    (7_200, True, "async def fetch(url):\n    async with limit:\n        return await client.get(url)"),
    (3_600, False, "await asyncio.gather(*tasks)"),
    (1_500, True, "for task in asyncio.all_tasks():\n    task.print_stack()"),
    (600, True, "statistics.quantiles(times, n=100)[98]"),
]
"""Former inputs: seconds ago, whether they ran, text."""

SCENES: dict[str, list[str]] = {
    "session": [*BLOCK, "mean_of('coffee')", "Enter", "mean_of('milk')", "Enter", "print(mean_of("],
    "completion": ["statistics.me"],
    "settings": ["total = sum(", "F2", "Tab", "Tab", "Tab", "Right", "Down", "Down"],
    "history": ["F3", "as", "Up", "Up", "Tab", "Up", "Tab"],
    "pager": [
        "[{'order': n, 'item': 'tea', 'price': n / 4} for n in range(2000)]",
        "Enter",
        "/",
        "1234",
        "Enter",
    ],
}
"""What is typed after the work; names of keys are pressed."""

FILLED = {"settings", "history"}
"""Where a row's last background reaches the edge, which tmux does not tell."""

KEYS = {"Enter", "Tab", "Up", "Down", "Right", "F2", "F3"}


def past(home: str) -> None:
    """Writes a history of earlier sessions."""
    file = Path(home, "state", "sideloop", "history")
    file.parent.mkdir(parents=True)
    now = int(time.time())
    common = {"session": "earlier", "directory": "/srv/shop"}
    entries = [{**common, "text": text, "time": now - ago, "succeeded": ran} for ago, ran, text in PAST]
    file.write_text("".join(json.dumps(entry) + "\n" for entry in entries))


def take(name: str, steps: list[str]) -> None:
    """Plays a scene and writes its picture."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        config = Path(home, "config.toml")
        config.write_text(SETTINGS)
        past(home)
        env = environment(
            HOME=home, XDG_STATE_HOME=f"{home}/state", SIDELOOP_CONFIG=str(config), COLORTERM="truecolor"
        )
        command = [sys.executable, "-m", "sideloop", "-q"]
        pane = Tmux(command, env=env, columns=SIZE[0], rows=SIZE[1], cwd=home)
        try:
            pane.wait(">>>")
            for step in steps:
                (pane.press if step in KEYS else pane.type)(step)
                time.sleep(0.5)
            write(name, pane.tmux("capture-pane", "-p", "-e", "-N"))
        finally:
            pane.close()


def write(name: str, ansi: str) -> None:
    """A pane's content as SVG, in whatever monospaced font the reader has."""
    console = Console(file=io.StringIO(), force_terminal=True, color_system="truecolor")
    parts = [FRAME.format(width=SIZE[0] * CELL + 2 * EDGE, height=SIZE[1] * ROW + 2 * EDGE)]
    for number, line in enumerate(Text.from_ansi(ansi.rstrip("\n")).split()):
        column, style = 0, Style()
        for segment in line.render(console):
            style = segment.style or Style()
            parts += drawn(segment.text.rstrip("\n"), style, column, number)
            column += cell_len(segment.text.rstrip("\n"))
        if name in FILLED and column:
            parts += drawn(" " * (SIZE[0] - column), style, column, number)
    target = HERE / "shots" / f"{name}.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text("\n".join([*parts, "</svg>\n"]))


def drawn(text: str, style: Style, column: int, row: int) -> Iterator[str]:
    """A background, and each word where it stands."""
    front = hex_of(style.color, TEXT)
    back = hex_of(style.bgcolor, GROUND)
    if style.reverse:
        front, back = back, front
    top = EDGE + row * ROW
    if back != GROUND:
        size = f'width="{cell_len(text) * CELL + 0.5:.1f}" height="{ROW}"'
        yield f'<rect x="{EDGE + column * CELL:.1f}" y="{top}" {size} fill="{back}"/>'
    marks = (' font-weight="bold"' if style.bold else "") + (' font-style="italic"' if style.italic else "")
    marks += ' text-decoration="underline"' if style.underline else ""
    for word in re.finditer(r"\S+(?: \S+)*", text):
        x = EDGE + (column + cell_len(text[: word.start()])) * CELL
        place = f'x="{x:.1f}" y="{top + BASE}" textLength="{cell_len(word[0]) * CELL:.1f}"'
        yield f'<text {place} fill="{front}"{marks} xml:space="preserve">{escape(word[0])}</text>'


def hex_of(color: Color | None, fallback: str) -> str:
    """`#rrggbb` of a colour of the terminal's."""
    return fallback if color is None or color.is_default else color.get_truecolor(COLORS).hex


def main() -> None:
    """Takes every picture, or those named."""
    work = [word for line in WORK for word in (line, "Enter")]
    for name, steps in SCENES.items():
        if name in sys.argv[1:] or not sys.argv[1:]:
            take(name, [*work, *steps])
            print(f"docs/shots/{name}.svg")


if __name__ == "__main__":
    main()
