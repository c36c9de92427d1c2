//! Where `match`, `case`, `type` and `lazy` are keywords.
//!
//! The parser is not asked: it knows only in code that is finished, and only with
//! the lines around.

use ruff_python_ast::token::TokenKind;

use crate::python::token::Token;

/// A text and its tokens.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'a> {
    pub(super) source: &'a str,
    pub(super) tokens: &'a [Token],
}

impl Tokens<'_> {
    pub(super) fn kind(&self, index: usize) -> TokenKind {
        self.tokens.get(index).map_or(TokenKind::EndOfFile, |token| token.kind)
    }

    pub(super) fn kind_before(&self, index: usize) -> TokenKind {
        index.checked_sub(1).map_or(TokenKind::Newline, |before| self.kind(before))
    }

    pub(super) fn text(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &self.source[token.range()])
    }

    /// Whether a statement can begin with the token, as far as the one before tells.
    pub(super) fn starts_statement(&self, index: usize) -> bool {
        matches!(
            self.kind_before(index),
            TokenKind::Newline
                | TokenKind::NonLogicalNewline
                | TokenKind::Indent
                | TokenKind::Dedent
                | TokenKind::Semi
                | TokenKind::Unknown
        )
    }

    /// Whether the name is a keyword here; `first` tells that a statement begins with it.
    pub(super) fn is_soft_keyword(&self, index: usize, first: bool) -> bool {
        first
            && match self.text(index) {
                "lazy" => matches!(self.kind(index + 1), TokenKind::Import | TokenKind::From),
                "type" => self.opens_alias(index),
                "match" => self.opens_block(index, true),
                "case" => self.opens_block(index, false),
                _ => false,
            }
    }

    /// `type X`, then `=`, `[` or nothing yet.
    pub(super) fn opens_alias(&self, index: usize) -> bool {
        let after = self.kind(index + 2);
        let fits = matches!(after, TokenKind::Equal | TokenKind::Lsqb) || ends_line(after);
        self.text(index) == "type" && self.kind(index + 1) == TokenKind::Name && fits
    }

    /// Whether what follows can only be the subject of `match` or the pattern of `case`;
    /// where it could also be a call, an index or a sum, the colon decides.
    fn opens_block(&self, index: usize, colon_is_last: bool) -> bool {
        match self.kind(index + 1) {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Minus | TokenKind::Star | TokenKind::Not => {
                self.has_colon(index, colon_is_last)
            }
            kind => begins_expression(kind),
        }
    }

    fn has_colon(&self, index: usize, last: bool) -> bool {
        let mut depth = 0usize;
        for at in index..self.tokens.len() {
            match self.kind(at) {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth = depth.saturating_sub(1),
                TokenKind::Newline => return false,
                TokenKind::Colon if depth == 0 => return !last || ends_line(self.kind(at + 1)),
                _ => {}
            }
        }
        false
    }
}

fn ends_line(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Newline | TokenKind::Comment | TokenKind::EndOfFile)
}

/// Whether a token can only be the first of an expression.
fn begins_expression(kind: TokenKind) -> bool {
    kind.is_soft_keyword()
        || matches!(
            kind,
            TokenKind::Name
                | TokenKind::Int
                | TokenKind::Float
                | TokenKind::Complex
                | TokenKind::String
                | TokenKind::FStringStart
                | TokenKind::Lbrace
                | TokenKind::Await
                | TokenKind::Lambda
                | TokenKind::None
                | TokenKind::True
                | TokenKind::False
        )
}
