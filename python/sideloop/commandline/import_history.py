"""Read the histories of python's own prompt, ptpython and IPython."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Entry = tuple[str, int, str]
    """Text, seconds since 1970 or 0, and where it comes from."""


def sources() -> list[tuple[str, str, Callable[[str], list[Entry]]]]:
    """Program, file and reader, where each program keeps its history by default.

    In the order in which they are to be put in front of what is there: the one without
    times comes last, and so first of all.
    """
    home = os.path.expanduser("~")
    data = os.environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share")
    if sys.platform == "darwin":
        data = os.path.join(home, "Library", "Application Support")
    ipython = os.environ.get("IPYTHONDIR") or os.path.join(home, ".ipython")
    return [
        ("ptpython", os.path.join(data, "ptpython", "history"), ptpython),
        ("ipython", os.path.join(ipython, "profile_default", "history.sqlite"), ipython_database),
        ("python", os.environ.get("PYTHON_HISTORY") or os.path.join(home, ".python_history"), python),
    ]


CLAUSES = ("else:", "elif ", "except:", "except ", "finally:")
"""What goes on with a block, though it is not indented."""


def python(path: str) -> list[Entry]:
    """GNU readline's file: an entry for each line. libedit begins with a header and escapes blanks.

    The lines of a block are made one entry again.
    """
    lines = text_of(path).split("\n")
    if lines[0] == "_HiStOrY_V2_":
        lines = [line.replace("\\040", " ").replace("\\134", "\\") for line in lines[1:]]
    # From Python 3.13 on a carriage return stands for a newline inside an entry.
    texts: list[str] = []
    for line in (line.replace("\r", "\n").rstrip() for line in lines if line.strip()):
        if texts and continues(line, texts[-1]):
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return [(text, 0, "python") for text in texts]


def continues(line: str, before: str) -> bool:
    """Whether a line belongs to the entry before: its block goes on, or its decorator wants it."""
    last = before.rpartition("\n")[2]
    opened = last.endswith(":") or "\n" in before
    goes_on = line.startswith((" ", "\t")) or line.startswith(CLAUSES)
    return last.startswith("@") or (opened and goes_on)


def ptpython(path: str) -> list[Entry]:
    """prompt_toolkit's file: a line with the time, then the lines of the entry behind plus signs."""
    entries: list[Entry] = []
    lines: list[str] = []
    time = 0
    for line in [*text_of(path).split("\n"), ""]:
        if line.startswith("+"):
            lines.append(line[1:])
            continue
        if lines:
            entries.append(("\n".join(lines), time, "ptpython"))
            lines = []
        if line.startswith("# "):
            time = seconds(line[2:])
    return entries


def ipython_database(path: str) -> list[Entry]:
    """IPython's database; the time is that of the session's start."""
    import sqlite3

    query = "SELECT start, source_raw FROM history LEFT JOIN sessions USING (session) ORDER BY session, line"
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return [
            (str(text).rstrip(), seconds(str(start)), "ipython") for start, text in database.execute(query)
        ]
    except sqlite3.Error as error:
        raise OSError(f"it is no history of IPython's: {error}") from error
    finally:
        database.close()


def seconds(text: str) -> int:
    """A local date and time as seconds since 1970; 0 if it is none."""
    import datetime

    try:
        return max(int(datetime.datetime.fromisoformat(text[:19]).timestamp()), 0)
    except (ValueError, OverflowError, OSError):
        return 0


def text_of(path: str) -> str:
    """A file's text, with what is not UTF-8 replaced."""
    with open(path, encoding="utf-8", errors="replace", newline="\n") as file:
        return file.read()
