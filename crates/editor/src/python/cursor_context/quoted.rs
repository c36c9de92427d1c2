//! Annotations in quotes, in which names are completed as outside of them.

use ruff_python_ast::token::TokenKind;

use super::site::{Place, Site};

/// The source without the quotes around the annotation that the cursor is in, every byte at its place.
pub(super) fn unquoted(site: &Site) -> Option<String> {
    let Place::Text { quote } = &site.place else { return None };
    let mark = &site.source[quote.clone()];
    if !matches!(mark, "'" | "\"") || !is_annotation(site) {
        return None;
    }
    let (before, behind) = site.source.split_at(site.cursor);
    let mut source = before.to_owned();
    source.replace_range(quote.clone(), " ");
    let line = behind.find('\n').unwrap_or(behind.len());
    match behind[..line].find(mark) {
        Some(end) => source.extend([&behind[..end], " ", &behind[end + 1..]]),
        None => source.push_str(behind),
    }
    Some(source)
}

/// Behind the colon of a parameter or variable, or the arrow of a function.
fn is_annotation(site: &Site) -> bool {
    match site.kind(1) {
        TokenKind::Rarrow => true,
        TokenKind::Colon => {
            let colon = site.tokens.len() - 1;
            let target = site.operand(colon);
            match site.bracket() {
                None => target == Some(site.statement),
                Some((TokenKind::Lpar, open)) => target.is_some() && is_definition(site, open),
                Some(_) => false,
            }
        }
        _ => false,
    }
}

/// Whether a parenthesis opens the parameters of a `def`.
fn is_definition(site: &Site, open: usize) -> bool {
    let def = site.before(open).and_then(|name| site.before(name));
    def.is_some_and(|def| site.tokens[def].kind == TokenKind::Def)
}
