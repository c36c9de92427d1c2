"""Paths of files inside strings."""

from __future__ import annotations

import os

from . import preview
from .keys import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST = 5_000
_TAKING = {
    "path",
    "file",
    "filename",
    "fname",
    "filepath",
    "directory",
    "dir",
    "src",
    "dst",
    "folder",
    "name",
    "fp",
    "top",
    "root_dir",
    "filepath_or_buffer",
    "path_or_buf",
    "pathsegments",
    "cwd",
    "args",
    "io",
    "database",
}
_FUNCTIONS = {
    "open",
    "Path",
    "PurePath",
    "PosixPath",
    "listdir",
    "scandir",
    "chdir",
    "walk",
    "exists",
    "glob",
    "read_csv",
    "read_text",
    "joinpath",
    "imread",
}


def looks_like_path(prefix: str) -> bool:
    """Whether a text can hardly be anything else."""
    return ("/" in prefix and "://" not in prefix and " " not in prefix) or prefix.startswith(
        ("~", "./", "../")
    )


def takes_path(callee: str, parameter: str) -> bool:
    """Whether an argument is a path, by the names of the function and of the parameter."""
    known = callee.rpartition(".")[2] in _FUNCTIONS or callee.endswith("path.join")
    return known or (parameter in _TAKING and parameter not in ("name", "args", "io"))


def paths(prefix: str, quote: str) -> list[dict[str, Any]]:
    """Files and directories whose names begin with the last part of a path; directories end in `/`.

    Hidden ones only behind a dot that was typed. What cannot be read has no entries.
    """
    typed = prefix if "r" in quote.lower().rstrip("\"'") else _unescaped(prefix)
    head, slash, tail = typed.rpartition("/")
    directory = os.path.expanduser(head + slash) or os.curdir
    end = quote.lstrip("rRbBuUfFtT")
    found = []
    try:
        with os.scandir(directory) as entries:
            for entry, _ in zip(entries, range(_MOST), strict=False):
                if entry.name.startswith(".") and not tail.startswith("."):
                    continue
                found.append(_candidate(entry, head + slash, quote, end))
    except (OSError, ValueError):
        return []
    if typed == "~":
        return [preview.candidate("~/", "path")]
    return found


def _candidate(entry: os.DirEntry[str], head: str, quote: str, end: str) -> dict[str, Any]:
    try:
        is_directory = entry.is_dir()
    except OSError:
        is_directory = False
    text = escaped(head + entry.name + "/" * is_directory, quote)
    return preview.candidate(text, "path", "", "" if is_directory else end)


def _unescaped(text: str) -> str:
    return text.replace("\\\\", "\0").replace("\\'", "'").replace('\\"', '"').replace("\0", "\\")
