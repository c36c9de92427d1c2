"""The GUI goes on while the prompt waits: which toolkit the program uses, and who runs it.

A toolkit is one function, prompt_toolkit's input hook: `hook(context)` runs the GUI until
the file descriptor `context.fileno()` is readable. Each has a module here with `found()`,
the hook if the program uses the toolkit now, and no module imports a toolkit: what is not
in `sys.modules` is not in use.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .watch import Watch

    Hook = Callable[[Watch], object]
    Found = Callable[[], Hook | None]

TOOLKITS: dict[str, tuple[str, Sequence[str]]] = {
    "tk": ("tk", ["tkinter"]),
    "qt": ("qt", ["PySide6.QtCore", "PyQt6.QtCore", "PySide2.QtCore", "PyQt5.QtCore"]),
    "gtk4": ("glib", ["gi.repository.Gtk"]),
    "gtk3": ("glib", ["gi.repository.Gtk"]),
    "wx": ("wx", ["wx"]),
    "pyglet": ("pyglet", ["pyglet.app"]),
    "glib": ("glib", ["gi.repository.GLib"]),
}
"""Name: our module, and what is in `sys.modules` when the toolkit may be in use; `auto` takes the first."""


def finder(gui: object, input_hook: Callable[[], int] = int) -> Found:
    """A function that tells at each wait which hook to run, if any.

    Args:
        gui: A name in `TOOLKITS`, `"auto"` for whichever the program uses, a hook, or `None`.
        input_hook: The address of C's `PyOS_InputHook`, 0 when none is set; `"auto"` comes to
            it last.

    Raises:
        ValueError: There is no such toolkit.
    """
    if gui is None:
        return lambda: None
    if callable(gui):
        return lambda: gui
    if gui == "auto":
        return lambda: auto(input_hook)
    if gui in TOOLKITS:
        return lambda: found(str(gui))
    names = ", ".join(f'"{name}"' for name in TOOLKITS)
    raise ValueError(f'gui is "auto", {names}, a function or None, not {gui!r}')


def auto(input_hook: Callable[[], int]) -> Hook | None:
    """The first toolkit that the program uses. Microseconds when it uses none."""
    for name in TOOLKITS:
        if hook := found(name):
            return hook
    # Tk and Qt set one too, for the time before they are found.
    if not input_hook() or "_tkinter" in sys.modules or any(map(sys.modules.get, TOOLKITS["qt"][1])):
        return None
    from .inputhook import hook_at

    return hook_at(input_hook())


def found(name: str) -> Hook | None:
    """The hook of one toolkit, if the program uses it."""
    module, needed = TOOLKITS[name]
    for loaded in needed:
        if loaded in sys.modules:
            from importlib import import_module

            if hook := import_module(f".{module}", __name__).found(loaded):
                return hook  # type: ignore[no-any-return]
    return None
