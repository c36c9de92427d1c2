//! Completion inside a string.

use ruff_python_ast::token::TokenKind;

use super::calls;
use super::site::Site;
use crate::protocol::Wanted;

/// What a string stands for: a key behind a bracket, else a text. `None` for a
/// string that is a statement of its own.
pub(super) fn wanted(site: &Site, quote: &str) -> Option<Wanted> {
    if let Some(of) = subscripted(site) {
        return Some(Wanted::Key { of, quote: quote.to_owned() });
    }
    if site.code().is_empty() && !site.in_field() {
        return None;
    }
    let call = calls::argument(site);
    Some(Wanted::Text { quote: quote.to_owned(), call, beside: beside(site) })
}

/// What is indexed, where the cursor stands in `of[`, `of[a, ` or in a list of keys, `of[[`.
pub(super) fn subscripted(site: &Site) -> Option<String> {
    if !matches!(site.kind(1), TokenKind::Lsqb | TokenKind::Comma) {
        return None;
    }
    let (TokenKind::Lsqb, open) = site.bracket()? else { return None };
    if let Some(of) = site.operand_source(open) {
        return Some(of.to_owned());
    }
    let outer = site.before(open).filter(|&outer| site.tokens[outer].kind == TokenKind::Lsqb)?;
    site.operand_source(outer).map(str::to_owned)
}

/// What the string is compared with or assigned to.
fn beside(site: &Site) -> String {
    let compared = match site.kind(1) {
        TokenKind::EqEqual | TokenKind::NotEqual => true,
        TokenKind::Equal => site.bracket().is_none(),
        _ => false,
    };
    let end = site.tokens.len().saturating_sub(1);
    match site.operand(end).filter(|_| compared) {
        // `name: annotation = `: the name is what is assigned to.
        Some(operand) if site.kind(1) == TokenKind::Equal => {
            let colon = site.before(operand).filter(|&colon| site.tokens[colon].kind == TokenKind::Colon);
            let target = colon.and_then(|colon| site.operand_source(colon));
            target.unwrap_or(site.slice(operand..end)).to_owned()
        }
        Some(operand) => site.slice(operand..end).to_owned(),
        None => String::new(),
    }
}
