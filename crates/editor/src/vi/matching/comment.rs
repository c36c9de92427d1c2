//! What `%` matches besides brackets: the ends of `/* */`, and `#if`, `#else` and `#endif`.

use crate::vi::line;

/// The other end, where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partner {
    /// Of a comment, at its slash.
    Comment(Option<usize>),
    /// Of a condition, in the line that goes on or ends it.
    Condition(Option<usize>),
}

/// What belongs to a comment's end under the cursor, or to a condition that the line begins with.
pub fn partner(text: &str, at: usize) -> Option<Partner> {
    let line = line::range(text, at);
    let indent = line::indent(text, at);
    if at <= indent && Directive::of(&text[line.clone()]).is_some() {
        return Some(Partner::Condition(condition(text, line::row(text, at))));
    }
    let is = |at: usize, what: &str| text[at..line.end].starts_with(what);
    let before = at.checked_sub(1).filter(|before| *before >= line.start && text.is_char_boundary(*before));
    if is(at, "/*") || is(at, "*") && before.is_some_and(|before| is(before, "/*")) {
        let inside = at + if is(at, "/*") { 2 } else { 1 };
        return Some(Partner::Comment(text[inside..].find("*/").map(|end| inside + end + 1)));
    }
    if is(at, "*/") || is(at, "/") && before.is_some_and(|before| is(before, "*/")) {
        let inside = &text[..if is(at, "*/") { at } else { at - 1 }];
        let from = inside.rfind("*/").map_or(0, |end| end + 2);
        return Some(Partner::Comment(inside[from..].find("/*").map(|start| from + start)));
    }
    let brackets = text[at..line.end].contains(['(', ')', '[', ']', '{', '}']);
    (!brackets && Directive::of(&text[line]).is_some())
        .then(|| Partner::Condition(condition(text, line::row(text, at))))
}

/// The lines of a condition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Directive {
    If,
    Else,
    End,
}

impl Directive {
    fn of(line: &str) -> Option<Self> {
        let word = line.trim_start().strip_prefix('#')?.trim_start();
        match word {
            word if word.starts_with("if") => Some(Self::If),
            word if word.starts_with("el") => Some(Self::Else),
            word if word.starts_with("endif") => Some(Self::End),
            _ => None,
        }
    }
}

/// From `#if` or `#else` to what follows, from `#endif` back to its `#if`.
fn condition(text: &str, row: usize) -> Option<usize> {
    let directives: Vec<_> = text.split('\n').map(Directive::of).collect();
    let found = if directives[row] == Some(Directive::End) {
        outermost((0..row).rev(), &directives, Directive::End, Directive::If, false)
    } else {
        outermost(row + 1..directives.len(), &directives, Directive::If, Directive::End, true)
    };
    found.map(|row| line::indent(text, line::nth(text, row)))
}

/// The first row that ends what is open; what opens and closes on the way is passed over.
fn outermost(
    mut rows: impl Iterator<Item = usize>,
    directives: &[Option<Directive>],
    opens: Directive,
    closes: Directive,
    or_else: bool,
) -> Option<usize> {
    let mut depth = 0;
    rows.find(|row| match directives[*row] {
        Some(it) if it == opens => {
            depth += 1;
            false
        }
        Some(it) if it == closes => {
            depth -= 1;
            depth < 0
        }
        Some(Directive::Else) => or_else && depth == 0,
        _ => false,
    })
}
