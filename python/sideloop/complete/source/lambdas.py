"""What a function calls a lambda with that it is given."""

from __future__ import annotations

import types

from .. import safe
from ..annotations import annotated, declarations, generics
from ..known import Instance, Method, elements, libraries
from ..known.facts import function_of, options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..known import Known


def parameter(callee: Known | None) -> Known | None:
    """The first parameter: by a `Callable` annotation, else an element of what a method is called on."""
    function = function_of(callee)
    function = function.__func__ if type(function) is types.MethodType else function
    receiver = callee.receiver if type(callee) is Method else None
    if (known := libraries.given_to_lambda(function, receiver)) is not None:
        return known
    if type(function) is types.FunctionType and (known := _declared(function, receiver)) is not None:
        return known
    return elements.element(receiver)


def _declared(function: types.FunctionType, receiver: Known | None) -> Known | None:
    scope = declarations.scope_of_function(function, receiver)
    scope.variables = generics.of_receiver(receiver)
    for annotation in declarations.of_function(function).values():
        for one in options(annotated.meaning(annotation, scope)):
            if type(one) is Instance and safe.name_of(one.cls) == "Callable" and len(one.args) > 1:
                return one.args[0]
    return None
