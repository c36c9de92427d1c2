//! `i" a" i' a'` and with backticks, in one line.

use super::Selected;
use crate::vi::line;
use crate::vi::motion::Here;

pub fn double(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, b'"')
}

pub fn single(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, b'\'')
}

pub fn backtick(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, b'`')
}

/// A line and the quote looked for; places count from the start of the line.
struct Line<'a> {
    bytes: &'a [u8],
    quote: u8,
}

impl Line<'_> {
    fn is_quote(&self, at: usize) -> bool {
        self.bytes.get(at) == Some(&self.quote)
    }

    /// The next quote from a place on; `escapes` passes over those behind a backslash.
    fn next(&self, mut at: usize, escapes: bool) -> Option<usize> {
        while at < self.bytes.len() {
            match self.bytes[at] {
                b'\\' if escapes => at += 1,
                b if b == self.quote => return Some(at),
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// The quote before a place, or 0.
    fn previous(&self, at: usize, escapes: bool) -> usize {
        let mut at = at;
        while at > 0 {
            at -= 1;
            let backslashes = self.bytes[..at].iter().rev().take_while(|b| **b == b'\\').count();
            if escapes && backslashes % 2 == 1 {
                at -= backslashes;
            } else if self.is_quote(at) {
                break;
            }
        }
        at
    }

    fn blank(&self, at: usize) -> bool {
        matches!(self.bytes.get(at), Some(b' ' | b'\t'))
    }

    /// The string that a place belongs to, counting quotes from the start of the line.
    fn string_around(&self, place: usize) -> Option<(usize, usize)> {
        let mut from = 0;
        loop {
            let start = self.next(from, false).filter(|start| *start <= place)?;
            let end = self.next(start + 1, true)?;
            if place <= end {
                return Some((start, end));
            }
            from = end + 1;
        }
    }

    /// The string around or behind a place that is no quote.
    fn string_from(&self, place: usize) -> Option<(usize, usize)> {
        let before = self.previous(place, true);
        let start = if self.is_quote(before) { before } else { self.next(before, false)? };
        Some((start, self.next(start + 1, true)?))
    }

    /// The string behind the selection whose end stands on a quote.
    fn string_behind(&self, place: usize) -> Option<(usize, usize)> {
        let start = self.next(place + 1, false)?;
        Some(self.next(start + 1, true).map_or((place, start), |end| (start, end)))
    }

    /// The string before the selection whose start stands on a quote.
    fn string_before(&self, place: usize) -> Option<(usize, usize)> {
        let end = self.previous(place, false);
        let start = self.is_quote(end).then(|| self.previous(end, true))?;
        Some(if self.is_quote(start) { (start, end) } else { (end, place) })
    }
}

/// What is known of the selection that the object extends.
struct Selection {
    low: usize,
    high: usize,
    /// It has more than one character.
    some: bool,
    forward: bool,
    /// It is exactly what stands between two quotes.
    inside: bool,
    /// A quote is in it.
    has_quote: bool,
}

impl Selection {
    fn of(line: &Line, anchor: usize, at: usize) -> Self {
        let (low, high) = (anchor.min(at), anchor.max(at));
        let some = low != high;
        let inside = some && low > 0 && line.is_quote(low - 1) && line.is_quote(high + 1);
        let has_quote = some && (low..=high).any(|i| line.is_quote(i));
        Self { low, high, some, forward: anchor < at, inside, has_quote }
    }
}

fn select(here: &Here, around: bool, quote: u8) -> Option<Selected> {
    let range = line::range(here.text, here.at);
    let line = Line { bytes: &here.text.as_bytes()[range.clone()], quote };
    let at = here.at - range.start;
    let anchor = match here.anchor {
        Some(anchor) if line::start(here.text, anchor) != range.start => return None,
        Some(anchor) => anchor - range.start,
        None => at,
    };
    let selection = Selection::of(&line, anchor, at);
    let (mut start, mut end) = string(&line, at, &selection)?;
    if around {
        if line.blank(end + 1) {
            while line.blank(end + 1) {
                end += 1;
            }
        } else {
            while start > 0 && line.blank(start - 1) {
                start -= 1;
            }
        }
    }
    let with_quotes = around || here.times() > 1 || selection.inside;
    if !with_quotes {
        start += 1;
    }
    let behind = if with_quotes { end + 1 } else { end };
    let (start, end, inclusive) = if here.anchor.is_none() {
        (start, behind, false)
    } else {
        let (start, end) = visual(&line, &selection, start, behind);
        (start, end, true)
    };
    let place = |at: usize| here.text.floor_char_boundary(range.start + at);
    Some(Selected { start: place(start), end: place(end), inclusive, shape: None, ..Selected::default() })
}

fn string(line: &Line, at: usize, selection: &Selection) -> Option<(usize, usize)> {
    if selection.some && line.is_quote(at) {
        return if selection.forward { line.string_behind(at) } else { line.string_before(at) };
    }
    if selection.some {
        let first = if selection.forward { line.next(at, false)? } else { line.previous(at, false) };
        return line.string_around(first);
    }
    if line.is_quote(at) { line.string_around(at) } else { line.string_from(at) }
}

/// The anchor and the cursor of the extended selection.
fn visual(line: &Line, selection: &Selection, start: usize, behind: usize) -> (usize, usize) {
    let beside = |at: usize| line.is_quote(at);
    if !selection.some {
        return (start, behind - 1);
    }
    if selection.forward {
        let before = selection.low > 0 && beside(selection.low - 1);
        let renew = !selection.has_quote && (selection.inside || (!beside(selection.low) && !before));
        return (if renew { start } else { selection.low }, behind - 1);
    }
    let renew =
        selection.inside || (!selection.has_quote && !beside(selection.high) && !beside(selection.high + 1));
    (if renew { behind - 1 } else { selection.high }, start)
}
