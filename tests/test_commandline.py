"""The command line: what is understood of it, and what is told of one that is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sideloop import commandline


def run(*words: str) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, "-m", "sideloop", *words]
    return subprocess.run(argv, capture_output=True, text=True, timeout=60, check=False)


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
def test_a_bad_option_is_one_sentence_and_code_2(line: str) -> None:
    done = run(*line.split())
    assert (done.stdout, done.returncode, done.stderr.count("\n")) == ("", 2, 1)


def test_help() -> None:
    done = run("-h")
    assert (done.stdout, done.returncode, done.stderr) == (commandline.USAGE, 0, "")


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
        env={**os.environ, "PYTHONPATH": str(Path(commandline.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"
