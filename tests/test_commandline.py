"""Programs run by sideloop and by python itself: the same output, the same end."""

from __future__ import annotations

import os
import py_compile
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sideloop
from sideloop import commandline

PACKAGE = str(Path(sideloop.__file__).parent.parent)

# Tells everything that a program can see of how it was started.
TELL = """
import sys
main = sys.modules["__main__"]
print(sys.argv, repr(sys.path[0]))
print(sorted(vars(main)), vars(main) is globals(), main.__name__)
print(main.__doc__, main.__package__, type(main.__loader__), getattr(main, "__file__", None))
print(type(main.__builtins__), main.__spec__ and main.__spec__.name)
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A directory with programs of every kind."""
    (tmp_path / "tell.py").write_text(TELL)
    (tmp_path / "here.py").write_text("import neighbour; print(neighbour.__file__)")
    (tmp_path / "neighbour.py").write_text("")
    (tmp_path / "bad.py").write_text("x = = 1\n")
    (tmp_path / "latin.py").write_bytes(b"# coding: latin-1\nprint(ascii('\xe9'))\n")
    (tmp_path / "raises.py").write_text("def f():\n    raise ValueError('no')\nf()\n")
    (tmp_path / "future.py").write_text("def f(x: str): pass\nprint(f.__annotations__)\n")
    (tmp_path / "main_only").write_text(TELL)
    (tmp_path / "link.py").symlink_to(tmp_path / "deep" / "real.py")
    for folder in ("deep", "folder", "package", "empty"):
        (tmp_path / folder).mkdir()
    (tmp_path / "deep" / "real.py").write_text(TELL)
    (tmp_path / "folder" / "__main__.py").write_text(TELL)
    (tmp_path / "package" / "__init__.py").write_text("")
    (tmp_path / "package" / "__main__.py").write_text(TELL)
    with zipfile.ZipFile(tmp_path / "app.zip", "w") as file:
        file.writestr("__main__.py", TELL)
    py_compile.compile(str(tmp_path / "tell.py"), str(tmp_path / "compiled.pyc"))
    return tmp_path


