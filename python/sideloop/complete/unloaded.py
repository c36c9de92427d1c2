"""The names in a module that is not loaded, by its source, which is parsed and not executed.

It is parsed piece by piece, so that nobody waits long, and once until it changes.
"""

from __future__ import annotations

import os

from . import modules, preview

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Generator, Iterator
    from typing import Any

_PIECE = 8_000  # characters that are parsed at once: a few milliseconds
_sources: dict[str, tuple[float, list[dict[str, Any]]]] = {}


def names_in(module: str) -> list[dict[str, Any]]:
    """The names that the source of a module binds, and its submodules."""
    for _ in parse(module):
        pass
    file = source_file(module)
    found = _sources[file][1] if file in _sources else []
    inside = {name for directory in modules.places(module) for name in modules.scan(directory)}
    return [*found, *(preview.candidate(name, "module") for name in inside)]


def source_file(module: str) -> str:
    """The file that holds a module's source, or its stub; empty when there is none."""
    parent, _, name = module.rpartition(".")
    for place in modules.places(parent):
        for end in (f"{name}/__init__.py", f"{name}.py", f"{name}/__init__.pyi", f"{name}.pyi"):
            if os.path.isfile(file := os.path.join(place, end)):
                return file
    return ""


def parse(module: str) -> Generator[None, None, None]:
    """Reads the names of a module's source, a piece at a time."""
    file = source_file(module)
    if not file:
        return
    changed = os.stat(file).st_mtime_ns
    if file in _sources and _sources[file][0] == changed:
        return
    import tokenize

    found: dict[str, dict[str, Any]] = {}
    try:
        with tokenize.open(file) as source:
            text = source.read()
    except (OSError, SyntaxError, UnicodeDecodeError):
        return
    package = module if os.path.basename(file).startswith("__init__.") else module.rpartition(".")[0]
    _sources[file] = (changed, [])  # a module that imports itself ends here
    for statements in _pieces(text):
        for statement in statements:
            if starred := _starred(statement, package):
                yield from parse(starred)
                found |= {one["text"]: one for one in names_in(starred) if one["text"][0] != "_"}
            found |= {name: preview.candidate(name, kind) for name, kind in _bound(statement)}
        yield
    _sources[file] = (changed, list(found.values()))


def _starred(statement: ast.stmt, package: str) -> str:
    """The module of `from module import *`; empty for other statements."""
    import ast

    if not isinstance(statement, ast.ImportFrom) or statement.names[0].name != "*":
        return ""
    return modules.absolute(statement.module or "", statement.level, package) or ""


def _pieces(text: str) -> Iterator[list[ast.stmt]]:
    """The statements of a source, cut where a line begins at the margin."""
    import ast

    piece: list[str] = []
    size = 0
    for line in [*text.splitlines(keepends=True), "_\n"]:
        if (
            size > _PIECE
            and (line[0].isalpha() or line[0] in "_@")
            and not line.startswith(("else", "elif", "except", "finally"))
        ):
            try:
                yield ast.parse("".join(piece)).body
                piece, size = [], 0
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                size = size // 2  # the margin of a string: some more lines belong to it
        piece.append(line)
        size += len(line)
    try:
        yield ast.parse("".join(piece[:-1])).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return


def _bound(statement: ast.stmt) -> Iterator[tuple[str, str]]:
    """The names that a statement of a module binds, with their kinds."""
    import ast

    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name, "function"
        case ast.ClassDef(name=name):
            yield name, "exception" if name.endswith(("Error", "Exception", "Warning")) else "class"
        case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=elements)):
            listed = (one.value for one in elements if isinstance(one, ast.Constant))
            yield from ((name, "variable") for name in listed if isinstance(name, str))
        case ast.Assign(targets=targets):
            names = (one for target in targets for one in ast.walk(target))
            yield from ((one.id, "variable") for one in names if isinstance(one, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name, "variable"
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            kind = "module" if isinstance(statement, ast.Import) else "variable"
            for alias in aliases:
                if alias.name != "*":
                    yield (alias.asname or alias.name).partition(".")[0], kind
        case _:
            for inner in _inside(statement):
                yield from _bound(inner)


def _inside(statement: ast.stmt) -> list[ast.stmt]:
    """The statements of a block that has no scope of its own."""
    import ast

    if not isinstance(statement, ast.If | ast.Try | ast.With):
        return []
    handlers = getattr(statement, "handlers", [])
    return [
        *statement.body,
        *getattr(statement, "orelse", []),
        *(one for each in handlers for one in each.body),
    ]
