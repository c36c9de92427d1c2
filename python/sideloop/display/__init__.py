"""Show a result: remember it, lay it out, cut it, colour what is left, write it.

Only what will be seen costs anything, except for the `repr` of a single object, which
its own class computes.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from ..evaluate.extras import Extras


class Look:
    """How things are shown.

    `width` is the terminal's, in cells. A result longer than `max_lines` rows is cut; 0
    is no limit. What is longer than `rows` rows is for a pager; 0 is for none. `highlight`
    colours a piece of Python with SGR sequences; without it nothing is coloured. `prompt`
    stands before a result, such as `Out[3]: `. `shown` becomes the text of a result.
    """

    __slots__ = ("highlight", "max_lines", "prompt", "rows", "shown", "width")

    def __init__(
        self,
        *,
        width: int = 80,
        max_lines: int = 1000,
        highlight: Callable[[str], str] | None = None,
        prompt: str = "",
        rows: int = 0,
    ) -> None:
        self.width = max(width, 20)
        self.max_lines = max_lines
        self.highlight = highlight
        self.prompt = prompt
        self.rows = rows
        self.shown = ""


def show(value: object, number: int, extras: Extras, look: Look) -> Iterator[str] | None:
    """Shows the value of input `number` on `sys.stdout`; `None` shows nothing.

    What is for a pager is not shown: its lines are returned, to be made as they are read.

    A `sys.displayhook` that the program or the person installed does it all instead.
    Runs `repr`, so it raises `KeyboardInterrupt`, and what such a hook raises. To be
    called on the thread that evaluates.
    """
    if sys.displayhook is not sys.__displayhook__:
        sys.displayhook(value)
        return None
    if value is None:
        return None
    extras.remember(value, number)
    look.shown = _brief(value, look)
    if not look.shown:
        if look.rows and (lines := _long(value, look)) is not None:
            return lines
        look.shown = render(value, look)
    write(look.shown + "\n")
    return None


def _brief(value: object, look: Look) -> str:
    """What `render` gives for a number or a short string, which needs no layout; empty for all else."""
    if type(value) not in (int, float, bool, str) or look.prompt:
        return ""
    if isinstance(value, str) and len(value) > look.width:
        return ""
    try:
        text = repr(value)
    except ValueError:  # a number of too many digits
        return ""
    if len(text) > look.width or not text.isascii():
        return ""
    return text if look.highlight is None else look.highlight(text)


def render(value: object, look: Look) -> str:
    """The text of a result, coloured, without its last newline."""
    from . import layout

    prompt = look.prompt
    width = max(look.width - len(prompt), 20)
    try:
        text, is_cut = _take(layout.lines(value, width), look.max_lines, width)
    except Exception:  # nested too deep for us, or changed by another thread meanwhile
        text, is_cut = _take(iter([layout.safe_repr(value)]), look.max_lines, width)
    if look.highlight is not None:
        text = look.highlight(text)
        prompt = f"\x1b[31m{prompt}\x1b[39m" if prompt else ""
    if prompt:
        text = text.replace("\n", "\n" + " " * (look.width - width))
    if is_cut:
        text += f"\n... cut after {look.max_lines:,} lines; the setting max_lines = 0 shows all"
    return prompt + text


def _long(value: object, look: Look) -> Iterator[str] | None:
    """The lines of a result that is longer than the screen. Its `repr` may run again if it is not."""
    from itertools import chain

    from . import layout, pager

    width = max(look.width - len(look.prompt), 20)
    lines = layout.lines(value, width)
    try:
        taken, is_long = pager.measure(lines, look.rows, width)
    except Exception:
        return None
    return chain(taken, lines) if is_long else None


def write(text: str, stream: TextIO | None = None) -> None:
    """Writes to a stream, `sys.stdout` by default; characters that it cannot encode are escaped."""
    stream = stream or sys.stdout
    if stream is None:  # as under pythonw
        return
    try:
        stream.write(text)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def _take(lines: Iterator[str], max_lines: int, width: int) -> tuple[str, bool]:
    """As many of the lines as `max_lines` rows hold, and whether there was more."""
    from .cells import cells, clip

    taken: list[str] = []
    rows = max_lines
    for line in (row for piece in lines for row in piece.split("\n")):
        if max_lines and (rows <= 0 or len(line) > rows * width or cells(line) > rows * width):
            taken += [clip(line, rows * width)] * (rows > 0)
            return "\n".join(taken), True
        taken.append(line)
        rows -= max(1, -(-cells(line) // width))
    return "\n".join(taken), False
