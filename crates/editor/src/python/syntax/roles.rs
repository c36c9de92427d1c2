//! From tokens to roles, with nothing but the tokens of the same logical line.

use std::ops::Range;

use ruff_python_ast::token::TokenKind;

use super::builtins::{is_builtin, is_constant};
use super::soft_keywords::Tokens;
use crate::python::frames::{Frames, Place};
use crate::python::token::{Token, lex};
use crate::theme::{Role, Span};

/// A text's spans, and where its logical lines begin, but for the first: offsets
/// at which nothing is open, so that what is behind does not depend on what is before.
#[derive(Debug, Clone, Default)]
pub(super) struct Colored {
    pub(super) spans: Vec<Span>,
    pub(super) lines: Vec<usize>,
}

/// Colours a text that begins at a logical line.
pub(super) fn color(source: &str) -> Colored {
    if let Some(spans) = evident(source) {
        return Colored { spans, lines: Vec::new() };
    }
    let tokens = lex(source);
    let mut painter = Painter {
        line: Tokens { source, tokens: &tokens },
        frames: Frames::default(),
        colored: Colored::default(),
    };
    for index in 0..painter.line.tokens.len() {
        painter.token(index);
    }
    painter.end_line();
    painter.colored
}

/// What needs no lexer, whose code is cold at each key and at each result: nothing, and a plain number.
fn evident(source: &str) -> Option<Vec<Span>> {
    match source.as_bytes() {
        [] => Some(Vec::new()),
        [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit) => {
            Some(vec![Span { range: 0..source.len(), role: Role::Number }])
        }
        _ => None,
    }
}

struct Painter<'a> {
    line: Tokens<'a>,
    frames: Frames,
    colored: Colored,
}

impl Painter<'_> {
    fn token(&mut self, index: usize) {
        let token = self.line.tokens[index];
        let (kind, range) = (token.kind, token.range());
        match kind {
            TokenKind::Newline => self.newline(&range),
            TokenKind::NonLogicalNewline if self.is_blank(index) => self.next_line(&range),
            TokenKind::NonLogicalNewline | TokenKind::Indent | TokenKind::Dedent | TokenKind::EndOfFile => {}
            TokenKind::Comment => self.push(range, Role::Comment),
            TokenKind::Int | TokenKind::Float | TokenKind::Complex => self.push(range, Role::Number),
            TokenKind::String => self.string(token, range),
            TokenKind::FStringStart | TokenKind::TStringStart => {
                self.frames.open_string(self.colored.spans.len(), token.triple);
                self.push(range, Role::String);
            }
            TokenKind::FStringMiddle | TokenKind::TStringMiddle => {
                let role = if self.frames.in_format() { Role::Interpolation } else { Role::String };
                self.push(range, role);
            }
            TokenKind::FStringEnd | TokenKind::TStringEnd => {
                self.frames.close_string();
                self.push(range, Role::String);
            }
            TokenKind::True | TokenKind::False | TokenKind::None | TokenKind::Ellipsis => {
                self.push(range, Role::Constant);
            }
            TokenKind::Unknown | TokenKind::Question | TokenKind::IpyEscapeCommand => self.unknown(range),
            _ if kind == TokenKind::Name || kind.is_soft_keyword() => self.name(index, range),
            _ if kind.is_keyword() => self.push(range, Role::Keyword),
            _ => self.operator(index, range),
        }
    }

    fn push(&mut self, range: Range<usize>, role: Role) {
        if !range.is_empty() {
            self.colored.spans.push(Span { range, role });
        }
    }

    fn newline(&mut self, range: &Range<usize>) {
        self.end_line();
        if !range.is_empty() {
            self.next_line(range);
        }
    }

    fn next_line(&mut self, newline: &Range<usize>) {
        self.colored.lines.push(newline.end);
    }

    /// Whether nothing but a comment stands between the newline and the logical line
    /// before. Only then it separates lines: the lexer may still be in brackets that
    /// the frames no longer hold, as behind `f'{a:'`.
    fn is_blank(&self, newline: usize) -> bool {
        let before = self.line.tokens[..newline].iter().rfind(|token| token.kind != TokenKind::Comment);
        before.map_or(0, |token| token.end) == self.colored.lines.last().copied().unwrap_or(0)
    }

    fn end_line(&mut self) {
        for opening in self.frames.end_line() {
            self.colored.spans[opening].role = Role::Error;
        }
    }

    /// A string that should have ended on its line shows the quote that opens it as wrong.
    fn string(&mut self, token: Token, range: Range<usize>) {
        if token.triple || !token.unclosed {
            return self.push(range, Role::String);
        }
        let quote =
            self.line.source[range.clone()].find(['"', '\'']).map_or(range.start, |at| range.start + at + 1);
        self.push(range.start..quote, Role::Error);
        self.push(quote..range.end, Role::String);
    }

    /// Not an error: blanks of a strange width, a backslash whose next line is not typed yet.
    fn unknown(&mut self, range: Range<usize>) {
        let text = &self.line.source[range.clone()];
        let misplaced = text == "\\" && range.end < self.line.source.len();
        let indentation = |char: char| char.is_whitespace() || char == '\\';
        if misplaced || !text.chars().all(indentation) {
            self.push(range, Role::Error);
        }
    }

    fn operator(&mut self, index: usize, range: Range<usize>) {
        let kind = self.line.tokens[index].kind;
        let role = match self.frames.operator(kind, self.colored.spans.len()) {
            Place::Field => Role::Interpolation,
            Place::Stray => Role::Error,
            Place::Code if kind == TokenKind::At && self.starts_statement(index) => Role::Decorator,
            Place::Code => Role::Operator,
        };
        self.push(range, role);
        if kind == TokenKind::Dot && self.in_decorator(index) {
            self.colored.spans.last_mut().expect("just pushed").role = Role::Decorator;
        }
    }

    fn name(&mut self, index: usize, range: Range<usize>) {
        let text = &self.line.source[range.clone()];
        let (before, next) = (self.line.kind_before(index), self.line.kind(index + 1));
        let role = match before {
            TokenKind::Def | TokenKind::Class => Role::Definition,
            TokenKind::Exclamation if self.frames.in_field() => Role::Interpolation,
            _ if self.in_decorator(index) => Role::Decorator,
            TokenKind::Dot => return,
            _ if self.line.is_soft_keyword(index, self.starts_statement(index)) => Role::Keyword,
            _ if self.names_alias(index) => Role::Definition,
            _ if next == TokenKind::Equal && self.frames.in_parentheses() => return,
            _ if is_constant(text) => Role::Constant,
            _ if is_builtin(text) => Role::Builtin,
            _ => return,
        };
        self.push(range, role);
    }

    fn starts_statement(&self, index: usize) -> bool {
        self.frames.is_empty() && self.line.starts_statement(index)
    }

    /// The `X` of `type X = ...`.
    fn names_alias(&self, index: usize) -> bool {
        index
            .checked_sub(1)
            .is_some_and(|before| self.starts_statement(before) && self.line.opens_alias(before))
    }

    /// `@name.name`, up to what is called.
    fn in_decorator(&self, index: usize) -> bool {
        let dotted = |&at: &usize| matches!(self.line.kind(at), TokenKind::Name | TokenKind::Dot);
        let at = (0..index).rev().find(|at| !dotted(at));
        at.is_some_and(|at| self.line.kind(at) == TokenKind::At && self.line.starts_statement(at))
    }
}
