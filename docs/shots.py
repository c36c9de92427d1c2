"""`make shots`: the pictures of the README, taken from a real session in tmux.

Each scene is a list of what a person does; rich turns the pane's text and colours into SVG.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from terminal import Tmux, environment  # noqa: E402

SIZE = (84, 22)
"""Columns and rows of a picture."""

WORK = [
    "from pathlib import Path",
    "import asyncio, dataclasses, time",
    "await asyncio.sleep(0.1, 'top-level await')",
    "{n: [n] * 6 for n in range(5)}",
    "1 / 0",
]
"""Inputs that every scene begins with, so that there is something to see and to find."""

SCENES: dict[str, tuple[list[str], list[str]]] = {
    "session": ([], ["for path in Path().iterdir():", "Enter", "print(path.na"]),
    "completion": ([], ["Path.home().re"]),
    "settings": ([], ["F2"]),
    "history": ([], ["F3", "as"]),
    "pager": (["[pager = on]"], []),
}
"""What is typed after the work; words of tmux are keys."""

KEYS = {"Enter", "Tab", "Down", "F2", "F3"}


def take(name: str, configuration: str, steps: list[str]) -> None:
    """Plays a scene and writes its picture."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        config = Path(home) / "config.toml"
        config.write_text(configuration)
        env = environment(
            HOME=home, SIDELOOP_CONFIG=str(config), COLORTERM="truecolor", PYTHONWARNINGS="ignore"
        )
        work = f"{home}/project"
        Path(work).mkdir()
        pane = Tmux(
            [sys.executable, "-m", "sideloop", "-q"], env=env, columns=SIZE[0], rows=SIZE[1], cwd=work
        )
        try:
            pane.wait(">>>")
            for step in steps:
                (pane.press if step in KEYS else pane.type)(step)
                time.sleep(0.4)
            write(name, pane.tmux("capture-pane", "-p", "-e"))
        finally:
            pane.close()


def write(name: str, ansi: str) -> None:
    """A pane's content as SVG."""
    console = Console(
        record=True, width=SIZE[0], file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(ansi.rstrip("\n")), end="")
    target = HERE / "shots" / f"{name}.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(console.export_svg(title="sideloop", unique_id=name))


def main() -> None:
    """Takes every picture, or those named."""
    for name, (configuration, steps) in SCENES.items():
        if name in sys.argv[1:] or not sys.argv[1:]:
            work = [word for line in WORK for word in (line, "Enter")]
            take(name, "\n".join(configuration), [*work, *steps])
            print(f"docs/shots/{name}.svg")


if __name__ == "__main__":
    main()
