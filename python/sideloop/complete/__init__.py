"""Completion, signatures and documentation from live objects, without running the user's code.

`candidates` answers the prompt's `complete`, `signatures` its `signature` and
`documentation.doc` its `doc`. They run on the thread that called `embed()`.
What runs under `evaluate = "safe"`: a class's own `__dir__`, if `custom_dir` allows it, a
module's `__dir__`, and pandas's and numpy's own classes. Under `"full"` an expression of
which nothing is known otherwise is evaluated, with everything that this may do.

Beside this stand the kinds of questions (`members`, `names`, `keys`, `arguments`, `texts`,
`modules`, `documentation`). `known` tells what an object gives without being asked, `annotations`
what is declared of it, `source` what a text or a function's source gives, `callables` what a call
takes. All of them look at objects by way of `safe`.
"""

from __future__ import annotations

from . import pace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from typing import Any

    from .known import Known
    from .members import Members
    from .source.reading import Reader

    Candidates = list[dict[str, Any]]

_NAMESPACES = ("globals()", "locals()", "vars()")


class Names:
    """What an answer needs of the session.

    Args:
        lookup: The value of a name; raises `KeyError`.
        listed: Every name that means something.
        evaluate: `"safe"`, `"none"` or `"full"`, as the setting.
        custom_dir: Whether a class's own `__dir__` may be called.
        log: Takes what went wrong in others' code.
        run: Evaluates an expression; used under `"full"` only.
        early: Takes candidates that are known before the rest of them, which may take long.
    """

    __slots__ = ("custom_dir", "early", "evaluate", "listed", "log", "lookup", "run")

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        lookup: Callable[[str], Any],
        listed: Callable[[], Iterable[Any]],
        evaluate: str = "safe",
        custom_dir: bool = True,
        log: Callable[[BaseException], None] = lambda error: None,
        run: Callable[[str], Any] | None = None,
        early: Callable[[Candidates], None] = lambda found: None,
    ) -> None:
        self.lookup = lookup
        self.listed = listed
        self.evaluate = evaluate
        self.custom_dir = custom_dir
        self.log = log
        self.run = run
        self.early = early

    def own(self) -> dict[str, Any]:
        """The names of the session that are not what builtins say, with their values."""
        from . import safe

        builtins = safe.own_dict(safe.loaded("builtins"))
        found = {name: self.lookup(name) for name in safe.strings(self.listed())}
        return {name: value for name, value in found.items() if value is not builtins.get(name, safe.MISSING)}

    def reader(self, bindings: list[dict[str, Any]]) -> Reader:
        """Reads expressions of an input that binds these names, for a new question."""
        from .source.reading import Reader

        pace.ask()
        return Reader(self.lookup, bindings, deep=self.evaluate != "none")

    def known(self, source: str, reader: Reader) -> Known | None:
        """What is known of an expression; under `"full"` it is evaluated where nothing is."""
        known = reader.known(source)
        if known is None and self.evaluate == "full" and self.run is not None and not reader.bindings:
            from .known import Value

            try:
                return Value(self.run(f"({source}\n)"))
            except Exception as error:
                self.log(error)
        return known


def candidates(question: dict[str, Any], names: Names) -> Iterator[Candidates | None]:
    """Answers a question, in steps of some milliseconds: `None` between them, the candidates last."""
    kind = question["kind"]
    pace.ask()
    match kind["kind"]:
        case "module":
            from . import modules

            yield from modules.modules(kind["package"], kind["level"], modules.home_of(names.lookup))
        case "import_name":
            from . import modules

            where = modules.absolute(kind["module"], kind["level"], modules.home_of(names.lookup))
            yield from modules.importable(where, kind["given"]) if where else iter([[]])
        case "attribute":
            reader = names.reader(question["bindings"])
            known = yield from pace.attempts(lambda: names.known(kind["of"], reader))
            found = yield from _members(names, names.early).of(known)
            yield list(found.values())
        case _:
            yield (yield from _plainly(question, names))


def _members(names: Names, early: Callable[[Candidates], None] = lambda found: None) -> Members:
    from .members import Members

    return Members(names.custom_dir or names.evaluate == "full", names.log, early)


def _plainly(question: dict[str, Any], names: Names) -> Generator[None, None, Candidates]:
    """The questions whose answers are the names in reach, or few."""
    from . import names as naming

    kind, reader = question["kind"], names.reader(question["bindings"])
    match kind["kind"]:
        case "name":
            return (yield from _name(kind, names, reader))
        case "key":
            found = yield from pace.attempts(lambda: _keys(kind, names, reader))
            return found if kind["quote"] else [*found, *(yield from naming.names(reader, names.listed()))]
        case "text":
            from .texts import texts

            called = yield from pace.attempts(lambda: _called(kind, names, reader))
            return (yield from texts(kind, question["prefix"], reader, called, _members(names)))
        case "exception":
            return (yield from naming.exceptions(reader, names.listed()))
        case "override":
            bases = yield from pace.attempts(lambda: [reader.known(base) for base in kind["bases"]])
            return naming.overrides(bases)
        case "value":
            values = yield from pace.attempts(lambda: _values(kind, reader))
            named = yield from naming.names(reader, names.listed())
            return [*values, *naming.keywords(kind["keywords"]), *named]
    return naming.keywords(kind.get("keywords", []))


def _keys(kind: dict[str, Any], names: Names, reader: Reader) -> Candidates:
    from . import keys
    from .known import Value

    is_namespace = kind["of"] in _NAMESPACES
    known = Value(names.own()) if is_namespace else names.known(kind["of"], reader)
    return keys.keys(known, kind["quote"])


def _called(kind: dict[str, Any], names: Names, reader: Reader) -> Known | None:
    return names.known(kind["call"]["callee"], reader) if kind["call"] else None


def _values(kind: dict[str, Any], reader: Reader) -> Candidates:
    from . import names as naming

    like = reader.declared(kind["like"]) if kind["annotation"] else reader.known(kind["like"])
    return naming.values(like, kind["like"], kind["annotation"])


def _name(kind: dict[str, Any], names: Names, reader: Reader) -> Generator[None, None, Candidates]:
    from . import names as naming

    found = [*naming.keywords(kind["keywords"]), *(yield from naming.names(reader, names.listed()))]
    if kind["call"]:
        found = [*(yield from pace.attempts(lambda: _given(kind["call"], reader))), *found]
    return found


def _given(call: dict[str, Any], reader: Reader) -> Candidates:
    """What an argument at the cursor can begin with."""
    from . import arguments

    return [*arguments.keywords(call, reader), *arguments.values(call, reader)]


def signatures(callee: dict[str, Any], names: Names) -> list[dict[str, Any]]:
    """Answers what the signatures of a called expression are."""
    from .callables.signature import signatures as of_known

    reader = names.reader(callee["bindings"])
    return of_known(names.known(callee["source"], reader), reader)


def doc(of: dict[str, Any], source: bool, names: Names) -> dict[str, Any] | None:
    """Answers what an expression is; with its source where that is wanted."""
    from .documentation import documentation

    reader = names.reader(of["bindings"])
    return documentation(of["source"], names.known(of["source"], reader), reader, source)
