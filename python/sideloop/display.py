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

    from .extras import Extras


class Look:
    """How things are shown.

    `width` is the terminal's, in cells. A result longer than `max_lines` rows is cut; 0
    is no limit. `highlight` colours a piece of Python with SGR sequences; without it
    nothing is coloured. `prompt` stands before a result, such as `Out[3]: `.
    """

    __slots__ = ("highlight", "max_lines", "prompt", "width")

    def __init__(
        self,
        *,
        width: int = 80,
        max_lines: int = 1000,
        highlight: Callable[[str], str] | None = None,
        prompt: str = "",
    ) -> None:
        self.width = max(width, 20)
        self.max_lines = max_lines
        self.highlight = highlight
        self.prompt = prompt


def show(value: object, number: int, extras: Extras, look: Look) -> None:
    """Shows the value of input `number` on `sys.stdout`; `None` shows nothing.

    A `sys.displayhook` that the program or the person installed does it all instead.
    Runs `repr`, so it raises `KeyboardInterrupt`, and what such a hook raises. To be
    called on the thread that evaluates.
    """
    if sys.displayhook is not sys.__displayhook__:
        sys.displayhook(value)
        return
    if value is None:
        return
    extras.remember(value, number)
    write(render(value, look) + "\n")


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
    taken: list[str] = []
    rows = max_lines
    for line in (row for piece in lines for row in piece.split("\n")):
        if max_lines and (rows <= 0 or len(line) > rows * width):
            taken += [line[: rows * width]] * (rows > 0)
            return "\n".join(taken), True
        taken.append(line)
        rows -= max(1, -(-len(line) // width))
    return "\n".join(taken), False
