"""Who gets SIGINT: the evaluation that began last, in whichever thread it runs.

Python calls signal handlers in the main thread only. An evaluation there gets a handler
of Python's kind; for one in another thread a native handler wakes a native thread, which
sets the exception in the evaluation's thread. Both are ours from `begin` to `end` only,
and the host's own handler never hears of a Ctrl-C that was meant for the evaluation.

A signal that arrives just before a system call is one that Python sleeps upon. In the main
thread it is therefore sent again until `on_sigint` has run (`resend_sigint`).

`signal` itself is not imported: it makes enums of all that it is asked, at each Enter.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import sys
from _signal import SIGINT
from _thread import RLock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType
    from typing import Any, Protocol

    from .evaluation import Evaluation

    class Native(Protocol):
        """What the boundary offers."""

        def resend_sigint(self) -> Resend:
            """Starts a thread that sends SIGINT again that the main thread did not hear of."""

        def watch_sigint(self, callback: Callable[[], None]) -> Watch:
            """Calls `callback` in a thread of its own upon each SIGINT."""

        def raise_in(self, thread: int, error: type[BaseException] | None) -> None:
            """Sets, or takes back, the asynchronous exception of a thread."""

    class Resend(Protocol):
        """SIGINT is sent again while this is not closed."""

        def stand_before(self) -> None:
            """Stands before the handler that Python has installed just now."""

        def heard(self) -> None:
            """Python's own handler runs."""

        def put_off(self) -> bool:
            """It runs, but it is not the time: whether the signal is sent again."""

        def close(self) -> None:
            """Ends its thread."""

    class Watch(Protocol):
        """SIGINT is watched while this is not closed."""

        def close(self) -> None:
            """Puts the former handler back and ends the thread."""


class Registry:
    """The evaluations that run now, and what was arranged for them."""

    def __init__(self) -> None:
        """Nothing runs."""
        self.lock = RLock()
        self.running: list[Evaluation] = []
        self.main: list[Evaluation] = []
        """Those of `running` that are in the main thread."""
        self.previous: Any = None
        self.watch: Watch | None = None
        self.resend: Resend | None = None
        self.put_off = False
        """Whether the last signal is to come again."""


registry = Registry()


def begin(evaluation: Evaluation, native: Native) -> None:
    """From here on SIGINT is the evaluation's. Call while Ctrl-C is still a key."""
    with registry.lock:
        main = registry.main
        is_in_main = main[0].thread == evaluation.thread if main else install(native)
        if is_in_main:
            main.append(evaluation)
        registry.running.append(evaluation)
        arrange(native)


def end(evaluation: Evaluation, native: Native) -> None:
    """Gives SIGINT back. Call when Ctrl-C is a key again, in the evaluation's thread."""
    while True:
        try:
            with registry.lock:
                if evaluation in registry.running:
                    registry.running.remove(evaluation)
                if evaluation not in registry.main:
                    native.raise_in(evaluation.thread, None)
                elif registry.main == [evaluation]:
                    unwatch()
                    restore()
                    registry.main.clear()
                else:
                    registry.main.remove(evaluation)
                arrange(native)
            return
        except KeyboardInterrupt:
            # It was on its way when the evaluation ended.
            continue


def over() -> None:
    """A session is over: ends what was kept for its next evaluation. Any thread."""
    with registry.lock:
        if not registry.main and registry.resend is not None:
            resend, registry.resend = registry.resend, None
            resend.close()


def install(native: Native) -> bool:
    """Takes Python's handler over; `False` off the main thread."""
    try:
        previous = _signal.getsignal(SIGINT)
        # What C code has installed cannot be put back from here: leave it alone.
        if previous is not None:
            _signal.signal(SIGINT, on_sigint)
            registry.previous = previous
    except ValueError:
        return False
    if previous is not None:
        registry.resend = registry.resend or native.resend_sigint()
        registry.resend.stand_before()
    return True


def restore() -> None:
    """Puts the handler back that was there, unless the evaluated code installed one."""
    if _signal.getsignal(SIGINT) is on_sigint:
        _signal.signal(SIGINT, registry.previous)
    registry.previous = None


def unwatch() -> None:
    """Watches natively no more."""
    watch, registry.watch = registry.watch, None
    if watch is not None:
        watch.close()


def arrange(native: Native) -> None:
    """Watches natively exactly while the last evaluation is off the main thread."""
    running = registry.running
    if not running or running[-1] in registry.main:
        unwatch()
    elif registry.watch is None:
        registry.watch = native.watch_sigint(lambda: elsewhere(native))


def on_sigint(_number: int, frame: FrameType | None) -> None:
    """Python's handler: runs in the main thread, between two bytecodes of `frame`."""
    resend = registry.resend
    registry.put_off = bool(not registry.put_off and is_locking(frame) and resend and resend.put_off())
    if registry.put_off:
        return
    if resend is not None:
        resend.heard()
    main = registry.main
    if main and (error := main[-1].interrupt(frame)):
        raise error


def is_locking(frame: FrameType | None) -> bool:
    """Whether a frame is that of `threading.Condition` which takes or releases its lock.

    An exception there would leave the lock taken for ever, those of futures among them: a
    thread of an executor would hang, and the program at its end. Other locks are C code.
    """
    code = frame and frame.f_code
    return code is not None and code.co_name in {"__enter__", "__exit__"} and code in conditions()


def conditions() -> tuple[CodeType, ...]:
    """What `is_locking` looks for; nothing as long as `threading` is not imported."""
    condition = getattr(sys.modules.get("threading"), "Condition", None)
    return () if condition is None else (condition.__enter__.__code__, condition.__exit__.__code__)


def elsewhere(native: Native) -> None:
    """The native thread's callback: the evaluation's thread stands still, as the GIL is here."""
    running = list(registry.running)
    if not running:
        return
    frame = sys._current_frames().get(running[-1].thread)
    if error := running[-1].interrupt(frame):
        native.raise_in(running[-1].thread, type(error))
