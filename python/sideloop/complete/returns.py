"""What builtins and the standard library return, where they carry no annotations: `returns.txt`."""

from __future__ import annotations

import os

_sections: dict[str, str] = {}
_read: dict[str, dict[str, str]] = {}


def annotation(module: str, name: str) -> str:
    """The annotation of what a function returns or an attribute is; empty when it is not in the table.

    Args:
        module: The module's name.
        name: `function` or `Class.name`.
    """
    if not _sections:
        _load()
    if module not in _read:
        _read[module] = dict(_lines(_sections.get(module, "")))
    return _read[module].get(name, "")


def _load() -> None:
    with open(os.path.join(os.path.dirname(__file__), "returns.txt"), encoding="utf-8") as file:
        text = "\n" + file.read()
    for section in text.split("\n[")[1:]:
        modules, _, lines = section.partition("]\n")
        _sections.update(dict.fromkeys(modules.split(), lines))


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.strip().splitlines():
        owner, _, rest = line.partition(":")
        names, _, annotation = rest.partition(" -> ")
        prefix = f"{owner}." if owner else ""
        found += [(prefix + name, annotation) for name in names.split()]
    return found
