//! The terminal attributes of a prompt.

use rustix::termios::{InputModes, LocalModes, SpecialCodeIndex, Termios};

/// Keys at once, none of them special. Output stays as it was: others may print, and
/// expect `\n` to return the carriage. VMIN is 0, so that a read never waits when
/// somebody else took the key. Enter stays the newline that the cooked terminal makes of
/// it: what was typed ahead, for `input()` say, is read when the terminal is cooked again.
pub fn raw(cooked: &Termios) -> Termios {
    let mut raw = cooked.clone();
    raw.local_modes -= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN;
    raw.input_modes |= InputModes::ICRNL;
    raw.input_modes -= InputModes::INLCR
        | InputModes::IGNCR
        | InputModes::ISTRIP
        | InputModes::IXON
        | InputModes::BRKINT
        | InputModes::PARMRK;
    raw.special_codes[SpecialCodeIndex::VMIN] = 0;
    raw.special_codes[SpecialCodeIndex::VTIME] = 0;
    raw
}
