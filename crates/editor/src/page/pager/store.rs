//! The text of a pager: kept once, cut into lines.

use super::styled::{matches, plain};

/// A longer line is cut into several, in bytes, so that none costs more than that to draw.
const LONGEST: usize = 1 << 14;

/// Text that only ever grows.
#[derive(Debug, Default)]
pub struct Store {
    text: String,
    /// Where each line starts.
    starts: Vec<usize>,
}

impl Store {
    /// Appends text.
    pub fn push(&mut self, text: &str) {
        let from = self.text.len();
        self.text.push_str(text);
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        for (at, _) in text.match_indices('\n') {
            self.cut(from + at);
            self.starts.push(from + at + 1);
        }
        self.cut(self.text.len());
    }

    /// Cuts the last line, which goes on to `end` at least, where it is too long.
    fn cut(&mut self, end: usize) {
        while let Some(&start) = self.starts.last().filter(|&&start| end - start > LONGEST) {
            self.starts.push(self.text.floor_char_boundary(start + LONGEST));
        }
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        let empty_last = self.starts.last().is_some_and(|&start| start == self.text.len());
        self.starts.len() - usize::from(empty_last)
    }

    /// A line without its newline.
    pub fn line(&self, number: usize) -> &str {
        let end = self.starts.get(number + 1).copied().unwrap_or(self.text.len());
        let line = self.starts.get(number).map_or("", |&start| &self.text[start..end]);
        line.strip_suffix('\n').unwrap_or(line)
    }

    /// Where a line starts, in bytes.
    pub fn start(&self, number: usize) -> usize {
        self.starts.get(number).copied().unwrap_or(self.text.len())
    }

    /// The first line from `from` on, or the last one before it, that holds a text.
    pub fn find(&self, needle: &str, from: usize, backward: bool) -> Option<usize> {
        let holds = |&number: &usize| !matches(&plain(self.line(number)), needle).is_empty();
        if backward { (0..from.min(self.len())).rev().find(holds) } else { (from..self.len()).find(holds) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_the_same_however_the_text_comes() {
        let text = format!("one\n\n{}\nlast é", "ü".repeat(LONGEST));
        let mut at_once = Store::default();
        at_once.push(&text);
        let mut by_and_by = Store::default();
        for char in text.chars() {
            by_and_by.push(char.encode_utf8(&mut [0; 4]));
        }
        assert_eq!(at_once.starts, by_and_by.starts);
        let lines: Vec<usize> = (0..at_once.len()).map(|number| at_once.line(number).len()).collect();
        assert_eq!(lines, [3, 0, LONGEST, LONGEST, 7]);
        at_once.push("\n");
        assert_eq!((at_once.len(), at_once.line(4)), (5, "last é"));
        assert_eq!(Store::default().len(), 0);
    }

    #[test]
    fn a_text_is_found_in_either_case_and_behind_colours() {
        let mut store = Store::default();
        store.push("Alpha\nb\x1b[31me\x1b[mta\nALPHA\n");
        let check = |needle, from, backward, line| {
            assert_eq!(store.find(needle, from, backward), line, "{needle}");
        };
        check("alpha", 0, false, Some(0));
        check("alpha", 1, false, Some(2));
        check("Alpha", 1, false, None);
        check("beta", 0, false, Some(1));
        check("alpha", 2, true, Some(0));
        check("beta", 1, true, None);
        check("", 0, false, None);
    }
}
