//! Brackets that belong together: `%`, `[(`, and what the bracket objects need.
//!
//! `%` looks at quotes as vim does: brackets in a string are skipped when the
//! quotes of the line are even. The objects and `[(` look at brackets alone.

use super::line;

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
pub fn unclosed(text: &str, at: usize, (open, close): (char, char)) -> Option<usize> {
    Search { text, same: close, other: open, escaped: false, quotes: false }.back(at)
}

/// The next bracket that opens, behind the place.
pub fn next(text: &str, at: usize, (open, close): (char, char)) -> Option<usize> {
    Search { text, same: close, other: open, escaped: false, quotes: false }.forward(at)
}

/// The bracket that closes what is open at the place; the place itself does not count.
pub fn unopened(text: &str, at: usize, (open, close): (char, char)) -> Option<usize> {
    Search { text, same: open, other: close, escaped: false, quotes: false }.forward(at)
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

enum Meeting {
    Look,
    Pass,
    Skip(usize),
}

/// Which characters stand in strings, as far as one can tell from quotes in a line.
struct Quoting<'a> {
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
    fn new(text: &'a str, from: usize, on: bool, back: bool) -> Self {
        Self { text, on, back, line: None, even: false, inside: false, started_inside: None, from }
    }

    fn meet(&mut self, at: usize, c: char) -> Meeting {
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
            let continues = self.text[start..end].ends_with('\\');
            let continued = start > 0 && self.text[..start - 1].ends_with('\\');
            self.even = continues || continued;
            if continues && (self.started_inside.is_none() || self.back) {
                self.inside = true;
                self.started_inside = self.started_inside.or(Some(true));
            }
            if continued {
                match self.started_inside {
                    None => {
                        let before = self.text[start..end].get(..self.from.saturating_sub(start));
                        self.inside = before.is_some_and(|before| quotes(before) % 2 == 1);
                        self.started_inside = self.inside.then_some(true);
                    }
                    Some(_) if !self.back => self.inside = true,
                    Some(_) => {}
                }
            }
        }
        self.started_inside = self.started_inside.or(Some(false));
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
