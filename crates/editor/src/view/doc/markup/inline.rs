//! Markup inside a line.

use crate::theme::Role;

use super::{Piece, piece};

/// Backquoted code, with its quotes and roles such as `:func:` taken off.
pub fn inline(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('`') {
        let quote = if rest[open..].starts_with("``") { "``" } else { "`" };
        let inner = &rest[open + quote.len()..];
        let Some(length) = inner.find(quote).filter(|&length| length > 0) else { break };
        pieces.push(piece(without_role(&rest[..open]), Role::Documentation));
        pieces.push(piece(&inner[..length], Role::Interpolation));
        rest = &inner[length + quote.len()..];
    }
    pieces.push(piece(rest, Role::Documentation));
    pieces
}

/// Text before a backquote, without Sphinx's `:role:` at its end.
fn without_role(text: &str) -> &str {
    let Some(body) = text.strip_suffix(':') else { return text };
    match body.rfind(':') {
        Some(start) if body[start + 1..].chars().all(|char| char.is_alphanumeric() || char == ':') => {
            let text = &text[..start];
            text.strip_suffix(":py").unwrap_or(text)
        }
        _ => text,
    }
}
