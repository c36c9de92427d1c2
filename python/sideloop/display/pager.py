"""Text longer than the screen: handed to the prompt's pager as it is read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from ..messages import Messages

_CHUNK = 1 << 17
"""Characters that are handed over at a time: some thousand lines, a few milliseconds."""


def measure(lines: Iterator[str], rows: int, width: int) -> tuple[list[str], bool]:
    """Takes lines until they fill more than `rows` rows of `width` cells; whether they do."""
    taken: list[str] = []
    left = rows
    for line in lines:
        taken.append(line)
        left -= 1 + line.count("\n") + len(line) // (width + 1)
        if left < 0:
            return taken, True
    return taken, False


async def show(lines: Iterable[str], title: str, messages: Messages, *, python: bool, at_end: bool) -> None:
    """Shows lines in the pager until the person leaves it; those that nobody reads are never made.

    Args:
        lines: Without their newlines, though one may hold some.
        title: What they are.
        messages: Those of the prompt.
        python: Whether to colour them as Python; else they may hold SGR sequences.
        at_end: Whether their end is seen first.
    """
    parts = chunks(lines)
    first = next_part(parts)
    send = messages.session.send
    send({"type": "page", "title": title, "python": python, "at_end": at_end, **first})
    while True:
        try:
            message = await messages.await_one("more", "paged")
            if message["type"] == "paged":
                return
            send({"type": "page_text", **next_part(parts)})
        except KeyboardInterrupt:
            # The person has left while a part was made. What follows says so.
            continue


def next_part(parts: Iterator[str]) -> dict[str, Any]:
    """The next part of a text, and whether there may be more. An interrupt or error ends it."""
    try:
        text = next(parts, None)
    except KeyboardInterrupt:
        return {"text": "... interrupted\n", "more": False}
    except Exception as error:
        return {"text": f"... {type(error).__qualname__}: {error}\n", "more": False}
    if text is None:
        return {"text": "", "more": False}
    # What is no text in UTF-8, lone surrogates that is, is spelt out.
    return {"text": text.encode("utf-8", "backslashreplace").decode(), "more": True}


def chunks(lines: Iterable[str]) -> Iterator[str]:
    """The lines' text in parts of bounded size; the first one comes soon."""
    taken: list[str] = []
    size, wanted = 0, 1 << 12
    for line in lines:
        if len(line) > _CHUNK:
            yield "".join(taken)
            yield from (line[start : start + _CHUNK] for start in range(0, len(line), _CHUNK))
            taken, size = ["\n"], 1
            continue
        taken += (line, "\n")
        size += len(line) + 1
        if size >= wanted:
            yield "".join(taken)
            taken, size, wanted = [], 0, _CHUNK
    if taken:
        yield "".join(taken)
