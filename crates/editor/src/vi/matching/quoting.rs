//! Which brackets stand in strings, as vim guesses it from the quotes of a line.

use std::ops::Range;

use super::escaped;
use crate::vi::line;

pub enum Meeting {
    Look,
    Pass,
    Skip(usize),
}

/// Which characters stand in strings, as far as one can tell from quotes in a line.
pub struct Quoting<'a> {
    text: &'a str,
    on: bool,
    back: bool,
    /// The start of the line that `even` is about.
    line: Option<usize>,
    even: bool,
    inside: bool,
    started_inside: Option<bool>,
    from: usize,
}

impl<'a> Quoting<'a> {
    pub fn new(text: &'a str, from: usize, on: bool, back: bool) -> Self {
        Self { text, on, back, line: None, even: false, inside: false, started_inside: None, from }
    }

    pub fn meet(&mut self, at: usize, c: char) -> Meeting {
        if !self.on {
            return Meeting::Look;
        }
        if c == '\n' {
            if !self.text[..at].ends_with('\\') {
                (self.inside, self.started_inside) = (false, Some(false));
            }
            if self.back {
                self.enter_line(at);
            }
            return Meeting::Pass;
        }
        self.enter_line(at);
        match c {
            '"' if self.even && !escaped(self.text, at) => {
                self.inside = !self.inside;
                self.started_inside = Some(false);
                Meeting::Pass
            }
            '\'' => self.character(at).map_or(Meeting::Pass, Meeting::Skip),
            _ if self.inside && self.started_inside != Some(true) => Meeting::Pass,
            _ => Meeting::Look,
        }
    }

    fn enter_line(&mut self, at: usize) {
        let start = line::start(self.text, at);
        if self.line == Some(start) {
            return;
        }
        self.line = Some(start);
        let end = line::end(self.text, at);
        let count = quotes(&self.text[start..end]);
        self.even = count.is_multiple_of(2);
        if !self.even {
            self.enter_odd_line(start..end);
        }
        self.started_inside = self.started_inside.or(Some(false));
    }

    /// A line with a quote left over: a backslash at its end, or at that of the line before, tells
    /// on which side it is open.
    fn enter_odd_line(&mut self, line: Range<usize>) {
        let continues = self.text[line.clone()].ends_with('\\');
        let continued = line.start > 0 && self.text[..line.start - 1].ends_with('\\');
        self.even = continues || continued;
        if continues && (self.started_inside.is_none() || self.back) {
            self.inside = true;
            self.started_inside = self.started_inside.or(Some(true));
        }
        if continued {
            match self.started_inside {
                None => {
                    let before = self.text[line.clone()].get(..self.from.saturating_sub(line.start));
                    self.inside = before.is_some_and(|before| quotes(before) % 2 == 1);
                    self.started_inside = self.inside.then_some(true);
                }
                Some(_) if !self.back => self.inside = true,
                Some(_) => {}
            }
        }
    }

    /// Skips `'x'` and `'\x'`; a lone quote, as in "jon's", is nothing.
    fn character(&self, at: usize) -> Option<usize> {
        let line = line::range(self.text, at);
        let bytes = self.text.as_bytes();
        let is = |i: usize, b: u8| line.contains(&i) && bytes[i] == b;
        if self.back {
            return match at {
                at if at > line.start + 1 && is(at - 2, b'\'') => Some(at - 2),
                at if at > line.start + 2 && is(at - 2, b'\\') && is(at - 3, b'\'') => Some(at - 3),
                _ => None,
            };
        }
        match at {
            at if is(at + 1, b'\\') && is(at + 3, b'\'') => Some(at + 3),
            at if is(at + 2, b'\'') => Some(at + 2),
            _ => None,
        }
    }
}

/// How many double quotes a line has, not counting `\"` and `'"'`.
fn quotes(line: &str) -> usize {
    let bytes = line.as_bytes();
    let (mut n, mut i) = (0, 0);
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 1,
            b'"' if i > 0 && bytes[i - 1] == b'\'' && bytes.get(i + 1) == Some(&b'\'') => {}
            b'"' => n += 1,
            _ => {}
        }
        i += 1;
    }
    n
}
