//! Brackets that belong together: `%`, `[(`, and what the bracket objects need.
//!
//! `%` and `[(` look at quotes as vim does: brackets in a string are skipped when the
//! quotes of the line are even. The objects look at brackets alone.

use super::line;

pub mod comment;
mod quoting;

use quoting::{Meeting, Quoting};

const PAIRS: &[(char, char)] = &[('(', ')'), ('[', ']'), ('{', '}')];

/// The bracket that matches the one at or behind the cursor in its line.
pub fn percent(text: &str, at: usize) -> Option<usize> {
    let at = line::clamp(text, at);
    let stop = line::end(text, at);
    let (from, bracket) =
        text[at..stop].char_indices().map(|(i, c)| (at + i, c)).find(|(_, c)| partner(*c).is_some())?;
    let (other, forward) = partner(bracket)?;
    let search = Search { text, same: bracket, other, escaped: escaped(text, from), quotes: true };
    if forward { search.forward(from) } else { search.back(from) }
}

/// The bracket `open` that encloses the place, `count` levels out.
pub fn unclosed(text: &str, at: usize, (open, close): (char, char), quotes: bool) -> Option<usize> {
    Search { text, same: close, other: open, escaped: false, quotes }.back(at)
}

/// The next bracket that opens, behind the place.
pub fn next(text: &str, at: usize, (open, close): (char, char)) -> Option<usize> {
    Search { text, same: close, other: open, escaped: false, quotes: false }.forward(at)
}

/// The bracket that closes what is open at the place; the place itself does not count.
pub fn unopened(text: &str, at: usize, (open, close): (char, char)) -> Option<usize> {
    Search { text, same: open, other: close, escaped: false, quotes: true }.forward(at)
}

/// The bracket that closes the one at the place.
pub fn closing(text: &str, at: usize, (open, close): (char, char), quotes: bool) -> Option<usize> {
    Search { text, same: open, other: close, escaped: false, quotes }.forward(at)
}

fn partner(c: char) -> Option<(char, bool)> {
    PAIRS.iter().find_map(|&(open, close)| match c {
        c if c == open => Some((close, true)),
        c if c == close => Some((open, false)),
        _ => None,
    })
}

/// Whether an odd number of backslashes stands before.
pub fn escaped(text: &str, at: usize) -> bool {
    let before = &text.as_bytes()[line::start(text, at)..at];
    before.iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}

struct Search<'a> {
    text: &'a str,
    same: char,
    other: char,
    escaped: bool,
    quotes: bool,
}

impl Search<'_> {
    fn forward(&self, from: usize) -> Option<usize> {
        let mut quoting = Quoting::new(self.text, from, self.quotes, false);
        let mut depth = 0;
        let mut at = from + line::char_at(self.text, from)?.len_utf8();
        while let Some(c) = line::char_at(self.text, at) {
            match quoting.meet(at, c) {
                Meeting::Skip(to) => at = to,
                Meeting::Look if self.counts(at, c) => match self.depth(c, depth) {
                    None => return Some(at),
                    Some(now) => depth = now,
                },
                _ => {}
            }
            at += line::char_at(self.text, at).map_or(1, char::len_utf8);
        }
        None
    }

    fn back(&self, from: usize) -> Option<usize> {
        let mut quoting = Quoting::new(self.text, from, self.quotes, true);
        let (mut depth, mut at) = (0, from);
        while let Some(c) = self.text[..at].chars().next_back() {
            at -= c.len_utf8();
            match quoting.meet(at, c) {
                Meeting::Skip(to) => at = to,
                Meeting::Look if self.counts(at, c) => match self.depth(c, depth) {
                    None => return Some(at),
                    Some(now) => depth = now,
                },
                _ => {}
            }
        }
        None
    }

    fn counts(&self, at: usize, c: char) -> bool {
        (c == self.same || c == self.other) && escaped(self.text, at) == self.escaped
    }

    fn depth(&self, c: char, depth: usize) -> Option<usize> {
        if c == self.same { Some(depth + 1) } else { depth.checked_sub(1) }
    }
}
