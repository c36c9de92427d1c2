//! What is asked for by names, attributes, imports, keys, strings, arguments and values.

use super::check;

#[test]
fn names() {
    check("|", "name <");
    check("pri|", "name < pri");
    check("x = pri|nt", "value x false < pri");
    check("x = 1, pri|nt", "name < pri");
    check("x + (a, fo|", "name < fo");
    check("if x:\n    retu|", "name < retu");
    check("if x: pa|", "name < pa");
    check("@deco|", "name < deco");
    check("not fo|", "name < fo");
    check("d[na|", "name < na");
    check("x[1:na|", "name < na");
    check("match fo|", "name < fo");
    check("f'{na|", "name < na");
    check("f'{na|}'", "name < na");
    check("f'''a\n{x + na|\n", "name < na");
    check("x: in|", "name < in");
    check("def f(a: in|", "name < in");
    check("def f(a=in|", "name < in");
    check("x: 'in|'", "name < in");
    check("x: \"a.in|", "attribute of a < in");
    check("def f(a: 'in|'):\n    pass", "name < in");
    check("def f() -> 'in|", "name < in");
    check("{x: 'in|", "text ' < in");
    check("lambda x: 'in|", "text ' < in");
    check("del fo|", "name < fo");
    check("foo(a\nx = 1; ba|", "name < ba");
    check("é = 'é'; é|", "name < é");
    check("lambda x: na|", "name < na");
    check("{**na|", "name < na");
    check("print(*na|", "name < na");
    check("x = 1 + \\\n na|", "name < na");
    check("a if na|", "name < na");
}

#[test]
fn nothing_is_asked_in_comments_numbers_and_new_names() {
    for drawn in [
        "# a|",
        "x = 1 # |",
        "1|",
        "0xf|",
        "1.|",
        "1.5e|",
        "'''doc|",
        "f'{x:>|",
        "f'{x!r|",
        "class A|",
        "import a as b|",
        "for x|",
        "for x, y|",
        "[x for x|",
        "lambda x|",
        "lambda x, y|",
        "f = (lambda x, y|",
        "def f(a|",
        "def f(a, b|",
        "def f(*a|",
        "with a as b|",
        "x = 1.|",
        "def nam|",
        "$.|",
        ".|",
        "from a import *|",
    ] {
        check(drawn, "-");
    }
}

#[test]
fn attributes_of_anything() {
    check("a.|", "attribute of a <");
    check("a.b|", "attribute of a < b");
    check("a.b.c|", "attribute of a.b < c");
    check("x = f(1, '(')[0].na|me", "attribute of f(1, '(')[0] < na");
    check("'a'.jo|", "attribute of 'a' < jo");
    check("f'{x}'.jo|", "attribute of f'{x}' < jo");
    check("(await x).a|", "attribute of (await x) < a");
    check("await x.a|", "attribute of x < a");
    check("[1, 2].a|", "attribute of [1, 2] < a");
    check("{1: 2}.a|", "attribute of {1: 2} < a");
    check("return (x).a|", "attribute of (x) < a");
    check("in [x][0].a|", "attribute of [x][0] < a");
    check("print(a.b|)", "attribute of a < b");
    check("f(x=a.|, b=1)", "attribute of a <");
    check("f'{a.b|}'", "attribute of a < b");
    check("a.b(\n  1,\n).c|", "attribute of a.b(\n  1,\n) < c");
    check("-a.|", "attribute of a <");
    check("1 .re|", "attribute of 1 < re");
    check("if a.|:\n    pass\n", "attribute of a <");
    check("[a.| for a in b]", "attribute of a <");
    check("@a.|\ndef f(): pass", "attribute of a <");
    check("True.|", "attribute of True <");
    check("x.print|", "attribute of x < print");
    check("for x in a.|", "attribute of a <");
    check("lambda: a.|", "attribute of a <");
    check("f'{a)\nx.|", "attribute of x <");
}

#[test]
fn imports() {
    check("import |", "module 0 <");
    check("import os|", "module 0 < os");
    check("import os.pa|", "module 0 os < pa");
    check("import a, os.path.x|", "module 0 os.path < x");
    check("import a |", "keyword as <");
    check("from |", "module 0 <");
    check("from os|", "module 0 < os");
    check("from os.pa|", "module 0 os < pa");
    check("from .|", "module 1 <");
    check("from ..a|", "module 2 < a");
    check("from ...a.b|", "module 3 a < b");
    check("from os |", "keyword import <");
    check("from os im|", "keyword import < im");
    check("from os import |", "import 0 os but <");
    check("from os import path, se|", "import 0 os but path < se");
    check("from ..a.b import (c as d, e|", "import 2 a.b but c < e");
    check("from . import x|", "import 1  but < x");
    check("from os import path |", "keyword as <");
    check("import|", "name < import");
    check("x = 1; import o|", "module 0 < o");
}

