"""What a name means in a module that is not loaded: its source is read like an input, and not executed."""

from __future__ import annotations

import os

from .. import pace, safe, unloaded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..known import Known

_LARGEST = 300_000  # characters of a source: some milliseconds
_MOST_KEPT = 20
_DEEPEST = 6


class _Reading:
    """How many modules lead to each other now; completions run on one thread."""

    depth = 0


def member(module: str, name: str) -> Known | None:
    """What a name of a module is, by the module's source."""
    from .reading import Reader

    file = unloaded.source_file(module)
    if not file or _Reading.depth >= _DEEPEST:
        return None
    package = module if os.path.basename(file).startswith("__init__.") else module.rpartition(".")[0]
    bindings = _bindings(file, os.stat(file).st_mtime_ns)
    _Reading.depth += 1
    try:
        return Reader(_lookup(package), bindings).name(name, len(bindings))
    finally:
        _Reading.depth -= 1


@pace.piece(_MOST_KEPT)
def _bindings(file: str, _changed: int) -> list[dict[str, Any]]:
    """What a source binds at its end."""
    import tokenize

    from ...host import question

    try:
        with tokenize.open(file) as source:
            text = source.read(_LARGEST) + "\n"
    except (OSError, SyntaxError, UnicodeDecodeError):
        return []
    asked = question(text, len(text.encode())) if len(text) <= _LARGEST else None
    found: list[dict[str, Any]] = asked[0].get("bindings", []) if asked else []
    return found


def _lookup(package: str) -> Callable[[str], Any]:
    """The names of a module that its source does not bind."""
    names = {**safe.own_dict(safe.loaded("builtins")), "__package__": package}
    return names.__getitem__
