"""Who is measured: sideloop and its peers, each in a virtual environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENVS = HERE / ".venvs"


@dataclass(frozen=True)
class Peer:
    """A REPL that can be started."""

    name: str
    argv: tuple[str, ...]
    prompt: str
    """A pattern of its prompt, without the last space."""
    paste: bool = True
    """Whether it takes a bracketed paste as one piece."""
    embed: str = ""
    """Python that opens it in a program; empty where others' output cannot come above its prompt."""
    embed_async: str = ""
    """Python that opens it beside a running asyncio loop; empty where that cannot be done."""
    menu: bool = True
    """Whether it shows candidates."""
    complete: str = ""
    """The key that asks for a completion; empty where it comes while one types."""


def venv(package: str) -> Path:
    """The interpreter of a virtual environment that holds the package; made when it is missing."""
    python = VENVS / package / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENVS / package)], check=True)
        quiet = ["--quiet", "--disable-pip-version-check"]
        subprocess.run([str(python), "-m", "pip", "install", *quiet, package], check=True)
    return python


def site(package: str) -> Path:
    """A directory with a package that all peers on this interpreter can import; made when it is missing."""
    directory = VENVS / f"site-{package}"
    if not directory.exists():
        quiet = ["--quiet", "--disable-pip-version-check"]
        command = [sys.executable, "-m", "pip", "install", *quiet, "--target", str(directory), package]
        subprocess.run(command, check=True)
    return directory


def newest_python() -> str | None:
    """A CPython whose own REPL draws itself (3.13 or newer), if one is found."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [*sorted(map(str, root.glob("3.1[3-9]*/bin/python3")), reverse=True), "python3.14", "python3.13"]
    return next((path for path in found if shutil.which(path)), None)


def peers() -> list[Peer]:
    """All that can be measured here; sideloop and `python -q`, the yardstick, come first."""
    ours = str(Path(sys.executable).parent / "sideloop")
    found = [
        Peer(
            "sideloop",
            (sys.executable, ours, "-q"),
            ">>>",
            embed="import sideloop; sideloop.embed()",
            embed_async="import sideloop; await sideloop.embed_async(globals())",
        ),
        Peer("python -q", (sys.executable, "-q"), ">>>", paste=False, menu=False),
    ]
    if newest := newest_python():
        found.append(Peer("python -q, 3.13+", (newest, "-q"), ">>>", menu=False))
    ptpython, ipython, bpython = venv("ptpython"), venv("ipython"), venv("bpython")
    opened = "from ptpython.repl import embed; {}embed(globals(), globals(), patch_stdout=True{})"
    return [
        *found,
        Peer(
            "ptpython",
            (str(ptpython), "-m", "ptpython"),
            ">>>",
            embed=opened.format("", ""),
            embed_async=opened.format("await ", ", return_asyncio_coroutine=True"),
        ),
        Peer(
            "ipython",
            (str(ipython), "-m", "IPython", "--no-banner"),
            r"In \[",
            embed="import IPython; IPython.embed(banner1='')",
            complete="\t",
        ),
        Peer("bpython", (str(bpython), "-m", "bpython"), ">>>"),
    ]
