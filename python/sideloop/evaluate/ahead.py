"""What Enter would run, compiled before it is pressed, while there is time."""

from __future__ import annotations

from . import sources
from .compiling import Compiled, compile_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .compiling import Incomplete, Invalid
    from .namespace import Namespace


class Ahead:
    """The input that is being typed, compiled before Enter is pressed: the last one only.

    Args:
        namespace: The names that it will see.
    """

    def __init__(self, namespace: Namespace) -> None:
        """Knows of no input."""
        self.namespace = namespace
        self.filename = ""
        """A name that was given to an input which has not run."""
        self.known: tuple[str, int, Compiled | Invalid | Incomplete] | None = None

    def prepare(self, source: str) -> None:
        """Compiles a text that may be run as it is."""
        try:
            self.known = (source, self.namespace.flags, self.compile(source))
        except Exception:
            # It is told when the text is run.
            self.known = None

    def check(self, source: str) -> Compiled | Invalid | Incomplete:
        """Compiles what is to be run, unless it is prepared, and registers its text if it compiles.

        Nothing is executed and nothing printed: warnings wait for `evaluate.run`.
        """
        known, self.known = self.known, None
        is_prepared = known is not None and known[:2] == (source, self.namespace.flags)
        checked = known[2] if known is not None and is_prepared else self.compile(source)
        if isinstance(checked, Compiled):
            self.filename = ""
            keep(checked)
        return checked

    def compile(self, source: str) -> Compiled | Invalid | Incomplete:
        """Compiles under a name of its own, which no input that ran has."""
        self.filename = self.filename or sources.new_name()
        return compile_input(source, self.filename, self.namespace)


def keep(compiled: Compiled) -> None:
    """Lets tracebacks and `inspect` know the text of an input that is about to run."""
    sources.register(compiled.filename, compiled.text)
    if compiled.tree is not None:
        from .classes import note

        note(compiled.tree, compiled.filename)
        compiled.tree = None
