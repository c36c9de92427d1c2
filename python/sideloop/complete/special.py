"""The special methods that a class can define though no base has them, with the rest of their `def` line.

From the data model chapter of the language reference.
"""

from __future__ import annotations

_LINES = """
__call__(self, *args, **kwargs):
__len__(self) -> int:
__bool__(self) -> bool:
__getitem__(self, key):
__setitem__(self, key, value):
__delitem__(self, key):
__contains__(self, item) -> bool:
__iter__(self):
__next__(self):
__reversed__(self):
__missing__(self, key):
__enter__(self):
__exit__(self, exc_type, exc, traceback):
__await__(self):
__aiter__(self):
__anext__(self):
__aenter__(self):
__aexit__(self, exc_type, exc, traceback):
__getattr__(self, name):
__get__(self, instance, owner=None):
__set__(self, instance, value):
__delete__(self, instance):
__set_name__(self, owner, name):
__post_init__(self):
__copy__(self):
__deepcopy__(self, memo):
__add__(self, other):
__radd__(self, other):
__iadd__(self, other):
__sub__(self, other):
__mul__(self, other):
__rmul__(self, other):
__truediv__(self, other):
__floordiv__(self, other):
__mod__(self, other):
__pow__(self, other):
__matmul__(self, other):
__and__(self, other):
__or__(self, other):
__xor__(self, other):
__neg__(self):
__pos__(self):
__abs__(self):
__invert__(self):
__int__(self) -> int:
__float__(self) -> float:
__index__(self) -> int:
__round__(self, ndigits=None):
__bytes__(self) -> bytes:
__fspath__(self) -> str:
__class_getitem__(cls, item):
"""

SPECIAL = dict(line.split("(", 1) for line in _LINES.strip().splitlines())
SPECIAL = {name: f"({rest}" for name, rest in SPECIAL.items()}
"""The rest of the line, by name."""

USUAL = (
    "__init__",
    "__repr__",
    "__str__",
    "__eq__",
    "__len__",
    "__iter__",
    "__getitem__",
    "__call__",
    "__enter__",
    "__exit__",
    "__post_init__",
)
"""Those that classes define most, the most usual first."""