def run(place: Path, words: list[str], stdin: str, options: list[str], **more: str) -> tuple[object, ...]:
    """Output, exit code, and the lines of standard error but for the marks below source lines."""
    environment = {**os.environ, "PYTHONPATH": PACKAGE, **more}
    environment.pop("PYTHONSTARTUP", None)
    done = subprocess.run(
        [sys.executable, *options, *words],
        cwd=place,
        input=stdin,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    errors = [line for line in done.stderr.splitlines() if "runpy" not in line and line.strip(" ~^")]
    return (
        done.stdout,
        done.returncode,
        [line.replace("sideloop: ", f"{sys.executable}: ") for line in errors],
    )


def check(place: Path, words: list[str], stdin: str = "", **environment: str) -> None:
    ours = run(place, words, stdin, ["-m", "sideloop"], **environment)
    assert ours == run(place, words, stdin, [], **environment)


@pytest.mark.parametrize(
    "line",
    [
        "tell.py",
        "tell.py -x --version -i -c",
        "./tell.py a",
        "deep/real.py",
        "link.py",
        "main_only",
        "compiled.pyc a b",
        "folder a",
        "folder/",
        "app.zip -q",
        "-m tell a b",
        "-mtell",
        "-m package -h",
        "-m neighbour",
        "-m missing",
        "-m package.missing",
        "here.py",
        "-m here",
        "latin.py",
        "bad.py",
        "raises.py",
        "future.py",
        "missing.py",
        "empty",
        "-- tell.py a",
        "-q tell.py -q",
    ],
)
def test_files_and_modules(place: Path, line: str) -> None:
    check(place, line.split())


@pytest.mark.parametrize(
    "code",
    [
        TELL,
        "print(1); 2",
        "",
        "raise SystemExit",
        "raise SystemExit(0)",
        "raise SystemExit(3)",
        "raise SystemExit('a message')",
        "raise SystemExit(3.5)",
        "raise SystemExit(-1)",
        "raise SystemExit(True)",
        "raise SystemExit((1, 2))",
        "import sys; sys.exit()",
        "exit(4)",
        "import os; os._exit(5)",
        "1/0",
        "def f():\n    1/0\ntry:\n    f()\nexcept Exception as e:\n    raise KeyError(1) from e",
        "raise KeyboardInterrupt",
        "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
        "x = = 1",
        "import sys; sys.excepthook = lambda *a: print('hook', a[1], a[2].tb_lineno); 1/0",
        "import sys; print(sys.excepthook is sys.__excepthook__)",
        "import atexit; atexit.register(print, 'bye'); 1/0",
        "def f(x: int): pass\nprint(f.__annotations__)",
        "import pickle\nclass A: pass\nprint(pickle.loads(pickle.dumps(A())).__class__ is A)",
        "import threading; threading.Timer(0.01, print, ['later']).start()",
        "import __main__; print(__main__.__dict__ is globals())",
        "print(sum(1 for name in dir() if not name.startswith('__')))",
    ],
)
def test_code_and_stdin(place: Path, code: str) -> None:
    check(place, ["-c", code, "a", "-b"])
    check(place, [], stdin=code)
    check(place, ["-", "a", "-c"], stdin=code)


def test_an_interrupt_ends_the_process_as_a_signal_does(place: Path) -> None:
    _, code, _ = run(place, ["-c", "raise KeyboardInterrupt"], "", ["-m", "sideloop"])
    assert code == -signal.SIGINT


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the option is new in Python 3.11")
def test_safe_path(place: Path) -> None:
    check(place, ["tell.py"], PYTHONSAFEPATH="1")
    check(place, ["-c", TELL], PYTHONSAFEPATH="1")
    check(place, ["folder"], PYTHONSAFEPATH="1")


def test_inspect_without_a_terminal_is_ignored(place: Path) -> None:
    check(place, ["-c", "1/0"], PYTHONINSPECT="1")


def parsed(line: str) -> dict[str, object]:
    invocation = commandline.parse(line.split())
    return {name: getattr(invocation, name) for name in invocation.__slots__ if getattr(invocation, name)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", {"kind": "prompt"}),
        ("-q --vi", {"kind": "prompt", "quiet": True, "vi": True}),
        ("-qi", {"kind": "prompt", "quiet": True, "interactive": True}),
        ("-ic pass -q", {"kind": "code", "target": "pass", "interactive": True, "arguments": ["-q"]}),
        ("-cpass", {"kind": "code", "target": "pass"}),
        ("-im x", {"kind": "module", "target": "x", "interactive": True}),
        ("-i a.py -i", {"kind": "file", "target": "a.py", "interactive": True, "arguments": ["-i"]}),
        ("-", {"kind": "stdin", "target": "-"}),
        ("--", {"kind": "prompt"}),
        ("-- -q", {"kind": "file", "target": "-q"}),
        ("--history-file x -q", {"kind": "prompt", "history_file": "x", "quiet": True}),
        ("--history-file=x", {"kind": "prompt", "history_file": "x"}),
        ("--config-file=x y", {"kind": "file", "config_file": "x", "target": "y"}),
        ("-V", {"kind": "version"}),
        ("--help -x", {"kind": "help"}),
        ("--keys", {"kind": "keys"}),
        ("--vi --config-check", {"kind": "config-check", "vi": True}),
    ],
)
def test_parse(line: str, expected: dict[str, object]) -> None:
    assert parsed(line) == expected


@pytest.mark.parametrize(
    "line",
    ["-x", "--nope", "--vi=1", "-c", "-m", "--history-file", "-qz", "--config-file missing.toml"],
)
def test_a_bad_option_is_one_sentence_and_code_2(place: Path, line: str) -> None:
    output, code, errors = run(place, line.split(), "", ["-m", "sideloop"])
    assert (output, code, len(errors)) == ("", 2, 1)


def test_help(place: Path) -> None:
    output, code, errors = run(place, ["-h"], "", ["-m", "sideloop"])
    assert (output, code, errors) == (commandline.USAGE, 0, [])


def test_the_plain_path_imports_no_parser_of_options() -> None:
    program = (
        "import sys; sys.argv = ['sideloop', '-c', 'pass']\n"
        "before = set(sys.modules)\n"
        "from sideloop.__main__ import main\n"
        "main()\n"
        "print({'argparse', 'runpy', 'importlib.metadata', 'typing', 're'} & (set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", program],
        env={**os.environ, "PYTHONPATH": PACKAGE},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"


