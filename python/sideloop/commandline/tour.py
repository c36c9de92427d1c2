"""`sideloop --tutor`: a tour in the REPL itself. Each step waits until the person has done it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..config.handle import Repl

    Done = Callable[[str, str], bool]
    """Whether that was the step: what happened, and an input's source or a setting's name."""

WELCOME = "A tour of two minutes. Do what each step says; F9 goes on without it, Ctrl-D leaves."

FAREWELL = (
    "That was the tour. F1 tells about what stands at the cursor, F2 changes everything else, "
    "and sideloop --keys lists every key. Ctrl-D leaves."
)


def wrapped(text: str) -> str:
    """Paragraphs, in lines that fit the terminal."""
    import shutil
    import textwrap

    width = max(min(shutil.get_terminal_size().columns, 90) - 1, 20)
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def ran(*parts: str) -> Done:
    """An input ran that holds all of these."""
    return lambda what, text: what == "ran" and all(part in text for part in parts)


STEPS: list[tuple[str, Done]] = [
    (
        "Type [n * n for n in range(5)] and press Enter. Results are shown, and _ is the last one.",
        ran("n * n", "range"),
    ),
    (
        "Type import math; math.sq and pick sqrt from the menu with Tab or the arrows. Type 2 and "
        "press Enter.\nNo code of yours ran to fill that menu.",
        ran("math.sqrt("),
    ),
    (
        "Type math.sqrt? and press Enter: documentation. With ?? its source comes too.",
        lambda what, text: what == "ran" and text.rstrip().endswith("?"),
    ),
    (
        "Define something: type def f(x): and Enter, then return x + 1 and Enter.\n"
        "Indentation comes by itself; Enter on an empty line runs the block.",
        ran("def ", "\n"),
    ),
    (
        "Press Up for former inputs, or Ctrl-R and some letters to look for one. Run one of them again.",
        lambda what, text: what == "again",
    ),
    (
        "Await at the prompt: type import asyncio; await asyncio.sleep(1, 'done') and press Enter.\n"
        "What you type meanwhile waits for the next prompt.",
        ran("await "),
    ),
    (
        "Run while True: pass (Enter twice), and stop it with Ctrl-C.",
        lambda what, text: what == "interrupted",
    ),
    (
        "Press F2, type bar, and switch status_bar on with Enter. Ctrl-S would save it; F2 leaves.",
        lambda what, text: (what, text) == ("set", "status_bar"),
    ),
    (
        "Press F3 for all former inputs: letters find some, Tab marks, Enter takes them to the prompt. "
        "Run one.",
        lambda what, text: what == "again",
    ),
]
"""What each step says, and what counts as having done it."""


class Tour:
    """Where the person is, and the inputs so far."""

    def __init__(self) -> None:
        """At the start."""
        self.step = 0
        self.inputs: set[str] = set()

    def begin(self, repl: Repl) -> None:
        """Listens to the session to come, and binds the key that goes on."""

        def skip_step(event: object) -> None:
            """Go on to the next step of the tour."""
            self.go_on()

        repl.tour = self
        repl.bind("f9", skip_step)

    def text(self) -> str:
        """The step to be done, or what is said at the end."""
        if self.step == len(STEPS):
            return wrapped(FAREWELL)
        return wrapped(f"({self.step + 1}/{len(STEPS)}) {STEPS[self.step][0]}")

    def go_on(self) -> None:
        """Tells the next step; behind the last one nothing."""
        if self.step < len(STEPS):
            self.step += 1
            print(f"\n{self.text()}\n")

    def notice(self, what: str, text: str) -> None:
        """Goes on if that was the step.

        Args:
            what: `ran`, `raised`, `interrupted` or `set`.
            text: The input, or the setting's name.
        """
        if self.step == len(STEPS):
            return
        done = STEPS[self.step][1]
        again = what == "ran" and text in self.inputs
        if done(what, text) or (again and done("again", text)):
            self.go_on()
        if what != "set":
            self.inputs.add(text)
