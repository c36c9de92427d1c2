//! Bracketed pastes: everything up to their end mark, whatever it is.

use super::{Framing, Piece};

pub(super) const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

impl Framing {
    /// Takes all bytes up to the end of the paste; returns those behind it. Only the
    /// new bytes are searched, and as many before them as could hold the mark's start.
    pub(super) fn paste<'a>(&mut self, bytes: &'a [u8], out: &mut Vec<Piece>) -> &'a [u8] {
        let before = self.bytes.len();
        self.bytes.extend_from_slice(bytes);
        let from = before.saturating_sub(PASTE_END.len() - 1);
        let found = self.bytes[from..].windows(PASTE_END.len()).position(|window| window == PASTE_END);
        let Some(end) = found.map(|at| from + at) else { return &[] };
        let consumed = end + PASTE_END.len() - before;
        self.bytes.truncate(end);
        out.push(Piece::Paste(std::mem::take(&mut self.bytes)));
        self.reset();
        &bytes[consumed..]
    }
}
