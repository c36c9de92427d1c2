//! What a stream wrote: whole lines for the scrollback, and the half line after them.
//!
//! Invariants: nothing that comes out can move the cursor or change a mode; every line
//! starts and ends in the terminal's own style, so no colour leaks into the prompt; a line
//! that never ends is cut at [`LIMIT`] columns, so memory is bounded.

use std::cell::OnceCell;
use std::fmt;

use vte::Parser;

use crate::foreign;

mod line;

use line::Line;

/// A line of so many columns is ended by force.
pub const LIMIT: usize = 16 * 1024;

/// One stream's half line. Each stream has its own, so that they never glue together.
#[derive(Default)]
pub struct Tail {
    parser: Parser,
    line: Line,
    /// Nothing of a line, of a character or of an escape sequence has begun.
    fresh: Fresh,
    /// The first bytes of a character whose others are still to come. The parser could
    /// keep them itself, but loses what follows them (vte 0.15, `advance_partial_utf8`).
    held: Vec<u8>,
    shown: OnceCell<String>,
}

/// True to begin with.
struct Fresh(bool);

impl Default for Fresh {
    fn default() -> Self {
        Self(true)
    }
}

impl Tail {
    /// Takes bytes, cut anywhere, and returns the lines that they complete, each with its
    /// `\n`. Colours and links stay; bytes that are no UTF-8 are `foreign`; `\r`, `\b`, tabs and
    /// erasing within the line are carried out; what else would move the cursor is dropped.
    pub fn push(&mut self, bytes: &[u8]) -> String {
        if !self.held.is_empty() {
            let joined = [&std::mem::take(&mut self.held), bytes].concat();
            return self.push(&joined);
        }
        let (bytes, held) = bytes.split_at(bytes.len() - cut_character(bytes));
        self.held.extend_from_slice(held);
        self.shown.take();
        let mut out = String::with_capacity(bytes.len());
        for piece in bytes.split_inclusive(|&byte| byte == b'\n') {
            match plain(piece).filter(|_| self.fresh.0 && self.line.is_fresh()) {
                Some(line) => {
                    out.push_str(line);
                    out.push('\n');
                }
                None => self.slowly(piece, &mut out),
            }
        }
        out
    }

    /// The half line, with SGR, as it can be shown; empty when the last line is complete.
    pub fn as_str(&self) -> &str {
        self.shown.get_or_init(|| foreign::shown(self.line.to_sgr()))
    }

    /// Takes the half line away, with half a character at its end.
    pub fn take(&mut self) -> String {
        let held = std::mem::take(&mut self.held);
        let mut half = String::new();
        self.slowly(&held, &mut half);
        half.push_str(&self.line.to_sgr());
        *self = Self::default();
        half
    }

    fn slowly(&mut self, piece: &[u8], out: &mut String) {
        self.parser.advance(&mut self.line, foreign::to_text(piece).as_bytes());
        let done = self.line.take_done();
        // Not where the newline was part of a string that goes on, such as a sixel image.
        self.fresh.0 = piece.ends_with(b"\n") && !done.is_empty();
        if self.fresh.0 {
            self.parser = Parser::new();
        }
        out.push_str(&done);
    }
}

impl fmt::Debug for Tail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Tail").field(&self.as_str()).finish()
    }
}

/// The text of a complete line that needs no reading: most lines of most programs.
fn plain(piece: &[u8]) -> Option<&str> {
    let line = piece.strip_suffix(b"\n")?;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let plain =
        line.len() <= LIMIT && line.iter().fold(true, |plain, byte| plain & (b' '..0x7f).contains(byte));
    if plain { std::str::from_utf8(line).ok() } else { None }
}

/// How many bytes at the end begin a character that is not complete.
fn cut_character(bytes: &[u8]) -> usize {
    let lead = bytes.iter().rev().take(3).position(|byte| !(0x80..0xc0).contains(byte));
    let Some(lead) = lead else { return 0 };
    let needed = match bytes[bytes.len() - 1 - lead] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    if needed > lead + 1 { lead + 1 } else { 0 }
}

#[cfg(test)]
mod tests;
