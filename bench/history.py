"""A history of many entries, in the file of every peer."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path


def write_history(home: Path, count: int) -> None:
    """Writes the same entries for all peers below that home."""
    entries = [f"value_{n} = compute({n}, 'text')" for n in range(count)]
    state = home / ".local" / "state" / "sideloop"
    data = home / ".local" / "share" / "ptpython"
    for folder in (state, data, home / ".ipython" / "profile_default"):
        folder.mkdir(parents=True)
    ours = [
        {"text": text, "time": 1_700_000_000 + n, "directory": "/", "session": "1-1"}
        for n, text in enumerate(entries)
    ]
    (state / "history").write_text("".join(json.dumps(entry) + "\n" for entry in ours))
    (data / "history").write_text("".join(f"\n# 2024-01-01 00:00:00.000000\n+{text}\n" for text in entries))
    for name in (".python_history", ".pythonhist"):
        (home / name).write_text("".join(f"{text}\n" for text in entries))
    ipython(home / ".ipython" / "profile_default" / "history.sqlite", entries)


def ipython(file: Path, entries: list[str]) -> None:
    """IPython's database, in the tables that it makes itself."""
    with sqlite3.connect(file) as base:
        base.execute(
            "CREATE TABLE sessions (session integer primary key autoincrement, "
            "start timestamp, end timestamp, num_cmds integer, remark text)"
        )
        base.execute(
            "CREATE TABLE history (session integer, line integer, source text, source_raw text, PRIMARY KEY (session, line))"
        )
        base.execute("INSERT INTO sessions VALUES (1, '2024-01-01', '2024-01-02', ?, '')", [len(entries)])
        base.executemany(
            "INSERT INTO history VALUES (1, ?, ?, ?)", [(n, text, text) for n, text in enumerate(entries)]
        )
