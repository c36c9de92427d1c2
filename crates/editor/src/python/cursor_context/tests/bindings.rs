//! The bindings that come with a question.

use super::{question, split};
use crate::protocol::Binding;

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

#[test]
fn bindings_of_statements() {
    check_bindings("x = [1]\nx.|", &["x:Assign=[1]"]);
    check_bindings("x: int\ny = x\ny.|", &["x:Annotation=int", "y:Assign=x"]);
    check_bindings("a, (b, *c) = f()\na, b, c|", &["a:Assign=f()[0]", "b:Assign=f()[1][0]", "c:Rest=f()[1]"]);
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
    check_bindings("async def f(): ...\nf().|", &["f:Function=async (): ..."]);
    check_bindings("def f(a): return a\nf().|", &["f:Function=(a): return a"]);
    check_bindings(
        "@contextmanager\ndef f() -> T: ...\nf().|",
        &["f:Function=() -> T", "f:Assign=contextmanager(f)"],
    );
    check_bindings("a, *b = c\nb.|", &["b:Rest=c"]);
    check_bindings("match x:\n    case A(b, c=d):\n        b.|", &["b:Matched=A[0]"]);
    check_bindings("[y.| for x in z if (y := f(x))]", &["x:For=z", "y:Assign=f(x)"]);
    check_bindings("(lambda x: x.|)(y)", &["x:Annotation=", "x:Assign=y"]);
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
            "A.f:Function=(self, x: int)",
            "self:Instance=A",
        ],
    );
    check_bindings(
        "class A:\n    @classmethod\n    def f(cls):\n        cls.|",
        &["A:Class=", "A.f:Function=(cls)", "cls:Assign=A"],
    );
    check_bindings("class A:\n    @staticmethod\n    def f(x):\n        x.|", &["x:Annotation="]);
    check_bindings("class A:\n    z = 1\n    z.|", &["z:Assign=1"]);
    check_bindings(
        "class A(B):\n    def f(self):\n        super().|",
        &["A:Class=B", "A.f:Function=(self)", "self:Instance=A"],
    );
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
    check_bindings("y.apply(lambda x: x.|", &["x:Annotation=", "x:Called=y.apply"]);
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
