"""Modules that can be imported and the names in them, found without importing anything.

Directories are scanned once and again when they change.
"""

from __future__ import annotations

import os
import sys

from . import preview, safe, usual

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

_SUFFIXES = (".py", ".pyc", ".so", ".pyd")
_MOST_CACHED = 400
_scans: dict[str, tuple[float, dict[str, str]]] = {}


def modules(package: str, level: int, home: str) -> Iterator[list[dict[str, Any]] | None]:
    """Modules in a package, or at the top; yields `None` between steps, the candidates last.

    Args:
        package: Dotted; empty for the top.
        level: Leading dots of a relative import.
        home: The package that these dots start from.
    """
    where = absolute(package, level, home)
    found: dict[str, str] = {}
    if where is None:
        yield []
        return
    if not where:
        found |= dict.fromkeys(sys.builtin_module_names, "")
        found |= {name: "" for name in safe.strings(sys.modules) if "." not in name and name.isidentifier()}
    for directory in places(where):
        found |= scan(directory)
        yield None
    module = safe.loaded(where) if where else None
    for name, value in safe.own_dict(module).items() if module is not None else ():
        if type(name) is str and safe.is_module(value) and safe.loaded(f"{where}.{name}"):
            found.setdefault(name, "")
    private = () if where else ("__main__", "__mp_main__")
    yield [preview.candidate(name, "module", found[name]) for name in found if name not in private]


def home_of(lookup: Callable[[str], object]) -> str:
    """The package that relative imports start from; `lookup` raises KeyError for a name that is not there."""
    try:
        found = lookup("__package__")
    except KeyError:
        return ""
    return found if type(found) is str else ""


def absolute(package: str, level: int, home: str) -> str | None:
    """The package that a relative import means; `None` when there is none."""
    if not level:
        return package
    parents = home.split(".")
    if not home or level > len(parents):
        return None
    return ".".join([*parents[: len(parents) - level + 1], *([package] if package else [])])


def places(package: str) -> list[str]:
    """The directories and zip files that a package's modules are in."""
    if not package:
        return [entry or os.curdir for entry in sys.path if type(entry) is str]
    module = safe.loaded(package)
    if module is not None:
        return _path_of(module)
    parent, _, name = package.rpartition(".")
    found = [os.path.join(place, name) for place in places(parent)]
    regular = [place for place in found if _is_package(place)]
    return regular[:1] or [place for place in found if os.path.isdir(place)]


def _path_of(module: Any) -> list[str]:
    path = safe.entry(safe.own_dict(module), "__path__")
    if type(path) is not list and safe.name_of(type(path)) == "_NamespacePath":
        path = safe.field(path, "_path")
    return safe.strings(path) if type(path) is list else []


def _is_package(place: str) -> bool:
    return any(name.startswith("__init__.") for name in scan(place, inner=True))


def scan(place: str, *, inner: bool = False) -> dict[str, str]:
    """The names of the modules in a directory or zip file; with `inner`, of its files."""
    try:
        changed = os.stat(place).st_mtime_ns
    except OSError:
        return _scan_zip(place, inner)
    key = f"{place}\0{inner}"
    if key not in _scans or _scans[key][0] != changed:
        if len(_scans) > _MOST_CACHED:
            _scans.clear()
        _scans[key] = (changed, _read(place, inner) if os.path.isdir(place) else _scan_zip(place, inner))
    return _scans[key][1]


def _read(directory: str, inner: bool) -> dict[str, str]:
    found = {}
    try:
        with os.scandir(directory) as entries:
            for entry in entries:
                if inner:
                    found[entry.name] = ""
                elif name := _module_name(entry.name, entry.is_dir):
                    found[name] = ""
    except OSError:
        return found
    return found


def _module_name(file: str, is_directory: Any) -> str:
    """The module that a file or directory is; empty for others."""
    name, dot, rest = file.partition(".")
    if not name.isidentifier() or name in ("__pycache__", "__init__", "__main__"):
        return ""
    if dot:
        return (
            name
            if file.endswith(_SUFFIXES) and (rest in ("py", "pyc") or ".so" in file or ".pyd" in file)
            else ""
        )
    return name if is_directory() else ""


def _scan_zip(place: str, inner: bool) -> dict[str, str]:
    """Modules in a zip file, or in a directory of one."""
    archive, inside = place, ""
    while archive and not os.path.isfile(archive):
        archive, name = os.path.split(archive)
        if not name:
            return {}
        inside = f"{name}/{inside}"
    import zipfile

    try:
        with zipfile.ZipFile(archive) as file:
            names = [name[len(inside) :] for name in file.namelist() if name.startswith(inside)]
    except (OSError, zipfile.BadZipFile):
        return {}
    if inner:
        return {name: "" for name in names if "/" not in name}
    parts = [(name.partition("/")[0], "/" in name) for name in names]
    return {one: "" for part, is_dir in parts if (one := _module_name(part, lambda is_dir=is_dir: is_dir))}


def importable(module: str, given: list[str]) -> Iterator[list[dict[str, Any]] | None]:
    """Names that `from module import` can take; yields as `modules` does."""
    found: dict[str, dict[str, Any]] = {}
    for directory in places(module):
        found |= {name: preview.candidate(name, "module") for name in scan(directory)}
        yield None
    from . import unloaded

    loaded = safe.loaded(module)
    if loaded is None:
        for _ in unloaded.parse(module):
            yield None
        found |= {one["text"]: one for one in unloaded.names_in(module)}
    else:
        own = safe.own_dict(loaded)
        hidden = ("__name__", "__file__", "__spec__", "__loader__", "__builtins__", "__cached__")
        found |= {
            name: preview.of_object(name, value)
            for name, value in own.items()
            if type(name) is str and name not in hidden
        }
        if safe.entry(own, "__dir__") is not safe.MISSING:
            try:
                listed = safe.strings(dir(loaded))
            except Exception:
                listed = []
            found |= {name: preview.candidate(name, "variable") for name in listed if name not in found}
    public = safe.entry(safe.own_dict(loaded), "__all__") if loaded is not None else None
    usual.weigh(found, module, public)
    yield [one for name, one in found.items() if name not in given]
