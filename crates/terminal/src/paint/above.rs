//! Lines that are printed above the live region, for good.
//!
//! Text of others may hold anything. Where its height is beyond doubt, room is made above
//! the live region, which moves as it is; otherwise the live region is drawn again below it.

use editor::foreign::is_foreign;
use unicode_width::UnicodeWidthChar;

use super::difference::Picture;
use super::pen::Pen;

/// A live region of so few rows is drawn again in as many bytes as it is moved.
const MOVED_FROM: u16 = 3;

/// Prints lines at the top of a live region. Returns whether it still stands, below them.
pub(super) fn print(pen: &mut Pen, above: &str, standing: &Picture, screen: u16) -> bool {
    let height = standing.height();
    // Rows that are moved are no longer wrapped for tmux.
    let movable = height >= MOVED_FROM && !standing.is_wrapped();
    let rows = movable.then(|| rows(above, pen.columns(), screen.saturating_sub(height))).flatten();
    match rows {
        Some(rows) => pen.insert(rows, height),
        None => pen.erase_from(0),
    }
    for line in above.lines() {
        pen.out.push_str(line);
        pen.out.push_str("\r\n");
    }
    if above.contains('\x1b') {
        pen.out.push_str("\x1b[m");
    }
    if rows.is_none() {
        pen.restart();
        // A coloured background may have scrolled in.
        if above.contains('\x1b') {
            pen.erase_from(0);
        }
    }
    rows.is_some()
}

/// How many rows the lines take; `None` if that is not sure, or more than `most`.
fn rows(above: &str, columns: u16, most: u16) -> Option<u16> {
    let mut rows = 0;
    for line in above.lines() {
        rows += line_rows(line, columns)?;
        if rows > most {
            return None;
        }
    }
    Some(rows)
}

fn line_rows(line: &str, columns: u16) -> Option<u16> {
    let (mut rows, mut column) = (1_u16, 0);
    let mut rest = line;
    while let Some(char) = rest.chars().next() {
        rest = &rest[char.len_utf8()..];
        if char == '\x1b' {
            rest = behind_style(rest)?;
            continue;
        }
        // Terminals disagree about sequences joined by these, about new emoji, and about
        // bytes that are no UTF-8.
        if matches!(char, '\u{200d}' | '\u{fe0f}' | '\u{1f000}'..'\u{20000}') || is_foreign(char) {
            return None;
        }
        let width = char.width()? as u16;
        if column + width > columns {
            (rows, column) = (rows.checked_add(1)?, 0);
        }
        column += width;
    }
    Some(rows)
}

/// What follows a sequence that sets a style, without its escape; `None` for all others.
fn behind_style(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix('[')?;
    rest.trim_start_matches(|char: char| char.is_ascii_digit() || matches!(char, ';' | ':')).strip_prefix('m')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(above: &str, expected: Option<u16>) {
        assert_eq!(rows(above, 4, 9), expected, "{above:?}");
    }

    #[test]
    fn height_is_counted_where_it_is_sure() {
        check("\n", Some(1));
        check("1234\n12345\n", Some(3));
        check("12\n\n3\n", Some(3));
        check("123漢", Some(2));
        check("漢字漢", Some(2));
        check("\x1b[1;31m1234\x1b[m\n", Some(1));
        check("e\u{301}e\u{301}e\u{301}e\u{301}", Some(1));
        check("1\t2", None);
        check("1\r2", None);
        check("\x1b[A", None);
        check("\x1b]0;title\x07", None);
        check("❤\u{fe0f}", None);
        check("🫠", None);
        check("\u{10f0ff}", None);
        check(&"1\n".repeat(10), None);
    }
}
