"""Programs run by sideloop and by python itself: the same output, the same end."""

from __future__ import annotations

import os
import py_compile
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import sideloop

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
