"""Lay out a value by width, line by line, as lazily as the lines are taken.

The text is that of `repr`, up to white space. What fits on one line stays on one line.
A container that does not is opened: short things without parts fill lines, everything
else gets a line of its own. A class that has its own `repr` is never looked into.
"""

from __future__ import annotations

from .cells import cells
from .parts import parts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .parts import Parts

_INDENT = 4
_KEPT = 10_000  # texts: more than a screen holds, and no burden


def lines(value: object, width: int) -> Iterator[str]:
    """The lines of `value` for `width` cells. One may hold newlines, if a `repr` has some."""
    return _Layout(width).lines(value, 0, "", "")


class _Layout:
    def __init__(self, width: int) -> None:
        self._width = width
        self._open: dict[int, str] = {}  # id of a container around this place -> its text inside itself
        self._texts: dict[
            int, tuple[object, str]
        ] = {}  # what was laid out last: its repr runs once; the object keeps its id

    def lines(self, value: object, indent: int, before: str, after: str) -> Iterator[str]:
        """`before` and `after` stand on the first and the last line."""
        margin = " " * indent
        text = self._flat(value, self._width - indent - cells(before) - cells(after))
        if text is not None:
            yield margin + before + text + after
            return
        parts = self._parts(value)
        if parts is None:
            newline = "\n" + margin + " " * cells(before)
            yield margin + before + self._text(value).replace("\n", newline) + after
            return
        self._enter(value, parts)
        yield margin + before + parts.opening
        yield from self._items(parts, indent + _INDENT)
        yield margin + parts.closing + after
        self._open.pop(id(value), None)

    def _items(self, parts: Parts, indent: int) -> Iterator[str]:
        margin = " " * indent
        row = ""
        for label, item, comma in _with_commas(parts):
            before = "".join(part if isinstance(part, str) else self._text(part[0]) for part in label)
            is_short = not before and self._parts(item) is None
            text = self._flat(item, self._width - indent - 1) if is_short else None
            if text is not None and row and indent + cells(row) + cells(text) + 2 <= self._width:
                row += " " + text + comma
                continue
            if row:
                yield margin + row
                row = ""
            if text is not None:
                row = text + comma
            else:
                yield from self.lines(item, indent, before, comma)
        if row:
            yield margin + row

    def _flat(self, value: object, room: int) -> str | None:
        """`value` on one line, or `None` if that takes more than `room` cells."""
        parts = self._parts(value)
        if parts is None:
            text = self._text(value)
            return text if cells(text) <= room and "\n" not in text else None
        self._enter(value, parts)
        try:
            return self._join(parts, room - len(parts.opening) - len(parts.closing))
        finally:
            self._open.pop(id(value), None)

    def _join(self, parts: Parts, room: int) -> str | None:
        pieces = [parts.opening]
        for label, item, comma in _with_commas(parts):
            for part in (*label, (item,), comma if comma == parts.last else ", "):
                text = part if isinstance(part, str) else self._flat(part[0], room)
                if text is None or cells(text) > room:
                    return None
                pieces.append(text)
                room -= cells(text)
        pieces.append(parts.closing)
        return "".join(pieces)

    def _enter(self, value: object, parts: Parts) -> None:
        if parts.inside_itself:
            self._open[id(value)] = parts.inside_itself

    def _parts(self, value: object) -> Parts | None:
        """What `value` is made of; `None` if nothing, or if it is open already."""
        return None if id(value) in self._open else parts_of(value)

    def _text(self, value: object) -> str:
        """The text of what has no parts, or is not to be broken into lines."""
        key = id(value)
        if key in self._open:
            return self._open[key]
        if key not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            self._texts[key] = (value, safe_repr(value))
        return self._texts[key][1]


def safe_repr(value: object) -> str:
    """`repr(value)`, or a sentence in its place if that raises."""
    try:
        return repr(value)
    except Exception as error:
        try:
            reason = str(error).split("\n")[0]
        except Exception:
            reason = "no message"
        return f"<{type(value).__qualname__} whose repr raised {type(error).__name__}: {reason}>"


def _with_commas(parts: Parts) -> Iterator[tuple[tuple[str | tuple[object], ...], object, str]]:
    """Each item with the comma behind it, which the last one mostly lacks."""
    previous = None
    for item in parts.items:
        if previous is not None:
            yield *previous, ","
        previous = item
    if previous is not None:
        yield *previous, parts.last
