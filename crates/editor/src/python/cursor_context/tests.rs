//! The cursor is drawn as `|`.

use super::{Reader, call, question, subject};
use crate::protocol::{Binding, Call, Wanted};
use proptest::prelude::*;

fn split(drawn: &str) -> (String, usize) {
    let cursor = drawn.find('|').expect("a cursor");
    (drawn.replacen('|', "", 1), cursor)
}

fn draw_call(call: &Call) -> String {
    let Call { callee, positional, given, keyword } = call;
    let given = given.join(" ");
    format!("{callee}({positional}; {given}; {keyword})")
}

fn draw_calls(call: Option<&Call>) -> String {
    call.map(|call| format!(" in {}", draw_call(call))).unwrap_or_default()
}

fn draw(wanted: &Wanted) -> String {
    match wanted {
        Wanted::Name { call, .. } => format!("name{}", draw_calls(call.as_ref())),
        Wanted::Attribute { of } => format!("attribute of {of}"),
        Wanted::Key { of, quote } => format!("key of {of} {quote}").trim_end().to_owned(),
        Wanted::Module { package, level } => format!("module {level} {package}").trim_end().to_owned(),
        Wanted::ImportName { module, level, given } => {
            format!("import {level} {module} but {}", given.join(" ")).trim_end().to_owned()
        }
        Wanted::Text { quote, call, beside, annotation } => {
            let colon = if *annotation { ": " } else { "" };
            format!("text {quote} {colon}{beside}").trim_end().to_owned() + &draw_calls(call.as_ref())
        }
        Wanted::Override { bases } => format!("override {}", bases.join(" ")),
        Wanted::Exception => "exception".to_owned(),
        Wanted::Value { like, annotation, .. } => format!("value {like} {annotation}"),
        Wanted::Keyword { keywords } => format!("keyword {}", keywords.join(" ")),
    }
}

/// The kind of the question and its prefix, `kind < prefix`; `-` where nothing is asked.
fn check(drawn: &str, expected: &str) {
    let (source, cursor) = split(drawn);
    let asked = question(&source, cursor).map(|(question, range)| {
        assert_eq!(question.prefix, source[range], "{drawn:?}");
        format!("{} < {}", draw(&question.kind), question.prefix)
    });
    assert_eq!(asked.as_deref().unwrap_or("-").trim_end(), expected.trim_end(), "{drawn:?}");
}

fn draw_binding(binding: &Binding) -> String {
    let Binding { name, how, source, index } = binding;
    let index = index.iter().map(|number| format!("[{number}]")).collect::<Vec<_>>().concat();
    format!("{name}:{how:?}={source}{index}")
}

/// The bindings that come with the question.
fn check_bindings(drawn: &str, expected: &[&str]) {
    let (source, cursor) = split(drawn);
    let (question, _) = question(&source, cursor).expect("a question");
    let bindings: Vec<String> = question.bindings.iter().map(draw_binding).collect();
    assert_eq!(bindings, expected, "{drawn:?}");
}

fn keywords(drawn: &str) -> Vec<String> {
    let (source, cursor) = split(drawn);
    match question(&source, cursor).expect("a question").0.kind {
        Wanted::Name { keywords, .. } | Wanted::Value { keywords, .. } | Wanted::Keyword { keywords } => {
            keywords
        }
        other => panic!("{drawn:?}: {other:?}"),
    }
}

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
        "'doc|",
        "f'a|",
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
    check("df.loc[:, 'b|", "key of df.loc ' < b");
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

