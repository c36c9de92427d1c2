"""Which names of a module or class are likely meant: what programs use most; what is not public hardly is."""

from __future__ import annotations

import os

from . import pace, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Candidates = dict[str, dict[str, Any]]

_MOST = 100
_UNLISTED = -1
OWN = 150
"""How likely columns are among a frame's attributes, and a class's own names among those it inherits."""


def weigh(found: Candidates, module: object, listed: object = None) -> Candidates:
    """Tells of the candidates of a module which are likely.

    Args:
        found: The candidates by name; they are changed.
        module: The name of the module.
        listed: Its `__all__`: what is not in it hardly is meant.
    """
    public = {*safe.strings(listed)} if type(listed) is list or type(listed) is tuple else set()
    for name in found if public else ():
        if name not in public:
            found[name]["likely"] = _UNLISTED
    return _weigh(found, safe.text(module))


def weigh_attributes(found: Candidates, cls: type) -> Candidates:
    """The same of the candidates of a class of Python or a library; a subclass has its own order."""
    return _weigh(found, f"{safe.module_of(cls)}.{safe.qualname_of(cls)}")


def _weigh(found: Candidates, name: str) -> Candidates:
    for number, one in enumerate(_used().get(name, [])):
        if one in found:
            found[one]["likely"] = _MOST - number
    return found


@pace.piece(1)
def _used() -> dict[str, list[str]]:
    """By module or class what other modules use most of it, the most used first: `usual.txt`."""
    with open(os.path.join(os.path.dirname(__file__), "usual.txt"), encoding="utf-8") as file:
        lines = [line.partition(":") for line in file if not line.startswith("#")]
    return {module: names.split() for modules, _, names in lines for module in modules.split()}
