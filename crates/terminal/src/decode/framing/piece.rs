//! What framing tells, and what it waits for.

/// One piece of input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A character, control characters included; `true` when an Escape stood before it.
    Char(char, bool),
    /// A whole escape sequence; `true` when a second Escape stood before it.
    Sequence(Vec<u8>, bool),
    /// What stood between the marks of a bracketed paste.
    Paste(Vec<u8>),
}

/// What has begun and not ended yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing.
    #[default]
    Ground,
    /// Some bytes of a character.
    Char,
    /// An Escape, alone so far: a key, or the start of anything below.
    Escape,
    /// `ESC [`.
    Csi,
    /// `ESC O`.
    Ss3,
    /// `ESC ]`, `ESC P`, `ESC _`, `ESC ^`, `ESC X`: up to BEL or `ESC \`.
    String,
    /// Behind `ESC [ 200 ~`.
    Paste,
}
