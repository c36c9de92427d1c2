"""Asks CPython's `codeop` what it thinks of inputs, for the test of the Rust verdict.

    python3.13 tests/oracle/completeness.py > crates/editor/tests/codeop.txt
    python3.13 tests/oracle/completeness.py FILE.py ... > /tmp/cases.txt   # prefixes of real code

One case a line: the verdict, a tab, the input with `\\n` and `\\\\` for newlines and backslashes.
`block` is an input that is complete as a module, but whose last statement waits for an
empty line when it is typed alone. Only syntax is judged: what a compiler says later,
such as "'return' outside function", is left to CPython when the input runs.
"""

from __future__ import annotations

import ast
import codeop
import random
import sys
import warnings

SNIPPETS = '''\
def area(width, height=2, *rest, scale: float = 1.0, **options) -> float:
    """Multiplies.

    Over several lines.
    """
    if width > 0 and (
        height > 0
    ):
        return width * height * scale  # enough
    elif rest:
        total = sum(
            value
            for value in rest
            if value
        )
    else:
        raise ValueError(f"{width!r:>{height}} is {'small'} {options['why']}")
    return total
===
class Shelf(Base, metaclass=Meta):
    """A place for things."""

    size: int = 3
    names = ["a", 'b', """c
    d"""]

    @property
    def first(self):
        try:
            return self.things[0]
        except (IndexError, KeyError) as error:
            log(error)
        except* OSError:
            pass
        else:
            done()
        finally:
            close()

    async def fetch(self, url):
        async with get(url) as answer, lock:
            async for part in answer:
                yield await part.read()
===
@decorate(1,
          key="x")
@other
def f(): pass
===
match command.split():
    case ["go", ("north" | "south") as way]:
        move(way)
    case {"x": x, **others} if x > 1:
        pass
    case Point(x=0, y=-1) | None:
        ...
    case _:
        print("?")
===
for i, (key, value) in enumerate(table.items(), start=1):
    while value:
        value -= 1; continue
    else:
        break
else:
    nothing = lambda x, *y: (x, y)
===
with open("a") as f, open("b") as g: text = f.read() + g.read()
===
text = 'one' \\
    'two' \\
    f'three {x + 1!r}'
===
values = {
    'key': [1, 2, {3: 4}],
    **rest,
    'other': (lambda: {5, 6})(),
}
===
import os, sys as system
from a.b import (
    c as d,
    e,
)
global_name = x if y else z
assert global_name, "message"
del values['key'], other[1:2]
type Pair[T] = tuple[T, T]
===
if (n := len(a)) > 10: print(n)
elif not a: pass
else: n = 0
===
x = f"""
{value:
  >10} {other}
"""
y = rb'raw' b"bytes"
z = 0x1f + 1_000 + 1.5e-3 + 2j
===
def outer():
    def inner():
        nonlocal_value = 1

        # a comment between

        return nonlocal_value
    return inner
===
try:
    import numpy as np
except ImportError:
    np = None
===
# only a comment

===
result = [
    # nothing yet
]
===
async def main():
    await asyncio.gather(*[job(i) for i in range(3)], return_exceptions=True)
'''

