"""Qt, by any of its four bindings: a loop of its own, and a notifier that ends it."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

    from . import Hook
    from .watch import Watch


def found(module: str) -> Hook | None:
    """The hook, if there is an application, and it belongs to this thread."""
    core = sys.modules[module]
    app = core.QCoreApplication.instance()
    if app is None or app.thread() != core.QThread.currentThread():
        return None
    return lambda context: run(context, core)


def run(context: Watch, core: Any) -> None:
    """Runs the application's events."""
    loop = core.QEventLoop()
    notifier = core.QSocketNotifier(context.fileno(), core.QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: loop.quit())
    before = sys.excepthook
    if before is sys.__excepthook__:
        # PyQt aborts the process when a slot raises, unless there is a hook other than Python's own.
        sys.excepthook = report
    try:
        if not context.input_is_ready():
            (getattr(loop, "exec", None) or loop.exec_)()
    finally:
        notifier.setEnabled(False)
        if sys.excepthook is report:
            sys.excepthook = before


def report(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Python's own report, by another name."""
    sys.__excepthook__(kind, error, traceback)
