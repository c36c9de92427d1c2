"""Colour the text of a traceback: names, places, source lines and marks each in its own way."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_ERROR = "\x1b[1;31m"
_MARK = "\x1b[31m"
_PLACE = "\x1b[35m"
_FAINT = "\x1b[2m"
_RESET = "\x1b[0m"


def traceback(text: str, highlight: Callable[[str], str]) -> str:
    """`text` with SGR sequences; `highlight` colours the lines of source in it."""
    import re

    place = re.compile(r'File (".*?"), line (\d+)(?:, in (.*))?$')
    error = re.compile(r"([\w.<>]+)(:.*)?$")

    def tint(line: str) -> str:
        border = re.match(r"(?:  )*(?:[|+] |\+-+[ \d.+-]*)?", line)
        edge = border.group() if border is not None and "|" in border.group() else ""
        rest = line[len(edge) :]
        if rest.startswith("  File "):
            return edge + place.sub(_tint_place, rest)
        if rest.startswith("    "):
            return edge + (_tint_marks(rest) if not rest.strip(" ~^") else highlight(rest))
        if rest.startswith(" ") or (rest.endswith(":") and " " in rest):
            return edge + (_FAINT + rest + _RESET if rest.strip() else rest)
        match = error.match(rest)
        if match is None:
            return edge + rest
        return edge + _ERROR + match.group(1) + _RESET + (match.group(2) or "")

    return "\n".join(tint(line) for line in text.split("\n"))


def _tint_place(match: object) -> str:
    file, line, function = match.groups()  # type: ignore[attr-defined]
    text = f"File {_PLACE}{file}{_RESET}, line {_PLACE}{line}{_RESET}"
    return text + (f", in {_PLACE}{function}{_RESET}" if function else "")


def _tint_marks(line: str) -> str:
    return _MARK + line + _RESET
