"""Names that a module imports for type checkers only, under `if TYPE_CHECKING:`.

They stand in string annotations and are in no namespace; where the modules they come from
are loaded, they are known all the same. Only those lines of a source are parsed.
"""

from __future__ import annotations

from .. import pace, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LARGEST = 4_000_000  # characters of a source that is read
_BLOCK = r"\nif (?:typing\.|t\.)?TYPE_CHECKING:[^\n]*\n((?:(?:[ \t#)][^\n]*)?\n)*)"
"""What is indented under the condition, with comments and closing brackets at the margin."""
_MOST = 500  # modules, and names of stubs, that are kept


def lookup(module: str, name: str) -> Any:
    """What a name means to a type checker in a module, or `MISSING`."""
    return _loaded(*_imports(module).get(name, ("", "")))


def imported_by(text: str, package: str, name: str) -> Any:
    """What a name means that a source of a package imports at its margin, or `MISSING`."""
    found = (_loaded(*origin) for origin in origins(text, package, name))
    return next((one for one in found if one is not safe.MISSING), safe.MISSING)


@pace.piece(_MOST)
def origins(text: str, package: str, name: str) -> list[tuple[str, str]]:
    """The modules and attributes that the imports of a name in a source may mean."""
    import re

    listed = rf"\n(?:from|import) [^(\n]*(?:\b{name}\b[^\n]*|\([^)]*\b{name}\b[^)]*\))"
    blocks = re.findall(listed, text)
    return [_imported(f"    {block.strip()}", package).get(name, ("", "")) for block in blocks]


def _loaded(origin: str, attribute: str) -> Any:
    loaded = safe.loaded(origin) if origin else None
    if loaded is None:
        return safe.MISSING
    return safe.entry(safe.own_dict(loaded), attribute) if attribute else loaded


@pace.piece(_MOST)
def _imports(module: str) -> dict[str, tuple[str, str]]:
    """The module and attribute behind each name."""
    loaded = safe.loaded(module)
    own = safe.own_dict(loaded) if loaded is not None else {}
    file, package = safe.entry(own, "__file__"), safe.entry(own, "__package__")
    if type(file) is not str or not file.endswith(".py"):
        return {}
    try:
        with open(file, encoding="utf-8") as source:
            text = f"\n{source.read(_LARGEST)}\n"
    except (OSError, ValueError):
        return {}
    import re

    found: dict[str, tuple[str, str]] = {}
    for block in re.findall(_BLOCK, text):
        found |= _imported(block, safe.text(package))
    return found


def _imported(block: str, package: str) -> dict[str, tuple[str, str]]:
    """The module and attribute behind each name that an indented block imports."""
    import ast

    try:
        statements = ast.parse(f"if 1:\n{block}\n    pass").body[0].body  # type: ignore[attr-defined]
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
