"""`embed()` in plain code: top-level `await` in a loop of the session's own."""

from __future__ import annotations

import asyncio
import contextvars
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import sideloop


def test_blocking_with_a_loop_of_its_own_that_goes_on(script: Callable[..., Any]) -> None:
    names: dict[str, Any] = {"asyncio": asyncio, "seen": []}
    sideloop.embed(
        names,
        **script(
            "async def later(): await asyncio.sleep(0.01); seen.append(1)",
            "",
            "task = await asyncio.sleep(0, asyncio.ensure_future(later()))",
            "await asyncio.sleep(0.05)",
            "loop = await asyncio.sleep(0, asyncio.get_running_loop())",
        ),
    )
    assert names["seen"] == [1]
    assert names["loop"].is_closed()


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="asyncio makes no loop unasked any more")
@pytest.mark.filterwarnings("ignore:There is no current event loop")
@pytest.mark.parametrize(
    "before", [(), ("await asyncio.sleep(0)",), ("asyncio.run(asyncio.sleep(0))", "await asyncio.sleep(0)")]
)
def test_a_task_made_outside_of_a_coroutine_runs(script: Callable[..., Any], before: tuple[str, ...]) -> None:
    # asyncio looks up who asks, to warn.
    names: dict[str, Any] = {"__name__": "host", "asyncio": asyncio, "seen": []}
    policy = asyncio.get_event_loop_policy()
    # As in a new thread: after `asyncio.run`, an earlier test's too, asyncio makes no loop unasked.
    vars(policy._local).clear()  # type: ignore[attr-defined]
    noted = dict(vars(policy._local))  # type: ignore[attr-defined]
    sideloop.embed(
        names,
        **script(
            *before,
            "async def later(): await asyncio.sleep(0.01); seen.append(1)",
            "",
            "task = asyncio.ensure_future(later())",
            "other = asyncio.get_event_loop().create_task(later())",
            "seen.append(0)",
            "await asyncio.wait([task, other])",
        ),
    )
    assert names["seen"] == [0, 1, 1]
    assert dict(vars(policy._local)) == noted  # type: ignore[attr-defined]


def test_all_of_an_input_that_awaits_runs_in_the_loop(script: Callable[..., Any]) -> None:
    names: dict[str, Any] = {
        "asyncio": asyncio,
        "values": [],
        "seen": contextvars.ContextVar("seen", default=0),
    }
    lines = (
        "async def six(): return 6",
        "",
        "task = asyncio.create_task(six()); await task",
        "later = asyncio.create_task(six())",
        "await later",
        "values.append(asyncio.run(six()))",
        "seen.set(7); asyncio.get_running_loop(); values.append(await asyncio.sleep(0, seen.get()))",
    )
    sideloop.embed(names, **script(*lines))
    assert (names["task"].result(), names["values"]) == (6, [6, 7])
    assert names["seen"].get() == 7


def test_what_still_runs_in_the_own_loop_is_cancelled(script: Callable[..., Any]) -> None:
    names: dict[str, Any] = {"asyncio": asyncio}
    sideloop.embed(names, **script("task = await asyncio.sleep(0, asyncio.ensure_future(asyncio.sleep(60)))"))
    assert names["task"].cancelled()


BROKEN_OFF = """
import sys; find = lambda name, *_: 1 / 0 if name == "asyncio.tasks" else None
tasks = type("Tasks", (), {"find_spec": find})
sys.meta_path.insert(0, tasks); import asyncio
sys.meta_path.remove(tasks)
import asyncio; await asyncio.sleep(0, "who" + "le")
"""


def test_asyncio_can_be_imported_after_its_import_was_broken_off() -> None:
    argv = [sys.executable, "-c", "import sideloop; sideloop.embed()"]
    ended = subprocess.run(argv, input=BROKEN_OFF, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stderr.count("Error") == ended.stderr.count("ZeroDivisionError") == 1
    assert "'whole'" in ended.stdout
