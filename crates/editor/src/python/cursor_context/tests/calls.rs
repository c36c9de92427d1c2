//! The call around the cursor, and the expression at it.

use super::super::subject;
use super::{call, draw_call, split};

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
