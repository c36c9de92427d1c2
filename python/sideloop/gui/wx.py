"""wxPython: it watches no file descriptors, so a thread does, and posts an event."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import Hook
    from .watch import Watch


def found(_module: str) -> Hook | None:
    """The hook, if there is an application, and this is its thread."""
    wx = sys.modules["wx"]
    return run if wx.GetApp() and wx.IsMainThread() else None


def run(context: Watch) -> None:
    """Runs the application's events."""
    import os
    import threading

    import wx  # type: ignore[import-not-found]

    from .watch import Watch

    loop = wx.GUIEventLoop()
    read, write = os.pipe()

    def watch() -> None:
        with Watch(context.fileno(), read) as either:
            either.wait()
        wx.CallAfter(loop.Exit)

    thread = threading.Thread(target=watch, name="sideloop-wx", daemon=True)
    thread.start()
    try:
        with wx.EventLoopActivator(loop):
            loop.Run()
    finally:
        os.write(write, b"x")
        thread.join()
        os.close(read)
        os.close(write)
