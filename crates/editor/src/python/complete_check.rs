//! Does Enter mean a new line, or run? The verdict is that of CPython's `codeop`:
//! an error that only the end of the text brings about asks for more text.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{ModModule, Stmt};
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType, Parsed};

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
            tokens.iter().any(|token| token.start == start && token.triple)
        }
        ParseErrorType::Lexical(
            LexicalErrorType::FStringError(kind) | LexicalErrorType::TStringError(kind),
        ) => is_unterminated(kind) && in_triple_quotes(&tokens),
        ParseErrorType::Lexical(LexicalErrorType::LineContinuationError) => {
            source[start..].trim_end() == "\\"
        }
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

/// Whether the innermost f-string that is open at the end may hold newlines.
fn in_triple_quotes(tokens: &[Token]) -> bool {
    let mut open = Vec::new();
    for token in tokens {
        if token.opens_string() {
            open.push(token.triple);
        } else if token.closes_string() {
            open.pop();
        }
    }
    open.last() == Some(&true)
}

/// Whether the text ends with a block's header; its newline is where a body is missed.
fn waits_for_body(tokens: &[Token], error: usize) -> bool {
    let [.., colon, newline] = tokens else { return false };
    colon.kind == TokenKind::Colon && newline.kind == TokenKind::Newline && newline.start <= error
}

#[cfg(test)]
mod tests {
    use super::Completeness::{self, Block, Complete, Incomplete, Invalid};

    fn check(source: &str, expected: Completeness) {
        assert_eq!(super::check(source), expected, "{source:?}");
    }

    #[test]
    fn what_can_run() {
        for source in ["", "# c", "x = 1", "x = 1\n", "'''a\nb'''", "(1,\n2)", "if x:\n  y\n", "a; b"] {
            check(source, Complete);
        }
    }

    #[test]
    fn blocks_wait_for_an_empty_line() {
        for source in
            ["if x:\n  y", "if x: y", "@a\ndef f(): pass", "class A:\n  x = 1", "try:\n  x\nfinally: y"]
        {
            check(source, Block);
            check(&format!("{source}\n"), Complete);
            check(&format!("{source}\n    "), Complete);
        }
        check("if x:\n  y\n\nz = 1", Complete);
        check("if x:\n\n  y", Block);
    }

    #[test]
    fn what_wants_more() {
        let sources = [
            "(",
            "f(a,",
            "[1,\n",
            "{1:",
            "'''a",
            "f'''a{x",
            "f'''a\n{x}",
            "x = 1 \\",
            "if x:",
            "if x: # c",
            "if x:\n",
            "if x:\n  # c\n",
            "@a",
            "@a\n",
            "try:\n  x",
            "try:\n  x\n",
            "match x:",
            "match x:\n",
            "match x:\n  case 1:",
            "class A:\n  def f(self):",
            "for x in y:\n  z\nelse:",
            "from a import (b,",
            "async def f():",
            "with a as b:",
            "x = [\n  1,",
            "f(\n'''a",
            "try:\n  a\nexcept B:",
        ];
        for source in sources {
            check(source, Incomplete);
        }
    }

    #[test]
    fn what_cannot_become_right() {
        let sources = [
            "x =",
            "a b",
            "'abc",
            "f'abc",
            "f'{x",
            "if x",
            "if x\n",
            "a.",
            "import",
            "(]",
            "f(a b",
            ")",
            "lambda:",
            "x: ",
            "if x:\n  a\n b",
            "def",
            "else:",
            "$",
            "x = 1 \\ a",
            "  x",
            "if x:\ny",
            "f'''a{x!}'''",
            "(a = 1",
        ];
        for source in sources {
            check(source, Invalid);
        }
    }
}
