//! `:sort`.

use super::Line;
use crate::text::Text;
use crate::vi::motion::place_in_row;
use crate::vi::pattern::Pattern;
use crate::vi::{Outcome, Vi, line, search};

/// What lines are compared by.
struct Order {
    numbers: bool,
    radix: u32,
    ignore_case: bool,
    unique: bool,
    /// The pattern, and whether what it matches counts, and not what follows.
    pattern: Option<(Pattern, bool)>,
}

impl Vi {
    pub(super) fn ex_sort(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let order = match Order::read(line.rest) {
            Ok(order) => order,
            Err(message) => return Outcome::Say(message),
        };
        let (first, last) = if line.given > 0 { line.rows } else { (0, line::count(text.as_str()) - 1) };
        if first == last {
            return Outcome::Done;
        }
        let region = Self::rows_region(&Line { rows: (first, last), ..*line }, text);
        let sorted = order.sort(&text.as_str()[region.range.clone()], line.bang);
        self.replace(text, region.range.clone(), &sorted);
        let at = place_in_row(text.as_str(), first);
        text.set_cursor(at);
        Outcome::Done
    }
}

impl Order {
    /// Flags and a pattern between two of the same character, in any order.
    fn read(source: &str) -> Result<Self, String> {
        let is_flag = |c: char| c.is_ascii_alphabetic() || c.is_whitespace();
        let (mut flags, mut pattern) = (source.to_owned(), None);
        if let Some((at, separator)) = source.char_indices().find(|(_, c)| !is_flag(*c)) {
            let (found, rest) = search::split(&source[at + separator.len_utf8()..], separator);
            flags = format!("{}{}", &source[..at], rest.unwrap_or(""));
            pattern = Some(Pattern::new(found)?);
        }
        let matched = flags.contains('r');
        Ok(Self {
            numbers: flags.contains(['n', 'x', 'o', 'b']),
            radix: match () {
                () if flags.contains('x') => 16,
                () if flags.contains('o') => 8,
                () if flags.contains('b') => 2,
                () => 10,
            },
            ignore_case: flags.contains('i'),
            unique: flags.contains('u'),
            pattern: pattern.map(|pattern| (pattern, matched)),
        })
    }

    fn sort(&self, text: &str, backwards: bool) -> String {
        let mut lines: Vec<&str> = text.split('\n').collect();
        if self.numbers {
            lines.sort_by_key(|line| number(self.part(line), self.radix));
        } else {
            lines.sort_by_cached_key(|line| self.folded(self.part(line)));
        }
        if backwards {
            lines.reverse();
        }
        if self.unique {
            lines.dedup_by_key(|line| self.folded(line));
        }
        lines.join("\n")
    }

    fn folded(&self, text: &str) -> String {
        if self.ignore_case { text.to_lowercase() } else { text.to_owned() }
    }

    /// What of a line is compared; nothing where the pattern is not found.
    fn part<'a>(&self, line: &'a str) -> &'a str {
        let Some((pattern, matched)) = &self.pattern else { return line };
        let found = pattern.captures(line, 0).and_then(|found| Some(found.get(0)?.range()));
        match found {
            Some(range) if *matched => &line[range],
            Some(range) => &line[range.end..],
            None => "",
        }
    }
}

/// The first number in a line; lines without one come first.
fn number(line: &str, radix: u32) -> Option<i128> {
    let at = line.find(|c: char| c.is_digit(radix))?;
    let digits = &line[at..];
    let digits = if radix == 16 { digits.trim_start_matches("0x").trim_start_matches("0X") } else { digits };
    let length = digits.chars().take_while(|c| c.is_digit(radix)).count();
    let number = i128::from_str_radix(&digits[..length], radix).ok()?;
    Some(if line[..at].ends_with('-') { -number } else { number })
}
