//! `C-A` and `C-X`: numbers in the text.

use std::ops::Range;

use crate::text::Text;
use crate::vi::mark::Place;
use crate::vi::operator::region::{Kind, Region};
use crate::vi::{Outcome, Vi, line};

/// A number in a text.
struct Number {
    range: Range<usize>,
    negative: bool,
    digits: Range<usize>,
    radix: u32,
}

impl Vi {
    /// Adds to the number under the cursor or behind it in the line.
    pub(in crate::vi) fn add(&mut self, by: i64, text: &mut Text) -> Outcome {
        let at = text.cursor();
        let line = line::range(text.as_str(), at);
        if line.is_empty() {
            text.touch(at);
            return Outcome::Done;
        }
        let Some(number) = find(text.as_str(), line, at) else {
            text.touch(at);
            return Outcome::Bell;
        };
        self.add_to(&number, by, text);
        Outcome::Done
    }

    fn add_to(&mut self, number: &Number, by: i64, text: &mut Text) {
        let with = changed(text.as_str(), number, by);
        let start = number.range.start;
        self.replace(text, number.range.clone(), &with);
        let row = line::row(text.as_str(), start);
        self.memory.marks.put('.', Place { row, column: 0 });
        let last = start + with.len() - 1;
        text.set_cursor(last);
        self.memory.marks.set(text.as_str(), '[', start);
        self.memory.marks.set(text.as_str(), ']', last);
    }

    /// Adds to the first number in each selected line; with `growing` more in each.
    pub(in crate::vi) fn add_in(
        &mut self,
        region: &Region,
        by: i64,
        growing: bool,
        text: &mut Text,
    ) -> Outcome {
        let lines = region.kind == Kind::Lines;
        let cursor = if lines { line::start(text.as_str(), region.cursor) } else { region.cursor };
        text.set_cursor(cursor);
        // Undo takes all of them for changed.
        text.touch(region.range.start);
        text.touch(region.range.end);
        let numbers: Vec<_> = parts(region, text.as_str())
            .into_iter()
            .filter_map(|part| find_in(text.as_str(), part))
            .collect();
        let step = |i: usize| if growing { by.wrapping_mul(i64::try_from(i).unwrap_or(0) + 1) } else { by };
        for (i, number) in numbers.iter().enumerate().rev() {
            self.add_to(number, step(i), text);
        }
        text.set_cursor(cursor);
        if numbers.is_empty() { Outcome::Bell } else { Outcome::Done }
    }
}

/// The part of each line that a region takes.
fn parts(region: &Region, text: &str) -> Vec<Range<usize>> {
    if let Kind::Block(columns) = &region.kind {
        return region.slices(text, columns).into_iter().map(|slice| slice.range).collect();
    }
    let part = |at: usize| {
        let start = region.range.start.max(at);
        start..region.range.end.min(line::end(text, at)).max(start)
    };
    region.line_starts(text).into_iter().map(part).collect()
}

fn changed(text: &str, number: &Number, by: i64) -> String {
    let digits = &text[number.digits.clone()];
    let prefix = &text[number.range.start + usize::from(number.negative)..number.digits.start];
    let value = u64::from_str_radix(digits, number.radix).unwrap_or(u64::MAX);
    if number.radix != 10 {
        let sum = value.wrapping_add_signed(by);
        let written = match number.radix {
            16 if digits
                .chars()
                .rev()
                .find(char::is_ascii_alphabetic)
                .is_some_and(|c| c.is_ascii_uppercase()) =>
            {
                format!("{sum:X}")
            }
            16 => format!("{sum:x}"),
            8 => format!("{sum:o}"),
            _ => format!("{sum:b}"),
        };
        return format!("{prefix}{written:0>width$}", width = digits.len());
    }
    let (sum, negative) = decimal_sum(value, number.negative, by);
    let sign = if negative && sum > 0 { "-" } else { "" };
    format!("{sign}{sum}")
}

/// The size of a sum and whether it is negative. Vim's sizes wrap around at 64 bits.
fn decimal_sum(value: u64, negative: bool, by: i64) -> (u64, bool) {
    let subtracts = negative != (by < 0);
    if subtracts {
        let (sum, below_zero) = value.overflowing_sub(by.unsigned_abs());
        if below_zero { (sum.wrapping_neg(), !negative) } else { (sum, negative) }
    } else {
        let (sum, wraps) = value.overflowing_add(by.unsigned_abs());
        if wraps { (!sum, !negative) } else { (sum, negative) }
    }
}

/// The number under the cursor or the first one behind it.
fn find(text: &str, line: Range<usize>, at: usize) -> Option<Number> {
    let bytes = text.as_bytes();
    if let Some(number) = prefixed(text, &line, at) {
        return Some(number);
    }
    let digit = |i: usize| line.contains(&i) && bytes[i].is_ascii_digit();
    let mut first = if digit(at) { at } else { (at..line.end).find(|i| digit(*i))? };
    if let Some(number) = prefixed(text, &line, first) {
        return Some(number);
    }
    while first > line.start && digit(first - 1) {
        first -= 1;
    }
    Some(decimal(text, &line, first))
}

fn find_in(text: &str, part: Range<usize>) -> Option<Number> {
    let first = part.start + text[part.clone()].find(|c: char| c.is_ascii_digit())?;
    Some(prefixed(text, &part, first).unwrap_or_else(|| decimal(text, &part, first)))
}

fn decimal(text: &str, line: &Range<usize>, first: usize) -> Number {
    let bytes = text.as_bytes();
    let end = (first..line.end).find(|i| !bytes[*i].is_ascii_digit()).unwrap_or(line.end);
    let negative = first > line.start && bytes[first - 1] == b'-';
    let digits = &text[first..end];
    let octal = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|b| b < b'8');
    if octal {
        return Number { range: first..end, negative: false, digits: first + 1..end, radix: 8 };
    }
    Number { range: first - usize::from(negative)..end, negative, digits: first..end, radix: 10 }
}

/// A hexadecimal or binary number that the place is in.
fn prefixed(text: &str, line: &Range<usize>, at: usize) -> Option<Number> {
    for (letters, radix) in [(['x', 'X'], 16), (['b', 'B'], 2)] {
        let is_digit = |i: usize| line.contains(&i) && char::from(text.as_bytes()[i]).is_digit(radix);
        let mut start = at;
        if !is_digit(at) && !text[at..].starts_with(letters) {
            continue;
        }
        if text[at..].starts_with(letters) && !is_digit(at) {
            start = at + 1;
        } else if text[at..].starts_with('0') && text[at + 1..].starts_with(letters) {
            start = at + 2;
        }
        while start > line.start && is_digit(start - 1) && !text[..start].ends_with(letters) {
            start -= 1;
        }
        let before = &text[line.start..start];
        if !before.ends_with(letters) || !before[..before.len() - 1].ends_with('0') || !is_digit(start) {
            continue;
        }
        let end = (start..line.end).find(|i| !is_digit(*i)).unwrap_or(line.end);
        return Some(Number { range: start - 2..end, negative: false, digits: start..end, radix });
    }
    None
}
