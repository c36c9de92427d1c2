//! The keywords that fit at a place.

use ruff_python_ast::token::TokenKind;

use super::reach::Reach;
use super::site::{Place, Site};
use crate::python::indent;

/// Where an operand may begin.
const OPERAND: &[&str] = &["False", "None", "True", "await", "lambda", "not"];

/// Where a statement may begin, wherever it stands.
const STATEMENT: &[&str] = &[
    "assert", "async", "class", "def", "del", "for", "from", "global", "if", "import", "match", "pass",
    "raise", "try", "type", "while", "with",
];

/// Those of them that fit on a header's line.
const SIMPLE: &[&str] = &["assert", "del", "from", "global", "import", "pass", "raise"];

/// Whether the language reserves the word.
pub(super) fn is_keyword(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "and", "as", "break", "continue", "elif", "else", "except", "finally", "in", "is", "nonlocal", "or",
        "return", "yield",
    ];
    let soft = matches!(word, "match" | "type");
    OPERAND.contains(&word) || OTHERS.contains(&word) || STATEMENT.contains(&word) && !soft
}

/// Keywords where an operand, and perhaps a statement, begins.
pub(super) fn before_operand(site: &Site, reach: &Reach) -> Vec<&'static str> {
    let mut words = OPERAND.to_vec();
    if site.code().is_empty() && !site.in_field() {
        words.extend(STATEMENT);
        words.extend(inside(reach));
        if let Place::Word(start) = site.place {
            words.extend(indent::clauses(&site.source[..start], &site.source[start..site.cursor]));
        }
    } else if opens_line(site) {
        words.extend(SIMPLE);
        words.extend(inside(reach));
    } else if in_bases(site) {
        words.push("metaclass=");
    } else if reach.in_function && matches!(site.kind(1), TokenKind::Equal | TokenKind::Lpar) {
        words.push("yield");
    } else if matches!(site.kind(1), TokenKind::Yield) {
        words.push("from");
    } else if matches!(site.kind(1), TokenKind::Is) {
        words.retain(|&word| word != "await" && word != "lambda");
    }
    words.sort_unstable();
    words
}

/// In the parentheses behind the name of a class.
fn in_bases(site: &Site) -> bool {
    let class = site.bracket().and_then(|(_, open)| site.before(open)).and_then(|name| site.before(name));
    class.is_some_and(|class| site.tokens[class].kind == TokenKind::Class)
        && matches!(site.kind(1), TokenKind::Lpar | TokenKind::Comma)
}

/// Keywords of the blocks around.
fn inside(reach: &Reach) -> Vec<&'static str> {
    let mut words = Vec::new();
    if reach.in_function {
        words.extend(["return", "yield", "nonlocal"]);
    }
    if reach.in_loop {
        words.extend(["break", "continue"]);
    }
    words
}

/// Behind the colon of `if x:`.
fn opens_line(site: &Site) -> bool {
    let header = site.code().first().is_some_and(|first| {
        matches!(
            first.kind,
            TokenKind::If
                | TokenKind::Elif
                | TokenKind::Else
                | TokenKind::For
                | TokenKind::While
                | TokenKind::With
                | TokenKind::Try
                | TokenKind::Except
                | TokenKind::Finally
                | TokenKind::Def
                | TokenKind::Class
        )
    });
    header && site.kind(1) == TokenKind::Colon && site.bracket().is_none() && !site.in_field()
}

/// Keywords behind an operand.
pub(super) fn after_operand(site: &Site) -> Vec<&'static str> {
    if site.kind(1) == TokenKind::Not {
        return vec!["in"];
    }
    let first = site.code().first().map_or(TokenKind::Newline, |token| token.kind);
    let mut words = vec!["and", "if", "in", "is", "not", "or"];
    if site.code().iter().any(|token| token.kind == TokenKind::If) {
        words.push("else");
    }
    if site.bracket().is_some() {
        words.extend(["async", "for"]);
    }
    match first {
        TokenKind::With | TokenKind::Except | TokenKind::Case => words.push("as"),
        TokenKind::Raise => words.push("from"),
        _ => {}
    }
    words.sort_unstable();
    words
}
