"""Names that a session lends to the program: `exit` and `quit`, and the results `_`, `_1`, `_2`."""

from __future__ import annotations

import builtins

_ABSENT = object()
_names = vars(builtins)
_lent: dict[str, dict[Extras | None, object]] = {}  # name -> lender -> value, the original first


class Extras:
    """Names that a session lends to every module, by way of builtins: `exit`, `_`, `_1`.

    The host's globals stay clean, and functions defined at the prompt see them too.
    `remove` brings back what was there before, in whatever order sessions end.
    """

    def set(self, name: str, value: object) -> None:
        """Lends `name`, unless the program keeps a function there, as gettext does with `_`."""
        if (lenders := _lent.get(name)) is None:
            before = _names.get(name, _ABSENT)
            if name == "_" and callable(before):
                return
            lenders = _lent[name] = {None: before}
        lenders[self] = _names[name] = value

    def remember(self, value: object, number: int) -> None:
        """A result: `_` is the latest one, `_3` that of input 3."""
        self.set("_", value)
        self.set(f"_{number}", value)

    def remove(self) -> None:
        """Takes back every name lent."""
        for name, lenders in list(_lent.items()):
            if lenders.pop(self, _ABSENT) is _ABSENT:
                continue
            latest = next(reversed(lenders.values()))
            if latest is _ABSENT:
                delattr(builtins, name)
            else:
                setattr(builtins, name, latest)
            if len(lenders) == 1:
                del _lent[name]


class Leave:
    """`exit` and `quit` at the prompt: `exit()`, `exit(3)`, or the bare name as an input."""

    def __call__(self, code: object = None) -> None:
        """Ends the session. Unlike site's `quit` it leaves stdin open."""
        raise SystemExit(code)

    def __repr__(self) -> str:
        return "Leaves the session, as Ctrl-D does."
