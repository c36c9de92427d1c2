//! Case, character by character.

use std::ops::Range;

use crate::text::Text;
use crate::vi::operator::region::{Kind, Region};
use crate::vi::{Vi, line};

impl Vi {
    pub(in crate::vi) fn change_case(&mut self, region: &Region, with: fn(char) -> String, text: &mut Text) {
        text.set_cursor(region.cursor);
        let before = region.cursor;
        for range in case_ranges(region, text.as_str()).into_iter().rev() {
            let changed: String = text.as_str()[range.clone()].chars().map(with).collect();
            if changed != text.as_str()[range.clone()] {
                self.replace(text, range, &changed);
            }
        }
        text.set_cursor(before);
    }
}

/// What a change of case applies to. An empty stretch in the first column is to vim the
/// whole line, and in the first line its first character.
fn case_ranges(region: &Region, text: &str) -> Vec<Range<usize>> {
    let at = region.range.start;
    let nothing = region.kind == Kind::Chars && region.range.is_empty();
    if !nothing || line::start(text, at) != at || line::at_end(text, at) {
        return region.ranges(text);
    }
    Vec::from([if at == 0 { 0..line::next(text, 0) } else { line::range(text, at) }])
}

/// The other case.
pub fn swap(c: char) -> String {
    if c.is_uppercase() { lower(c) } else { upper(c) }
}

/// Upper case, as the operator has it.
pub fn upper_all(c: char) -> String {
    if c == 'ß' { "SS".into() } else { upper(c) }
}

/// Lower case.
pub fn lower(c: char) -> String {
    single(c.to_lowercase(), c)
}

/// Upper case; a character with no single upper case, as ß, stays, except where vim has one.
pub fn upper(c: char) -> String {
    single(c.to_uppercase(), c)
}

fn single(mut changed: impl Iterator<Item = char>, c: char) -> String {
    match (changed.next(), changed.next()) {
        (Some(one), None) => one.to_string(),
        _ => c.to_string(),
    }
}

/// 13 letters further.
pub fn rot13(c: char) -> String {
    let turned = |base: u8| char::from((c as u8 - base + 13) % 26 + base);
    match c {
        'a'..='z' => turned(b'a').to_string(),
        'A'..='Z' => turned(b'A').to_string(),
        _ => c.to_string(),
    }
}
