//! The signature of the call at the cursor, in one row.

use crate::glyph::width;
use crate::protocol::{Parameter, ParameterKind, Signature};
use crate::scene::SignatureView;
use crate::theme::{Role, Theme};

use super::row::Row;

/// How much is told of the parameters that are not the current one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Detail {
    Names,
    Defaults,
    Full,
}

impl Detail {
    /// The current parameter tells more than the others.
    fn more(self) -> Self {
        if self == Self::Names { Self::Defaults } else { Self::Full }
    }
}

/// A piece of the signature, and whether it is the current parameter.
type Piece = (String, bool);

/// The signature in at most so many columns: where it is too long it loses annotations,
/// then defaults, then parameters far from the current one.
pub fn signature(signature: &Signature, current: Option<usize>, columns: usize, theme: &Theme) -> Row {
    let all = 0..signature.parameters.len();
    let mut parts = pieces(signature, current, all.clone(), Detail::Full);
    for detail in [Detail::Defaults, Detail::Names] {
        if total(&parts) > columns {
            parts = pieces(signature, current, all.clone(), detail);
        }
    }
    let (mut first, mut last) = (0, all.end);
    while total(&parts) > columns && last - first > 1 {
        let current = current.unwrap_or(0).min(all.end - 1);
        // Whichever end is farther from the current parameter.
        let behind = last - 1 - current >= current - first;
        (first, last) = if behind { (first, last - 1) } else { (first + 1, last) };
        parts = pieces(signature, Some(current), first..last, Detail::Names);
    }
    let mut row = Row::default();
    for (text, is_current) in parts {
        let base = theme.style(Role::Signature);
        let style = if is_current { base.patch(theme.style(Role::CurrentParameter)) } else { base };
        row.push(&text, style);
    }
    row.cut(columns);
    row
}

/// The same with which one of several it is, where there is room for both.
pub fn one_of(view: &SignatureView<'_>, columns: usize, theme: &Theme) -> Row {
    let mark = format!("  {} of {}", view.number, view.count);
    let marked = view.count > 1 && columns >= 2 * width(&mark);
    let room = columns - if marked { width(&mark) } else { 0 };
    let mut row = signature(view.signature, view.current, room, theme);
    if marked {
        row.push(&mark, theme.style(Role::Signature));
    }
    row
}

fn total(pieces: &[Piece]) -> usize {
    pieces.iter().map(|(text, _)| width(text)).sum()
}

/// `name(a, /, b: int = 1, *, c) -> str`, of the parameters shown.
fn pieces(
    signature: &Signature,
    current: Option<usize>,
    shown: std::ops::Range<usize>,
    detail: Detail,
) -> Vec<Piece> {
    let mut parts = vec![(format!("{}(", signature.name), false)];
    for (number, item) in items(&signature.parameters, current, shown, detail).into_iter().enumerate() {
        if number > 0 {
            parts.push((", ".into(), false));
        }
        parts.push(item);
    }
    let arrow = if detail == Detail::Full && !signature.returns.is_empty() { " -> " } else { "" };
    let returns = if arrow.is_empty() { "" } else { signature.returns.as_str() };
    parts.push((format!("){arrow}{returns}"), false));
    parts
}

/// The parameters shown, the marks between them, and dots for those that are not.
fn items(
    all: &[Parameter],
    current: Option<usize>,
    shown: std::ops::Range<usize>,
    detail: Detail,
) -> Vec<Piece> {
    let mut items: Vec<Piece> = Vec::new();
    if shown.start > 0 {
        items.push(("…".into(), false));
    }
    for (number, parameter) in all.iter().enumerate().take(shown.end).skip(shown.start) {
        let before = number.checked_sub(1).map(|before| all[before].kind);
        items.extend(marker(before, Some(parameter.kind)).map(|mark| (mark.into(), false)));
        let is_current = current == Some(number);
        items.push((spelt(parameter, if is_current { detail.more() } else { detail }), is_current));
    }
    if shown.end < all.len() {
        items.push(("…".into(), false));
    } else if let Some(mark) = marker(all.last().map(|parameter| parameter.kind), None) {
        items.push((mark.into(), false));
    }
    items
}

/// The `/` or `*` between parameters of two kinds.
fn marker(before: Option<ParameterKind>, after: Option<ParameterKind>) -> Option<&'static str> {
    use ParameterKind::{KeywordOnly, PositionalOnly, VarPositional};
    match (before, after) {
        (Some(PositionalOnly), after) if after != Some(PositionalOnly) => {
            Some(if after == Some(KeywordOnly) { "/, *" } else { "/" })
        }
        (Some(KeywordOnly | VarPositional), _) => None,
        (_, Some(KeywordOnly)) => Some("*"),
        _ => None,
    }
}

/// A parameter as source.
fn spelt(parameter: &Parameter, detail: Detail) -> String {
    let stars = match parameter.kind {
        ParameterKind::VarPositional => "*",
        ParameterKind::VarKeyword => "**",
        _ => "",
    };
    let mut text = format!("{stars}{}", parameter.name);
    let annotated = detail == Detail::Full && !parameter.annotation.is_empty();
    if annotated {
        text.push_str(": ");
        text.push_str(&parameter.annotation);
    }
    match &parameter.default {
        Some(default) if detail >= Detail::Defaults => {
            text.push_str(if annotated { " = " } else { "=" });
            text.push_str(default);
        }
        _ => {}
    }
    text
}

#[cfg(test)]
mod tests;
