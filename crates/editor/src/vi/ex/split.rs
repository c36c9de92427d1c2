//! Where the name, the argument and the next command of a line begin.

use super::table::find;

/// Splits the name from what follows; a name is letters, or one other character.
pub fn split_name(rest: &str) -> (&str, &str) {
    let rest = rest.trim_start();
    let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let taken = match rest.chars().next() {
        // `:s` and `:k` may be followed by anything at once.
        Some('k') if letters > 1 && !rest.starts_with("ke") => 1,
        Some('s' | 'd') if letters > 1 && find(&rest[..letters]).is_none() => 1,
        _ if letters > 0 => letters,
        Some('&') if rest.starts_with("&&") => 2,
        Some(c) => c.len_utf8(),
        None => 0,
    };
    rest.split_at(taken)
}

/// Splits a command's argument from the command behind the first `|` without a backslash.
pub fn split_bar(rest: &str) -> (&str, Option<&str>) {
    let bar = rest.match_indices('|').find(|(at, _)| !rest[..*at].ends_with('\\'));
    bar.map_or((rest, None), |(at, _)| (&rest[..at], Some(&rest[at + 1..])))
}
