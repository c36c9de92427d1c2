"""Run a program as python itself would: its `__main__`, `sys.argv`, `sys.path[0]`, exit code."""

from __future__ import annotations

import builtins
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.abc import InspectLoader
    from types import CodeType, ModuleType, TracebackType


def fresh_main() -> ModuleType:
    """Makes a `__main__` with nothing of the launcher in it, and installs it."""
    main = type(sys)("__main__")
    main.__loader__ = sys.modules["_frozen_importlib"].BuiltinImporter
    main.__dict__["__builtins__"] = builtins
    if sys.version_info < (3, 14):
        main.__annotations__ = {}
    sys.modules["__main__"] = main
    return main


def run(kind: str, target: str, arguments: list[str]) -> None:
    """Runs a `code`, `module`, `file` or `stdin` program in the present `__main__`.

    Raises what the program raises. A file that cannot be read ends the process with
    code 2, as in python.
    """
    match kind:
        case "code":
            sys.argv = ["-c", *arguments]
            set_path("")
            _run_text(_prepared(target), "<string>")
        case "module":
            sys.argv = ["-m", *arguments]
            set_path(os.getcwd())
            _run_module(target, is_named=True)
        case "file":
            _run_file(target, arguments)
        case _:
            sys.argv = [target, *arguments]
            set_path("")
            _name_file("<stdin>")
            _run_text(sys.stdin.buffer.read() if sys.stdin else b"", "<stdin>")


def hide_our_frames(error: BaseException) -> None:
    """Lets the interpreter, which `error` is on its way to, report it from the program's code on."""
    from ..display import report

    trace = report.trimmed(error.__traceback__)
    hook = sys.excepthook

    def show(kind: type[BaseException], value: BaseException, _: TracebackType | None) -> None:
        sys.excepthook = hook
        value.__traceback__ = trace
        hook(kind, value, trace)

    sys.excepthook = show


def set_path(first: str, *, is_always_wanted: bool = False) -> None:
    """Puts `first` where python put the launcher's directory, which `-P` and `-I` tell it not to."""
    if not (getattr(sys.flags, "safe_path", False) or sys.flags.isolated):
        sys.path[0] = first
    elif is_always_wanted:
        sys.path.insert(0, first)


def _run_text(text: str | bytes, filename: str) -> None:
    exec(compile(text, filename, "exec", dont_inherit=True), vars(sys.modules["__main__"]))


def _run_module(name: str, *, is_named: bool) -> None:
    """What `python -m` calls, for it gives the module the real `__main__`."""
    import runpy

    runpy._run_module_as_main(name, is_named)  # type: ignore[attr-defined]


def _run_file(path: str, arguments: list[str]) -> None:
    sys.argv = [path, *arguments]
    full_path = os.path.join(os.getcwd(), path)
    if _is_importable_from(full_path):
        set_path(full_path, is_always_wanted=True)
        _run_module("__main__", is_named=False)
        return
    set_path(os.path.dirname(os.path.realpath(path)))
    code = _code_of_file(full_path)
    _name_file(full_path)
    sys.modules["__main__"].__loader__ = _loader(full_path)
    exec(code, vars(sys.modules["__main__"]))


def _name_file(path: str) -> None:
    names = vars(sys.modules["__main__"])
    names["__file__"] = path
    if sys.version_info < (3, 15):
        names["__cached__"] = None


def _is_importable_from(path: str) -> bool:
    """Whether `path` is a directory or a zip file, by the rule of `import` itself."""
    for hook in sys.path_hooks:
        try:
            hook(path)
        except ImportError:
            continue
        return True
    return False


def _code_of_file(path: str) -> CodeType:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        reason = f"[Errno {error.errno}] {error.strerror}"
        print(f"sideloop: can't open file {path!r}: {reason}", file=sys.stderr)
        raise SystemExit(2) from None
    if path.endswith(".pyc"):
        code: CodeType | None = _loader(path).get_code("__main__")
        assert code is not None, "a .pyc file holds a module"
        return code
    return compile(data, path, "exec", dont_inherit=True)


def _loader(path: str) -> InspectLoader:
    import importlib.machinery

    if path.endswith(".pyc"):
        return importlib.machinery.SourcelessFileLoader("__main__", path)
    return importlib.machinery.SourceFileLoader("__main__", path)


def _prepared(code: str) -> str:
    """Code of the command line: newer Pythons show its lines in tracebacks, and let it be indented."""
    from ..evaluate import grammar, sources

    if sys.version_info >= (3, 14):
        code, _ = grammar.dedent(code)
    if sys.version_info >= (3, 13):
        sources.remember("<string>", code)
    return code + "\n"
