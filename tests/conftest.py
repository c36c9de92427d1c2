"""Fixtures: programs on real terminals, each with a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from terminal import PATIENCE, WHEN_ASKED, Pty, Tmux, environment


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose home, config and state directories are empty."""
    return environment(
        HOME=str(tmp_path),
        XDG_CONFIG_HOME=str(tmp_path / "config"),
        XDG_STATE_HOME=str(tmp_path / "state"),
        XDG_DATA_HOME=str(tmp_path / "data"),
    )


def settings(home: dict[str, str], text: str) -> None:
    """Writes the settings file."""
    path = Path(home["XDG_CONFIG_HOME"]) / "sideloop" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def remember(home: dict[str, str], *texts: str) -> Path:
    """Writes a history file with these entries."""
    path = Path(home["XDG_STATE_HOME"]) / "sideloop" / "history"
    path.parent.mkdir(parents=True)
    record = {"session": "before", "time": int(time.time()) - 120, "directory": "/tmp", "succeeded": True}
    path.write_text("".join(json.dumps({**record, "text": text}) + "\n" for text in texts))
    return path


def open_prompt(tmux: Callable[..., Any], columns: int = 80, rows: int = 24) -> Any:
    """A session that prompts."""
    pane = tmux("-m", "sideloop", "-q", columns=columns, rows=rows)
    pane.wait(">>>")
    return pane


def spawner(kind: type, home: dict[str, str]) -> Iterator[Callable[..., Any]]:
    """Starts programs with this interpreter and ends them all after the test."""
    running = []

    def start(*arguments: str, env: dict[str, str] | None = None, **options: Any) -> Any:
        program = kind([sys.executable, *arguments], env={**home, **(env or {})}, **options)
        running.append(program)
        return program

    yield start
    for program in running:
        program.close()


@pytest.fixture
def tmux(home: dict[str, str]) -> Iterator[Callable[..., Tmux]]:
    """`tmux("-m", "sideloop", columns=80)`: this interpreter in a tmux pane."""
    yield from spawner(Tmux, home)


@pytest.fixture
def pty(home: dict[str, str]) -> Iterator[Callable[..., Pty]]:
    """`pty("-m", "sideloop", columns=80)`: this interpreter on a bare pty."""
    yield from spawner(Pty, home)


@pytest.fixture
def program(tmp_path: Path, pty: Callable[..., Pty]) -> Callable[..., Pty]:
    """`program(source, *arguments)`: a script of that source on a terminal."""

    def start(
        source: str, *arguments: str, env: dict[str, str] | None = None, when_asked: bool = False
    ) -> Pty:
        path = tmp_path / "program.py"
        path.write_text(when_asked * WHEN_ASKED + textwrap.dedent(source))
        return pty(str(path), *arguments, env={"TERM": "xterm-256color", "NO_COLOR": "1", **(env or {})})

    return start


@pytest.fixture
def script(tmp_path: Path) -> Iterator[Callable[..., dict[str, Any]]]:
    """`script("a = 1", "b = 2")`: options of a session that is given these lines and then ends."""
    fds: list[int] = []

    def options(*lines: str) -> dict[str, Any]:
        read, write = os.pipe()
        shown = os.open(tmp_path / "shown", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.write(write, "".join(line + "\n" for line in lines).encode())
        os.close(write)
        fds.extend([read, shown])
        return {"input": read, "output": shown}

    yield options
    for fd in fds:
        os.close(fd)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The directory of the person's files."""
    place = tmp_path / "config" / "sideloop"
    place.mkdir(parents=True)
    return place


@pytest.fixture
def prompt(tmux: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """`prompt("-q")`: sideloop in a pane; `prompt("-c", "CODE")`: a program."""

    def begin(*words: str, columns: int = 80, rows: int = 24, **environment: str) -> Any:
        program = words if words[:1] == ("-c",) else ("-m", "sideloop", *words)
        return tmux(*program, env=environment, cwd=str(tmp_path), columns=columns, rows=rows)

    return begin


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """An X server of our own, without a screen."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed: no GUI can be tested")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with open(read, encoding="ascii") as file:
        number = file.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(PATIENCE)
