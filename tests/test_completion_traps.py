"""More traps, by the hook that each of them sets: libraries' lazy objects, liars, hooks of classes."""

from __future__ import annotations

import collections
import collections.abc
import configparser
import contextlib
import contextvars
import dataclasses
import enum
import functools
import sys
import types
import typing
import unittest.mock
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from sideloop import complete
from test_completion_safety import ask, sprung, trap

T = typing.TypeVar("T")


def traps(owner: str, names: str) -> dict[str, Any]:
    """Methods that record their calls."""
    return {name: trap(f"{owner} {name}") for name in names.split()}


def property_traps(owner: str, names: str) -> dict[str, Any]:
    """Properties that record that they are asked."""
    return {name: property(trap(f"{owner} {name}")) for name in names.split()}


class Text(str):
    """A string that minds what is done with it."""

    __slots__ = ()
    __hash__ = trap("text __hash__", 7)
    __eq__ = trap("text __eq__", True)
    __str__ = trap("text __str__", "text")
    __repr__ = trap("text __repr__", "text")
    __format__ = trap("text __format__", "text")
    __len__ = trap("text __len__", 1)
    __iter__ = trap("text __iter__", iter("x"))
    __contains__ = trap("text __contains__", True)
    __add__ = trap("text __add__", "x")
    __getattribute__ = trap("text __getattribute__")
    split = strip = encode = startswith = endswith = partition = rpartition = trap("text method", [])


class Names(dict):
    """A namespace that minds."""

    locals().update(
        traps(
            "names",
            """
            __getitem__ __contains__ __iter__ __len__ get items keys values
            """,
        )
    )
    __missing__ = trap("names __missing__")
    __eq__ = trap("names __eq__", True)
    __bool__ = trap("names __bool__", True)
    __hash__ = None


class Convertible:
    """Everything that can be asked of a value."""

    locals().update(
        traps(
            "value",
            """
            __bool__ __str__ __repr__ __format__ __bytes__ __index__ __int__ __float__ __complex__ __len__
            __length_hint__ __contains__ __iter__ __next__ __reversed__ __hash__ __eq__ __ne__ __lt__ __gt__
            __le__ __ge__ __add__ __radd__ __neg__ __call__ __getitem__ __missing__ __enter__ __exit__
            __aenter__ __aexit__ __aiter__ __anext__ __await__ __fspath__ __copy__ __deepcopy__ __reduce__
            __reduce_ex__ __getstate__ __sizeof__ __instancecheck__ __subclasscheck__ __mro_entries__
            __set_name__ __buffer__ __round__ __array__ __array_interface__ __dataframe__ __rich__
            _repr_html_ _repr_pretty_ _ipython_display_ __length_hint__ __class_getitem__
            """,
        )
    )


class Hooked(type):
    """A metaclass that defines whatever a class can be asked."""

    locals().update(
        traps(
            "metaclass",
            """
            __call__ __getitem__ __iter__ __len__ __contains__ __bool__ __hash__ __eq__ __or__ __ror__
            __instancecheck__ __subclasscheck__ __subclasses__ __repr__ __str__ __dir__ __getattr__
            __getattribute__
            """,
        )
    )
    locals().update(
        property_traps(
            "metaclass property",
            """
            __mro__ __bases__ __name__ __module__ __doc__ __annotations__ __annotate__ __signature__
            __text_signature__ __dict__ __parameters__ __orig_bases__ __match_args__ __dataclass_fields__
            __abstractmethods__ _fields _member_map_ __total__ __wrapped__
            """,
        )
    )


def hooked() -> Any:
    return Hooked("Hook", (), {"attribute": 1, "method": lambda self: sprung.append("method")})


