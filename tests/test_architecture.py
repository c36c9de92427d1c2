"""The wall between the layers, and a report of what grew large."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "python" / "sideloop"
LONGEST_FILE = 300
LONGEST_FUNCTION = 60
"""Lines. What comes near is better cut by role, long before."""


def dependencies(crate: str) -> set[str]:
    """Names of all crates that end up in a crate of ours."""
    argv = [
        "cargo",
        "tree",
        "--package",
        crate,
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}",
        "--offline",
    ]
    out = subprocess.run(
        argv, cwd=ROOT, check=True, capture_output=True, encoding="utf-8", timeout=120
    ).stdout
    return {line.split()[0] for line in out.splitlines() if line}


@pytest.mark.skipif(not shutil.which("cargo"), reason="cargo is not on the PATH")
@pytest.mark.parametrize(
    ("crate", "forbidden"),
    [
        ("editor", r"pyo3|terminal$|native|rustix|termina$"),
        ("terminal", r"pyo3|pythonize|native"),
    ],
)
def test_dependencies_go_one_way(crate: str, forbidden: str) -> None:
    assert not {name for name in dependencies(crate) if re.match(forbidden, name)}


def imports(path: Path) -> set[str]:
    """Every module that a Python file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(f"{'.' * node.level}{node.module or ''}.{name.name}" for name in node.names)
    return found


def test_only_host_imports_native() -> None:
    importers = {
        path.name for path in PACKAGE.rglob("*.py") if any("_native" in name for name in imports(path))
    }
    assert importers <= {"host.py"}


def code(path: Path) -> str:
    """A Rust file without its comments and its tests."""
    text = path.read_text(encoding="utf-8").split("#[cfg(test)]\nmod ")[0]
    return re.sub(r"//.*", "", text)


def test_only_one_module_names_ruff() -> None:
    naming = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "crates").glob("*/src/**/*.rs")
        if "ruff_" in code(path)
    }
    assert all(path.startswith("crates/editor/src/python") for path in naming)


def test_editor_does_no_io() -> None:
    forbidden = re.compile(
        r"std::(?:fs|io|net|process|thread|env)\b|Instant::now|SystemTime|\be?println!|\bunsafe\b"
    )
    source = ROOT / "crates/editor/src"
    paths = [path.relative_to(source) for path in source.rglob("*.rs")]
    found = {path: forbidden.findall(code(source / path)) for path in paths if "tests" not in str(path)}
    assert not {name: words for name, words in found.items() if words}


def functions(path: Path) -> list[tuple[int, str]]:
    """Lengths and places of a file's functions; those of Python without signature and docstring."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds)]
        return [((node.end_lineno or 0) - begins(node) + 1, f"{path.name}:{node.name}") for node in nodes]
    lines, found = text.splitlines(), []
    for number, line in enumerate(lines):
        if match := re.match(r"(\s*)(?:pub(?:\(.*?\))? )?(?:const )?(?:unsafe )?fn (\w+)", line):
            end = next((n for n in range(number, len(lines)) if lines[n].rstrip() == match[1] + "}"), number)
            found.append((end - number + 1, f"{path.name}:{match[2]}"))
    return found


def begins(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The line of a function's first statement."""
    has_words = ast.get_docstring(node) is not None and len(node.body) > 1
    return node.body[has_words].lineno


def test_nothing_is_large() -> None:
    sources = [
        *(ROOT / "crates").glob("*/src/**/*.rs"),
        *PACKAGE.rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
    ]
    files = [(len(path.read_text(encoding="utf-8").splitlines()), str(path)) for path in sources]
    assert len(files) > 500
    assert not [item for item in files if item[0] > LONGEST_FILE]
    assert not [item for path in sources for item in functions(path) if item[0] > LONGEST_FUNCTION]
