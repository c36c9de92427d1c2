"""What the prompt sees of the place where it was opened, and what it leaves there."""

from __future__ import annotations

import builtins
import sys
from types import ModuleType
from typing import Any

import evaluation
import pytest
from sideloop.evaluate.extras import Extras
from sideloop.evaluate.namespace import Namespace

WRITES_THROUGH = sys.version_info >= (3, 13)

HOST = """
import sys
level = 1
shadowed = "module"

def read():
    return level

def write(value):
    global level
    level = value

def function(talk):
    local, shadowed, cell = 10, "local", 20
    inner = lambda: cell
    talk(sys._getframe())
    return local, cell, inner()

class Body:
    attribute = 5
"""


def host() -> ModuleType:
    module = ModuleType("host")
    exec(HOST, vars(module))
    return module


def run(source: str, names: Namespace) -> Any:
    """The value of an input, or its exception."""
    outcome = evaluation.run(source, names)
    if outcome.exception is not None:
        raise outcome.exception
    return outcome.value


def check(*steps: tuple[str, object], module: ModuleType | None = None) -> Any:
    """Each input in turn has its value, typed at a prompt in `function`; its return value."""
    module = module or host()

    def talk(frame: Any) -> None:
        names = Namespace.of_frame(frame)
        for source, value in steps:
            if isinstance(value, type) and issubclass(value, Exception):
                with pytest.raises(value):
                    run(source, names)
            else:
                assert run(source, names) == value, source

    return module.function(talk)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("local", 10),
        ("level", 1),
        ("shadowed", "local"),
        ("(lambda: shadowed)()", "local"),
        ("(lambda: local + cell + level)()", 31),
        ("[local + i for i in range(2)]", [10, 11]),
        ("list(local + i for i in range(local - 8))", [10, 11]),
        ("{local: [cell for _ in 'ab'] for _ in 'a'}", {10: [20, 20]}),
        ("def f():\n    def g(): return local\n    return g()\nf()", 10),
        ("class C:\n    a = local\n    b = [cell for _ in 'a']\n(C.a, C.b)", (10, [20])),
        ("class C:\n    def m(self): return local\nC().m()", 10),
        ("class C: pass\nC.__module__", "host"),
        ("def f(): return g()\ndef g(): return local\nf()", 10),
        ("new = local; (lambda: new)()", 10),
        ("eval('local')", 10),
        ("(lambda: eval('local'))()", 10),
        ("exec('made = local'); made", 10),
        ("import json; json.dumps([local])", "[10]"),
        ("def f():\n    import json\n    return json.dumps(local)\nf()", "10"),
        ("from collections import *; deque([local])[0]", 10),
        ("x: int = local; x", 10),
        ("f'{local}{(lambda: cell)()}'", "1020"),
        ("'local' in dir() and 'new' not in dir() and '__builtins__' not in dir()", True),
        ("sorted(name for name in locals() if name != 'talk')", ["cell", "inner", "local", "shadowed"]),
        ("(y := local) and (lambda: y)()", 10),
        ("try:\n    raise KeyError\nexcept KeyError as e:\n    kept = e\ntype(kept).__name__", "KeyError"),
        ("absent", NameError),
        ("(lambda: absent)()", NameError),
        ("len(str(print))", len(str(print))),
    ],
)  # fmt: skip
def test_names_in_a_function(source: str, value: object) -> None:
    check((source, value))


def test_module_globals_are_live_in_a_function() -> None:
    check(("write(7); level", 7), ("(lambda: level)()", 7), ("write(8)", None), ("level", 8))


@pytest.mark.parametrize(
    "source",
    [
        "global level; level = 5; read()",
        "global level\nfor level in [4, 5]: pass\nread()",
        "def bump():\n    global level\n    level = 5\nbump()\nread()",
    ],
)
def test_global_changes_the_module_at_once(source: str) -> None:
    module = host()
    check((source, 5), ("level", 5), ("local", 10), module=module)
    assert module.level == 5


