"""The editor as the prompt of another program: a list of things to buy. Try Tab, Up, `eggs 0`."""

import tempfile
from pathlib import Path

import sideloop

KNOWN = ["bread", "butter", "eggs", "milk", "tea"]


def known(word: str) -> list[str]:
    """What the word before the cursor may be completed to."""
    return [name for name in KNOWN if name.startswith(word)]


def check(line: str) -> None:
    """Keeps a line at the prompt, with the sentence below it."""
    name, _, number = line.partition(" ")
    if number and not (number.isdigit() and int(number)):
        raise ValueError(f"how many of {name} is a number above 0")


def main() -> None:
    """Reads until Ctrl-D, Ctrl-C or an empty line."""
    past = Path(tempfile.mkdtemp()) / "history"
    wanted = []
    try:
        while line := sideloop.read("buy? ", python=False, validate=check, history=past, completer=known):
            wanted.append(line)
    except (EOFError, KeyboardInterrupt):
        pass
    print("to buy:", ", ".join(wanted) or "nothing")


if __name__ == "__main__":
    main()
