//! What a stream wrote: whole lines for the scrollback, and the half line after them.
//!
//! Invariants: nothing that comes out can move the cursor or change a mode; every line
//! starts and ends in the terminal's own style, so no colour leaks into the prompt; a line
//! that never ends is cut at [`LIMIT`] columns, so memory is bounded.

use std::cell::OnceCell;
use std::fmt;

use vte::Parser;

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
    /// `\n`. Colours and links stay; invalid UTF-8 becomes U+FFFD; `\r`, `\b`, tabs and
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

    /// The half line, with SGR; empty when the last line is complete.
    pub fn as_str(&self) -> &str {
        self.shown.get_or_init(|| self.line.to_sgr())
    }

    /// Takes the half line away, as [`Tail::as_str`] gives it.
    pub fn take(&mut self) -> String {
        let half = self.as_str().to_owned();
        *self = Self::default();
        half
    }

    fn slowly(&mut self, piece: &[u8], out: &mut String) {
        self.parser.advance(&mut self.line, piece);
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What was written, in pieces; the lines that came out; the half line that is left.
    #[track_caller]
    fn check(pieces: &[&[u8]], lines: &str, half: &str) {
        let mut tail = Tail::default();
        let out: String = pieces.iter().map(|piece| tail.push(piece)).collect();
        assert_eq!((out.as_str(), tail.as_str()), (lines, half), "{pieces:?}");
    }

    #[test]
    fn lines_come_out_whole() {
        check(&[b"one\r\ntwo\nth", b"ree"], "one\ntwo\n", "three");
        check(&[b"th", b"ree\n"], "three\n", "");
        check(&[b"\n\n"], "\n\n", "");
        check(&["h\u{e9}".as_bytes(), b"llo\n"], "h\u{e9}llo\n", "");
    }

    #[test]
    fn progress_bars_redraw_in_place() {
        check(&[b"10%\r20%", b"\r30%"], "", "30%");
        check(&[b"100%\r99%"], "", "99%%");
        check(&[b"100%\r\x1b[K99%"], "", "99%");
        check(&[b"abc\x08\x08X"], "", "aXc");
        check(&[b"abc\x1b[2K\rx\n"], "x\n", "");
        check(&[b"ab\tc\r\t-"], "", "ab      -");
        check(&["漢字\r.".as_bytes()], "", ". 字");
        check(&["漢字\x08.".as_bytes()], "", "漢 .");
        check(&[b"abc\x1b[1Gx\x1b[Cy\x1b[2Dz"], "", "xzy");
    }

    #[test]
    fn colours_never_leak() {
        check(&[b"\x1b[31mred\nstill\n"], "\x1b[31mred\x1b[m\n\x1b[31mstill\x1b[m\n", "");
        check(&[b"\x1b[3", b"1mred\x1b[0m"], "", "\x1b[31mred\x1b[m");
        check(&[b"\x1b[1mb\x1b[0m plain\n"], "\x1b[1mb \x1b[mplain\n", "");
        check(&[b"\x1b[31m\nx\n"], "\n\x1b[31mx\x1b[m\n", "");
    }

    #[test]
    fn nothing_moves_the_cursor() {
        check(&[b"a\x1b[2J\x1b[H\x1b[5Ab\x1b[?1049h\x1bc\x1b]0;title\x07\x1b7\n"], "ab\n", "");
        check(&[b"a\x1bP0;1|q\x1b\\b\x0b\x0c\x07\x00\n"], "ab\n", "");
        check(&[b"\xc2\x9b5Aa\n"], "5Aa\n", "");
    }

    #[test]
    fn links_stay() {
        let link = b"\x1b]8;;http://x.y/a;b\x1b\\text\x1b]8;;\x1b\\ more\n";
        check(&[link], "\x1b]8;;http://x.y/a;b\x1b\\text\x1b]8;;\x1b\\ more\n", "");
    }

    #[test]
    fn broken_text_is_shown_as_such() {
        check(&[b"a\xffb\n"], "a\u{fffd}b\n", "");
        check(&[b"\xe6\xbc", b"\xa2\n"], "漢\n", "");
        check(&[b"e\xcc\x81\n"], "e\u{301}\n", "");
        check(&[b"\xc3", b"\xbcx\xc3\xb6"], "", "üxö");
        check(&[b"\xf0", b"\x9f", b"\x94", b"\xac\xe6\n"], "\u{1f52c}\u{fffd}\n", "");
    }

    #[test]
    fn a_line_that_never_ends_is_cut() {
        let mut tail = Tail::default();
        let out = tail.push(&b"x".repeat(3 * LIMIT + 5));
        assert_eq!(out.lines().map(str::len).collect::<Vec<_>>(), [LIMIT; 3]);
        assert_eq!(tail.as_str(), "xxxxx");
        let marks = "\u{301}".repeat(9 * LIMIT);
        assert!(tail.push(marks.as_bytes()).is_empty());
        assert!(tail.as_str().len() < 100);
    }

    #[test]
    fn the_half_line_can_be_taken() {
        let mut tail = Tail::default();
        tail.push(b"ab\x1b[1mc");
        assert_eq!(tail.take(), "ab\x1b[1mc\x1b[m");
        assert_eq!((tail.push(b"d\n").as_str(), tail.as_str()), ("d\n", ""));
    }

    proptest! {
        #[test]
        fn cuts_do_not_matter(bytes in bytes(), cuts in prop::collection::vec(0usize..80, 0..6)) {
            let mut whole = Tail::default();
            let mut lines = whole.push(&bytes);
            lines.push_str(whole.as_str());
            let mut tail = Tail::default();
            let mut cut_lines = String::new();
            let mut rest = &bytes[..];
            for cut in cuts {
                let (piece, after) = rest.split_at(cut.min(rest.len()));
                cut_lines.push_str(&tail.push(piece));
                rest = after;
            }
            cut_lines.push_str(&tail.push(rest));
            cut_lines.push_str(tail.as_str());
            prop_assert_eq!(lines, cut_lines);
        }
    }

    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop::sample::select(vec![
            &b"\x1b[31m"[..],
            b"\x1b[m",
            b"\x1b[K",
            b"\x1b]8;;x\x07",
            b"\n",
            b"\r\n",
            b"\r",
            b"\x08",
            b"\t",
            b"plain",
            b"line\n",
            b"\xff",
            b"\xc3",
            b"\x1b",
            b"\x1b[",
            "漢".as_bytes(),
            "\u{301}".as_bytes(),
        ]);
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }
}
