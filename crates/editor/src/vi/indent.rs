//! Indentation: what stands before a line and what should.

use std::ops::Range;

use super::line;

/// The indentation of a line moved by whole levels: what to replace, and with what.
pub fn shifted(text: &str, at: usize, by: usize, width: usize, right: bool) -> (Range<usize>, String) {
    let range = line::start(text, at)..line::indent(text, at);
    let columns = line::columns(text, range.end).start;
    let step = by * width;
    let columns = if right { columns + step } else { columns.saturating_sub(step) };
    (range, " ".repeat(columns))
}

/// The indentation of a line moved to the next multiple of the width, as `C-T` and `C-D` do.
pub fn rounded(text: &str, at: usize, width: usize, right: bool) -> (Range<usize>, String) {
    let range = line::start(text, at)..line::indent(text, at);
    let columns = line::columns(text, range.end).start;
    let columns =
        if right { (columns / width + 1) * width } else { columns.saturating_sub(1) / width * width };
    (range, " ".repeat(columns))
}

/// The indentation that the line above has, that is not blank.
pub fn as_above(text: &str, at: usize) -> (Range<usize>, String) {
    let range = line::start(text, at)..line::indent(text, at);
    let above = text[..range.start].lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("");
    let indent: String = above.chars().take_while(|c| line::is_blank(*c)).collect();
    let blank = line::at_end(text, range.end);
    (range, if blank { String::new() } else { indent })
}
