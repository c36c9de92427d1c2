//! Where the parts of `:s` begin.

use crate::vi::search::split;

/// Splits `:s` from the command behind it: a `|` counts only after the replacement.
pub fn split_bar(rest: &str) -> (&str, Option<&str>) {
    let flags = separator(rest).map_or(rest, |separator| {
        let (_, rest) = split(&rest[separator.len_utf8()..], separator);
        split_plain(rest.unwrap_or(""), separator).1
    });
    let before = rest.len() - flags.len();
    match flags.split_once('|') {
        Some((flags, next)) => (&rest[..before + flags.len()], Some(next)),
        None => (rest, None),
    }
}

/// What separates the parts of `:s`.
pub fn separator(rest: &str) -> Option<char> {
    rest.chars().next().filter(|c| !c.is_alphanumeric() && !" \t\"|&".contains(*c))
}

/// Splits the replacement from the flags at the first separator without a backslash.
pub fn split_plain(rest: &str, separator: char) -> (&str, &str) {
    let mut escaped = false;
    for (i, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == separator => return (&rest[..i], &rest[i + c.len_utf8()..]),
            _ => {}
        }
    }
    (rest, "")
}
