"""`obj?` and `obj??`: documentation printed like a result; with two marks, the source too."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .complete import Names
    from .display import Look


class Description:
    """What an input asks to be described.

    Args:
        expression: The input without its marks.
        source: Whether its source is wanted.
    """

    __slots__ = ("expression", "source")

    def __init__(self, expression: str, source: bool) -> None:
        self.expression = expression
        self.source = source

    def text(self, names: Names, look: Look) -> str:
        """What is known, ready to be printed; it is read and not evaluated, as for a completion."""
        from .complete import doc

        known = doc({"source": self.expression, "bindings": []}, self.source, names)
        if known is None:
            return f"Nothing is known of {self.expression}.\n"
        coloured = look.highlight or str
        parts = [coloured(known["title"]), known["text"], coloured(known["source"]), known["place"]]
        return "\n\n".join(part for part in parts if part) + "\n"


def asked(text: str) -> Description | None:
    """What an input that is no Python asks for: an expression with one or two marks behind it."""
    import ast

    text = text.strip()
    expression = text.rstrip("?").rstrip()
    marks = len(text) - len(text.rstrip("?"))
    if marks not in (1, 2) or not expression:
        return None
    try:
        ast.parse(expression, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return Description(expression, source=marks == 2)
