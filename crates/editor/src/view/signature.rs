//! The signature of the call at the cursor, in one row.

use crate::glyph::width;
use crate::protocol::{Parameter, ParameterKind, Signature};
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
    let all = &signature.parameters;
    let mut parts = vec![(format!("{}(", signature.name), false)];
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
    for (number, item) in items.into_iter().enumerate() {
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
mod tests {
    use super::*;

    /// Parameters are written as `name:annotation=default`; a lone `/` or `*` tells the kinds.
    fn parsed(parameters: &str) -> Signature {
        let mut signature = Signature { name: "f".into(), parameters: Vec::new(), returns: "int".into() };
        let mut kind = ParameterKind::PositionalOrKeyword;
        for text in parameters.split_whitespace() {
            if text == "/" {
                signature
                    .parameters
                    .iter_mut()
                    .for_each(|before| before.kind = ParameterKind::PositionalOnly);
                continue;
            }
            let (head, default) =
                text.split_once('=').map_or((text, None), |(head, value)| (head, Some(value.into())));
            let (name, annotation) = head.split_once(':').unwrap_or((head, ""));
            let own = match name.bytes().take_while(|&byte| byte == b'*').count() {
                0 => kind,
                1 => ParameterKind::VarPositional,
                _ => ParameterKind::VarKeyword,
            };
            if name.starts_with('*') {
                kind = ParameterKind::KeywordOnly;
            }
            let name = name.trim_start_matches('*');
            if !name.is_empty() {
                let parameter =
                    Parameter { name: name.into(), kind: own, annotation: annotation.into(), default };
                signature.parameters.push(parameter);
            }
        }
        signature
    }

    /// The current parameter is drawn in brackets.
    #[track_caller]
    fn check(parameters: &str, current: usize, columns: usize, expected: &str) {
        let theme = Theme::default();
        let row = signature(&parsed(parameters), Some(current), columns, &theme);
        assert!(row.width() <= columns);
        let (mut text, mut inside) = (String::new(), false);
        let strong = theme.style(Role::CurrentParameter).add_modifier;
        row.each(|symbol, style| {
            if style.add_modifier.contains(strong) != inside {
                text.push(if inside { ']' } else { '[' });
                inside = !inside;
            }
            text.push_str(symbol);
        });
        assert_eq!(text, expected);
    }

    #[test]
    fn parameters_are_spelt_as_in_python() {
        check("", 0, 60, "f() -> int");
        check("a b:int=1", 1, 60, "f(a, [b: int = 1]) -> int");
        check("a / b", 0, 60, "f([a], /, b) -> int");
        check("a /", 0, 60, "f([a], /) -> int");
        check("a / * b=2", 1, 60, "f(a, /, *, [b=2]) -> int");
        check("a *rest b **more", 1, 60, "f(a, [*rest], b, **more) -> int");
    }

    #[test]
    fn a_long_one_is_cut_around_the_current_parameter() {
        let long = "alpha:int=1 beta:str='two' gamma:float=3.0 delta:bool=True";
        check(long, 1, 60, "f(alpha=1, [beta: str = 'two'], gamma=3.0, delta=True)");
        check(long, 1, 50, "f(alpha, [beta='two'], gamma, delta)");
        check(long, 1, 31, "f(alpha, [beta='two'], gamma, …)");
        check(long, 3, 20, "f(…, [delta=True])");
        check(long, 0, 8, "f([alpha…");
    }
}
