"""Under `evaluate = "safe"` nothing of the user's runs: traps that record every call."""

from __future__ import annotations

import builtins
import functools
import sys
import types
from typing import Any

import pytest
from sideloop import complete
from sideloop._native import question

sprung: list[str] = []


def trap(name: str, result: Any = None) -> Any:
    """A method that records its call."""

    def method(*args: Any, **kwargs: Any) -> Any:
        sprung.append(name)
        return result

    return method


class Descriptor:
    def __get__(self, obj: object, owner: object = None) -> object:
        sprung.append("descriptor")
        return self


class DataDescriptor(Descriptor):
    def __set__(self, obj: object, value: object) -> None:
        sprung.append("data descriptor")


class Properties:
    @property
    def prop(self) -> str:
        sprung.append("property")
        return ""

    @functools.cached_property
    def cached(self) -> str:
        sprung.append("cached_property")
        return ""

    plain = Descriptor()
    data = DataDescriptor()
    __doc__ = property(trap("__doc__", "documentation"))  # type: ignore[assignment]
    __signature__ = property(trap("__signature__"))


class Greedy:
    def __getattr__(self, name: str) -> object:
        sprung.append(f"__getattr__ {name}")
        return self

    def __getattribute__(self, name: str) -> object:
        sprung.append(f"__getattribute__ {name}")
        return self


class Listing:
    __dir__ = trap("__dir__", ["listed"])


class Liar:
    """As lazy proxies do."""

    @property
    def __class__(self) -> type:  # type: ignore[override]
        sprung.append("__class__")
        return dict

    @property
    def __dict__(self) -> dict[str, object]:  # type: ignore[override]
        sprung.append("__dict__")
        return {"lie": 1}

    __getattr__ = trap("proxy")
    __wrapped__ = property(trap("__wrapped__"))


class Meta(type):
    __instancecheck__ = trap("__instancecheck__", True)
    __subclasscheck__ = trap("__subclasscheck__", True)
    __dir__ = trap("metaclass __dir__", [])
    __call__ = trap("metaclass __call__")
    __getitem__ = trap("metaclass __getitem__")
    __iter__ = trap("metaclass __iter__", iter([]))
    __hash__ = trap("metaclass __hash__", 1)
    __eq__ = trap("metaclass __eq__", True)
    __bool__ = trap("metaclass __bool__", True)

    def __getattribute__(cls, name: str) -> object:
        sprung.append(f"metaclass __getattribute__ {name}")
        return type.__getattribute__(cls, name)


class Made(metaclass=Meta):
    field: int = 1

    def method(self) -> str:
        sprung.append("method")
        return ""


class Sized:
    __len__ = trap("__len__", 1)
    __getitem__ = trap("__getitem__", "x")
    __iter__ = trap("__iter__", iter([]))
    __bool__ = trap("__bool__", True)
    __call__ = trap("__call__", "x")
    __enter__ = trap("__enter__")
    __exit__ = trap("__exit__")
    __await__ = trap("__await__", iter([]))
    __add__ = trap("__add__")
    keys = trap("keys", [])


class Key:
    __hash__ = trap("key __hash__", hash("name"))  # type: ignore[assignment]
    __eq__ = trap("key __eq__", False)
    __repr__ = trap("key __repr__", "key")


class Str(str):
    __slots__ = ()
    __repr__ = trap("str __repr__", "x")
    __hash__ = trap("str __hash__", 1)  # type: ignore[assignment]
    __eq__ = trap("str __eq__", False)
    __len__ = trap("str __len__", 1)
    __getitem__ = trap("str __getitem__", "x")


class Dict(dict):  # type: ignore[type-arg]
    __getitem__ = trap("dict __getitem__")
    __iter__ = trap("dict __iter__", iter([]))
    keys = trap("dict keys", [])
    items = trap("dict items", [])
    __len__ = trap("dict __len__", 1)
    __missing__ = trap("dict __missing__")


class List(list):  # type: ignore[type-arg]
    __getitem__ = trap("list __getitem__")
    __iter__ = trap("list __iter__", iter([]))
    __len__ = trap("list __len__", 1)


def calls(x: int) -> str:
    """Returns what its annotation says."""
    sprung.append("function")
    return ""


def strange(x: int) -> str:
    return ""


strange.__annotations__ = {"x": "trap('annotation')()", "return": "evil()"}
strange.__wrapped__ = Liar()  # type: ignore[attr-defined]
strange.__signature__ = Liar()  # type: ignore[attr-defined]
strange.__defaults__ = (Greedy(),)


class Strange:
    field: trap("class annotation")() = 1  # type: ignore[valid-type]
    other: types.SimpleNamespace


