"""The GUI goes on while the prompt waits, in every kind of host, and so does the loop where it should."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Pty

GUIS = str(Path(__file__).with_name("guis.py"))
NEEDS = {
    "tk": ["tkinter"],
    "qt": ["PySide6.QtWidgets"],
    "hook": [],
    "pyos": [],
    "mainloop": ["tkinter"],
    "matplotlib": ["tkinter", "matplotlib"],
    "matplotlib_qt": ["PySide6.QtWidgets", "matplotlib"],
    "pyqt6": ["PyQt6"],
    "pyqt5": ["PyQt5"],
    "pyside2": ["PySide2"],
    "gtk3": ["gi"],
    "gtk4": ["gi"],
    "wx": ["wx"],
    "pyglet": ["pyglet"],
    "tk by ipython": ["tkinter", "IPython"],
    "qt by ipython": ["PySide6.QtWidgets", "IPython"],
    "gtk3 by ipython": ["gi", "IPython"],
    "gtk4 by ipython": ["gi", "IPython"],
    "wx by ipython": ["wx", "IPython"],
    "pyglet by ipython": ["pyglet", "IPython"],
}
"""A toolkit, with IPython's hook for it or ours, and the modules that it takes."""
EVERYWHERE = ["tk", "qt", "hook", "pyos", "mainloop"]
"""Tested in every mode: each way to wait has its tests, and so has each toolkit."""
MODES = ["plain", "standing", "awaited", "uvloop", "trio"]

Start = Callable[..., Pty]


@pytest.fixture
def start(pty: Start, display: str) -> Start:
    """`start("tk", "plain")`: a host with a GUI, at its prompt."""

    def at_the_prompt(toolkit: str, mode: str) -> Pty:
        require(*NEEDS.get(toolkit, ["tkinter"]), *({mode} & {"uvloop", "trio"}))
        host = pty(GUIS, toolkit, mode, env={"DISPLAY": display, "QT_QPA_PLATFORM": "xcb;offscreen"})
        host.expect(">>>")
        return host

    return at_the_prompt


def require(*modules: str) -> None:
    """Skips a test where one of the modules is not installed."""
    for module in modules:
        pytest.importorskip(module, exc_type=ImportError)


def leave(host: Pty) -> None:
    """Ends the session, and the program after it."""
    host.send("\x15exit()\r")
    host.expect("[host is done]")
    assert host.wait() == 0


@pytest.mark.parametrize(
    ("toolkit", "mode"),
    [
        (toolkit, mode)
        for toolkit in NEEDS
        for mode in (MODES if toolkit in EVERYWHERE else ["plain", "awaited"])
    ],
)
def test_both_go_on_while_the_prompt_waits(start: Start, toolkit: str, mode: str) -> None:
    host = start(toolkit, mode)
    host.send("1 + 1233")
    host.expect("[gui goes on]")
    if mode == "plain":
        host.send("\x15")
        host.run("task = await asyncio.sleep(0, asyncio.ensure_future(ticker())); 'be' 'gun'", "'begun'")
    if mode == "standing":
        host.run(" + COUNTS['loop']", "1235")
    else:
        host.expect("[loop goes on]")
    leave(host)


@pytest.mark.parametrize(
    ("toolkit", "mode"),
    [*((toolkit, mode) for toolkit in ("tk", "qt") for mode in MODES), ("matplotlib", "awaited")],
)
def test_a_gui_that_is_made_at_the_prompt(start: Start, toolkit: str, mode: str) -> None:
    require(*NEEDS[toolkit])
    host = start("nothing", mode)
    host.send(f"made = {toolkit}()\r")
    host.expect("[gui goes on]")
    host.run("'al' 'ive'", "'alive'")
    leave(host)


@pytest.mark.parametrize("mode", ["awaited", "uvloop", "trio"])
def test_a_task_that_the_gui_starts_wakes_a_loop_that_sleeps(start: Start, mode: str) -> None:
    host = start("tk", mode)
    host.run("COUNTS['calm'] = made.after(100, start); 'st' 'ill'", "'still'")
    host.expect("[a task of the gui's]")
    leave(host)


@pytest.mark.parametrize("mode", MODES)
def test_a_hook_that_fails_is_reported_and_the_session_goes_on(start: Start, mode: str) -> None:
    host = start("broken", mode)
    host.expect("ZeroDivisionError")
    host.run("1 + 1233", "1234")
    leave(host)


@pytest.mark.parametrize("mode", ["plain", "standing", "awaited"])
def test_signal_handlers_run_while_the_gui_does(start: Start, mode: str) -> None:
    host = start("tk", mode)
    host.run("import signal; signal.signal(signal.SIGUSR1, lambda *_: print('[sig' 'nal]'))", "Handlers")
    host.process.send_signal(signal.SIGUSR1)
    host.expect("[signal]")
    leave(host)


def test_pyside_imports_in_a_function(pty: Start, tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
    program = tmp_path / "program.py"
    program.write_text("import sideloop, PySide6.QtCore\ndef main(local=1): sideloop.embed()\nmain()\n")
    host = pty(str(program))
    host.expect(">>>")
    host.run("import json; 'impor' 'ted'", "'imported'")
    host.send("exit()\r")
    assert host.wait() == 0