class Told:
    """Attributes that usually tell about an object, each a property."""

    for _name in [
        "__annotations__",
        "__annotate__",
        "__signature__",
        "__wrapped__",
        "__text_signature__",
        "__doc__",
        "__module__",
        "__name__",
        "__defaults__",
        "__kwdefaults__",
        "__code__",
        "__globals__",
        "__closure__",
        "__self__",
        "__func__",
        "__origin__",
        "__args__",
        "__parameters__",
        "__orig_class__",
        "__orig_bases__",
        "__fields__",
        "_fields",
        "__match_args__",
        "__dataclass_fields__",
        "__spec__",
        "__file__",
        "__path__",
        "__all__",
        "__loader__",
        "__slots__",
        "__getnewargs__",
        "columns",
        "index",
        "dtype",
        "iloc",
        "loc",
        "obj",
        "maps",
        "data",
        "shape",
        "ndim",
        "_name",
        "_accessor",
        "_proxies",
        "_sections",
        "func",
        "args",
        "keywords",
        "cr_frame",
        "gi_frame",
        "_asdict",
        "__objclass__",
        "fget",
        "cell_contents",
        "_value_",
        "groupindex",
    ]:
        if _name not in ("__slots__",):
            locals()[_name] = property(trap(f"property {_name}"))


class Emptied:
    """Hides what it has behind a descriptor of its own."""

    __slots__ = ("_held",)
    __dict__ = property(trap("slots __dict__", {"lie": 1}))
    __weakref__ = property(trap("__weakref__"))


class Set:
    """A descriptor that is told its name, and asked by class and by instance."""

    __set_name__ = trap("__set_name__")
    __get__ = trap("set __get__")
    __set__ = trap("set __set__")
    __delete__ = trap("set __delete__")
    __isabstractmethod__ = property(trap("__isabstractmethod__"))


def with_descriptors() -> Any:
    class Owner:
        one = Set()
        two = types.DynamicClassAttribute(trap("DynamicClassAttribute"))
        three = classmethod(Set())
        four = staticmethod(Set())
        five = property(Set())
        six = functools.cached_property(Set())
        seven = functools.partialmethod(Set())
        eight = functools.singledispatchmethod(Set())

    return Owner


class Subscripted:
    __class_getitem__ = classmethod(trap("__class_getitem__"))
    __init_subclass__ = classmethod(trap("__init_subclass__"))
    __mro_entries__ = trap("__mro_entries__", ())


class LazyObject:
    """As Django's `SimpleLazyObject`: everything asks the wrapped one."""

    def __init__(self) -> None:
        object.__setattr__(self, "_wrapped", None)
        object.__setattr__(self, "_setupfunc", trap("django setup"))

    __getattr__ = trap("django __getattr__")
    __class__ = property(trap("django __class__", dict))
    locals().update(
        traps(
            "django",
            """
            __dir__ __str__ __repr__ __bool__ __eq__ __hash__ __getitem__ __len__ __iter__
            """,
        )
    )


class LocalProxy:
    """As werkzeug's: attributes through descriptors on the class, `__wrapped__` and all."""

    __slots__ = ("__local", "_get_current_object")
    locals().update(
        property_traps(
            "werkzeug",
            """
            __doc__ __wrapped__ __dict__ __class__ __annotations__ __name__ __call__
            """,
        )
    )
    __getattr__ = trap("werkzeug __getattr__")


class Instrumented:
    """As SQLAlchemy's attributes: a query when an expired one is loaded."""

    def __get__(self, instance: object, owner: object) -> object:
        sprung.append("sqlalchemy load" if instance is not None else "sqlalchemy clause")
        return self

    def __set__(self, instance: object, value: object) -> None:
        sprung.append("sqlalchemy set")

    __getattr__ = trap("sqlalchemy comparator")
    __eq__ = trap("sqlalchemy ==")
    __hash__ = trap("sqlalchemy hash", 1)


class Model:
    id = Instrumented()
    name: Instrumented = Instrumented()
    _sa_instance_state = Convertible()


class LazyModule(types.ModuleType):
    """As torch's and transformers' modules: importing by asking."""

    def __getattr__(self, name: str) -> Any:
        sprung.append(f"lazy import {name}")
        raise AttributeError(name)

    __all__ = property(trap("lazy __all__"))
    __path__ = property(trap("lazy __path__"))
    __file__ = property(trap("lazy __file__"))
    __spec__ = property(trap("lazy __spec__"))