#[test]
fn keywords_fit_the_place() {
    let has = |drawn: &str, yes: &str, no: &str| {
        let words = keywords(drawn);
        for word in yes.split_whitespace() {
            assert!(words.contains(&word.to_owned()), "{drawn:?} lacks {word}: {words:?}");
        }
        for word in no.split_whitespace() {
            assert!(!words.contains(&word.to_owned()), "{drawn:?} has {word}: {words:?}");
        }
    };
    has("|", "import def match type lambda None await", "return break else in as yield");
    has("x = |", "lambda None not await", "import def else");
    has("def f():\n    |", "return yield import nonlocal", "break else");
    has("for x in y:\n    |", "break continue", "return");
    has("def f():\n    for x in y:\n        def g():\n            |", "return", "break");
    has("if x:\n    y\n|", "else elif def", "except case");
    has("if x:\n    y\n    el|", "else elif", "except");
    has("try:\n    y\n|", "except", "else elif");
    has("try:\n    y\nexcept A:\n    z\n|", "except finally else", "elif");
    has("match x:\n    c|", "case", "else");
    has("if x: |", "pass raise", "def for");
    has("x |", "and or in is if not", "else for None import");
    has("x if y |", "else", "");
    has("[x |", "for async if", "as");
    has("x not |", "in", "not");
    has("with a |", "as", "from");
    has("raise a |", "from", "as");
    has("x == |", "None lambda", "import");
    has("async |", "def for with", "if");
    has("f'{|", "lambda None", "import");
    has("def f():\n    x = |", "yield", "return");
}

#[test]
fn bindings_of_statements() {
    check_bindings("x = [1]\nx.|", &["x:Assign=[1]"]);
    check_bindings("x: int\ny = x\ny.|", &["x:Annotation=int", "y:Assign=x"]);
    check_bindings(
        "a, (b, *c) = f()\na, b, c|",
        &["a:Assign=f()[0]", "b:Assign=f()[1][0]", "c:Annotation=list"],
    );
    check_bindings("a, b = 1, 2\na.|", &["a:Assign=1"]);
    check_bindings(
        "import os.path as p, sys, a.b\np, sys, |",
        &["p:Import=os.path", "sys:Import=sys", "a:Import=a"],
    );
    check_bindings("from ..a import b as c\nc.|", &["c:ImportFrom=..a:b"]);
    check_bindings("for i, (k, v) in enumerate(d):\n    v.|", &["v:For=enumerate(d)[1][1]"]);
    check_bindings("with open(p) as f, g(f.|", &["f:With=open(p)"]);
    check_bindings("async def f():\n    async with a as b:\n        b.|", &["b:AsyncWith=a"]);
    check_bindings("try:\n    x\nexcept (A, B) as e:\n    e.|", &["e:Except=(A, B)"]);
    check_bindings("try:\n    x\nexcept* A as e:\n    e.|", &["e:Annotation=ExceptionGroup"]);
    check_bindings("if (m := f()):\n    m.|", &["m:Assign=f()"]);
    check_bindings("def f(a, b: int = 1) -> str: ...\nf().|", &["f:Function=(a, b: int = 1) -> str"]);
    check_bindings("async def f(): ...\nf().|", &["f:Function=async ()"]);
    check_bindings("x = 1\nz = 2\nx.|", &["x:Assign=1"]);
    check_bindings("x = y\ny = 2\nx.|", &["x:Assign=y"]);
    check_bindings("if a:\n    x = 1\nelse:\n    x = ''\nx.|", &["x:Assign=1", "x:Assign=''"]);
}

#[test]
fn bindings_of_scopes() {
    check_bindings(
        "def f(a: int, *b, c='', **d: str):\n    |",
        &[
            "f:Function=(a: int, *b, c='', **d: str)",
            "a:Annotation=int",
            "c:Assign=''",
            "b:Annotation=tuple",
            "d:Annotation=dict[str, str]",
        ],
    );
    check_bindings("class A(B):\n    z = 1\n    def f(self, x: int):\n        self.y = x\n        z.|", &[]);
    check_bindings(
        "class A(B):\n    z = 1\n    def g(self) -> int: ...\n    @property\n    def p(self) -> str: ...\n    def f(self, x: int):\n        self.y = x\n        self.|",
        &[
            "A:Class=B",
            "A.z:Assign=1",
            "A.g:Function=(self) -> int",
            "A.p:Annotation=str",
            "A.y:Annotation=int",
            "self:Instance=A",
        ],
    );
    check_bindings(
        "class A:\n    @classmethod\n    def f(cls):\n        cls.|",
        &["A:Class=", "cls:Assign=A"],
    );
    check_bindings("class A:\n    @staticmethod\n    def f(x):\n        x.|", &["x:Annotation="]);
    check_bindings("class A:\n    z = 1\n    z.|", &["z:Assign=1"]);
    check_bindings("class A(B):\n    def f(self):\n        super().|", &["A:Class=B", "self:Instance=A"]);
    check_bindings("def f(a: int):\n    def g():\n        a.|", &["a:Annotation=int"]);
}

