//! Does Enter mean a new line, or run? The verdict is that of CPython's `codeop`:
//! an error that only the end of the text brings about asks for more text.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{ModModule, Stmt};
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType, Parsed};

use super::frames::{Frame, Frames};
use super::token::{Token, tokens};
use super::{bytes, parse};

/// What an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// It can run.
    Complete,
    /// It could run, but its last statement is a block that an empty line ends.
    Block,
    /// It wants more text.
    Incomplete,
    /// No text behind it could make it right.
    Invalid,
}

/// The verdict on a whole input.
pub fn check(source: &str) -> Completeness {
    let ended = format!("{source}\n");
    let parsed = parse(&ended);
    match first_error(&parsed) {
        None if waits_for_empty_line(source, &parsed) => Completeness::Block,
        None => Completeness::Complete,
        Some(error) if at_end(&ended, &parsed, error) => Completeness::Incomplete,
        Some(_) => Completeness::Invalid,
    }
}

fn first_error(parsed: &Parsed<ModModule>) -> Option<&ParseError> {
    parsed.errors().iter().min_by_key(|error| error.location.start())
}

fn waits_for_empty_line(source: &str, parsed: &Parsed<ModModule>) -> bool {
    let last_line = source.rsplit('\n').next().unwrap_or_default();
    !last_line.trim().is_empty() && parsed.suite().last().is_some_and(is_compound)
}

fn is_compound(statement: &Stmt) -> bool {
    matches!(
        statement,
        Stmt::FunctionDef(_)
            | Stmt::ClassDef(_)
            | Stmt::If(_)
            | Stmt::For(_)
            | Stmt::While(_)
            | Stmt::With(_)
            | Stmt::Try(_)
            | Stmt::Match(_)
    )
}

/// Whether more text could take the error away.
fn at_end(source: &str, parsed: &Parsed<ModModule>, error: &ParseError) -> bool {
    let tokens: Vec<Token> = tokens(parsed, 0).into_iter().filter(|token| is_code(*token)).collect();
    let start = bytes(error.location).start;
    match &error.error {
        ParseErrorType::Lexical(LexicalErrorType::Eof) => true,
        ParseErrorType::Lexical(LexicalErrorType::UnclosedStringError) => {
            tokens.iter().any(|token| token.start == start && (token.triple || token.end == source.len()))
        }
        ParseErrorType::Lexical(
            LexicalErrorType::FStringError(kind) | LexicalErrorType::TStringError(kind),
        ) => is_unterminated(kind) && goes_on(&tokens),
        ParseErrorType::Lexical(LexicalErrorType::LineContinuationError) => {
            source[start..].trim_end() == "\\"
        }
        ParseErrorType::ExpectedKeywordParam
        | ParseErrorType::NonDefaultParamAfterDefaultParam
        | ParseErrorType::PositionalAfterKeywordArgument => waits_for_argument(parsed, &tokens, start),
        ParseErrorType::OtherError(_) if waits_for_body(&tokens, start) => true,
        _ => tokens.last().is_none_or(|last| start >= last.end),
    }
}

fn is_code(token: Token) -> bool {
    match token.kind {
        TokenKind::Comment | TokenKind::NonLogicalNewline | TokenKind::Dedent | TokenKind::EndOfFile => false,
        TokenKind::Newline => !token.is_empty(),
        _ => true,
    }
}

fn is_unterminated(kind: &InterpolatedStringErrorType) -> bool {
    use InterpolatedStringErrorType::{UnclosedLbrace, UnterminatedString, UnterminatedTripleQuotedString};
    matches!(kind, UnterminatedString | UnterminatedTripleQuotedString | UnclosedLbrace)
}

/// Whether the innermost thing open at the end may hold newlines: a field of an f-string
/// may, its text only in triple quotes.
fn goes_on(tokens: &[Token]) -> bool {
    let mut frames = Frames::default();
    for (mark, token) in tokens.iter().enumerate() {
        if token.opens_string() {
            frames.open_string(mark, token.triple);
        } else if token.closes_string() {
            frames.close_string();
        } else {
            frames.operator(token.kind, mark);
        }
    }
    match frames.innermost().next() {
        Some(Frame::Literal { triple, .. }) => triple,
        Some(Frame::FormatSpec) => {
            frames.innermost().any(|frame| matches!(frame, Frame::Literal { triple: true, .. }))
        }
        innermost => innermost.is_some(),
    }
}

/// Whether the text ends, inside parentheses, with what the error is about: half a
/// `name=value`, or a `*` that wants a parameter behind it.
fn waits_for_argument(parsed: &Parsed<ModModule>, tokens: &[Token], error: usize) -> bool {
    let open = ParseErrorType::Lexical(LexicalErrorType::Eof);
    let behind = tokens.iter().skip_while(|token| token.start <= error);
    parsed.errors().iter().any(|error| error.error == open)
        && behind
            .filter(|token| !token.is_empty())
            .all(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Newline))
}

/// Whether the text ends with a block's header; its newline is where a body is missed.
fn waits_for_body(tokens: &[Token], error: usize) -> bool {
    let [.., colon, newline] = tokens else { return false };
    colon.kind == TokenKind::Colon && newline.kind == TokenKind::Newline && newline.start <= error
}

#[cfg(test)]
mod tests;
