//! The replacement of `:s`: what its `&`, `~`, groups and case escapes stand for.

use fancy_regex::Captures;

/// `~` in a replacement is the replacement before.
pub fn tilde(with: &str, before: &str) -> String {
    let mut out = String::new();
    let mut chars = with.chars();
    while let Some(c) = chars.next() {
        match c {
            '~' => out.push_str(before),
            '\\' => match chars.next() {
                Some('~') => out.push('~'),
                Some(c) => out.extend(['\\', c]),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

/// What the case escapes do to what follows.
#[derive(Clone, Copy, PartialEq)]
enum Case {
    As,
    Upper,
    Lower,
}

/// The replacement with groups, newlines and case filled in.
pub fn expand(with: &str, found: &Captures) -> String {
    let mut out = String::new();
    let (mut all, mut one) = (Case::As, Case::As);
    let mut push = |text: &str, all: Case, one: &mut Case| {
        for c in text.chars() {
            let case = if *one == Case::As { all } else { *one };
            *one = Case::As;
            match case {
                Case::As => out.push(c),
                Case::Upper => out.push_str(&crate::vi::case::upper(c)),
                Case::Lower => out.push_str(&crate::vi::case::lower(c)),
            }
        }
    };
    let group = |n: usize| found.get(n).map_or("", |group| group.as_str());
    let mut chars = with.chars();
    while let Some(c) = chars.next() {
        match c {
            '&' => push(group(0), all, &mut one),
            '\r' => push("\n", all, &mut one),
            '\\' => match chars.next() {
                Some(n @ '0'..='9') => push(group(n as usize - '0' as usize), all, &mut one),
                Some('r') => push("\n", all, &mut one),
                Some('n') => push("\0", all, &mut one),
                Some('t') => push("\t", all, &mut one),
                Some('u') => one = Case::Upper,
                Some('l') => one = Case::Lower,
                Some('U') => all = Case::Upper,
                Some('L') => all = Case::Lower,
                Some('e' | 'E') => (all, one) = (Case::As, Case::As),
                Some(c) => push(c.encode_utf8(&mut [0; 4]), all, &mut one),
                None => push("\\", all, &mut one),
            },
            c => push(c.encode_utf8(&mut [0; 4]), all, &mut one),
        }
    }
    out
}