class Jealous(types.ModuleType):
    def __getattribute__(self, name: str) -> Any:
        sprung.append(f"module __getattribute__ {name}")
        return super().__getattribute__(name)


def unevaluated() -> Any:
    """A function and a class with annotations that are there only when somebody asks."""

    def function(x):
        return x

    if sys.version_info >= (3, 14):
        function.__annotate__ = trap("__annotate__", {})
    function.__annotations__ = {"x": Text("evil()"), "return": Convertible()}
    function.__doc__ = Text("documentation")
    function.__name__ = Text("function")
    function.__qualname__ = Text("function")
    function.__module__ = Text("module")
    return function


def looping() -> Any:
    """Functions that wrap each other."""

    def one() -> None: ...
    def two() -> None: ...

    one.__wrapped__, two.__wrapped__ = two, one
    return one


def wrapping() -> Any:
    """A wrapper that says of itself what the wrapped function does."""

    @functools.wraps(unevaluated())
    def wrapper() -> None: ...

    return wrapper


def in_names() -> Any:
    """A function whose globals mind, and one whose defaults and closure do."""
    names = Names()
    dict.__setitem__(names, "__name__", "in_names")
    dict.__setitem__(names, "__builtins__", __builtins__)
    return types.FunctionType((lambda: value).__code__, names, "f", (Convertible(),))  # noqa: F821


def inferred(x, y=Convertible()):  # noqa: B008
    """Read by its source: everything in it would spring something."""
    sprung.append("inferred ran")
    if x[0]:
        return y.attribute
    with y as z:
        return [one for one in z if one == x]
    for each in y:
        return each() + y
    return y[x]() or next(y)


class Stored:
    def __init__(self, given=Convertible()):  # noqa: B008
        sprung.append("Stored ran")
        self.called = given()
        self.added = given + given
        self.compared = given == 1
        self.entered = given.__enter__()
        self.first = given[0]
        self.property = given.attribute

    @property
    def told(self):
        sprung.append("unannotated property")
        return self.called


class Generic(typing.Generic[T]):
    def __init__(self, held: T) -> None:
        self.held = held

    def get(self) -> T:
        sprung.append("get")
        return self.held


class Mapped(collections.UserDict):
    __getitem__ = trap("UserDict __getitem__")
    __iter__ = trap("UserDict __iter__")
    __missing__ = trap("UserDict __missing__")
    keys = trap("UserDict keys")


class Parser(configparser.ConfigParser):
    __getitem__ = trap("parser __getitem__")
    sections = trap("parser sections")
    optionxform = trap("parser optionxform", "x")


class Missing(dict):
    def __missing__(self, key: object) -> object:
        sprung.append("__missing__")
        return self


class Abstract(collections.abc.Mapping):
    __getitem__ = trap("mapping __getitem__")
    __iter__ = trap("mapping __iter__")
    __len__ = trap("mapping __len__", 1)


class Members(enum.Enum):
    ONE = 1

    @classmethod
    def _missing_(cls, value: object) -> Any:
        sprung.append("_missing_")

    @types.DynamicClassAttribute
    def value(self) -> int:
        sprung.append("enum value")
        return 1

    def __eq__(self, other: object) -> bool:
        sprung.append("enum ==")
        return True

    __hash__ = trap("enum hash", 1)
    __str__ = trap("enum str", "")
    __repr__ = trap("enum repr", "")


@dataclasses.dataclass
class Record:
    field: Any
    other: Any = dataclasses.field(default_factory=trap("factory"))

    def __post_init__(self) -> None:
        sprung.append("__post_init__")

    __replace__ = trap("__replace__")
    __getattr__ = trap("record __getattr__")


class Sorted(set):
    locals().update(
        traps(
            "set",
            """
            __iter__ __len__ __contains__ __eq__ pop
            """,
        )
    )


class Listed(list):
    locals().update(
        traps(
            "list",
            """
            __getitem__ __iter__ __len__ __eq__ __reversed__ pop copy
            """,
        )
    )


