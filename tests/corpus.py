"""The cases of `tests/completion`: texts with the cursor drawn in, and what is to be offered there.

A file holds `setup`, which makes the namespace, `needs`, the modules without which its
cases are skipped, and `cases`: the text with `|` for the cursor, words of which one at
least must be among the first five, and words that must not be offered at all. Words are
cut at blanks; a word with a blank in it is a list's only one.
"""

from __future__ import annotations

import importlib.util
import json
import linecache
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

DIRECTORY = Path(__file__).resolve().parent / "completion"


class Case(NamedTuple):
    """One text with what is wanted of it."""

    file: str
    text: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]

    @property
    def before(self) -> str:
        """The text before the cursor."""
        return self.text.partition("|")[0] if " | " not in self.text else self.text.rpartition("|")[0]

    @property
    def whole(self) -> str:
        """The text without the drawn cursor."""
        return self.before + self.text[len(self.before) + 1 :]


def groups() -> Iterator[tuple[dict[str, Any], list[Case]]]:
    """For each file that can run here its namespace and its cases."""
    for path in sorted(DIRECTORY.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if all(importlib.util.find_spec(name) for name in content.get("needs", [])):
            module = types.ModuleType(f"completed_{path.stem}")
            sys.modules[module.__name__] = module  # where dataclasses look for their modules
            run(content["setup"], vars(module))
            yield vars(module), [case(path.stem, *row) for row in content["cases"]]


def run(source: str, names: dict[str, Any]) -> None:
    """Runs a setup as a session runs an input: with its text where `linecache` finds it."""
    file = f"<{names['__name__']}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), names)


def case(file: str, text: str, wanted: str, unwanted: str) -> Case:
    """A row of a file."""
    return Case(file, text, words(wanted), words(unwanted))


def words(text: str) -> tuple[str, ...]:
    """A list of words, and itself where it may be a word with blanks."""
    return (*text.split(), text) if " " in text else tuple(text.split())


def rank_of(case: Case, offered: list[str]) -> int | None:
    """The place of the first wanted word, from 0."""
    places = [offered.index(word) for word in case.wanted if word in offered]
    return min(places, default=None)
