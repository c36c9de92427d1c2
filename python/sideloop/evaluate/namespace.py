"""The names that an input can see and bind.

At a module's prompt that is the module's own dict, nothing else. In a function there
are three layers: names made at the prompt, the frame's locals, the module's globals.
A function typed at the prompt looks its free names up in its globals and then in its
builtins, and nowhere else, and a class body asks its globals behind Python's back.
So the names made at the prompt are the globals, a plain dict, and the other layers
stand behind it as its `__builtins__`, a dict whose `__missing__` asks them one by one.

What was turned down: a copy of all names as globals goes stale when the module
assigns; a `__missing__` on the globals is not asked by class bodies; compiling the
input inside a function with the locals as its cells hides names that are made later.

`global` stores straight into the globals. An input that says `global` is therefore
executed with the module's dict as its globals; functions defined in such an input see
the module, not the frame's locals.
"""

from __future__ import annotations

import builtins
import sys
from _collections_abc import MutableMapping

from . import grammar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import Any

_OPTIMIZED = 1  # inspect.CO_OPTIMIZED: the frame's locals are variables, not a dict
_WRITE_THROUGH = sys.version_info >= (3, 13)  # PEP 667
# What functions, classes, imports and warnings read from the globals directly.
_MODULE_NAMES = ("__name__", "__package__", "__spec__", "__loader__", "__path__", "__file__")


class Namespace:
    """The names of one session.

    `globals` and `locals` are what `exec` takes. `flags` are the compiler flags of the
    `__future__` imports in force; they grow as inputs import more.
    """

    __slots__ = ("flags", "globals", "locals", "module")

    def __init__(self, module: dict[str, Any], local: MutableMapping[str, Any] | None = None) -> None:
        """`module` and `local` are what `globals()` and `locals()` gave, or any two of the kind."""
        self.module = module
        self.globals = module
        self.locals: MutableMapping[str, Any] = module
        self.flags = grammar.future_flags(module)
        if local is not None and local is not module:
            self.globals = local.made if isinstance(local, _FrameNames) else {}
            self.globals.update((name, module[name]) for name in _MODULE_NAMES if name in module)
            self.globals["__builtins__"] = _Behind(local, module)
            self.locals = local

    @classmethod
    def of_frame(cls, frame: FrameType) -> Namespace:
        """The names that the code of `frame` sees, live.

        Assigning to a local variable of a function changes the variable from Python
        3.13 on; before, the new value is kept in the session.
        """
        is_function = frame.f_code.co_flags & _OPTIMIZED
        return cls(frame.f_globals, _FrameNames(frame) if is_function else frame.f_locals)

    def scopes(self, *, says_global: bool = False) -> tuple[dict[str, Any], MutableMapping[str, Any]]:
        """Globals and locals to execute an input with."""
        return (self.module if says_global else self.globals), self.locals

    def lookup(self, name: str) -> Any:
        """What `name` means at the prompt; raises `KeyError`."""
        for layer in (self.locals, self.globals, self.module, vars(builtins)):
            try:
                return layer[name]
            except KeyError:
                pass
        raise KeyError(name)

    def names(self) -> set[str]:
        """Every name that means something at the prompt."""
        return {*self.locals, *self.globals, *self.module, *vars(builtins)}


class _FrameNames(MutableMapping[str, "Any"]):
    """The locals of a running function, under the names made at the prompt."""

    __slots__ = ("_deleted", "_frame", "made")

    def __init__(self, frame: FrameType) -> None:
        self._frame = frame
        self._deleted: set[str] = set()
        self.made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name in self.made:
            return self.made[name]
        if name in self._deleted:
            raise KeyError(name)
        return self._frame.f_locals[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self._deleted.discard(name)
        code = self._frame.f_code
        if _WRITE_THROUGH and name in code.co_varnames + code.co_cellvars + code.co_freevars:
            self._frame.f_locals[name] = value
        else:
            self.made[name] = value

    def __delitem__(self, name: str) -> None:
        """Hides a variable of the frame: no Python can unbind it from here."""
        self[name]
        self.made.pop(name, None)
        self._deleted.add(name)

    def __iter__(self) -> Iterator[str]:
        names = dict.fromkeys([*self._frame.f_locals, *self.made])
        hidden = {*_MODULE_NAMES, "__builtins__", *self._deleted}
        return (name for name in names if name not in hidden)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(dict(self))


class _Behind(dict[str, "Any"]):
    """Stands as `__builtins__` of the names made at the prompt: locals, module, builtins.

    Holds `__import__` itself, since the `import` statement does not ask `__missing__`
    before Python 3.13, and whatever a hook of C code keeps beside it: PySide's ends the
    process where it does not find its own.
    """

    __slots__ = ("_layers",)

    def __init__(self, local: MutableMapping[str, Any], module: dict[str, Any]) -> None:
        super().__init__({name: vars(builtins)[name] for name in vars(builtins) if name.endswith("import__")})
        self._layers = (local, module, vars(builtins))

    def __missing__(self, name: str) -> Any:
        for layer in self._layers:
            try:
                return layer[name]
            except KeyError:
                pass
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """All names: `traceback` looks here for what a mistyped name could have meant."""
        return iter({name for layer in self._layers for name in layer})
