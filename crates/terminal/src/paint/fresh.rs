//! A prompt starts at the start of a line, whatever stood there before.

use super::pen::ERASE;

/// What programs leave behind: colours, no wrapping, a hidden cursor, line-drawing characters.
const RESET: &str = "\x1b[m\x1b[?7h\x1b[?25h\x1b(B\x0f";

/// Shows that the line did not end there.
const MARK: &str = "\x1b[7m%\x1b[m";

/// Makes room for two more rows without leaving the column, then goes back behind the line.
const ROOM: &str = "\x0b\x0b\x1b[2A\x08";

/// Bytes that bring the cursor to the start of the next line, with a mark at the end of this
/// one, unless it is at the start of a line already.
///
/// As many blanks as there are columns wrap only if they did not begin in the first
/// one. They are written one row further down than needed and then erased: a
/// terminal that re-wraps its rows would otherwise take the prompt for the rest of the line.
pub(super) fn fresh_line(columns: u16, rows: u16) -> String {
    if rows < 3 {
        return format!("{RESET}\r\n{ERASE}");
    }
    let blanks = " ".repeat(columns.into());
    format!("{RESET}{MARK}{ROOM}\x1b[B{blanks}\r\x1b[A{ERASE}")
}
