"""What a binding of the input gives its name."""

from __future__ import annotations

from .. import modules
from ..known import Definition, Instance, elements, protocols
from ..known.facts import instance_of
from . import defined, lambdas
from .pieces import definition, imported, module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..known import Known
    from .reading import Reader


def bound(reader: Reader, number: int, receiver: Known | None) -> Known | None:
    """What a binding gives its name.

    Args:
        reader: Who reads the sources of bindings.
        number: The place of the binding among the reader's.
        receiver: Whose attribute it is, for a binding in the body of a class.
    """
    binding = reader.bindings[number]
    source, how = binding["source"], binding["how"]
    match how:
        case "import":
            return module(source)
        case "import_from":
            return imported(source, modules.home_of(reader.lookup))
        case "function":
            name = binding["name"].rpartition(".")[2]
            node = definition(name, source) if type(source) is str else source
            return Definition(node, reader, number + (receiver is None), receiver) if node else None
        case "known":
            known: Known = source
            return known
        case "class":
            return defined.of_binding(reader, number)
        case "instance":
            return instance_of(reader.name(source, number))
    if how == "rest":
        whole = elements.part(reader.source(source, number), binding.get("index") or [])
        return Instance(list, (elements.element(whole),))
    if how == "matched":
        return elements.positional(reader.source(source, number), binding["index"])
    return elements.part(_sourced(reader, how, source, number, receiver), binding.get("index") or [])


def _sourced(reader: Reader, how: str, source: str, number: int, receiver: Known | None) -> Known | None:
    match how:
        case "annotation":
            return reader.annotation(source, len(reader.bindings), receiver) if source else None
        case "narrow" | "except":
            return reader.annotation(source, number)
    known = reader.source(source, number)
    match how:
        case "called":
            return lambdas.parameter(known)
        case "for":
            return elements.element(known)
        case "async_for":
            return protocols.async_element(known)
        case "with":
            return protocols.entered(known)
        case "async_with":
            return protocols.async_entered(known)
    return known
