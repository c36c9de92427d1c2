//! The call whose argument the cursor is in.

use ruff_python_ast::token::TokenKind;

use super::site::{Place, Site};
use crate::protocol::Call;
use crate::python::frames::Frame;
use crate::python::token::{Token, lex};

/// The innermost call around the cursor.
pub(super) fn enclosing(site: &Site) -> Option<Call> {
    let opening = |frame| match frame {
        Frame::Bracket { kind: TokenKind::Lpar, mark } => callee(site, mark).map(|callee| (mark, callee)),
        _ => None,
    };
    let (open, callee) = site.frames.innermost().find_map(opening)?;
    Some(describe(site, open, callee))
}

/// The call of which the cursor begins an argument, or the value of a keyword argument.
pub(super) fn argument(site: &Site) -> Option<Call> {
    let open = argument_bracket(site)?;
    let call = describe(site, open, callee(site, open)?);
    match site.kind(1) {
        TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::Comma => Some(call),
        TokenKind::Equal if !call.keyword.is_empty() => Some(call),
        _ => None,
    }
}

/// The parenthesis around the argument; where a text is in a list or a dict of them, the one around that.
fn argument_bracket(site: &Site) -> Option<usize> {
    match site.bracket()? {
        (TokenKind::Lpar, open) => Some(open),
        (TokenKind::Lsqb | TokenKind::Lbrace, list) if matches!(site.place, Place::Text { .. }) => {
            let before = site.before(list).filter(|&before| !site.tokens[before].ends_operand())?;
            match site.frames.innermost().nth(1)? {
                Frame::Bracket { kind: TokenKind::Lpar, mark } if mark <= before => Some(mark),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What an opening parenthesis calls; `None` for groups, tuples, definitions.
fn callee<'a>(site: &Site<'a>, open: usize) -> Option<&'a str> {
    let start = site.operand(open)?;
    let before = site.before(start).map(|before| site.tokens[before].kind);
    let callable = !site.tokens[open - 1].is_number() && site.tokens[open - 1].kind != TokenKind::String;
    let defined = matches!(before, Some(TokenKind::Def | TokenKind::Class));
    (callable && !defined).then(|| site.slice(start..open))
}

fn describe(site: &Site, open: usize, callee: &str) -> Call {
    let mut arguments = split(&site.tokens[open + 1..]);
    let current = arguments.pop().and_then(|current| keyword(site.source, current));
    let mut call = Call {
        callee: callee.to_owned(),
        positional: 0,
        given: Vec::new(),
        keyword: current.unwrap_or_default().to_owned(),
        first: String::new(),
    };
    for argument in arguments {
        match keyword(site.source, argument) {
            Some(name) => call.given.push(name.to_owned()),
            None if argument.first().is_none_or(|token| token.kind == TokenKind::DoubleStar) => {}
            None => {
                if let ([first, ..], 0) = (argument, call.positional) {
                    let end = argument.last().map_or(first.end, |last| last.end);
                    site.source[first.start..end].clone_into(&mut call.first);
                }
                call.positional += 1;
            }
        }
    }
    call.given.extend(given_behind(site));
    call
}

/// Cuts at the commas that no bracket encloses.
fn split(tokens: &[Token]) -> Vec<&[Token]> {
    let mut depth = 0usize;
    let outer = |token: &Token| {
        if token.opens_bracket() {
            depth += 1;
        } else if token.closes_bracket() {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && token.kind == TokenKind::Comma
    };
    tokens.split(outer).collect()
}

fn keyword<'a>(source: &'a str, argument: &[Token]) -> Option<&'a str> {
    match argument {
        [name, equal, ..] if name.is_name() && equal.kind == TokenKind::Equal => Some(&source[name.range()]),
        _ => None,
    }
}

/// The keywords of the arguments behind the cursor's.
fn given_behind(site: &Site) -> Vec<String> {
    let behind = &site.source[site.cursor..];
    let behind = match &site.place {
        Place::Text { quote } => {
            let quote = site.source[quote.clone()].trim_start_matches(|char: char| char.is_alphabetic());
            behind.split_once(quote).map_or("", |(_, behind)| behind)
        }
        _ => behind,
    };
    let tokens = lex(behind);
    let mut depth = 0usize;
    let inside = |token: &&Token| {
        if token.closes_bracket() && depth == 0 {
            return false;
        }
        depth = depth + usize::from(token.opens_bracket()) - usize::from(token.closes_bracket());
        true
    };
    let inside: Vec<Token> =
        tokens.iter().take_while(inside).copied().filter(|token| !is_newline(*token)).collect();
    let arguments = split(&inside);
    arguments
        .into_iter()
        .skip(1)
        .filter_map(|argument| keyword(behind, argument))
        .map(str::to_owned)
        .collect()
}

fn is_newline(token: Token) -> bool {
    matches!(token.kind, TokenKind::NonLogicalNewline | TokenKind::Newline | TokenKind::Comment)
        || token.is_empty()
}
