//! What pasted text becomes before it is inserted.
//!
//! Invariant: what is not clearly a transcript keeps every character, but for line
//! ends, the indentation that all of its lines share, and newlines at its end.

mod transcript;

use ruff_python_ast::token::TokenKind;

use super::token::{Token, lex};

/// Pasted text as it is to be inserted behind `before`, the input up to the cursor.
///
/// Line ends become `\n`. Prompts of a transcript are stripped, its output is
/// dropped. On an empty line the text takes that line's indentation instead of its
/// own. Newlines at the end go, so that a paste never runs. In a string nothing but
/// the line ends changes.
pub fn clean(pasted: &str, before: &str) -> String {
    let text = pasted.replace("\r\n", "\n").replace('\r', "\n");
    if ends_in_string(before) {
        return text;
    }
    let text = transcript::code(&text).unwrap_or(text);
    let text = match text.trim_end_matches('\n') {
        "" => text.as_str(),
        kept => kept,
    };
    let line = before.rsplit('\n').next().unwrap_or_default();
    if line.trim().is_empty() { indent(text, line) } else { text.to_owned() }
}

/// Whether text that follows would be part of a string in triple quotes.
fn ends_in_string(before: &str) -> bool {
    let mut open = Vec::new();
    for token in lex(before) {
        match token {
            _ if token.opens_string() => open.push(token.triple),
            _ if token.closes_string() => drop(open.pop()),
            Token { kind: TokenKind::String, triple: true, unclosed: true, .. } => return true,
            _ => {}
        }
    }
    open.last() == Some(&true)
}

/// Replaces the indentation that all lines share by `blanks`, which the first line
/// has already. Lines inside strings stay as they are.
fn indent(text: &str, blanks: &str) -> String {
    let inside = inside_strings(text);
    let mut start = 0;
    let lines: Vec<(&str, bool)> = text
        .split('\n')
        .map(|line| {
            let movable = !line.trim().is_empty() && !inside(start);
            start += line.len() + 1;
            (line, movable)
        })
        .collect();
    let movable = lines.iter().filter(|line| line.1).map(|line| line.0);
    let shared = movable.reduce(shared_blanks).map_or(0, |line| leading_blanks(line).len());
    let moved = lines.iter().enumerate().map(|(index, &(line, movable))| match (index, movable) {
        (0, true) => line[shared..].to_owned(),
        (_, true) => format!("{blanks}{}", &line[shared..]),
        _ => line.to_owned(),
    });
    moved.collect::<Vec<_>>().join("\n")
}

/// Tells of an offset whether a string goes on across it.
fn inside_strings(text: &str) -> impl Fn(usize) -> bool {
    let is_text = |token: &Token| {
        let kinds = [TokenKind::String, TokenKind::FStringMiddle, TokenKind::TStringMiddle];
        token.triple && kinds.contains(&token.kind)
    };
    let strings: Vec<Token> = lex(text).into_iter().filter(is_text).collect();
    move |offset| strings.iter().any(|string| string.start < offset && offset <= string.end)
}

fn shared_blanks<'a>(one: &'a str, other: &str) -> &'a str {
    let (one, other) = (leading_blanks(one), leading_blanks(other));
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    &one[..same]
}

fn leading_blanks(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

#[cfg(test)]
mod tests {
    fn check(pasted: &str, expected: &str) {
        assert_eq!(super::clean(pasted, ""), expected, "{pasted:?}");
    }

    fn check_behind(before: &str, pasted: &str, expected: &str) {
        assert_eq!(super::clean(pasted, before), expected, "{before:?} {pasted:?}");
    }

    #[test]
    fn line_ends_and_the_last_newline() {
        check("a = 1\r\nb = 2\rc = 3\n\n", "a = 1\nb = 2\nc = 3");
        check("if x:\n    y\n", "if x:\n    y");
        check("\n", "\n");
        check("", "");
        check("x = 1  ", "x = 1  ");
    }

    #[test]
    fn shared_indentation_goes_and_the_lines_own_comes() {
        check("    a\n      b\n\n    c", "a\n  b\n\nc");
        check("\ta\n\tb", "a\nb");
        check("    a\n\tb", "    a\n\tb");
        check("  s = '''\nx\n  '''\n  t", "s = '''\nx\n  '''\nt");
        check_behind("if x:\n    ", "        a\n        b", "a\n    b");
        check_behind("if x:\n    ", "a\nif b:\n    c", "a\n    if b:\n        c");
        check_behind("x = ", "  a\n  b", "  a\n  b");
    }

    #[test]
    fn transcripts_of_python() {
        check(">>> a = 1\n>>> a\n1\n>>> b\n", "a = 1\na\nb");
        check(">>> def f():\n...     return 1\n...\n>>> f()\n1", "def f():\n    return 1\n\nf()");
        check(">>> s = '''\n...   x'''\n>>> s\n'\\n  x'\n", "s = '''\n  x'''\ns");
        check("    >>> a\n    ...\n    1\n    >>> b", "a\n\nb");
        check(">>> a\n1\n\n>>>\n>>> b", "a\n\nb");
        check("...     x\n...     y\n>>> f()", "    x\n    y\nf()");
    }

    #[test]
    fn transcripts_of_ipython_and_the_numbered_prompt() {
        check("In [1]: a = 1\n\nIn [2]: a\nOut[2]: 1\n\nIn [13]: b", "a = 1\na\nb");
        check("In [3]: for x in y:\n   ...:     z\n   ...: \nOut[3]: 4", "for x in y:\n    z");
    }

    #[test]
    fn what_only_looks_like_one_is_kept() {
        check("x = '''\n>>> a\n1\n'''", "x = '''\n>>> a\n1\n'''");
        check(
            "def f():\n    '''\n    >>> f()\n    1\n    '''",
            "def f():\n    '''\n    >>> f()\n    1\n    '''",
        );
        check("a >>> b", "a >>> b");
        check("...", "...");
        check("...\nx", "...\nx");
        check(">>>x", ">>>x");
        check("In [1]", "In [1]");
        check_behind("x = '''\n", ">>> a\r\n1\n", ">>> a\n1\n");
        check_behind("f'''{x}", "    a\n", "    a\n");
    }
}
