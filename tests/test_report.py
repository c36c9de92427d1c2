"""How exceptions of the person's code are reported."""

from __future__ import annotations

import re
import sys
from typing import Any

import pytest
from evaluation import run
from sideloop.display import Look, report
from sideloop.evaluate.namespace import Namespace

MARKS = re.compile(r"^[\s|]*[~^]+\s*$\n", re.MULTILINE)


def fail(source: str, names: Namespace | None = None) -> BaseException:
    """The exception that `source` ends with."""
    exception = run(source, names or Namespace({"__name__": "prompt"})).exception
    assert exception is not None
    return exception


def text(exception: BaseException) -> str:
    """The report, without the marks below source lines, and with inputs called INPUT."""
    report.trim(exception)
    plain = report.render(exception, Look())
    return re.sub(r"<sideloop-\d+>", "INPUT", MARKS.sub("", plain))


ZERO = "ZeroDivisionError: division by zero\n"
TRACE = "Traceback (most recent call last):\n"
BISECT = (
    "Did you mean '.bisect' instead of '.bisekt'?"
    if sys.version_info >= (3, 15)
    else "Did you mean: 'bisect'?"
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1 / 0", TRACE + '  File "INPUT", line 1, in <module>\n    1 / 0\n' + ZERO),
        (
            "pritn(1)",
            TRACE + '  File "INPUT", line 1, in <module>\n    pritn(1)\n'
            "NameError: name 'pritn' is not defined. Did you mean: 'print'?\n",
        ),
        (
            "import bisect\nbisect.bisekt",
            TRACE + '  File "INPUT", line 2, in <module>\n    bisect.bisekt\n'
            f"AttributeError: module 'bisect' has no attribute 'bisekt'. {BISECT}\n",
        ),
        (
            "zzz",
            TRACE + '  File "INPUT", line 1, in <module>\n    zzz\n'
            "NameError: name 'zzz' is not defined\n",
        ),
        (
            "def f():\n    raise ValueError('no')\nf()",
            TRACE + '  File "INPUT", line 3, in <module>\n    f()\n'
            '  File "INPUT", line 2, in f\n    raise ValueError(\'no\')\nValueError: no\n',
        ),
        (
            "try:\n    1 / 0\nexcept Exception as e:\n    raise KeyError(1) from e",
            TRACE + '  File "INPUT", line 2, in <module>\n    1 / 0\nZeroDivisionError: division by zero\n\n'
            "The above exception was the direct cause of the following exception:\n\n"
            + TRACE + '  File "INPUT", line 4, in <module>\n    raise KeyError(1) from e\nKeyError: 1\n',
        ),
        (
            "try:\n    1 / 0\nexcept Exception:\n    raise KeyError(1) from None",
            TRACE + '  File "INPUT", line 4, in <module>\n    raise KeyError(1) from None\nKeyError: 1\n',
        ),
        (
            "try:\n    1 / 0\nexcept Exception as e:\n    raise e from e",
            TRACE + '  File "INPUT", line 4, in <module>\n    raise e from e\n'
            '  File "INPUT", line 2, in <module>\n    1 / 0\nZeroDivisionError: division by zero\n',
        ),
        (
            "import asyncio\nawait asyncio.sleep(0)\n1 / 0",
            TRACE + '  File "INPUT", line 3, in <module>\n    1 / 0\nZeroDivisionError: division by zero\n',
        ),
        (
            "exec('1 +')",
            TRACE + '  File "INPUT", line 1, in <module>\n    exec(\'1 +\')\n'
            '  File "<string>", line 1\n    1 +\nSyntaxError: invalid syntax\n',
        ),
        (
            "class Bad(Exception):\n    def __str__(self): 1 / 0\nraise Bad",
            TRACE + '  File "INPUT", line 3, in <module>\n    raise Bad\n'
            "prompt.Bad: <exception str() failed>\n",
        ),
    ],
)  # fmt: skip
def test_text(source: str, expected: str) -> None:
    got = text(fail(source))
    assert got.replace("<unprintable Bad object>", "<exception str() failed>") == expected


def test_cycle_of_causes() -> None:
    got = text(fail("a, b = ValueError('a'), ValueError('b')\na.__cause__ = b; b.__cause__ = a\nraise a"))
    assert got.endswith("ValueError: a\n")
    assert got.count("ValueError: b\n") == 1


