"""pyglet: its windows are drawn at the rate of its clock, as its own loop does."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import Hook
    from .watch import Watch

FRAME = 1 / 60
"""Seconds that a window waits for its events at most; pyglet's own loop takes the same."""


def found(module: str) -> Hook | None:
    """The hook, if there is a window."""
    return run if list(sys.modules[module].windows) else None


def run(context: Watch) -> None:
    """Ticks and draws."""
    import pyglet  # type: ignore[import-not-found]

    pause: float | None = 0.0
    while not context.wait(FRAME if pause is None else min(pause, FRAME)):
        pyglet.clock.tick()
        for window in list(pyglet.app.windows):
            window.switch_to()
            window.dispatch_events()
            window.dispatch_event("on_draw")
            window.flip()
        pause = pyglet.clock.get_sleep_time(True)
