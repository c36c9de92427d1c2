"""The text of inputs, kept where `linecache` finds it.

With it tracebacks show the lines of an input, and `inspect.getsource` works for
functions and classes defined at the prompt.
"""

from __future__ import annotations

import itertools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

PREFIX = "<sideloop-"
"""How the names of inputs begin."""

_MAX_KEPT = 16 << 20  # characters; some hundred thousand inputs

_numbers = itertools.count(1)


class _Kept:
    """Names with the lengths of their texts, oldest first, and the sum of all.

    The sum is kept up to date, so that an input costs no more the more there were.
    """

    def __init__(self) -> None:
        self.lengths: dict[str, int] = {}
        self.total = 0

    def add(self, name: str, length: int) -> None:
        self.lengths[name] = length
        self.total += length

    def drop_oldest(self) -> str:
        oldest = next(iter(self.lengths))
        self.total -= self.lengths.pop(oldest)
        return oldest


_kept = _Kept()


def new_name() -> str:
    """A name that no other input of the process has."""
    return f"{PREFIX}{next(_numbers)}>"


def register(filename: str, text: str) -> None:
    """Keeps `text` under `filename`; the oldest texts go when there are too many."""
    remember(filename, text)
    _kept.add(filename, len(text))
    while _kept.total > _MAX_KEPT and len(_kept.lengths) > 1:
        import linecache

        linecache.cache.pop(_kept.drop_oldest(), None)


def remember(filename: str, text: str) -> None:
    """Lets `linecache` know the lines of something that is no file."""
    import linecache

    lines = [line + "\n" for line in text.split("\n")]
    linecache.cache[filename] = (len(text), None, lines, filename)  # no time stamp: it is never checked


class warnings_of:  # noqa: N801  (a context manager, used like a function)
    """Collects the warnings about one file instead of showing them.

    Only `warnings.showwarning` is exchanged, which Python documents as replaceable:
    `catch_warnings` would make every module of the program repeat its old warnings.
    """

    def __init__(self, filename: str, found: list[tuple[Any, ...]]) -> None:
        self._filename = filename
        self._found = found

    def __enter__(self) -> None:
        import warnings

        self._before = warnings.showwarning
        warnings.showwarning = self._show  # type: ignore[assignment]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        import warnings

        warnings.showwarning = self._before

    def _show(self, message: Any, category: Any, filename: str, lineno: int, *rest: Any) -> None:
        if filename == self._filename:
            # Python 3.14 gives some warnings for the tree, and again for the code made of it.
            if not any((str(message), lineno) == (str(one[0]), one[3]) for one in self._found):
                self._found.append((message, category, filename, lineno, *rest))
        else:
            self._before(message, category, filename, lineno, *rest)
