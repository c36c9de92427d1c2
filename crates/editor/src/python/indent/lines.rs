//! The logical lines of a text, with what indentation needs to know of each.

use ruff_python_ast::token::TokenKind;

use super::{UNIT, leading_blanks};
use crate::python::token::{Token, lex};

/// A logical line.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Where its first token begins.
    pub(super) start: usize,
    /// What stands before that.
    pub(super) blanks: &'a str,
    /// Its first word.
    pub(super) word: &'a str,
    /// Its last token.
    pub(super) last: TokenKind,
    /// Whether its last statement is one behind which nothing of the block can run.
    pub(super) leaves_block: bool,
}

/// What stands before the cursor.
#[derive(Debug, Default)]
pub(super) struct Before<'a> {
    pub(super) lines: Vec<Line<'a>>,
    /// Brackets open at the end, each with its first element, as offsets.
    pub(super) brackets: Vec<(usize, Option<usize>)>,
    /// Whether the text ends inside a string that goes on over lines.
    pub(super) in_string: bool,
}

impl<'a> Before<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        let tokens = lex(source);
        let mut lines = Self::default();
        let mut strings = Vec::new();
        let mut before = TokenKind::Newline;
        for &token in &tokens {
            if token.opens_string() {
                strings.push(token.triple);
            } else if token.closes_string() {
                strings.pop();
            }
            if token.kind == TokenKind::Newline {
                before = token.kind;
            } else if !token.is_trivia() && token.kind != TokenKind::Unknown {
                lines.add(source, token, before);
                before = token.kind;
            }
        }
        let last = tokens.iter().rfind(|token| token.kind == TokenKind::String);
        lines.in_string =
            strings.last() == Some(&true) || last.is_some_and(|last| last.triple && last.unclosed);
        lines
    }

    fn add(&mut self, source: &'a str, token: Token, before: TokenKind) {
        if before == TokenKind::Newline {
            self.brackets.clear();
            self.lines.push(line(source, token));
        }
        let Some(line) = self.lines.last_mut() else { return };
        if matches!(before, TokenKind::Newline | TokenKind::Semi) {
            line.leaves_block = leaves_block(token.kind);
        }
        line.last = token.kind;
        self.nest(token);
    }

    fn nest(&mut self, token: Token) {
        if let Some((_, first @ None)) = self.brackets.last_mut() {
            *first = Some(token.start);
        }
        if token.opens_bracket() {
            self.brackets.push((token.start, None));
        } else if token.closes_bracket() {
            self.brackets.pop();
        }
    }

    /// The blanks of the blocks around the end of the text, outermost first.
    pub(super) fn levels(&self) -> Vec<&'a str> {
        let mut levels = vec![""];
        for line in &self.lines {
            while levels.last().is_some_and(|level| level.len() > line.blanks.len()) {
                levels.pop();
            }
            if levels.last().is_none_or(|level| level.len() < line.blanks.len()) {
                levels.push(line.blanks);
            }
        }
        levels
    }

    /// The blanks of the block around the last line's.
    pub(super) fn outer_blanks(&self) -> &'a str {
        let levels = self.levels();
        levels.len().checked_sub(2).map_or("", |outer| levels[outer])
    }

    /// The step from a block to one inside it, as the text has it.
    pub(super) fn unit(&self) -> &'a str {
        let levels = self.levels();
        let inner = levels.windows(2).next_back().and_then(|pair| pair[1].strip_prefix(pair[0]));
        let earlier = || {
            let step = |pair: &'_ [Line<'a>]| {
                pair[1].blanks.strip_prefix(pair[0].blanks).filter(|step| !step.is_empty())
            };
            self.lines.windows(2).rev().find_map(step)
        };
        inner.or_else(earlier).unwrap_or(UNIT)
    }
}

fn line(source: &str, token: Token) -> Line<'_> {
    let begin = source[..token.start].rfind('\n').map_or(0, |newline| newline + 1);
    Line {
        start: token.start,
        blanks: leading_blanks(&source[begin..token.start]),
        word: &source[token.range()],
        last: token.kind,
        leaves_block: false,
    }
}

fn leaves_block(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Return | TokenKind::Pass | TokenKind::Break | TokenKind::Continue | TokenKind::Raise
    )
}
