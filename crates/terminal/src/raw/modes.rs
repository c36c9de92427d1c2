//! What the prompt switches on in the terminal, and what programs leave on in it.

/// Clicks, drags and the wheel (1002), in SGR's form (1006).
pub const MOUSE_ON: &str = "\x1b[?1002h\x1b[?1006h";
/// The same, off.
pub const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l";

/// Which modes the prompt asks of the terminal, besides bracketed paste.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Modes {
    /// Report clicks, drags and the wheel.
    pub mouse: bool,
    /// The kitty keyboard protocol: disambiguate (1) and alternate keys (4).
    pub kitty: bool,
}

impl Modes {
    /// Sequences that switch them on.
    pub fn on(self) -> String {
        let mouse = if self.mouse { MOUSE_ON } else { "" };
        let kitty = if self.kitty { "\x1b[>5u" } else { "" };
        format!("\x1b[?2004h{mouse}{kitty}")
    }

    /// Sequences that switch them off.
    pub fn off(self) -> String {
        let mouse = if self.mouse { MOUSE_OFF } else { "" };
        let kitty = if self.kitty { "\x1b[<u" } else { "" };
        format!("{kitty}{mouse}\x1b[?2004l")
    }
}

/// To the alternate screen, and back with the cursor where it was.
pub const OPEN_PAGE: &str = "\x1b[?1049h\x1b[H\x1b[2J";
/// See `OPEN_PAGE`.
pub const CLOSE_PAGE: &str = "\x1b[?1049l";

/// Undoes what a program may have left behind: the alternate screen (DECSC first, for
/// terminals that restore the cursor even when they were not in it, and DECRC for tmux,
/// which then restores one of long ago), scroll margins
/// (which move the cursor too), insert mode, keypad and cursor keys, mouse, character sets, colours.
pub const PUT_RIGHT: &str = "\x1b7\x1b[?1049l\x1b8\x1b7\x1b[r\x1b8\x1b[4l\x1b[?7h\x1b[?1l\x1b>\
    \x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b(B\x0f\x1b[0m\x1b[?25h";
