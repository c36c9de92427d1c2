//! The geometry of a text: lines, characters and display columns.
//!
//! Offsets are bytes on character boundaries. A line ends at its newline or at the
//! end of the text; the offset of that end belongs to the line.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;
use unicode_width::UnicodeWidthChar;

/// A tab reaches to the next multiple of this many columns.
pub const TAB: usize = 8;

/// Where the line begins.
pub fn start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line ends: at its newline, or at the end of the text.
pub fn end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline)
}

/// The line without its newline.
pub fn range(text: &str, at: usize) -> Range<usize> {
    start(text, at)..end(text, at)
}

/// Whether the line has no character.
pub fn is_empty(text: &str, at: usize) -> bool {
    range(text, at).is_empty()
}

/// The character at an offset; `None` at the end of the text.
pub fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Whether a line ends here.
pub fn at_end(text: &str, at: usize) -> bool {
    matches!(char_at(text, at), None | Some('\n'))
}

/// The next character boundary, which may be that behind a newline.
pub fn next(text: &str, at: usize) -> usize {
    let mut bytes = text.as_bytes()[at..].iter().take(2);
    match (bytes.next(), bytes.next()) {
        (Some(first), second) if first.is_ascii() && second.is_none_or(u8::is_ascii) => at + 1,
        _ => GraphemeCursor::new(at, text.len(), true)
            .next_boundary(text, 0)
            .ok()
            .flatten()
            .unwrap_or(text.len()),
    }
}

/// The character boundary before.
pub fn prev(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// So many characters on, at most to the end of the line.
pub fn ahead(text: &str, at: usize, count: usize) -> usize {
    let end = end(text, at);
    let steps = std::iter::successors(Some(at), |&at| (at < end).then(|| next(text, at)));
    steps.take(count.saturating_add(1)).last().unwrap_or(at)
}

/// So many characters back, at most to the start of the line.
pub fn back(text: &str, at: usize, count: usize) -> usize {
    let start = start(text, at);
    let steps = std::iter::successors(Some(at), |&at| (at > start).then(|| prev(text, at)));
    steps.take(count.saturating_add(1)).last().unwrap_or(at)
}

/// The last character of the line; its start when it is empty.
pub fn last(text: &str, at: usize) -> usize {
    let Range { start, end } = range(text, at);
    if start == end { start } else { prev(text, end).max(start) }
}

/// The nearest place where a cursor may stand that must be on a character.
pub fn clamp(text: &str, at: usize) -> usize {
    if at_end(text, at) { last(text, at) } else { at }
}

/// The first character that is no blank; the last one of a line of blanks.
pub fn first_nonblank(text: &str, at: usize) -> usize {
    clamp(text, indent(text, at))
}

/// Where the indentation ends.
pub fn indent(text: &str, at: usize) -> usize {
    let line = range(text, at);
    let blanks = text[line.clone()].find(|c| !is_blank(c)).unwrap_or(line.len());
    line.start + blanks
}

/// A space or a tab.
pub fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t'
}

/// Whether there is a blank at an offset.
pub fn blank_at(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(is_blank)
}

/// The number of the line, from 0.
pub fn row(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count()
}

/// How many lines there are; an empty text has one.
pub fn count(text: &str) -> usize {
    text.matches('\n').count() + 1
}

/// Where line `row` (from 0) begins; the last line when there are fewer.
pub fn nth(text: &str, row: usize) -> usize {
    match row {
        0 => 0,
        _ => text.match_indices('\n').take(row).last().map_or(0, |(newline, _)| newline + 1),
    }
}

/// Where the next line begins.
pub fn below(text: &str, at: usize) -> Option<usize> {
    let end = end(text, at);
    (end < text.len()).then_some(end + 1)
}

/// Where the previous line begins.
pub fn above(text: &str, at: usize) -> Option<usize> {
    start(text, at).checked_sub(1).map(|newline| start(text, newline))
}

/// How many columns a character takes that starts at `column`.
pub fn width(c: char, column: usize) -> usize {
    match c {
        '\t' => TAB - column % TAB,
        c if c.is_control() => 2,
        c => c.width().unwrap_or(1),
    }
}

/// The columns that the character at an offset takes; at a line's end, one behind the last.
pub fn columns(text: &str, at: usize) -> Range<usize> {
    let before = text[start(text, at)..at].chars().fold(0, |column, c| column + width(c, column));
    if at_end(text, at) {
        return before..before + 1;
    }
    let behind = text[at..next(text, at)].chars().fold(before, |column, c| column + width(c, column));
    before..behind
}

/// The character of the line that covers a column; the line's end when the line is too short.
pub fn at_column(text: &str, at: usize, column: usize) -> usize {
    let Range { start, end } = range(text, at);
    let (mut at, mut reached) = (start, 0);
    while at < end {
        let next = next(text, at);
        reached = text[at..next].chars().fold(reached, |column, c| column + width(c, column));
        if reached > column {
            return at;
        }
        at = next;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns() {
        let text = "ab\n\n\té好x";
        assert_eq!((start(text, 1), end(text, 1), last(text, 2)), (0, 2, 1));
        assert_eq!((row(text, 4), count(text), nth(text, 2), nth(text, 9)), (2, 3, 4, 4));
        assert_eq!(
            (below(text, 0), above(text, 4), above(text, 0), below(text, 5)),
            (Some(3), Some(3), None, None)
        );
        assert_eq!(columns(text, 7), 9..11);
        assert_eq!(
            (at_column(text, 4, 10), at_column(text, 4, 3), at_column(text, 4, 99)),
            (7, 4, text.len())
        );
    }
}
