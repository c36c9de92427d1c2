//! Completion in code: from the tokens before the word to the kind of thing wanted.

use ruff_python_ast::token::TokenKind;

use super::reach::Reach;
use super::site::Site;
use super::{beside, calls, imports, keywords, strings};
use crate::protocol::Wanted;

/// What fits at the cursor; `None` where a new name is made up.
pub(super) fn wanted(site: &Site, reach: &Reach) -> Option<Wanted> {
    let first = site.code().first().map(|token| token.kind);
    match first.filter(|_| !site.in_field()) {
        Some(TokenKind::Import) => return imports::import(site),
        Some(TokenKind::From) => return imports::from(site),
        _ => {}
    }
    match site.kind(1) {
        TokenKind::Dot => attribute(site),
        TokenKind::Def => overriding(reach),
        _ if makes_name(site) => None,
        _ if after_operand(site) => keyword(keywords::after_operand(site)),
        TokenKind::Async => keyword(vec!["def", "for", "with"]),
        TokenKind::Lsqb if at_bracket(site) => key(site),
        _ if wants_exception(site) => Some(Wanted::Exception),
        _ => Some(value(site, reach).unwrap_or_else(|| name(site, reach))),
    }
}

fn attribute(site: &Site) -> Option<Wanted> {
    let of = site.operand_source(site.tokens.len() - 1)?;
    Some(Wanted::Attribute { of: of.to_owned() })
}

fn overriding(reach: &Reach) -> Option<Wanted> {
    reach.bases.clone().map(|bases| Wanted::Override { bases })
}

fn keyword(keywords: Vec<&str>) -> Option<Wanted> {
    let keywords: Vec<String> = keywords.into_iter().map(str::to_owned).collect();
    (!keywords.is_empty()).then_some(Wanted::Keyword { keywords })
}

/// Right behind the bracket, with nothing typed yet.
fn at_bracket(site: &Site) -> bool {
    site.place == super::site::Place::Word(site.cursor) && strings::subscripted(site).is_some()
}

fn key(site: &Site) -> Option<Wanted> {
    strings::subscripted(site).map(|of| Wanted::Key { of, quote: String::new() })
}

fn name(site: &Site, reach: &Reach) -> Wanted {
    Wanted::Name { call: calls::argument(site), keywords: owned(keywords::before_operand(site, reach)) }
}

fn owned(words: Vec<&str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}

/// Places where a person thinks up a name.
fn makes_name(site: &Site) -> bool {
    match site.kind(1) {
        TokenKind::Class | TokenKind::As | TokenKind::Lambda | TokenKind::For => true,
        TokenKind::Exclamation => site.in_field(),
        TokenKind::Comma | TokenKind::Star | TokenKind::DoubleStar | TokenKind::Lpar => {
            in_parameters(site) || in_targets(site)
        }
        _ => false,
    }
}

/// In the parameters of `def`, or of `lambda`, where a parameter begins.
fn in_parameters(site: &Site) -> bool {
    if let Some((TokenKind::Lpar, open)) = site.bracket()
        && let Some(keyword) = site.before(open).and_then(|name| site.before(name))
        && site.tokens[keyword].kind == TokenKind::Def
    {
        return true;
    }
    let lambda = |kind| match kind {
        TokenKind::Lambda => Some(true),
        TokenKind::Colon => Some(false),
        _ => None,
    };
    back_to(site, lambda)
}

/// Between `for` and `in`.
fn in_targets(site: &Site) -> bool {
    back_to(site, |kind| match kind {
        TokenKind::For => Some(true),
        TokenKind::In => Some(false),
        _ => None,
    })
}

/// Looks back, not out of the bracket around the cursor, for the token that decides.
fn back_to(site: &Site, decide: impl Fn(TokenKind) -> Option<bool>) -> bool {
    let mut depth = 0usize;
    for token in site.code().iter().rev() {
        if token.closes_bracket() {
            depth += 1;
        } else if token.opens_bracket() {
            let Some(outer) = depth.checked_sub(1) else { return false };
            depth = outer;
        } else if let Some(decision) = decide(token.kind).filter(|_| depth == 0) {
            return decision;
        }
    }
    false
}

/// Behind an operand no other can stand, but behind `match` and its like one does.
fn after_operand(site: &Site) -> bool {
    let Some(last) = site.code().last() else { return false };
    let soft = site.code().len() == 1 && last.kind.is_soft_keyword();
    let negated = last.kind == TokenKind::Not
        && site.code().iter().rev().nth(1).is_some_and(|token| token.ends_operand());
    last.ends_operand() && !soft || negated
}

fn wants_exception(site: &Site) -> bool {
    match site.code().first().map(|token| token.kind) {
        Some(TokenKind::Raise) => matches!(site.kind(1), TokenKind::Raise | TokenKind::From),
        Some(TokenKind::Except) => match site.kind(1) {
            TokenKind::Except | TokenKind::Star | TokenKind::Comma => true,
            TokenKind::Lpar => matches!(site.kind(2), TokenKind::Except | TokenKind::Star),
            _ => false,
        },
        _ => false,
    }
}

/// Where what stands beside tells which values fit.
fn value(site: &Site, reach: &Reach) -> Option<Wanted> {
    let beside::Beside { like, annotation } = beside::beside(site, reach)?;
    Some(Wanted::Value { like, annotation, keywords: owned(keywords::before_operand(site, reach)) })
}