@pytest.mark.skipif(sys.version_info < (3, 11), reason="new in Python 3.11")
def test_notes_and_groups() -> None:
    got = text(fail("e = ExceptionGroup('g', [ValueError(1), KeyError(2)])\ne.add_note('a note')\nraise e"))
    for line in (
        "  | ExceptionGroup: g (2 sub-exceptions)",
        "  | a note",
        "    | ValueError: 1",
        "    | KeyError: 2",
    ):
        assert line in got.splitlines()


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("def f(): f()\nf()", r"\[Previous line repeated \d+ more times\]"),
        ("def f(): g()\ndef g(): f()\nf()", r"\[\d+ more frames\]"),
    ],
)
def test_endless_recursion_is_short(source: str, summary: str) -> None:
    got = text(fail(source))
    assert len(got.splitlines()) < 80
    assert re.search(summary, got)
    assert "RecursionError" in got.splitlines()[-1]


def test_a_chain_of_a_thousand() -> None:
    loop = "for i in range(1000):\n    try:\n        raise ValueError(i) from e\n"
    source = "e = None\n" + loop + "    except ValueError as x:\n        e = x\nraise e"
    assert text(fail(source)).endswith("ValueError: 999\n")


def test_the_last_exception_is_kept_for_the_debugger(capsys: pytest.CaptureFixture[str]) -> None:
    exception = fail("def f():\n    local = 5\n    1 / 0\nf()")
    report.show(exception, Look())
    assert vars(sys)["last_exc"] is sys.last_value is exception
    assert sys.last_type is ZeroDivisionError
    assert sys.last_traceback is exception.__traceback__
    assert exception.__traceback__ is not None
    first = exception.__traceback__
    assert first.tb_frame.f_code.co_filename.startswith("<sideloop-")
    assert first.tb_next is not None
    assert first.tb_next.tb_frame.f_locals["local"] == 5
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_an_interrupt_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    report.show(fail("raise KeyboardInterrupt('why')"), Look())
    assert capsys.readouterr().err == "KeyboardInterrupt\n"


def test_excepthook_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[tuple[Any, ...]] = []
    monkeypatch.setattr(sys, "excepthook", lambda *arguments: seen.append(arguments))
    exception = fail("1 / 0")
    report.show(exception, Look())
    assert seen == [(ZeroDivisionError, exception, exception.__traceback__)]
    assert capsys.readouterr().err == ""


def test_excepthook_that_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def hook(*_: object) -> None:
        raise LookupError("the hook")

    monkeypatch.setattr(sys, "excepthook", hook)
    report.show(fail("1 / 0"), Look())
    shown = capsys.readouterr().err
    assert shown.startswith("Error in sys.excepthook:\n")
    assert "LookupError: the hook" in shown
    assert shown.endswith("ZeroDivisionError: division by zero\n")


def test_exceptions_that_resist() -> None:
    source = (
        "class Odd(Exception):\n"
        "    def __getattribute__(self, name):\n"
        "        if name in ('__cause__', '__notes__'): raise RuntimeError(name)\n"
        "        return super().__getattribute__(name)\n"
        "raise Odd"
    )
    assert "Odd" in text(fail(source))


def test_colours() -> None:
    exception = fail("def f():\n    return 1 / 0\nf()")
    report.trim(exception)
    coloured = report.render(exception, Look(highlight=lambda line: f"<{line}>"))
    assert "<    return 1 / 0>" in coloured
    assert "\x1b[1;31mZeroDivisionError\x1b[0m: division by zero\n" in coloured
    assert re.search('File \x1b\\[35m"<sideloop-\\d+>"\x1b\\[0m, line \x1b\\[35m2\x1b\\[0m', coloured)
    plain = re.sub("\x1b\\[[0-9;]*m|[<>]", "", coloured)
    assert plain == re.sub("[<>]", "", report.render(exception, Look()))


@pytest.mark.skipif(sys.version_info < (3, 11), reason="new in Python 3.11")
def test_colours_in_groups() -> None:
    exception = fail("raise ExceptionGroup('g', [ValueError(1)])")
    report.trim(exception)
    coloured = report.render(exception, Look(highlight=str))
    assert "    | \x1b[1;31mValueError\x1b[0m: 1\n" in coloured
    assert "\x1b[2m  +-+---------------- 1 ----------------\x1b[0m\n" in coloured
