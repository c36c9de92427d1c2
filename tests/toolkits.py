"""Toolkits with a timer, 50 times a second, that says when it has come far enough.

`make("qt")` makes a program's GUI, `make("qt by ipython")` also takes IPython's input hook for it.
"""

from __future__ import annotations

import select
import sys
import time
from importlib import import_module
from typing import Any

ENOUGH = 50
COUNTS = {"gui": 0, "loop": 0}
OPTIONS: dict[str, Any] = {}
"""Of `embed`."""
KEPT: list[Any] = []
GUI = 0.02


def make(name: str) -> Any:
    """What keeps the GUI alive."""
    toolkit, _, others = name.partition(" by ")
    made = globals()[toolkit]()
    if others:
        name = "qt" if "qt" in toolkit else toolkit
        OPTIONS["gui"] = import_module(f"IPython.terminal.pt_inputhooks.{name}").inputhook
    return made


def count(name: str) -> None:
    COUNTS[name] += 1
    if COUNTS[name] == ENOUGH:
        print(f"[{name} goes on]", flush=True)


def tk() -> Any:
    import tkinter

    root = tkinter.Tk()

    def again(due: float) -> None:
        count("gui")
        due = max(due + GUI, time.monotonic())
        root.after(int(1000 * (due - time.monotonic())), again, due)

    again(time.monotonic())
    return root


def qt(binding: str = "PySide6") -> Any:
    widgets, core = import_module(f"{binding}.QtWidgets"), import_module(f"{binding}.QtCore")
    app = widgets.QApplication([])
    app.label = widgets.QLabel("shown")
    app.label.show()
    app.timer = core.QTimer(app)
    app.timer.timeout.connect(lambda: count("gui"))
    app.timer.start(int(1000 * GUI))
    return app


def pyqt6() -> Any:
    return qt("PyQt6")


def pyqt5() -> Any:
    return qt("PyQt5")


def pyside2() -> Any:
    return qt("PySide2")


def glib() -> Any:
    from gi.repository import GLib

    return GLib.timeout_add(int(1000 * GUI), lambda: count("gui") or True)


def gtk3() -> Any:
    import gi

    gi.require_version("Gtk", "3.0")
    from gi.repository import Gtk

    window = Gtk.Window(title="shown")
    window.show_all()
    return window, glib()


def gtk4() -> Any:
    import gi

    gi.require_version("Gtk", "4.0")
    from gi.repository import Gtk

    Gtk.init()
    window = Gtk.Window(title="shown")
    window.present()
    return window, glib()


def wx() -> Any:
    import wx as library

    app = library.App()
    app.frame = library.Frame(None, title="shown")
    app.frame.Show()
    app.timer = library.Timer(app.frame)
    app.frame.Bind(library.EVT_TIMER, lambda _event: count("gui"))
    app.timer.Start(int(1000 * GUI))
    return app


def pyglet() -> Any:
    import pyglet as library

    window = library.window.Window(width=100, height=100)
    library.clock.schedule_interval(lambda _passed: count("gui"), GUI)
    return window


def matplotlib(backend: str = "TkAgg") -> Any:
    """Its figure in a window, which `plt.ion()` shows at once, and a timer of its canvas."""
    import matplotlib as library

    library.use(backend)
    import matplotlib.pyplot as plt

    plt.ion()
    plt.plot([1, 2])
    timer = plt.gcf().canvas.new_timer(interval=int(1000 * GUI), callbacks=[(count, ["gui"], {})])
    timer.start()
    return timer


def matplotlib_qt() -> Any:
    return matplotlib("QtAgg")


def hook() -> None:
    """prompt_toolkit's contract: it returns when there is input."""

    def run(context: Any) -> None:
        while not context.input_is_ready():
            select.select([context.fileno()], [], [], GUI)
            count("gui")

    OPTIONS["gui"] = run


def mainloop() -> Any:
    """The same with a toolkit's own loop, which the input ends."""
    root = tk()

    def run(context: Any) -> None:
        root.createfilehandler(context.fileno(), 2, lambda *_: root.quit())
        try:
            root.mainloop()
        finally:
            root.deletefilehandler(context.fileno())

    OPTIONS["gui"] = run
    return root


def pyos() -> None:
    """C's own hook: it returns when descriptor 0 is readable, as readline's and others' do."""
    import ctypes

    def run() -> int:
        ready = False
        while not ready:
            ready = bool(select.select([0], [], [], GUI)[0])
            count("gui")
        return 0

    KEPT.append(function := ctypes.CFUNCTYPE(ctypes.c_int)(run))
    address = ctypes.c_void_p.in_dll(ctypes.pythonapi, "PyOS_InputHook")
    address.value = ctypes.cast(function, ctypes.c_void_p).value
    assert "tkinter" not in sys.modules


def broken() -> None:
    OPTIONS["gui"] = lambda _context: 1 / 0


def nothing() -> None:
    """No GUI until one is made at the prompt."""
