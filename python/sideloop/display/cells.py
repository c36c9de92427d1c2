"""How wide a text is on a terminal. Plain ASCII, which is most of it, costs nothing."""

from __future__ import annotations


def cells(text: str) -> int:
    """The width of one line of printable characters, in cells."""
    return len(text) if text.isascii() else sum(map(_width, text))


def clip(text: str, room: int) -> str:
    """As much of the beginning of `text` as `room` cells hold."""
    if text.isascii():
        return text[:room]
    for end, character in enumerate(text):
        room -= _width(character)
        if room < 0:
            return text[:end]
    return text


def _width(character: str) -> int:
    """Unicode's East Asian Width (UAX 11); what combines with the character before it has none."""
    if character < "\u0300":
        return 1
    from unicodedata import category, east_asian_width

    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1
