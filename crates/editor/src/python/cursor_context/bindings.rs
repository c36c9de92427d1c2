//! Of the names in reach, those that an answer needs.

use std::collections::HashSet;

use crate::protocol::{Binding, Call, How, Wanted};

/// The bindings that a question needs: all where a name is asked for, else those
/// of the names in its expressions.
pub(super) fn needed(bindings: Vec<Binding>, wanted: &Wanted) -> Vec<Binding> {
    let call_of = |call: &Option<Call>| {
        call.as_ref().map(|call| format!("{} {}", call.callee, call.first)).unwrap_or_default()
    };
    match wanted {
        Wanted::Name { .. } | Wanted::Exception | Wanted::Value { .. } => bindings,
        Wanted::Attribute { of } | Wanted::Key { of, .. } => of_names_in(bindings, of),
        Wanted::Text { call, beside, .. } => of_names_in(bindings, &format!("{} {beside}", call_of(call))),
        Wanted::Override { bases } => of_names_in(bindings, &bases.join(" ")),
        Wanted::Module { .. } | Wanted::ImportName { .. } | Wanted::Keyword { .. } => Vec::new(),
    }
}

/// The bindings of the names in an expression, and of the names in theirs.
pub(super) fn of_names_in(bindings: Vec<Binding>, expression: &str) -> Vec<Binding> {
    let mut names: HashSet<String> = identifiers(expression).map(str::to_owned).collect();
    let mut kept: Vec<Binding> = Vec::new();
    for binding in bindings.into_iter().rev() {
        let owner = binding.name.split('.').next().unwrap_or_default();
        // `super()` looks from the receiver's class on.
        let receives = binding.how == How::Instance && names.contains("super");
        if !names.contains(owner) && !receives {
            continue;
        }
        if !matches!(binding.how, How::Import | How::ImportFrom) {
            names.extend(identifiers(&binding.source).map(str::to_owned));
        }
        kept.push(binding);
    }
    kept.reverse();
    kept
}

/// The words of a text that could be names.
fn identifiers(text: &str) -> impl Iterator<Item = &str> {
    let word = |char: char| char.is_alphanumeric() || char == '_';
    text.split(move |char| !word(char)).filter(|word| word.starts_with(|char: char| !char.is_ascii_digit()))
}