def test_new_names_are_kept_and_the_module_stays_clean() -> None:
    module = host()
    before = set(vars(module))
    check(
        ("new = 1", None),
        ("def f(): return new", None),
        ("f()", 1),
        ("new = 2", None),
        ("f()", 2),
        ("del new", None),
        ("f()", NameError),
        ("new", NameError),
        ("level = 9", None),
        ("level, (lambda: level)(), read()", (9, 9, 1)),
        module=module,
    )
    assert set(vars(module)) == before


def test_assigning_to_a_local() -> None:
    steps = [("local = cell = 99", None), ("local, (lambda: cell)()", (99, 99)), ("del local", None)]
    returned = check(*steps, ("local", NameError), ("(lambda: local)()", NameError))
    assert returned == ((99, 99, 99) if WRITES_THROUGH else (10, 20, 20))


def test_a_module_is_used_directly() -> None:
    module = host()
    names = Namespace(vars(module), vars(module))
    assert names.globals is names.locals is vars(module)
    run("level = 3; made = 4", names)
    assert (module.read(), module.made) == (3, 4)
    assert Namespace(vars(module)).locals is vars(module)


def test_a_class_body_and_a_module_frame() -> None:
    got = []
    code = "class A:\n    a = 1\n    talk(sys._getframe())\nb = 2\ntalk(sys._getframe())\n"
    seen: dict[str, Any] = {"sys": sys, "__name__": "there"}
    seen["talk"] = lambda frame: got.append(Namespace.of_frame(frame))
    exec(code, seen)
    body, module = got
    assert run("(a, (lambda: a)())", body) == (1, 1)
    assert module.globals is seen
    assert module.locals is seen


def test_given_locals_take_the_assignments() -> None:
    local: dict[str, Any] = {"a": 1}
    names = Namespace({"__name__": "x", "b": 2}, local)
    assert run("c = a + b; (lambda: c + a)()", names) == 4
    assert local == {"a": 1, "c": 3}


def test_lookup_and_names() -> None:
    names = Namespace({"b": 2}, {"a": 1})
    assert (names.lookup("a"), names.lookup("b"), names.lookup("len")) == (1, 2, len)
    assert {"a", "b", "len"} <= names.names()
    with pytest.raises(KeyError):
        names.lookup("c")


def test_mistyped_locals_are_suggested() -> None:
    import traceback

    names = Namespace({"__name__": "x"}, {"colour": 1})
    with pytest.raises(NameError) as caught:
        run("(lambda: colou)()", names)
    text = "".join(traceback.format_exception(caught.value))
    if sys.version_info >= (3, 12):
        assert "'colour'" in text


def extras_in_builtins() -> dict[str, object]:
    return {
        name: value for name, value in vars(builtins).items() if name.strip("_0123456789") in ("", "exit")
    }


def test_extras_leave_no_trace() -> None:
    before = extras_in_builtins()
    outer, inner = Extras(), Extras()
    outer.set("exit", "outer")
    outer.remember(1, 1)
    inner.set("exit", "inner")
    inner.remember(2, 1)
    inner.remember(3, 2)
    module = host()
    assert run("(lambda: (_, _1, _2, exit))()", Namespace(vars(module))) == (3, 2, 3, "inner")
    assert "_" not in vars(module)
    inner.remove()
    assert (vars(builtins)["_"], vars(builtins)["exit"]) == (1, "outer")
    outer.remove()
    assert extras_in_builtins() == before


def test_extras_end_in_any_order() -> None:
    before = extras_in_builtins()
    first, second = Extras(), Extras()
    first.remember(1, 1)
    second.remember(2, 2)
    first.remove()
    assert vars(builtins)["_"] == 2
    second.remove()
    assert extras_in_builtins() == before


def test_gettext_keeps_its_underscore(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "_", str.upper, raising=False)
    extras = Extras()
    extras.remember(5, 1)
    assert run("_('a'), _1", Namespace({})) == ("A", 5)
    extras.remove()
    assert vars(builtins)["_"] is str.upper
