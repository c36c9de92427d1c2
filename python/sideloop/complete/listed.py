"""The strings that a library accepts because a table of its own, or of the system, lists them now."""

from __future__ import annotations

import os
import sys

from . import safe
from .known import mappings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def listed(module: str, name: str, parameter: str, prefix: str) -> list[str]:
    """What a table of a library lists now."""
    match module, name, parameter:
        case "os", "getenv", "key":
            return safe.strings(key for key, _ in mappings.entries(os.environ) or ())
        case "logging", "getLogger" | "Logger.getChild", _:
            return _loggers()
        case "importlib", "import_module", "name":
            return _modules(prefix)
        case "hashlib" | "_hashlib", "new" | "__hash_new" | "file_digest", "name" | "digest" | "string":
            import hashlib

            return sorted(hashlib.algorithms_available)
        case "zoneinfo" | "zoneinfo._zoneinfo" | "_zoneinfo", "ZoneInfo", _:
            return _zones(prefix)
        case "pandas._config.config" | "pandas", _, "pat":
            return _options()
    return []


def _loggers() -> list[str]:
    logging = safe.own_dict(safe.loaded("logging"))
    manager = safe.field(safe.entry(logging, "root"), "manager")
    if manager is safe.MISSING:
        manager = safe.find(type(safe.entry(logging, "root")), "manager")
        manager = manager[1] if manager else None
    known = safe.field(manager, "loggerDict")
    return safe.strings(known) if type(known) is dict else []


def _modules(prefix: str) -> list[str]:
    """Modules that can be imported: those of the package that is typed, else all at the top."""
    from . import modules

    package, dot, _ = prefix.rpartition(".")
    *_, found = modules.modules(package, 0, "")
    return [package + dot + one["text"] for one in found or []]


def _zones(prefix: str) -> list[str]:
    """Time zones, by the files of the system's database; regions end with a slash."""
    region = prefix.rpartition("/")[0]
    zoneinfo = safe.loaded("zoneinfo")
    for place in zoneinfo.TZPATH if zoneinfo is not None else ():
        try:
            names = sorted(os.listdir(os.path.join(place, region)))
        except OSError:
            continue
        found = [os.path.join(region, name) if region else name for name in names if name[:1].isupper()]
        return [f"{one}/" if os.path.isdir(os.path.join(place, one)) else one for one in found]
    return []


def _options() -> list[str]:
    """The options of pandas."""
    config = sys.modules.get("pandas._config.config")
    known: Any = safe.own_dict(config).get("_registered_options") if safe.is_module(config) else None
    return safe.strings(known) if type(known) is dict else []
