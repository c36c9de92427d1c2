//! The text of a pager: kept once, cut into lines, made into cells only where it is seen.

use ratatui_core::style::Style;

use crate::glyph::{Glyph, glyphs};
use crate::sgr::runs;
use crate::theme::{Role, Theme};
use crate::view::Row;

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

/// A line without escape sequences.
fn plain(line: &str) -> std::borrow::Cow<'_, str> {
    if line.contains('\x1b') {
        runs(line).into_iter().map(|run| run.text).collect::<String>().into()
    } else {
        line.into()
    }
}

/// Where a text stands in a line, in bytes. Without capitals it matches either case of
/// ASCII letters.
fn matches(line: &str, needle: &str) -> Vec<usize> {
    if needle.is_empty() || needle.len() > line.len() {
        return Vec::new();
    }
    if needle.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return line.match_indices(needle).map(|(at, _)| at).collect();
    }
    let needle = needle.as_bytes();
    let same = |part: &[u8]| part.eq_ignore_ascii_case(needle);
    let places = line.as_bytes().windows(needle.len()).enumerate();
    places.filter(|(_, part)| same(part)).map(|(at, _)| at).collect()
}

/// One line, with the style of each part of it.
pub struct Styled {
    text: String,
    /// Sorted; up to where each style goes.
    styles: Vec<(usize, Style)>,
    /// Where the text that is looked for stands.
    found: Vec<usize>,
    length: usize,
}

impl Styled {
    /// A line in its own colours, or in those given for its parts.
    pub fn new(line: &str, parts: Vec<(usize, Style)>, needle: &str) -> Self {
        let (mut text, mut styles) = (line.to_owned(), parts);
        if line.contains('\x1b') {
            (text, styles) = (String::new(), Vec::new());
            for run in runs(line) {
                text.push_str(&run.text);
                styles.push((text.len(), run.style));
            }
        }
        let found = matches(&text, needle);
        Self { text, styles, found, length: needle.len() }
    }

    fn each<'a>(&'a self, theme: &Theme, mut each: impl FnMut(Glyph<'a>, Style)) {
        let base = theme.style(Role::Text);
        glyphs(&self.text, |glyph| {
            let own = self.styles.partition_point(|(end, _)| *end <= glyph.offset);
            let style = self.styles.get(own).map_or(base, |(_, style)| base.patch(*style));
            let match_before = self.found.partition_point(|at| *at <= glyph.offset).checked_sub(1);
            let is_found = match_before.is_some_and(|index| glyph.offset < self.found[index] + self.length);
            each(glyph, if is_found { style.patch(theme.style(Role::SearchMatch)) } else { style });
        });
    }

    /// As rows of so many columns.
    pub fn wrapped(&self, columns: usize, theme: &Theme) -> Vec<Row> {
        let mut rows = vec![Row::default()];
        self.each(theme, |Glyph { symbol, width, .. }, style| {
            let (symbol, width) = if width > columns { ("?", 1) } else { (symbol, width) };
            if rows.last().is_some_and(|row| row.width() + width > columns) {
                rows.last_mut().into_iter().for_each(|row| row.wrapped = true);
                rows.push(Row::default());
            }
            rows.last_mut().into_iter().for_each(|row| row.put(symbol, width, style));
        });
        rows
    }

    /// As one row, without the first `left` columns.
    pub fn scrolled(&self, left: usize, columns: usize, theme: &Theme) -> Row {
        let (mut row, mut column) = (Row::default(), 0);
        self.each(theme, |Glyph { symbol, width, .. }, style| {
            if column >= left && row.width() + width <= columns {
                row.put(symbol, width, style);
            } else if column < left && column + width > left {
                row.put(" ", 1, style);
            }
            column += width;
        });
        row
    }
}

/// How many rows a line takes.
pub fn height(line: &str, columns: usize) -> usize {
    let line = plain(line);
    if crate::glyph::is_plain(&line) {
        return line.len().div_ceil(columns.max(1)).max(1);
    }
    let (mut rows, mut used) = (1, 0);
    glyphs(&line, |Glyph { width, .. }| {
        let width = if width > columns { 1 } else { width };
        if used + width > columns {
            (rows, used) = (rows + 1, 0);
        }
        used += width;
    });
    rows
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

    #[test]
    fn height_is_that_of_the_rows() {
        for line in ["", "abc", "abcd", "漢字漢", "a\tb", "\x1b[31mabcd\x1b[mx"] {
            let rows = Styled::new(line, Vec::new(), "").wrapped(4, &Theme::default());
            assert_eq!(height(line, 4), rows.len(), "{line:?}");
        }
    }
}