Strange.__annotations__ = {"field": "evil()", "other": "evil[evil()]", "third": "Made"}


class Tuple(tuple):  # type: ignore[type-arg]
    _fields = (Key(), Str("field"))
    __annotations__ = {"field": "evil()"}


class Frame:
    """As pandas has it, but for its class."""

    columns = property(trap("columns"))
    iloc = property(trap("iloc"))
    obj = property(trap("obj"))


class Compiled:
    """As Cython has it, but for its class."""

    __module__ = "_cython_3"
    __name__ = property(trap("__name__"))
    __get__ = trap("__get__")


Frame.__module__ = "pandas"
Frame.__name__ = "DataFrame"
Compiled.__name__ = "cython_function_or_method"


def taking(**kwargs: Any) -> str:
    sprung.append("function")
    return kwargs["name"]  # type: ignore[no-any-return]


class Slotted:
    __slots__ = ("slot",)


def module() -> types.ModuleType:
    made = types.ModuleType("trapped")
    made.__getattr__ = trap("module __getattr__")  # type: ignore[method-assign]
    made.value = 1  # type: ignore[attr-defined]
    return made


class Module(types.ModuleType):
    __getattr__ = trap("module type __getattr__")

    @property
    def lazy(self) -> None:
        sprung.append("module property")


def names() -> dict[str, Any]:
    """The namespace; made in a function, as some of the traps are sprung by the making."""
    instance = Made.__new__(Made)
    weird: dict[Any, Any] = {"name": Properties(), 1: 2}
    dict.__setitem__(weird, Key(), Greedy())
    dict.__setitem__(weird, Str("strange"), 1)
    return {
        "properties": Properties(),
        "greedy": Greedy(),
        "listing": Listing(),
        "liar": Liar(),
        "Made": Made,
        "made": instance,
        "sized": Sized(),
        "weird": weird,
        "string": Str("text"),
        "dictionary": Dict(a=1),
        "several": List([1]),
        "calls": calls,
        "strange": strange,
        "Strange": Strange,
        "fields": Tuple((1, 2)),
        "frame": Frame(),
        "compiled": Compiled(),
        "taking": taking,
        "__annotations__": {"several": "evil()", "weird": Liar()},
        "Slotted": Slotted,
        "slotted": Slotted(),
        "module": module(),
        "lazy": Module("lazy"),
        "evil": trap("evil"),
        "trap": trap,
        "partial": functools.partial(Sized()),
        "Properties": Properties,
        "Liar": Liar,
        "Sized": Sized,
        "Listing": Listing,
        "Greedy": Greedy,
    }


EXPRESSIONS = [
    "{0}",
    "{0}.prop",
    "{0}.cached",
    "{0}.plain",
    "{0}.data",
    "{0}.attribute",
    "{0}.method()",
    "{0}.method().x",
    "{0}()",
    "{0}(1)()",
    "{0}[0]",
    '{0}["name"]',
    "{0}['a']",
    "{0}[0:1]",
    "{0}[{0}]",
    "-{0}",
    "{0}+{0}",
    "(await({0}))",
    "[{0}][0]",
    "[*{0}][0]",
    "{{1:{0}}}[1]",
    "({0},)[0]",
    "({0}or(1))",
    "({0}if({0})else(1))",
    "list({0})[0]",
    "sorted({0})[0]",
    "next({0})",
    "iter({0})",
    "str({0})",
    "{0}.__class__",
    "{0}.__dict__",
    "{0}.__doc__",
    "type({0})",
    "{0}.field",
    "{0}.other",
    "{0}.third",
    "{0}.slot",
    "{0}.value",
    "{0}.lazy",
    "dict({0})",
    "enumerate({0})",
]

TEXTS = [
    "{0}.|",
    "{0}['|",
    "{0}[|",
    "{0}(|",
    "{0}(x=|",
    "{0}('|",
    "{0} == |",
    "{0} == '|",
    "x: {0} = |",
    "for x in {0}:\n    x.|",
    "for x, y in {0}:\n    y.|",
    "with {0} as x:\n    x.|",
    "async def f():\n    async with {0} as x:\n        x.|",
    "async def f():\n    async for x in {0}:\n        x.|",
    "async def f():\n    x = await {0}\n    x.|",
    "if isinstance(x, {0}):\n    x.|",
    "x, y = {0}\ny.|",
    "class A({0}):\n    def |",
    "class A({0}):\n    def f(self):\n        self.|",
    "def f(x: {0}):\n    x.|",
    "try:\n    pass\nexcept {0} as e:\n    e.|",
    "raise |",
    "match {0}:\n    case {{'name': x}}:\n        x.|",
    "match {0}:\n    case |",
    "match {0}:\n    case '|",
    "{0} is |",
    "{0} = '|",
    "x in ({0}, |",
    "sorted({0}, key=lambda x: x.|",
    "{0}.apply(lambda x: x.|",
    "{0}.groupby(by='|",
    "|",
]


