//! Each span is drawn as `text:role`.

use super::{Highlighter, brackets, highlight};
use proptest::prelude::*;

fn check(source: &str, expected: &str) {
    let spans = highlight(source);
    let drawn: Vec<String> = spans
        .iter()
        .filter(|span| span.role != crate::theme::Role::Operator)
        .map(|span| format!("{}:{:?}", &source[span.range.clone()], span.role))
        .collect();
    assert_eq!(drawn.join(" "), expected, "{source:?}");
}

#[test]
fn plain_code() {
    check("def f(x): return len(x)", "def:Keyword f:Definition return:Keyword len:Builtin");
    check("class A(Exception): pass", "class:Keyword A:Definition Exception:Builtin pass:Keyword");
    check(
        "x = None, True, ..., 1.5, 0x1f, 2j",
        "None:Constant True:Constant ...:Constant 1.5:Number 0x1f:Number 2j:Number",
    );
    check("x = 'a' # b", "'a':String # b:Comment");
    check("a.print; f(type=1); print = 2", "1:Number print:Builtin 2:Number");
    check("async def f(): await x", "async:Keyword def:Keyword f:Definition await:Keyword");
    check("é = int", "int:Builtin");
}

/// What is told without the lexer is what the lexer says behind a name.
#[test]
fn a_text_of_one_token() {
    for source in ["", "1", "42", "120", "9999999999999999999999", "0", "007", "1_0", "1.", "1 ", "1x", "٣"]
    {
        let mut spans = highlight(&format!("a;{source}")).split_off(1);
        for span in &mut spans {
            span.range = span.range.start - 2..span.range.end - 2;
        }
        assert_eq!(highlight(source), spans, "{source:?}");
    }
}

#[test]
fn decorators() {
    check(
        "@a.b(int)\ndef f(): 1",
        "@:Decorator a:Decorator .:Decorator b:Decorator int:Builtin def:Keyword f:Definition 1:Number",
    );
    check("x = a @ b", "");
    check(
        "class A:\n  @property\n  def",
        "class:Keyword A:Definition @:Decorator property:Decorator def:Keyword",
    );
}

#[test]
fn soft_keywords_are_keywords_only_where_they_are() {
    check(
        "match x:\n  case 1: pass\n  case _: pass",
        "match:Keyword case:Keyword 1:Number pass:Keyword case:Keyword pass:Keyword",
    );
    check("match (x):\n  case [a, *b]: c", "match:Keyword case:Keyword");
    check("match(x)", "");
    check("match = 1; case = match", "1:Number");
    check("match [1:2]", "1:Number 2:Number");
    check("re.match(x)", "");
    check("match x", "match:Keyword");
    check("type X = int", "type:Keyword X:Definition int:Builtin");
    check("type X[T] = T", "type:Keyword X:Definition");
    check("type(x)", "type:Builtin");
    check("type = 1", "type:Builtin 1:Number");
    check("x.type X", "");
}

#[test]
fn strings_with_fields() {
    check(
        "f'a{x!r:>{w}}b' t'{y=}'",
        "f':String a:String {:Interpolation !:Interpolation r:Interpolation ::Interpolation >:Interpolation {:Interpolation }:Interpolation }:Interpolation b:String ':String t':String {:Interpolation =:Interpolation }:Interpolation ':String",
    );
    check("f'{d['k']}'", "f':String {:Interpolation 'k':String }:Interpolation ':String");
    check("f'{ {1: 2} }'", "f':String {:Interpolation 1:Number 2:Number }:Interpolation ':String");
    check("f'{{}}'", "f':String {{}}:String ':String");
    check(
        "f'''\n{len(x)}'''",
        "f''':String \n:String {:Interpolation len:Builtin }:Interpolation ''':String",
    );
}

#[test]
fn broken_code() {
    check("x = 'abc\nint", "':Error abc:String int:Builtin");
    check("x = '''abc\nint", "'''abc\nint:String");
    check("f'abc", "f':Error abc:String");
    check("f'''abc", "f''':String abc:String");
    check("a $ len(b)", "$:Error len:Builtin");
    check("x = 1 \\", "1:Number");
    check("(]", "]:Error");
    check("len)", "len:Builtin ):Error");
    check("foo(int\ndef f(): pass", "int:Builtin def:Keyword f:Definition pass:Keyword");
    check("else:\n  len", "else:Keyword len:Builtin");
    check("   print\n print", "print:Builtin print:Builtin");
}

#[test]
fn brackets_pair_by_tokens() {
    let check = |drawn: &str, expected: Option<(usize, usize)>| {
        let cursor = drawn.find('|').unwrap();
        assert_eq!(brackets(&drawn.replacen('|', "", 1), cursor), expected, "{drawn:?}");
    };
    check("|(a)", Some((0, 2)));
    check("(a)|", Some((0, 2)));
    check("(a|)", Some((0, 2)));
    check("f(')'|)", Some((1, 5)));
    check("f('|)')", None);
    check("f(a # |)\n)", None);
    check("f'{x|}'", Some((2, 4)));
    check("f'{|{}}'", None);
    check("(]|", None);
    check("((|)", Some((1, 2)));
    check("|", None);
    check("a|b", None);
}

#[test]
fn nothing_outside_of_the_edited_lines_is_read_again() {
    let mut highlighter = Highlighter::default();
    for source in
        ["a = 1\nb = '2'\nc = 3", "a = 1\nb = '\nc = 3", "a = 1\nb = '''\nc = 3", "", "x", "x\n\n", "x\n(\n"]
    {
        assert_eq!(highlighter.update(source), highlight(source), "{source:?}");
    }
}

#[test]
fn a_field_left_open_by_its_string_keeps_the_lines_behind_together() {
    let mut highlighter = Highlighter::default();
    for source in ["f'{a:'\nx\n@b", "f'{a:'\nf'x\n@b", "f'{a:'\nf'x\n# b\n\n@c", "f'{a}'\nf'x\n# b\n\n@c"] {
        assert_eq!(highlighter.update(source), highlight(source), "{source:?}");
    }
}

const SAMPLE: &str = "@deco(1)\nclass A(B):\n    '''doc\n    é'''\n    x: int = f'{a!r:>{w}} {b}' # c\n\n    async def f(self, *a, k=(1, [2])):\n        match self:\n            case {'a': 1} | [_, *r] if r:\n                return lambda: None\n            case _:\n                type X = dict[str, \\\n                    int]\n        if x == \"'\": yield\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn following_an_edit_gives_what_a_fresh_look_gives(
        edits in prop::collection::vec((0usize..600, 0usize..30, "[a(){}\\[\\]'\":\n \\\\#=f,]{0,4}"), 1..12),
    ) {
        let mut source = SAMPLE.to_owned();
        let mut highlighter = Highlighter::default();
        highlighter.update(&source);
        for (at, length, with) in edits {
            let start = source.floor_char_boundary(at);
            let end = source.floor_char_boundary(start + length);
            source.replace_range(start..end, &with);
            let fresh = highlight(&source);
            prop_assert_eq!(highlighter.update(&source), &fresh[..], "{:?}", source);
            prop_assert!(fresh.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        }
    }
}
