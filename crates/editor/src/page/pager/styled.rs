//! A line of a pager as it is seen: its colours, what is looked for, and its rows. It is made
//! into cells only where it is seen.

use ratatui_core::style::Style;

use crate::glyph::{Glyph, glyphs};
use crate::sgr::runs;
use crate::theme::{Role, Theme};
use crate::view::Row;

/// A line without escape sequences.
pub fn plain(line: &str) -> std::borrow::Cow<'_, str> {
    if line.contains('\x1b') {
        runs(line).into_iter().map(|run| run.text).collect::<String>().into()
    } else {
        line.into()
    }
}

/// Where a text stands in a line, in bytes. Without capitals it matches either case of
/// ASCII letters.
pub fn matches(line: &str, needle: &str) -> Vec<usize> {
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
    fn height_is_that_of_the_rows() {
        for line in ["", "abc", "abcd", "漢字漢", "a\tb", "\x1b[31mabcd\x1b[mx"] {
            let rows = Styled::new(line, Vec::new(), "").wrapped(4, &Theme::default());
            assert_eq!(height(line, 4), rows.len(), "{line:?}");
        }
    }
}
