"""Completion on the corpus of `tests/completion`: sideloop, IPython and ptpython's jedi.

Each answers every case in a process of its own, in the interpreter that has it: how often
a wanted word is first, among the first five, and offered at all, and the time per case.
Peers are asked through their own completers, with the namespace of the case.

    python bench/completion.py
"""

from __future__ import annotations

import builtins
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests")]

Answer = Callable[[str, str], list[str]]


def sideloop(namespace: dict[str, Any]) -> Answer:
    """The question, the answer and the menu's order."""
    from sideloop import complete
    from sideloop._native import question, rank

    layers = {**vars(builtins), **namespace}
    names = complete.Names(layers.__getitem__, lambda: layers)

    def answer(before: str, whole: str) -> list[str]:
        asked = question(whole, len(before.encode()))
        if asked is None:
            return []
        *_, found = complete.candidates(asked[0], names)
        return rank(found or [], asked[0]["prefix"])

    return answer


def ipython(namespace: dict[str, Any]) -> Answer:
    """IPython's completer as its terminal has it: jedi, deduplicated, in its order."""
    from IPython.core.completer import IPCompleter, provisionalcompleter, rectify_completions

    completer = IPCompleter(namespace=namespace, global_namespace=namespace)

    def answer(before: str, whole: str) -> list[str]:
        with provisionalcompleter():
            found = list(rectify_completions(whole, completer.completions(whole, len(before))))
        return [word(one.text, before[one.start :]) for one in found]

    return answer


def ptpython(namespace: dict[str, Any]) -> Answer:
    """The completer of ptpython with its defaults."""
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document
    from ptpython.completer import PythonCompleter

    completer = PythonCompleter(lambda: namespace, lambda: namespace, lambda: False)

    def answer(before: str, whole: str) -> list[str]:
        document = Document(whole, len(before))
        found = completer.get_completions(document, CompleteEvent(completion_requested=True))
        return [word(one.text, before[len(before) + one.start_position :]) for one in found]

    return answer


def word(text: str, typed: str) -> str:
    """What a candidate adds, in the corpus's terms: without what leads to it and closes it."""
    text = text.rpartition(".")[2] if "." in typed and "/" not in text else text
    return text.strip("\"'[]()") if typed[:1] in "\"'[" else text.removesuffix("(")


PEERS: dict[str, Callable[[dict[str, Any]], Answer]] = {
    "sideloop": sideloop,
    "ipython": ipython,
    "ptpython": ptpython,
}


def measure(peer: str) -> Iterator[tuple[str, int | None, float]]:
    """For each case the text, the place of the first wanted word, and milliseconds."""
    import corpus

    for namespace, cases in corpus.groups():
        answer = PEERS[peer](namespace)
        for case in cases:
            if not case.wanted:
                continue
            began = time.perf_counter()
            try:
                offered = answer(case.before, case.whole)
            except Exception:
                offered = []
            took = (time.perf_counter() - began) * 1000
            if peer != "sideloop":
                # A keyword argument counts with and without its sign; a member by its own name.
                offered = [form for one in offered for form in dict.fromkeys((one, one.rstrip("=") + "="))]
                offered = list(dict.fromkeys(offered))
            yield case.text, corpus.rank_of(case, offered), took


def report(peer: str, rows: list[tuple[str, int | None, float]]) -> None:
    """One line of the table."""
    times = sorted(took for *_, took in rows)
    places = [place for _, place, _ in rows]

    def found(best: int) -> str:
        count = sum(place is not None and place < best for place in places)
        return f"{100 * count / len(rows):5.1f} %"

    first = f"{rows[0][2]:8.1f}"
    median, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
    print(f"{peer:9} {len(rows):5} {found(1)} {found(5)} {found(10**9)} {median:8.2f} {p99:8.1f} {first}")


def main() -> None:
    """Measures here what is named on the command line, else everything in its own interpreter."""
    if len(sys.argv) > 1:
        print(json.dumps(list(measure(sys.argv[1]))))
        return
    from peers import venv

    print("          cases   first  in five      any   median      p99    first (ms)")
    for peer in PEERS:
        python = sys.executable if peer == "sideloop" else str(venv(peer))
        if peer != "sideloop":
            extra = [
                python,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "numpy",
                "pandas",
            ]
            subprocess.run(extra, check=True)
        out = subprocess.run([python, __file__, peer], check=True, capture_output=True, encoding="utf-8")
        report(peer, json.loads(out.stdout.splitlines()[-1]))


if __name__ == "__main__":
    main()