#[test]
fn bindings_inside_expressions() {
    check_bindings("[x.| for x in y]", &["x:For=y"]);
    check_bindings("[x for x in y if x.|", &["x:For=y"]);
    check_bindings("{k: v.| for k, v in d.items()}", &["v:For=d.items()[1]"]);
    check_bindings("[a.| async for a in b]", &["a:AsyncFor=b"]);
    check_bindings("f(lambda a, b=1: b.|)", &["b:Assign=1"]);
    check_bindings("sorted(y, key=lambda x: x.|)", &["x:Annotation=", "x:For=y"]);
    check_bindings("map(lambda x: x.|, y)", &["x:Annotation=", "x:For=y"]);
    check_bindings("y.apply(lambda x: x.|", &["x:Annotation=", "x:For=y"]);
    check_bindings("re.sub('a', lambda m: m.|", &["m:Annotation=", "m:Annotation=re.Match"]);
    check_bindings("f(x := g(), x.|", &["x:Assign=g()"]);
    check_bindings("f'{[x.| for x in y]}'", &["x:For=y"]);
}

#[test]
fn narrowing() {
    check_bindings("if isinstance(x, A):\n    x.|", &["x:Narrow=A"]);
    check_bindings("if isinstance(x, A) and y:\n    x.|", &["x:Narrow=A"]);
    check_bindings("isinstance(x, A) and x.|", &["x:Narrow=A"]);
    check_bindings("x.| if isinstance(x, A) else 1", &["x:Narrow=A"]);
    check_bindings("assert isinstance(x, (A, B))\nx.|", &["x:Narrow=(A, B)"]);
    check_bindings(
        "def f(x):\n    if not isinstance(x, A):\n        return\n    x.|",
        &["x:Annotation=", "x:Narrow=A"],
    );
    check_bindings("if not isinstance(x, A):\n    x.|", &[]);
    check_bindings("[x.| for x in y if isinstance(x, A)]", &["x:For=y", "x:Narrow=A"]);
    check_bindings("match x:\n    case A(b=c):\n        c.|", &["x:Narrow=A", "c:Assign=x.b"]);
    check_bindings("match x:\n    case [A() as a, *_]:\n        a.|", &["a:Annotation=A"]);
    check_bindings("match x:\n    case {'k': v}:\n        v.|", &["v:Assign=x['k']"]);
    check_bindings("match x:\n    case A():\n        x.|", &["x:Narrow=A"]);
}

#[test]
fn calls() {
    let check = |drawn: &str, expected: &str| {
        let (source, cursor) = split(drawn);
        let found = call(&source, cursor).map(|(expression, call)| {
            assert_eq!(expression.source, call.callee);
            draw_call(&call)
        });
        assert_eq!(found.as_deref().unwrap_or("-"), expected, "{drawn:?}");
    };
    check("f(|", "f(0; ; )");
    check("f(a, |)", "f(1; ; )");
    check("f(a + b|)", "f(0; ; )");
    check("f(a, [1, 2, |", "f(1; ; )");
    check("f(g(x|", "g(0; ; )");
    check("f(g(x), |", "f(1; ; )");
    check("f(k=1|, z=2)", "f(0; z; k)");
    check("f('a, b|')", "f(0; ; )");
    check("print(f'{x|}')", "print(0; ; )");
    check("a.b[0](1,\n  2,\n  |\n)", "a.b[0](2; ; )");
    check("f(a)|", "-");
    check("def f(|", "-");
    check("class A(|", "-");
    check("(1, |", "-");
    check("f(*a, |", "f(1; ; )");
    check("f(# c, d\n|", "f(0; ; )");
    check("f(lambda x, y: 1, |", "f(2; ; )");
    check("|", "-");
}

