//! Control strings, and the one that is waited for: the terminal's answer to OSC 11.
//!
//! Invariant: while that answer is awaited nothing of it becomes a character, however it
//! is cut and however late its parts are; and nothing that a person types is lost to it.

use super::{BEL, ESCAPE, Framing, Piece, State};

/// A reply longer than this is noise.
const LONGEST: usize = 1 << 16;

/// The answer's first bytes; a colour follows, then BEL or `ESC \`.
const ANSWER: &[u8] = b"\x1b]11;";

impl Framing {
    pub(super) fn string(&mut self, byte: u8, out: &mut Vec<Piece>) {
        self.bytes.push(byte);
        if byte == BEL || self.bytes.ends_with(b"\x1b\\") {
            self.end_sequence(out);
        } else if self.late && !begins_answer(&self.bytes) {
            self.was_typed(out);
        } else if self.bytes.len() > LONGEST {
            self.reset();
        }
    }

    /// An answer has begun and goes on when it goes on.
    pub(super) fn is_answer(&self) -> bool {
        self.awaits_answer && self.state == State::String && begins_answer(&self.bytes)
    }

    /// `]` behind an Escape that was taken for a key may still be the answer.
    pub(super) fn resume(&mut self) {
        self.bytes = vec![ESCAPE, b']'];
        (self.state, self.late, self.cut) = (State::String, true, true);
    }

    /// It was no answer: a person pressed these keys.
    fn was_typed(&mut self, out: &mut Vec<Piece>) {
        let (typed, cut) = (std::mem::take(&mut self.bytes), self.cut);
        self.reset();
        out.push(Piece::Char(']', !cut));
        self.feed(&typed[2..], out);
    }
}

/// Whether the bytes may be the answer's.
fn begins_answer(bytes: &[u8]) -> bool {
    let head = bytes.len().min(ANSWER.len());
    let color = |byte: &u8| byte.is_ascii_hexdigit() || b"rgb:/#\x1b".contains(byte);
    bytes[..head] == ANSWER[..head] && bytes[head..].iter().all(color)
}
