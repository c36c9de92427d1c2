"""Report an exception that an input or a script raised.

A traceback begins at the person's code: the frames through which sideloop called it
are taken off, for `pdb.pm()` too. The text is the running interpreter's own.
"""

from __future__ import annotations

import sys

from ..evaluate.sources import PREFIX
from . import Look, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from traceback import TracebackException
    from types import TracebackType

_OURS = __file__[: -len("display/report.py")]
_INTERPRETERS = sys.__excepthook__
_MAX_ENTRIES = 30  # more, as in an endless recursion of two functions, are cut in the middle


def show(exception: BaseException, look: Look) -> list[str] | None:
    """Reports `exception` on `sys.stderr`, and sets `sys.last_exc` and its older names.

    What is for a pager is not reported: its lines are returned.

    A `sys.excepthook` that the program or the person installed does the reporting
    instead. An interrupt is one line. To be called on the thread that evaluates.
    """
    trim(exception)
    remember(exception)
    if isinstance(exception, KeyboardInterrupt):
        write("KeyboardInterrupt\n", sys.stderr)
    elif getattr(sys, "excepthook", _INTERPRETERS) is _INTERPRETERS or not _show_by_hook(exception, look):
        text = render(exception, look)
        if look.rows and text.count("\n") > look.rows:
            return text.splitlines()
        write(text, sys.stderr)
    return None


def barely(exception: BaseException) -> None:
    """Reports what `show` cannot, as the interpreter itself does: without a module or a hook."""
    _INTERPRETERS(type(exception), exception, trimmed(exception.__traceback__))


def summary(exception: BaseException) -> str:
    """The last line of a traceback, or the last ones."""
    import traceback

    return "".join(traceback.format_exception_only(type(exception), exception)).strip()


def render(exception: BaseException, look: Look) -> str:
    """The text of a traceback, coloured, with its last newline."""
    import traceback

    try:
        report = traceback.TracebackException.from_exception(exception, compact=True)
        if sys.version_info < (3, 12):
            from . import meant

            meant.complete(report, exception)
        _shorten(report)
        text = "".join(report.format())
    except Exception as error:  # an exception can answer to anything with anything
        text = f"{_in_words(exception)} (its traceback cannot be shown: {type(error).__name__})\n"
    if look.highlight is None:
        return text
    from . import tint

    return tint.traceback(text, look.highlight)


def _in_words(exception: BaseException) -> str:
    try:
        return f"{type(exception).__qualname__}: {exception}"
    except Exception:
        return type(exception).__qualname__


def trim(exception: BaseException) -> None:
    """Takes the frames before the person's code off the exception's traceback."""
    exception.__traceback__ = trimmed(exception.__traceback__)


def trimmed(trace: TracebackType | None) -> TracebackType | None:
    """`trace` from the first frame of an input, or else from the first that is not ours."""
    entry = trace
    while entry is not None and not entry.tb_frame.f_code.co_filename.startswith(PREFIX):
        entry = entry.tb_next
    if entry is not None:
        return entry
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(_OURS):
        trace = trace.tb_next
    return trace


def remember(exception: BaseException) -> None:
    """Lets `pdb.pm()` and `traceback.print_last()` find the exception."""
    vars(sys)["last_exc"] = exception  # known to sys itself from Python 3.12 on
    sys.last_type = type(exception)
    sys.last_value = exception
    sys.last_traceback = exception.__traceback__


def _show_by_hook(exception: BaseException, look: Look) -> bool:
    """Whether `sys.excepthook` did it; if it fails, so much is told."""
    try:
        sys.excepthook(type(exception), exception, exception.__traceback__)
    except Exception as error:
        trim(error)
        write("Error in sys.excepthook:\n" + render(error, look) + "\nOriginal exception was:\n", sys.stderr)
        return False
    return True


def _shorten(report: TracebackException) -> None:
    """Cuts the middle out of long stacks, in all the exceptions of a chain."""
    import traceback

    class Shortened(traceback.StackSummary):
        def format(self, **options: object) -> list[str]:
            entries = super().format(**options)
            left_out = len(entries) - _MAX_ENTRIES
            if left_out > 0:
                half = _MAX_ENTRIES // 2
                entries[half:-half] = [f"  [{left_out} more frames]\n"]
            return entries

    seen: set[int] = set()
    rest: list[TracebackException | None] = [report]
    while rest:
        one = rest.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        if len(one.stack) > _MAX_ENTRIES:
            one.stack = Shortened(one.stack)
        rest += [one.__cause__, one.__context__, *(getattr(one, "exceptions", None) or ())]
