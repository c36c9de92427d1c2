"""What the iterators of `itertools` give, by what they are made of."""

from __future__ import annotations

from . import Instance
from .facts import either

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import Known

_LATER = ("takewhile", "dropwhile", "filterfalse")  # behind a function
_GROUPED = ("pairwise", "combinations", "permutations", "combinations_with_replacement", "batched")


def produced(name: str, given: list[Known | None]) -> Known | None:
    """An element of the iterator that the class of this name makes."""
    from .elements import element
    from .results import result

    elements = [element(one) for one in given]
    first = elements[0] if elements else None
    match name:
        case "count":
            return Instance(int)
        case "repeat":
            return given[0] if given else None
        case "chain":
            return either(elements)
        case "product" | "zip_longest":
            return Instance(tuple, tuple(elements))
        case "groupby":
            return Instance(tuple, (None, Instance(list, (first,))))
        case "starmap":
            return result(given[0], []) if given else None
        case _ if name in _GROUPED:
            return Instance(tuple, (first, first))
        case _ if name in _LATER:
            return elements[1] if len(elements) > 1 else None
    return first