#[test]
fn keys() {
    check("d['|", "key of d ' <");
    check("d[\"a|", "key of d \" < a");
    check("d['a|']", "key of d ' < a");
    check("d[|", "key of d <");
    check("d[|]", "key of d <");
    check("a.b['x'][rb'y|", "key of a.b['x'] rb' < y");
    check("df[['a', 'b|", "key of df ' < b");
    check("df.loc[a > 1, ['b|", "key of df.loc ' < b");
    check("df.loc[:, 'b|", "key of df.loc ' < b");
    check("'/us|", "text ' < /us");
    check("x = ['a|", "text ' < a");
    check("f(d['|", "key of d ' <");
    check("f'{d[\"|", "key of d \" <");
}

#[test]
fn strings() {
    check("open('/us|", "text ' in open(0; ; ) < /us");
    check("open('/us|', mode='r')", "text ' in open(0; mode; ) < /us");
    check("f(1, mode=rb\"a|", "text rb\" in f(1; ; mode) < a");
    check("x = 'a|", "text ' x < a");
    check("x.y == 'a|", "text ' x.y < a");
    check("x: Literal['a'] = 'b|", "text ' : Literal['a'] < b");
    check("def f(x: L['a'] = '|", "text ' : L['a'] <");
    check("def f() -> L['a']:\n    return '|", "text ' : L['a'] <");
    check("match a.b:\n    case '|", "text ' a.b <");
    check("if x in ('a', '|", "text ' x <");
    check("x = f'a/|", "text f' x < a/");
    check("open(f\"a|", "text f\" in open(0; ; ) < a");
    check("x = f'{y}/|", "-");
    check("f({'a|", "text ' in f(0; ; ) < a");
    check("f({'a': '|", "text ' <");
    check("x: T = {'a|", "text ' : T < a");
    check("x: T = {'a': 1, '|", "text ' : T <");
    check("f(['a', '|", "text ' in f(0; ; ) <");
    check("f(1, by=['|", "text ' in f(1; ; by) <");
    check("f(x == 'a|", "text ' x < a");
    check("return 'a|", "text ' < a");
    check("f'{x}' + 'a|", "text ' < a");
    check("x = '''a|", "text ''' x < a");
    check("if x != \"|\":\n    y", "text \" x <");
}

#[test]
fn arguments() {
    check("f(|", "name in f(0; ; ) <");
    check("f(a, b|", "name in f(1; ; ) < b");
    check("f(a, k=1, b|, z=2)", "name in f(1; k z; ) < b");
    check("f(k=|", "name in f(0; ; k) <");
    check("f(k=a|, b=(1, c=2))", "name in f(0; b; k) < a");
    check("f(g(1), h(2, 3), x|", "name in f(2; ; ) < x");
    check("f(a + b|", "name < b");
    check("f(*a, **b, c|", "name in f(1; ; ) < c");
    check("a.b(c)(d|", "name in a.b(c)(0; ; ) < d");
    check("(a, b|", "name < b");
    check("class A(B|", "name < B");
    check("class\nf(|", "name in f(0; ; ) <");
    check("def\nf(|", "name in f(0; ; ) <");
    check("f([a, b|", "name < b");
}

#[test]
fn values() {
    check("x == |", "value x false <");
    check("if a.b != C|", "value a.b false < C");
    check("x: Color = C|", "value Color true < C");
    check("def f(a: Color = C|", "value Color true < C");
    check("def f() -> Color:\n    return C|", "value Color true < C");
    check("def f():\n    return C|", "name < C");
    check("x = C|", "value x false < C");
    check("a.b = C|", "value a.b false < C");
    check("x is C|", "value x false < C");
    check("x is not C|", "value x false < C");
    check("x not in (A, C|", "value x false < C");
    check("match f(x):\n    case A: pass\n    case C|", "value f(x) false < C");
    check("except Va|", "exception < Va");
    check("try:\n    x\nexcept (A, V|", "exception < V");
    check("raise Va|", "exception < Va");
    check("raise A from b|", "exception < b");
    check("class A(B, c.D):\n    def __in|", "override B c.D < __in");
    check("class A:\n    x = 1\n    async def |", "override  <");
    check("class A(B):\n    def f(self):\n        def g|", "-");
}