def ask(drawn: str, namespace: dict[str, Any], **options: Any) -> list[str]:
    """What is offered at the cursor, `|`."""
    before, _, behind = drawn.partition("|")
    asked = question(before + behind, len(before.encode()))
    if asked is None:
        return []
    look_up = {**vars(builtins), **namespace}.__getitem__
    # Builtins are no traps: to list them at each empty name would take most of the time.
    *_, found = complete.candidates(asked[0], complete.Names(look_up, lambda: namespace, **options))
    assert found is not None
    return [one["text"] for one in found]


NAMES = sorted(names())


@pytest.mark.parametrize("name", NAMES)
def test_no_question_springs_a_trap(name: str) -> None:
    namespace = names()
    errors: list[BaseException] = []
    sprung.clear()
    for expression in EXPRESSIONS:
        for text in TEXTS:
            ask(text.format(expression.format(name)), namespace, custom_dir=False, log=errors.append)
            assert not sprung, f"{text.format(expression.format(name))!r} ran {sprung}"
    assert not errors


@pytest.mark.parametrize("name", NAMES)
def test_no_signature_and_no_documentation_springs_a_trap(name: str) -> None:
    namespace = names()
    known = complete.Names({**vars(builtins), **namespace}.__getitem__, lambda: namespace, custom_dir=False)
    sprung.clear()
    for expression in EXPRESSIONS:
        asked = {"source": expression.format(name), "bindings": []}
        complete.signatures(asked, known)
        complete.doc(asked, True, known)
        assert not sprung, f"{asked['source']!r} ran {sprung}"


def test_the_traps_are_traps() -> None:
    namespace = names()
    sprung.clear()
    dir(namespace["listing"])
    namespace["properties"].prop  # noqa: B018
    getattr(namespace["greedy"], "x")  # noqa: B009
    isinstance(1, namespace["Made"])
    isinstance(namespace["liar"], int)
    repr(namespace["weird"])
    assert len({*sprung}) >= 6


def test_what_is_known_without_running_is_offered() -> None:
    namespace = names()
    assert {"prop", "cached", "plain"} <= {*ask("properties.|", namespace)}
    assert "upper" in ask("properties.prop.|", namespace)
    assert "upper" in ask("properties.cached.|", namespace)
    assert "upper" in ask("made.method().|", namespace)
    assert "upper" in ask("calls(1).|", namespace)
    assert "bit_length" in ask("made.field.|", namespace)
    assert {"third", "field"} <= {*ask("Strange.|", namespace)}
    assert "method" in ask("Strange.third.|", namespace)
    assert "value" in ask("module.|", namespace)
    assert "lazy" in ask("lazy.|", namespace)
    assert "slot" in ask("slotted.|", namespace)
    assert ask("weird['|", namespace) == ["name"]
    assert "lie" not in ask("liar.|", namespace)


def test_a_dir_of_a_class_is_asked_where_that_is_allowed() -> None:
    namespace = names()
    sprung.clear()
    assert "listed" not in ask("listing.|", namespace, custom_dir=False)
    assert not sprung
    assert "listed" in ask("listing.|", namespace, custom_dir=True)
    assert sprung == ["__dir__"]


def test_a_dir_that_fails_is_logged_and_not_asked_again() -> None:
    class Failing:
        def __dir__(self) -> list[str]:
            raise RuntimeError("no")

        here = 1

    errors: list[BaseException] = []
    for _ in range(2):
        assert "here" in ask("x.|", {"x": Failing()}, log=errors.append)
    assert [str(error) for error in errors] == ["no"]


def test_full_evaluates_what_is_not_known_otherwise() -> None:
    namespace = {"f": lambda: "text"}
    run = lambda source: eval(source, namespace)
    assert ask("f().|", dict(namespace), evaluate="safe", run=run) == []
    assert "upper" in ask("f().|", dict(namespace), evaluate="full", run=run)


def test_none_looks_at_names_only() -> None:
    namespace = {"f": calls, "x": "text"}
    assert ask("f(1).|", namespace, evaluate="none") == []
    assert "upper" in ask("x.|", namespace, evaluate="none")


def test_nothing_is_imported_for_an_import() -> None:
    before = {*sys.modules}
    assert "Element" not in ask("from xml.etree.ElementInclude import |", {})
    assert "default_loader" in ask("from xml.etree.ElementInclude import |", {})
    assert "dom" in ask("import xml.|", {})
    added = {*sys.modules} - before
    assert not {name for name in added if name.startswith("xml")}
