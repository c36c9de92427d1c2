"""The strings that parameters of libraries accept and that no annotation lists.

From the documentation of `open`, of the `codecs` module, of `argparse`, `logging`,
`warnings` and numpy.
"""

from __future__ import annotations

import types

from . import listed, safe
from .known import Instance
from .known.facts import function_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

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
_ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "ascii",
    "latin-1",
    "cp1252",
    "utf-16",
    "utf-32",
    "iso8859-15",
    "cp437",
    "koi8-r",
    "mac-roman",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
)
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
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_FILTERS = ("default", "error", "ignore", "always", "module", "once")
_DTYPES = (
    "float64",
    "float32",
    "float16",
    "float",
    "int64",
    "int32",
    "int16",
    "int8",
    "int",
    "uint64",
    "uint32",
    "uint16",
    "uint8",
    "bool",
    "complex128",
    "complex64",
    "object",
    "str",
    "datetime64[ns]",
    "timedelta64[ns]",
)
_PANDAS_DTYPES = ("category", "string", "Int64", "Float64", "boolean")
_FLOATING_ERRORS = ("ignore", "warn", "raise", "call", "print", "log")
_STRINGS = {
    ("open", "mode"): _MODES,
    ("open", "errors"): _ENCODE_ERRORS,
    ("open", "encoding"): _ENCODINGS,
    ("Path.open", "mode"): _MODES,
    ("Path.open", "errors"): _ENCODE_ERRORS,
    ("Path.open", "encoding"): _ENCODINGS,
    ("Path.read_text", "errors"): _DECODE_ERRORS,
    ("Path.read_text", "encoding"): _ENCODINGS,
    ("Path.write_text", "errors"): _ENCODE_ERRORS,
    ("Path.write_text", "encoding"): _ENCODINGS,
    ("str.encode", "errors"): _ENCODE_ERRORS,
    ("str.encode", "encoding"): _ENCODINGS,
    ("bytes.decode", "errors"): _DECODE_ERRORS,
    ("bytes.decode", "encoding"): _ENCODINGS,
    ("bytearray.decode", "errors"): _DECODE_ERRORS,
    ("bytearray.decode", "encoding"): _ENCODINGS,
    ("_ActionsContainer.add_argument", "action"): _ACTIONS,
    ("basicConfig", "level"): _LEVELS,
    ("Logger.setLevel", "level"): _LEVELS,
    ("Handler.setLevel", "level"): _LEVELS,
    ("filterwarnings", "action"): _FILTERS,
    ("simplefilter", "action"): _FILTERS,
    **{("errstate", name): _FLOATING_ERRORS for name in ("all", "divide", "over", "under", "invalid")},
    **{("seterr", name): _FLOATING_ERRORS for name in ("all", "divide", "over", "under", "invalid")},
}
_MODULES = ("builtins", "io", "_io", "pathlib", "argparse", "logging", "warnings", "_warnings", "numpy")


def strings(callee: Known | None, parameter: str, prefix: str) -> Known | None:
    """What a parameter accepts, as a `Literal` says it; `None` where nothing is known of it."""
    module, name = _named(callee)
    library = module.partition(".")[0]
    found: Iterable[str] | None = _STRINGS.get((name, parameter)) if library in _MODULES else None
    if found is None and parameter == "dtype" and library in ("numpy", "pandas"):
        found = _DTYPES + (_PANDAS_DTYPES if library == "pandas" else ())
    if found is None:
        found = listed.listed(module, name, parameter, prefix)
    return Instance(str, (), tuple(found)) if found else None


def _named(callee: Known | None) -> tuple[str, str]:
    """The module and the qualified name of a function or class."""
    obj = function_of(callee)
    if type(obj) is types.MethodType:
        obj = obj.__func__
    if safe.is_class(obj):
        return safe.module_of(obj), safe.qualname_of(obj)
    if type(obj) is types.MethodDescriptorType:
        module = safe.module_of(obj.__objclass__)
    elif safe.among(type(obj), (types.FunctionType, types.BuiltinFunctionType)):
        module = safe.text(obj.__module__)
        if type(obj) is types.BuiltinFunctionType and not module:
            module = safe.module_of(type(obj.__self__))
    else:
        return "", ""
    return module, safe.qualname_of_function(obj)
