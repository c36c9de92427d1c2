//! Each verdict with inputs that get it.

use super::Completeness::{self, Block, Complete, Incomplete, Invalid};

fn check(source: &str, expected: Completeness) {
    assert_eq!(super::check(source), expected, "{source:?}");
}

#[test]
fn what_can_run() {
    for source in ["", "# c", "x = 1", "x = 1\n", "'''a\nb'''", "(1,\n2)", "if x:\n  y\n", "a; b"] {
        check(source, Complete);
    }
}

#[test]
fn blocks_wait_for_an_empty_line() {
    for source in ["if x:\n  y", "if x: y", "@a\ndef f(): pass", "class A:\n  x = 1", "try:\n  x\nfinally: y"]
    {
        check(source, Block);
        check(&format!("{source}\n"), Complete);
        check(&format!("{source}\n    "), Complete);
    }
    check("if x:\n  y\n\nz = 1", Complete);
    check("if x:\n\n  y", Block);
}

#[test]
fn what_wants_more() {
    let sources = [
        "(",
        "f(a,",
        "[1,\n",
        "{1:",
        "'''a",
        "f'{x",
        "'\\",
        "def f(*,",
        "f'''a{x",
        "f'''a\n{x}",
        "x = 1 \\",
        "if x:",
        "if x: # c",
        "if x:\n",
        "if x:\n  # c\n",
        "@a",
        "@a\n",
        "try:\n  x",
        "try:\n  x\n",
        "match x:",
        "match x:\n",
        "match x:\n  case 1:",
        "class A:\n  def f(self):",
        "for x in y:\n  z\nelse:",
        "from a import (b,",
        "async def f():",
        "with a as b:",
        "x = [\n  1,",
        "f(\n'''a",
        "try:\n  a\nexcept B:",
    ];
    for source in sources {
        check(source, Incomplete);
    }
}

#[test]
fn what_cannot_become_right() {
    let sources = [
        "x =",
        "a b",
        "'abc",
        "f'abc",
        "if x",
        "if x\n",
        "a.",
        "import",
        "(]",
        "f(a b",
        ")",
        "lambda:",
        "x: ",
        "if x:\n  a\n b",
        "def",
        "else:",
        "$",
        "x = 1 \\ a",
        "  x",
        "if x:\ny",
        "f'''a{x!}'''",
        "(a = 1",
    ];
    for source in sources {
        check(source, Invalid);
    }
}
