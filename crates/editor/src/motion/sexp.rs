//! Over bracketed groups and identifiers, which readline names as Lisp does.

use super::{skip, skip_back};

/// Behind the next bracketed group or identifier.
pub fn forward_sexp(text: &str, at: usize) -> usize {
    let start = skip(text, at, |c| !(is_name(c) || OPENING.contains(c) || CLOSING.contains(c)));
    match text[start..].chars().next() {
        Some(c) if OPENING.contains(c) => closing(text, start).map_or(text.len(), |end| end + 1),
        Some(c) if CLOSING.contains(c) => at,
        _ => skip(text, start, is_name),
    }
}

/// At the start of this or the previous bracketed group or identifier.
pub fn backward_sexp(text: &str, at: usize) -> usize {
    let end = skip_back(text, at, |c| !(is_name(c) || OPENING.contains(c) || CLOSING.contains(c)));
    match text[..end].chars().next_back() {
        Some(c) if CLOSING.contains(c) => opening(text, end - 1).unwrap_or(0),
        Some(c) if OPENING.contains(c) => at,
        _ => skip_back(text, end, is_name),
    }
}

const OPENING: &str = "([{";
const CLOSING: &str = ")]}";

fn is_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The bracket that closes the one at `at`, by counting.
fn closing(text: &str, at: usize) -> Option<usize> {
    partner(text[at..].char_indices(), OPENING, CLOSING).map(|offset| at + offset)
}

/// The bracket that opens the one at `at`, by counting.
fn opening(text: &str, at: usize) -> Option<usize> {
    partner(text[..=at].char_indices().rev(), CLOSING, OPENING)
}

/// Where as many brackets are left as were entered, from one that is entered on.
fn partner(characters: impl Iterator<Item = (usize, char)>, enter: &str, leave: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, c) in characters {
        if enter.contains(c) {
            depth += 1;
        } else if leave.contains(c) {
            depth -= 1;
            if depth == 0 {
                return Some(offset);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::motion::tests::check;

    #[test]
    fn groups_are_counted() {
        check("|f (a[1], b) c", forward_sexp, "f| (a[1], b) c");
        check("f| (a[1], b) c", forward_sexp, "f (a[1], b)| c");
        check("f (a[1], b|)", forward_sexp, "f (a[1], b|)");
        check("f (a[1], b)|", backward_sexp, "f |(a[1], b)");
        check("a_b|", backward_sexp, "|a_b");
    }
}
