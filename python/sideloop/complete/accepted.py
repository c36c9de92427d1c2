"""The strings that parameters of the standard library accept and that no annotation lists.

From the documentation of `open`, of the `codecs` module's error handlers and of
`argparse.ArgumentParser.add_argument`.
"""

from __future__ import annotations

import types

from . import safe
from .known import Instance, function_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .known import Known

_MODES = ("r", "w", "a", "x", "rb", "wb", "ab", "xb", "r+", "w+", "rb+", "wb+")
_ENCODE_ERRORS = (
    "strict",
    "ignore",
    "replace",
    "backslashreplace",
    "surrogateescape",
    "xmlcharrefreplace",
    "namereplace",
)
_DECODE_ERRORS = _ENCODE_ERRORS[:5]
_ACTIONS = (
    "store",
    "store_true",
    "store_false",
    "store_const",
    "append",
    "append_const",
    "extend",
    "count",
    "help",
    "version",
)
_STRINGS = {
    ("open", "mode"): _MODES,
    ("open", "errors"): _ENCODE_ERRORS,
    ("Path.open", "mode"): _MODES,
    ("Path.open", "errors"): _ENCODE_ERRORS,
    ("Path.read_text", "errors"): _DECODE_ERRORS,
    ("Path.write_text", "errors"): _ENCODE_ERRORS,
    ("str.encode", "errors"): _ENCODE_ERRORS,
    ("bytes.decode", "errors"): _DECODE_ERRORS,
    ("bytearray.decode", "errors"): _DECODE_ERRORS,
    ("_ActionsContainer.add_argument", "action"): _ACTIONS,
}
_MODULES = ("builtins", "io", "_io", "pathlib", "argparse")


def strings(callee: Known | None, parameter: str) -> Known | None:
    """What a parameter accepts, as a `Literal` says it; `None` where the table has nothing."""
    obj = function_of(callee)
    if type(obj) is types.MethodDescriptorType:
        module = safe.module_of(obj.__objclass__)
    elif safe.among(type(obj), (types.FunctionType, types.BuiltinFunctionType)):
        module = obj.__module__
    else:
        return None
    if type(module) is not str or type(obj.__qualname__) is not str:
        return None
    if module.partition(".")[0] not in _MODULES:
        return None
    found = _STRINGS.get((obj.__qualname__, parameter))
    return Instance(str, (), found) if found else None
