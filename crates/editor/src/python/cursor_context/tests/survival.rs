//! Any code at all is read without a panic, and alike by a reader that follows it.

use super::super::{Reader, subject};
use super::{call, question};
use proptest::prelude::*;

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