class Partial(functools.partial):
    __call__ = trap("partial __call__")
    func = property(trap("partial func"))
    args = property(trap("partial args"))


class Weak(weakref.ref):
    __call__ = trap("ref __call__")


def keyed() -> Any:
    """Dicts and sets whose keys mind, also inside of other containers."""
    key, found = Convertible.__new__(Convertible), Missing()
    hidden = {"plain": 1}
    text = str.__new__(Text, "plain")
    type.__setattr__(Text, "__hash__", str.__hash__)  # to be put in
    dict.__setitem__(found, text, 1)
    hidden[text] = 2
    type.__setattr__(Text, "__hash__", trap("text __hash__", 7))
    return [found, hidden, {"inner": hidden}, [key], (key,)]


def own_dict() -> Any:
    """An instance whose attributes are kept in a dict that minds."""
    made = Plain()
    made.__dict__ = Names()
    return made


class Plain:
    pass


def stated() -> Any:
    """What is neither a signature nor a callable, but says so."""

    class Call:
        __signature__ = Text("(x)")
        __text_signature__ = Text("(x)")
        __call__ = Set()

    return Call()


def referring() -> Any:
    held = LazyObject()
    _kept.append(held)
    return weakref.proxy(held)


_kept: list[object] = []
_convertible = Convertible()


def described() -> Any:
    """An instance of them."""
    return with_descriptors()()


TRAPS: dict[str, Any] = {
    "text": lambda: str.__new__(Text, "text"),
    "names_": Names,
    "value": Convertible,
    "Value": lambda: Convertible,
    "Hook": hooked,
    "hook": lambda: object.__new__(hooked()),
    "told": Told,
    "emptied": Emptied,
    "descriptors": described,
    "Descriptors": with_descriptors,
    "Subscripted": lambda: Subscripted,
    "subscripted": Subscripted,
    "django": LazyObject,
    "werkzeug": lambda: object.__new__(LocalProxy),
    "Model": lambda: Model,
    "model": Model,
    "torch": lambda: LazyModule("torch_like"),
    "jealous": lambda: Jealous("jealous"),
    "unevaluated": unevaluated,
    "looping": looping,
    "in_names": in_names,
    "inferred": lambda: inferred,
    "Stored": lambda: Stored,
    "stored": lambda: object.__new__(Stored),
    "Generic": lambda: Generic,
    "generic": lambda: Generic(Convertible()),
    "generic_of": lambda: Generic(str.__new__(Text, "x")),
    "mapped": lambda: object.__new__(Mapped),
    "parser": lambda: object.__new__(Parser),
    "missing": lambda: Missing(a=1),
    "abstract": Abstract,
    "view": lambda: types.MappingProxyType(Missing(a=1)),
    "view_of_names": lambda: types.MappingProxyType(Names(a=1)),
    "view_of_mapping": lambda: types.MappingProxyType(Abstract()),
    "chain": lambda: collections.ChainMap(Names(a=1), Abstract(), {"a": Convertible()}),
    "counter": lambda: collections.Counter({"a": 1}),
    "defaults": lambda: collections.defaultdict(trap("default_factory"), {"a": Convertible()}),
    "Members": lambda: Members,
    "member": lambda: type.__getattribute__(Members, "_member_map_")["ONE"],
    "Record": lambda: Record,
    "record": lambda: object.__new__(Record),
    "a_set": Sorted,
    "a_list": lambda: Listed([Convertible()]),
    "partial": lambda: Partial(inferred),
    "partial_of": lambda: functools.partial(Convertible(), Convertible()),
    "weak": lambda: Weak(Convertible),
    "weak_of": lambda: weakref.ref(Model),
    "proxy": referring,
    "keyed": keyed,
    "own_dict": own_dict,
    "stated": stated,
    "mock": unittest.mock.Mock,
    "magic": unittest.mock.MagicMock,
    "specified": lambda: unittest.mock.create_autospec(inferred),
    "cached": lambda: functools.lru_cache(inferred),
    "dispatched": lambda: functools.singledispatch(inferred),
    "wrapped": wrapping,
    "variable": lambda: contextvars.ContextVar("variable", default=_convertible),
    "alias": lambda: types.GenericAlias(Subscripted, (Convertible(),)),
    "bound": lambda: types.MethodType(Convertible(), Told()),
    "generator": lambda: generating(Convertible()),
    "cell": lambda: types.CellType(Convertible()),
    "typed": lambda: typing.NewType("typed", Subscripted),
    "code": lambda: inferred.__code__,
}


