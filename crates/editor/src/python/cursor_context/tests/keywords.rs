//! Which keywords fit a place.

use super::{question, split};
use crate::protocol::Wanted;

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
    has("class A(B, meta|", "metaclass=", "");
    has("f(B, meta|", "", "metaclass=");
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
