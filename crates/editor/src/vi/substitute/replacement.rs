//! The replacement of `:s`: what its `&`, `~`, groups and case escapes stand for.

use fancy_regex::Captures;

use crate::vi::register::expression;

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

/// A replacement being written.
struct Writer {
    out: String,
    /// For all that follows.
    all: Case,
    /// For the next character only.
    one: Case,
}

impl Writer {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            let one = std::mem::replace(&mut self.one, Case::As);
            match if one == Case::As { self.all } else { one } {
                Case::As => self.out.push(c),
                Case::Upper => self.out.push_str(&crate::vi::normal::case::upper(c)),
                Case::Lower => self.out.push_str(&crate::vi::normal::case::lower(c)),
            }
        }
    }

    fn push_char(&mut self, c: char) {
        self.push(c.encode_utf8(&mut [0; 4]));
    }

    /// What a character behind a backslash means.
    fn escaped(&mut self, c: char, found: &Captures) {
        match c {
            '0'..='9' => self.push(group(found, c as usize - '0' as usize)),
            'r' => self.push("\n"),
            'n' => self.push("\0"),
            't' => self.push("\t"),
            'u' => self.one = Case::Upper,
            'l' => self.one = Case::Lower,
            'U' => self.all = Case::Upper,
            'L' => self.all = Case::Lower,
            'e' | 'E' => (self.all, self.one) = (Case::As, Case::As),
            c => self.push_char(c),
        }
    }
}

fn group<'t>(found: &Captures<'t>, n: usize) -> &'t str {
    found.get(n).map_or("", |group| group.as_str())
}

/// The replacement with groups, newlines and case filled in.
pub fn expand(with: &str, found: &Captures) -> String {
    let mut writer = Writer { out: String::new(), all: Case::As, one: Case::As };
    let mut chars = with.chars();
    while let Some(c) = chars.next() {
        match c {
            '&' => writer.push(group(found, 0)),
            '\r' => writer.push("\n"),
            '\\' => writer.escaped(chars.next().unwrap_or('\\'), found),
            c => writer.push_char(c),
        }
    }
    writer.out
}

/// The value of the expression behind `\=`, for a match in a row (from 0).
pub fn evaluated(source: &str, found: &Captures, row: usize) -> Result<String, String> {
    expression::evaluate_with(source, &|name, value| match name {
        "submatch" => Some(group(found, value.parse().ok()?).to_owned()),
        "line" if value == "." => Some((row + 1).to_string()),
        _ => None,
    })
}