#[test]
fn subjects() {
    let check = |drawn: &str, expected: &str| {
        let (source, cursor) = split(drawn);
        let found = subject(&source, cursor).map(|expression| expression.source);
        assert_eq!(found.as_deref().unwrap_or("-"), expected, "{drawn:?}");
    };
    check("pri|nt(x)", "print");
    check("|print(x)", "print");
    check("print|(x)", "print");
    check("os.pa|th.join", "os.path");
    check("os.path.join|", "os.path.join");
    check("print(|)", "print");
    check("f(a, |", "f");
    check("f(x)|", "f(x)");
    check("f('a|')", "f");
    check("|", "-");
    check("for|", "-");
    check("x.f(1).y|", "x.f(1).y");
    check("f'{na|me}'", "name");
    check("# na|me", "-");
}

const SNIPPETS: &[&str] = &[
    "class A(B, metaclass=M):\n    x: int = 1\n    async def f(self, a: str = 'é', *b, k=(1, [2]), **c) -> D:\n        self.y: int = a\n        return [q.z for q, (r, s) in self.g(1, k=f'{a!r:>{b}}')['x'] if isinstance(q, E)]\n",
    "match (x := f()):\n    case {'a': [1, *r], **m} | A(b=c) as d if r.s:\n        with open('p') as f, g(f) as h: f.read(\n            lambda u, v=1: u.v)\n    case _: pass\n",
    "from ..a.b import (c as d, e)\nimport f.g as h, i\ntry:\n    @deco(1)\n    def j(k, /, l): yield\nexcept (M, N) as o:\n    raise P from o\nfinally:\n    del q[r:'s', t\"{u}\"]\n",
];

fn survive(source: &str, cursor: usize) {
    question(source, cursor);
    call(source, cursor);
    subject(source, cursor);
    crate::python::syntax::brackets(source, cursor);
    crate::python::complete_check::check(source);
    if source.is_char_boundary(cursor) && cursor <= source.len() {
        crate::python::indent::after_enter(source, cursor);
        crate::python::indent::after_colon(source, cursor);
        crate::python::indent::backspace(source, cursor);
        crate::python::indent::tab(source, cursor);
        crate::python::paste::clean(&source[cursor..], &source[..cursor]);
    }
}

#[test]
fn every_prefix_of_code_is_survived() {
    for snippet in SNIPPETS {
        for end in (0..=snippet.len()).filter(|&end| snippet.is_char_boundary(end)) {
            survive(&snippet[..end], end);
            survive(snippet, end);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_change_to_code_is_survived(
        which in 0..SNIPPETS.len(),
        edits in prop::collection::vec((0usize..400, 0usize..20, "[a(){}\\[\\]'\":\n \\\\#=f,.é\t*@]{0,5}"), 1..5),
        cursor in 0usize..500,
    ) {
        let mut source = SNIPPETS[which].to_owned();
        let mut reader = Reader::default();
        for (at, length, with) in edits {
            let start = source.floor_char_boundary(at);
            let end = source.floor_char_boundary(start + length);
            source.replace_range(start..end, &with);
            let at = start + with.len();
            prop_assert_eq!(reader.question(&source, at), question(&source, at), "{:?} {}", source, at);
            prop_assert_eq!(reader.call(&source, cursor), call(&source, cursor), "{:?} {}", source, cursor);
        }
        survive(&source, cursor);
        survive(&source, source.len());
    }
}