@pytest.fixture
def start(tmux: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """`start("-i FILE", NAME=value)`: sideloop in a terminal, beside a few files."""
    (tmp_path / "start.py").write_text("started = __file__\n")
    (tmp_path / "failing.py").write_text("good = 1\n1 / 0\n")
    (tmp_path / "script.py").write_text("def f(x):\n    return 1 / x\nkept = 3\nf(0)\n")
    (tmp_path / "fine.py").write_text("import os; os.environ['PYTHONINSPECT'] = '1'; kept = 3\n")
    (tmp_path / "two.toml").write_text("[display]\nprompt_style = 'numbered'\n")

    def begin(line: str, **environment: str) -> Any:
        words = ["-m", "sideloop", *line.split()]
        return tmux(*words, env={"PYTHONPATH": PACKAGE, **environment}, cwd=str(tmp_path), columns=100)

    return begin


@pytest.mark.parametrize(
    ("term", "typed", "shown"),
    # At the very first prompt, and at one with a line that is typed.
    [("xterm-256color", "", "^C"), ("xterm-256color", "half", "^C"), ("dumb", "", "KeyboardInterrupt")],
)
def test_an_interrupt_from_elsewhere_drops_the_line(
    pty: Callable[..., Any], term: str, typed: str, shown: str
) -> None:
    host = pty("-m", "sideloop", "-q", env={"PYTHONPATH": PACKAGE, "TERM": term})
    host.expect(">>>")
    host.send(typed)
    host.expect(typed)
    for _ in range(2):
        start = len(host.seen)
        host.process.send_signal(signal.SIGINT)
        host.expect(shown, start=start)
        host.expect(">>>", start=start)
    host.send("'al' + 'ive'\n")
    assert b"Traceback" not in host.expect("alive")
    host.send("exit(3)\n")
    assert host.wait() == 3


@pytest.mark.parametrize(
    ("line", "environment", "steps"),
    [
        ("", {}, [("", "on Python"), ("import sys; sys.argv, sys.path[0]", "([''], '')")]),
        ("-", {}, [("import sys; sys.argv", "['-']"), ("exit(3)", "[exit 3]")]),
        ("-q", {}, [("__name__", "'__main__'"), ("exit", "[exit 0]")]),
        ("-q", {}, [("raise SystemExit('bye')", "bye\n[exit 1]")]),
        ("-q", {"PYTHONSTARTUP": "start.py"}, [("started", "'start.py'"), ("__file__", "NameError")]),
        ("-q", {"PYTHONSTARTUP": "failing.py"}, [("", "ZeroDivisionError"), ("good + 1", "\n2\n")]),
        ("-q", {"PYTHONSTARTUP": "absent.py"}, [("", "FileNotFoundError"), ("1 + 1", "\n2\n")]),
        ("-i script.py", {"PYTHONSTARTUP": "start.py"}, [("kept", "\n3\n"), ("started", "NameError")]),
        ("-i script.py", {}, [("import pdb; pdb.pm()", "(Pdb)"), ("x + 7", "\n7\n"), ("q", ">>>")]),
        ("-i -c raise(SystemExit(4))", {}, [("", "SystemExit: 4"), ("exit", "[exit 0]")]),
        ("-i -m missing", {}, [("", "No module named missing"), ("exit", "[exit 0]")]),
        ("script.py", {}, [("", "[exit 1]")]),
        ("script.py", {"PYTHONINSPECT": "1"}, [("kept", "\n3\n"), ("exit", "[exit 0]")]),
        ("fine.py", {}, [("kept", "\n3\n"), ("exit(2)", "[exit 2]")]),
        ("-q --config-file two.toml", {}, [("5", "Out[1]: 5")]),
        (
            "-q",
            {},
            [("class A: x = 1\n", ">>>"), ("import inspect; inspect.getsource(A)", "'class A: x = 1")],
        ),
    ],
)
def test_at_the_prompt(
    start: Callable[..., Any], line: str, environment: dict[str, str], steps: list[tuple[str, str]]
) -> None:
    terminal = start(line, **environment)
    for text, shown in steps:
        if text:
            terminal.wait(lambda rows: rows and rows[-1].rstrip() in (">>>", "(Pdb)", "In [1]:"))
            terminal.run(text)
        terminal.wait(shown)
