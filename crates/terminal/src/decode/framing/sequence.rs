//! Escape sequences: where those of keys and reports end.

use super::paste::PASTE_START;
use super::{Framing, Piece, State};

impl Framing {
    pub(super) fn csi(&mut self, byte: u8, out: &mut Vec<Piece>) {
        if byte < 0x20 || byte >= 0x7f && !self.is_x10() {
            return self.broken(byte, out);
        }
        self.bytes.push(byte);
        let ended = match self.bytes.as_slice() {
            [_, _, b'[', rest @ ..] => rest.len() == 1,
            [_, _, b'M', rest @ ..] => rest.len() == 3,
            [_, _, b'0'..=b'9', .., b'$'] => true,
            _ => byte >= 0x40,
        };
        if ended && self.bytes == PASTE_START {
            self.bytes.clear();
            self.state = State::Paste;
        } else if ended {
            self.end_sequence(out);
        }
    }

    fn is_x10(&self) -> bool {
        self.bytes.get(2) == Some(&b'M')
    }

    pub(super) fn ss3(&mut self, byte: u8, out: &mut Vec<Piece>) {
        match byte {
            b'0'..=b'9' | b';' => self.bytes.push(byte),
            0x20..0x7f => {
                self.bytes.push(byte);
                self.end_sequence(out);
            }
            _ => self.broken(byte, out),
        }
    }

    /// A byte that cannot stand in the sequence drops it and starts anew.
    fn broken(&mut self, byte: u8, out: &mut Vec<Piece>) {
        self.reset();
        self.ground(byte, out);
    }

    pub(super) fn end_sequence(&mut self, out: &mut Vec<Piece>) {
        out.push(Piece::Sequence(std::mem::take(&mut self.bytes), self.meta));
        self.reset();
    }
}
