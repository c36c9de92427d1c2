"""SIGINT from elsewhere at a drawn prompt of sideloop's own program: as if Ctrl-C were pressed.

A program that embeds a session keeps its own handler there. The command line has none but
Python's, which would end it with a traceback.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
from _signal import SIGINT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..host import Session


class AtPrompt:
    """Has SIGINT in place of Python's own handler until it is closed. Main thread.

    Args:
        session: Whose prompt it is.
    """

    def __init__(self, session: Session) -> None:
        """Leaves alone what the program installed, and a signal that is ignored."""
        self.session = session
        if _signal.getsignal(SIGINT) is _signal.default_int_handler:
            _signal.signal(SIGINT, self.press)

    def press(self, _number: int, _frame: object) -> None:
        """The handler. Raises nothing, wherever it comes."""
        try:
            self.session.send({"type": "interrupt"})
        except RuntimeError:
            # The session is over already.
            return

    def close(self) -> None:
        """Gives SIGINT back, unless somebody has installed a handler since."""
        if _signal.getsignal(SIGINT) == self.press:
            _signal.signal(SIGINT, _signal.default_int_handler)
