"""Colour the text of a traceback: names, places, source lines and marks each in its own way."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
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
    border = re.compile(r"(?:  )+\| ")  # of the exceptions in a group

    def tint(line: str) -> str:
        edge = match.group() if (match := border.match(line)) else ""
        rest = line[len(edge) :]
        if rest.startswith("  File "):
            return edge + place.sub(_tint_place, rest)
        if rest.lstrip(" ").startswith("+-") or rest.startswith("  [") or rest.endswith("last):"):
            return edge + _FAINT + rest + _RESET
        if rest.startswith("    "):
            return edge + (highlight(rest) if rest.strip(" ~^") else _MARK + rest + _RESET)
        return edge + error.sub(_tint_error, rest, count=1) if error.match(rest) else line

    return "\n".join(tint(line) for line in text.split("\n"))


def _tint_place(match: re.Match[str]) -> str:
    file, line, function = match.groups()
    text = f"File {_PLACE}{file}{_RESET}, line {_PLACE}{line}{_RESET}"
    return text + (f", in {_PLACE}{function}{_RESET}" if function else "")


def _tint_error(match: re.Match[str]) -> str:
    return _ERROR + match.group(1) + _RESET + (match.group(2) or "")