WRONG = """\
x =|1x|a b|'abc|f'abc|f'{x'|if x|if x\\n  y|a.|import|from a|from a import|(]|f(a b|)|lambda:|x:
if x:\\ny|if x:\\n  a\\n b|def|else:|else:\\n  x|$|x = 1 \\\\ a|  x|f'''a{x!}'''|for x in|while|class
class A|def f|def f(|def f()|return|print 1|a = = b|[1, 2|[1, 2))|{1: 2|{1: 2,|{1 2|x = (|x = (\\n
x = (1,\\n\\n|'''|'''a\\n|'''a\\n'''|r'''a\\\\|x \\\\|\\\\|@a|@|@a\\n|@a\\nx|async|async def
async def f():|await x|try:|try:\\n  x|try:\\n  x\\ny|try:\\n  x\\nexcept|try:\\n  x\\nexcept A
try:\\n  x\\nexcept A:|try: x|match x|match x:|match x:\\n  1|match x:\\n  case|match x:\\n  case 1
match x:\\n  case 1:|with a|with a as|with a as b|with (a as b|with (a as b):|x if y|x if y else|not
x not|x not in|*a|*a,|f(**|f(a=|f(a=1|f(a for|[x for|[x for y in|{x: y for|f'''{|f'''{x|f'''{x}|f'''{x:
f'''{x}\\n'''|f\"{x['a']}\"|f'{x!r}'|f'{{'|t'{x}|global|nonlocal x|x: int|x: int =|x += |x ++ 1|x := 1
(x := 1)|(x := 1|a; b|a;|;|a;; b|if x: y; z|if x: y\\nz|for x in y: z\\nelse: w|pass\\n|x = 1\\n\\n\\n
if x:\\n  y\\n|if x:\\n  y\\n\\n|if x:\\n  # c|if x:\\n  # c\\n|class A:\\n\\n|def f():\\n  '''a|0777
1__0|0b2|1.e|1e|'\\\\|\"a\\\\\\n|u'a'|b'\\u00e9'|\\u00e9 = 1|\\u20ac|x = yield|lambda x: (yield)
type X = int|type X =|type X|match = 1|case = 2
"""


def verdict(source: str) -> str:
    """What `codeop` says of an input: complete, block, incomplete or invalid."""
    kind = ask(source, "exec")
    if kind == "complete" and ask(last_statement(source), "single") == "incomplete":
        return "block"
    return kind


def ask(source: str, symbol: str) -> str:
    """The verdict of `codeop` on one start symbol of the grammar."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            done = codeop._maybe_compile(parse, source, "<input>", symbol)
    except (SyntaxError, ValueError, OverflowError):
        return "invalid"
    return "incomplete" if done is None else "complete"


def parse(source: str, filename: str, symbol: str, incomplete_input: bool = True) -> object:
    """As `codeop._compile`, without the compiler's later stages."""
    flags = ast.PyCF_ONLY_AST
    if incomplete_input:
        flags |= codeop.PyCF_ALLOW_INCOMPLETE_INPUT | codeop.PyCF_DONT_IMPLY_DEDENT
    return compile(source, filename, symbol, flags)


def last_statement(source: str) -> str:
    """The text from the last statement of a module on."""
    body = ast.parse(source).body
    if not body:
        return ""
    first = min([body[-1].lineno, *(node.lineno for node in getattr(body[-1], "decorator_list", []))])
    lines = source.split("\n")
    lines[first - 1] = lines[first - 1].encode()[body[-1].col_offset :].decode()
    return "\n".join(lines[first - 1 :])


def prefixes(text: str, every: random.Random, characters: int) -> list[str]:
    """Prefixes that end at lines, and some that end inside of one."""
    lines = text.split("\n")
    found = ["\n".join(lines[:end]) for end in range(1, len(lines) + 1)]
    return found + [text[: every.randrange(1, len(text))] for _ in range(characters)]


def is_settled(source: str) -> bool:
    """Whether `codeop` is asked something that it and a prompt mean the same by."""
    last = source.rsplit("\n", 1)[-1]
    return bool(last.strip()) or not last


def main(paths: list[str]) -> None:
    """Writes the cases of the given files, or those of this one."""
    every = random.Random(7)
    cases = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        lines = text.split("\n")
        start = every.randrange(len(lines))
        while start and (not lines[start] or lines[start][0] in " \t)]}#@\"'"):
            start -= 1
        cases += prefixes("\n".join(lines[start : start + 60]), every, 10)
    if not paths:
        for snippet in SNIPPETS.split("===\n"):
            cases += prefixes(snippet.rstrip("\n") + "\n", every, 12)
        for wrong in WRONG.replace("\n", "|").strip("|").split("|"):
            cases.append(wrong.encode().decode("unicode_escape"))
    for source in dict.fromkeys(filter(is_settled, cases)):
        escaped = source.replace("\\", "\\\\").replace("\n", "\\n")
        print(f"{verdict(source)}\t{escaped}")


if __name__ == "__main__":
    main(sys.argv[1:])
