"""Read the command line: python's own meaning of each option, plus a few of ours."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

USAGE = """\
usage: sideloop [-q] [-i] [--vi] [-c CODE | -m MODULE | FILE | -] [ARGS ...]

  -c CODE              run CODE
  -m MODULE            run a module as a script
  FILE                 run a script, or a directory or zip file with a __main__
  -                    run the script read from standard input
  -i                   go to the prompt afterwards, even after an exception
  -q                   no banner
  --vi                 edit with vi's keys
  --history-file FILE  where history is kept
  --config-file FILE   read these settings
  --log FILE           append what goes wrong behind the scenes to FILE
  --tutor              a tour of two minutes, at the prompt
  --keys               print all keys
  --import-history     take over the histories of python, ptpython and IPython
  --config-check       print all settings, where each comes from, and what is wrong
  -V, --version        print the version
  -h, --help           print this

What follows CODE, MODULE, FILE or - goes to the program, in sys.argv.
Options of the interpreter go to it: python -X dev -m sideloop
"""


ERRANDS = frozenset({"help", "version", "keys", "config-check", "import-history"})
"""What is done without a program and without a prompt."""


class Bad(Exception):
    """A command line that cannot be understood; the message is one sentence."""


class Invocation:
    """What the command line asks for.

    `kind` is `prompt`, `code`, `module`, `file`, `stdin`, or one of `help`, `version`,
    `keys`, `config-check`, `import-history` and `tutor`. `target` is the code, the module or the
    file. `arguments` are the program's own.
    """

    __slots__ = (
        "arguments",
        "config_file",
        "history_file",
        "interactive",
        "kind",
        "log",
        "quiet",
        "target",
        "vi",
    )

    def __init__(self) -> None:
        self.kind = "prompt"
        self.target = ""
        self.arguments: list[str] = []
        self.interactive = False
        self.quiet = False
        self.vi = False
        self.history_file: str | None = None
        self.config_file: str | None = None
        self.log: str | None = None


def parse(words: list[str]) -> Invocation:
    """What `words`, the command line without the program's name, ask for; raises `Bad`."""
    invocation = Invocation()
    rest = iter(words)
    for word in rest:
        if word.startswith("--") and word != "--":
            _long_option(invocation, word, rest)
        elif word.startswith("-") and word not in ("-", "--"):
            _short_options(invocation, word[1:], rest)
        else:
            target = next(rest, "") if word == "--" else word
            invocation.target = target
            invocation.kind = {"": "prompt", "-": "stdin"}.get(target, "file")
            invocation.arguments = list(rest)
        if invocation.kind != "prompt":
            break
    return invocation


def _short_options(invocation: Invocation, letters: str, rest: Iterator[str]) -> None:
    """Options that share a dash, as in `-qi` and `-ic CODE`."""
    for index, letter in enumerate(letters):
        if letter in "cm":
            invocation.kind = "code" if letter == "c" else "module"
            invocation.target = letters[index + 1 :] or _value(f"-{letter}", rest)
            invocation.arguments = list(rest)
            return
        if letter == "i":
            invocation.interactive = True
        elif letter == "q":
            invocation.quiet = True
        elif letter in "hV":
            invocation.kind = "help" if letter == "h" else "version"
        else:
            raise Bad(f"unknown option -{letter}; sideloop -h lists all")


def _long_option(invocation: Invocation, word: str, rest: Iterator[str]) -> None:
    name, equals, value = word.partition("=")
    if name in ("--history-file", "--config-file", "--log"):
        setattr(invocation, name[2:].replace("-", "_"), value if equals else _value(name, rest))
    elif equals or name not in (
        "--vi",
        "--keys",
        "--tutor",
        "--config-check",
        "--import-history",
        "--version",
        "--help",
    ):
        raise Bad(f"unknown option {word}; sideloop -h lists all")
    elif name == "--vi":
        invocation.vi = True
    else:
        invocation.kind = name[2:]


def _value(option: str, rest: Iterator[str]) -> str:
    value = next(rest, None)
    if value is None:
        raise Bad(f"option {option} wants a value")
    return value


def chosen(invocation: Invocation) -> dict[str, object]:
    """The settings that the command line chooses, by their names."""
    from ..options import named

    return named({}, invocation.vi or None, invocation.history_file, None)


def version() -> str:
    """The line that tells which sideloop and which Python this is."""
    import sys

    from .. import host

    python = ".".join(map(str, sys.version_info[:3]))
    return f"sideloop {host.VERSION} on Python {python}"
