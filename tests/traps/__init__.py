"""Objects that mind what is done with them: each hook of theirs records that it ran, in `sprung`."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from typing import Any

from sideloop import complete
from sideloop._native import question

sprung: list[str] = []
"""What ran, by name."""


def trap(name: str, result: Any = None) -> Any:
    """A method that records its call."""

    def method(*args: Any, **kwargs: Any) -> Any:
        sprung.append(name)
        return result

    return method


def traps(owner: str, names: str) -> dict[str, Any]:
    """Methods that record their calls."""
    return {name: trap(f"{owner} {name}") for name in names.split()}


def property_traps(owner: str, names: str) -> dict[str, Any]:
    """Properties that record that they are asked."""
    return {name: property(trap(f"{owner} {name}")) for name in names.split()}


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


def check_questions(namespace: dict[str, Any], expressions: Iterable[str], texts: Iterable[str]) -> None:
    """No question springs anything, nor fails: each text holds `{0}` for each of the expressions."""
    errors: list[BaseException] = []
    sprung.clear()
    for expression in expressions:
        for text in texts:
            drawn = text.format(expression)
            ask(drawn, namespace, custom_dir=False, log=errors.append)
            assert not sprung, f"{drawn!r} ran {sprung}"
    assert not errors


def check_descriptions(namespace: dict[str, Any], expressions: Iterable[str]) -> None:
    """Neither the signatures nor the documentation of an expression spring anything."""
    look_up = {**vars(builtins), **namespace}.__getitem__
    known = complete.Names(look_up, lambda: namespace, custom_dir=False)
    sprung.clear()
    for expression in expressions:
        asked = {"source": expression, "bindings": []}
        complete.signatures(asked, known)
        complete.doc(asked, True, known)
        assert not sprung, f"{expression!r} ran {sprung}"
