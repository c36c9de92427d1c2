//! Completion inside a string.

use ruff_python_ast::token::TokenKind;

use super::reach::Reach;
use super::site::Site;
use super::{beside, calls};
use crate::protocol::Wanted;
use crate::python::frames::Frame;

/// What a string stands for: a key behind a bracket, else a text. `None` for a
/// docstring.
pub(super) fn wanted(site: &Site, reach: &Reach, quote: &str) -> Option<Wanted> {
    if let Some(of) = subscripted(site) {
        return Some(Wanted::Key { of, quote: quote.to_owned() });
    }
    if site.code().is_empty() && !site.in_field() && is_triple(quote) {
        return None;
    }
    let beside = beside::beside(site, reach);
    let (beside, annotation) = beside.map(|one| (one.like, one.annotation)).unwrap_or_default();
    Some(Wanted::Text { quote: quote.to_owned(), call: calls::argument(site), beside, annotation })
}

fn is_triple(quote: &str) -> bool {
    quote.ends_with("\"\"\"") || quote.ends_with("'''")
}

/// What is indexed, where the cursor stands in `of[`, `of[a, ` or in a list of keys, `of[[` and `of[a, [`.
pub(super) fn subscripted(site: &Site) -> Option<String> {
    if !matches!(site.kind(1), TokenKind::Lsqb | TokenKind::Comma) {
        return None;
    }
    let (TokenKind::Lsqb, open) = site.bracket()? else { return None };
    if let Some(of) = site.operand_source(open) {
        return Some(of.to_owned());
    }
    let before = site.before(open)?;
    let outer = match (site.tokens[before].kind, site.frames.innermost().nth(1)?) {
        (TokenKind::Lsqb, _) => before,
        (TokenKind::Comma, Frame::Bracket { kind: TokenKind::Lsqb, mark }) => mark,
        _ => return None,
    };
    site.operand_source(outer).map(str::to_owned)
}
