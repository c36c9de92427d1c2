"""Names that a module imports for type checkers only, under `if TYPE_CHECKING:`.

They stand in string annotations and are in no namespace; where the modules they come from
are loaded, they are known all the same. Only those lines of a source are parsed.
"""

from __future__ import annotations

from . import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LARGEST = 4_000_000  # characters of a source that is read
_imports: dict[str, dict[str, tuple[str, str]]] = {}


def lookup(module: str, name: str) -> Any:
    """What a name means to a type checker in a module, or `MISSING`."""
    if module not in _imports:
        _imports[module] = _read(module)
    return _loaded(*_imports[module].get(name, ("", "")))


def imported_by(text: str, package: str, name: str) -> Any:
    """What a name means that a source of a package imports at its margin, or `MISSING`."""
    import re

    listed = rf"\n(?:from|import) [^(\n]*(?:\b{name}\b[^\n]*|\([^)]*\b{name}\b[^)]*\))"
    for block in re.findall(listed, text):
        origin, attribute = _imported(f"\n    {block.strip()}", package).get(name, ("", ""))
        if (found := _loaded(origin, attribute)) is not safe.MISSING:
            return found
    return safe.MISSING


def _loaded(origin: str, attribute: str) -> Any:
    loaded = safe.loaded(origin) if origin else None
    if loaded is None:
        return safe.MISSING
    return safe.entry(safe.own_dict(loaded), attribute) if attribute else loaded


def _read(module: str) -> dict[str, tuple[str, str]]:
    """The module and attribute behind each name."""
    loaded = safe.loaded(module)
    own = safe.own_dict(loaded) if loaded is not None else {}
    file, package = safe.entry(own, "__file__"), safe.entry(own, "__package__")
    if type(file) is not str or not file.endswith(".py"):
        return {}
    try:
        with open(file, encoding="utf-8") as source:
            text = "\n" + source.read(_LARGEST)
    except (OSError, ValueError):
        return {}
    found: dict[str, tuple[str, str]] = {}
    for start in ("\nif TYPE_CHECKING:", "\nif typing.TYPE_CHECKING:", "\nif t.TYPE_CHECKING:"):
        for block in text.split(start)[1:]:
            found |= _imported(block, package if type(package) is str else "")
    return found


def _imported(block: str, package: str) -> dict[str, tuple[str, str]]:
    import ast

    lines = []
    for line in block.split("\n")[1:]:
        if line and not line[0].isspace() and line[0] not in "#)":
            break
        lines.append(line)
    try:
        statements = ast.parse("if 1:\n" + "\n".join(lines) + "\n    pass").body[0].body  # type: ignore[attr-defined]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found = {}
    for one in statements:
        if isinstance(one, ast.ImportFrom):
            origin = _absolute(one.module or "", one.level, package)
            found.update({alias.asname or alias.name: (origin, alias.name) for alias in one.names})
        elif isinstance(one, ast.Import):
            found.update({alias.asname or alias.name: (alias.name, "") for alias in one.names})
    return found


def _absolute(module: str, level: int, package: str) -> str:
    if not level:
        return module
    parents = package.split(".")
    return ".".join([*parents[: len(parents) - level + 1], *([module] if module else [])])
