"""What a misspelt name may have meant, on Python 3.10 and 3.11.

There only the interpreter's own printer says so; from 3.12 on the module `traceback` does.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from traceback import TracebackException

LONGEST = 40
"""Characters of a name, and ..."""
MOST = 750
"""... how many others it is compared with, as in CPython's `traceback.py`."""


def complete(report: TracebackException, error: BaseException) -> None:
    """Adds the nearest name to the report of an `AttributeError` or `NameError`."""
    if not isinstance(error, (AttributeError, NameError)):
        return
    name = getattr(error, "name", None)
    if not isinstance(name, str) or len(name) > LONGEST:
        return
    near = nearest(name, attributes(error) if isinstance(error, AttributeError) else variables(error))
    # The package `exceptiongroup` makes the module say so, too.
    if near is not None and "Did you mean" not in "".join(report.format_exception_only()):
        vars(report)["_str"] += f". Did you mean: {near!r}?"


def attributes(error: AttributeError) -> list[str]:
    """The names that the object has; a class's own `__dir__` is asked, as CPython does."""
    try:
        return dir(error.obj)
    except Exception:
        return []


def variables(error: NameError) -> list[str]:
    """The names in reach where a name was not found."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return []
    frame = trace.tb_frame
    return [*frame.f_locals, *frame.f_globals, *frame.f_builtins]


def nearest(name: str, others: Iterable[object]) -> str | None:
    """The name most like another one; `None` if none is, or too many would have to be looked at."""
    import difflib

    known = [other for other in others if isinstance(other, str) and other != name]
    near = difflib.get_close_matches(name, known, 1, 2 / 3) if len(known) <= MOST else []
    return near[0] if near else None
