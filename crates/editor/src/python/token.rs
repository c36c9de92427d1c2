//! Tokens in bytes, from ruff's lexer.

use std::ops::Range;

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{LexicalErrorType, Mode, ParseErrorType, ParseOptions, Parsed, parse_unchecked};

use super::bytes;

/// A token of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it is part of a string in triple quotes.
    pub(super) triple: bool,
    /// Whether it is a string without its closing quote.
    pub(super) unclosed: bool,
}

impl Token {
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }

    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether it is no part of the code: a comment, a newline in brackets, indentation.
    pub(super) fn is_trivia(self) -> bool {
        matches!(
            self.kind,
            TokenKind::Comment
                | TokenKind::NonLogicalNewline
                | TokenKind::Indent
                | TokenKind::Dedent
                | TokenKind::EndOfFile
        )
    }

    pub(super) fn opens_string(self) -> bool {
        matches!(self.kind, TokenKind::FStringStart | TokenKind::TStringStart)
    }

    pub(super) fn closes_string(self) -> bool {
        matches!(self.kind, TokenKind::FStringEnd | TokenKind::TStringEnd)
    }

    pub(super) fn is_name(self) -> bool {
        self.kind == TokenKind::Name || self.kind.is_soft_keyword()
    }

    /// Whether an operand can end with it, so that no other can follow.
    pub(super) fn ends_operand(self) -> bool {
        self.is_name()
            || self.closes_bracket()
            || self.closes_string()
            || matches!(
                self.kind,
                TokenKind::Int
                    | TokenKind::Float
                    | TokenKind::Complex
                    | TokenKind::String
                    | TokenKind::True
                    | TokenKind::False
                    | TokenKind::None
                    | TokenKind::Ellipsis
            )
    }

    pub(super) fn is_number(self) -> bool {
        matches!(self.kind, TokenKind::Int | TokenKind::Float | TokenKind::Complex)
    }

    pub(super) fn opens_bracket(self) -> bool {
        matches!(self.kind, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace)
    }

    pub(super) fn closes_bracket(self) -> bool {
        matches!(self.kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace)
    }
}

/// The tokens of a text.
///
/// Ruff's lexer is reached only through its parser, whose recovery from an error
/// changes tokens behind it. Asked for one expression, the parser hands on what
/// follows as the lexer saw it, and in less time: so an expression of our own goes first.
pub(super) fn lex(source: &str) -> Vec<Token> {
    const FIRST: &str = "0\n";
    let text = [FIRST, source].concat();
    tokens(&parse_unchecked(&text, ParseOptions::from(Mode::Expression)), FIRST.len())
}

/// The tokens behind the first `skipped` bytes of what was parsed, counted from there.
pub(super) fn tokens<T>(parsed: &Parsed<T>, skipped: usize) -> Vec<Token> {
    let unclosed: Vec<usize> = parsed.errors().iter().filter_map(unclosed_string).collect();
    let token = |token: &ruff_python_ast::token::Token| {
        let Range { start, end } = bytes(*token);
        (start >= skipped).then(|| Token {
            kind: token.kind(),
            start: start - skipped,
            end: end - skipped,
            triple: token.string_flags().is_some_and(ruff_python_ast::StringFlags::is_triple_quoted),
            unclosed: token.kind() == TokenKind::String && unclosed.contains(&start),
        })
    };
    parsed.tokens().iter().filter_map(token).collect()
}

fn unclosed_string(error: &ruff_python_parser::ParseError) -> Option<usize> {
    let unclosed = ParseErrorType::Lexical(LexicalErrorType::UnclosedStringError);
    (error.error == unclosed).then(|| bytes(error.location).start)
}