def generating(given: Any) -> Iterator[Any]:
    sprung.append("generator ran")
    yield given


EXPRESSIONS = (
    "{0}",
    "{0}.attribute",
    "{0}.told",
    "{0}.called",
    "{0}.held",
    "{0}.get()",
    "{0}()",
    "{0}(1, {0})()",
    "{0}({0}).held",
    "{0}({0}).first",
    "{0}[0]",
    "{0}['a']",
    "{0}['plain']",
    "{0}.two",
    "{0}.seven",
    "({0} + {0})",
    "({0} == {0})",
    "(await {0})",
    "{0}.__dict__",
    "{0}.__class__",
    "[*{0}]",
    "{{**{0}}}['a']",
    "getattr({0}, 'x')",
    "vars({0})",
    "dict(a={0})['a']",
    "itertools.chain({0}, {0})",
    "typing.cast({0}, 1)",
    "dataclasses.replace({0}, x=1)",
)
TEXTS = (
    "{0}.|",
    "{0}['|",
    "{0}[|",
    "{0}(|",
    "{0}('|",
    "f({{'|",
    "x: {0} = {{'|",
    "{0} == |",
    "for x in {0}:\n    x.|",
    "with {0} as x:\n    x.|",
    "a, *b = {0}\nb[0].|",
    "{0}.map(lambda x: x.|",
    "match {0}:\n    case {0}(x, y=z):\n        x.|",
    "getattr({0}, '|",
    "{0}.replace({0}, |",
    "logging.getLogger({0}).|",
    "def f(x={0}): return x\nf().|",
    "def f(x={0}): yield x\nfor y in f():\n    y.|",
    "class A({0}):\n    def __init__(self): self.x = {0}\nA().x.|",
    "class A({0}):\n    def |",
    "(lambda x: x)({0}).|",
    "|",
)


def reached(make: Any) -> dict[str, Any]:
    import itertools
    import logging

    modules = {"itertools": itertools, "logging": logging, "typing": typing, "dataclasses": dataclasses}
    return {"it": make(), **modules}


@pytest.mark.parametrize("name", sorted(TRAPS))
def test_no_question_springs_it(name: str) -> None:
    namespace, errors = reached(TRAPS[name]), []
    sprung.clear()
    for expression in EXPRESSIONS:
        for text in TEXTS:
            drawn = text.format(expression.format("it"))
            ask(drawn, namespace, custom_dir=False, log=errors.append)
            assert not sprung, f"{drawn!r} ran {sprung}"
    assert not errors


@pytest.mark.parametrize("name", sorted(TRAPS))
def test_neither_signature_nor_documentation_springs_it(name: str) -> None:
    namespace = reached(TRAPS[name])
    known = complete.Names(namespace.__getitem__, lambda: namespace, custom_dir=False)
    sprung.clear()
    for expression in EXPRESSIONS:
        asked = {"source": expression.format("it"), "bindings": []}
        complete.signatures(asked, known)
        complete.doc(asked, True, known)
        assert not sprung, f"{asked['source']!r} ran {sprung}"


def test_they_are_many_and_do_spring() -> None:
    assert len(TRAPS) >= 60
    made = [make() for make in TRAPS.values()]
    sprung.clear()
    uses = (bool, iter, hash, dir, str, repr, vars, lambda x: x.y, lambda x: x["a"], lambda x: x())
    for one in made:
        for use in uses:
            with contextlib.suppress(Exception):
                use(one)
    assert len({*sprung}) >= 60
