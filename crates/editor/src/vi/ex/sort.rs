//! `:sort`.

use super::Line;
use crate::text::Text;
use crate::vi::motion::place_in_row;
use crate::vi::{Outcome, Vi, line};

impl Vi {
    pub(super) fn ex_sort(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let (first, last) = if line.given > 0 { line.rows } else { (0, line::count(text.as_str()) - 1) };
        if first == last {
            return Outcome::Done;
        }
        let region = Self::rows_region(&Line { rows: (first, last), ..*line }, text);
        let mut lines: Vec<String> =
            text.as_str()[region.range.clone()].split('\n').map(str::to_owned).collect();
        let flags = line.rest;
        if flags.contains('n') {
            lines.sort_by_key(|line| number(line));
        } else if flags.contains('i') {
            lines.sort_by_key(|line| line.to_lowercase());
        } else {
            lines.sort();
        }
        if line.bang {
            lines.reverse();
        }
        if flags.contains('u') {
            lines.dedup();
        }
        text.set_cursor(region.range.start);
        self.replace(text, region.range.clone(), &lines.join("\n"));
        let at = place_in_row(text.as_str(), first);
        text.set_cursor(at);
        Outcome::Done
    }
}

/// The first number in a line; lines without one come first.
fn number(line: &str) -> Option<i128> {
    let at = line.find(|c: char| c.is_ascii_digit())?;
    let length = line[at..].chars().take_while(char::is_ascii_digit).count();
    let number = line[at..at + length].parse::<i128>().ok()?;
    Some(if line[..at].ends_with('-') { -number } else { number })
}
