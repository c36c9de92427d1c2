//! The terminal's bytes become keys, pastes, mouse events and replies.
//!
//! Invariants: how the bytes are split over reads changes nothing; what the terminal
//! reports never becomes text; any bytes at all are harmless.

mod framing;
mod keys;

use std::time::Duration;

use editor::event::MouseKind;
use editor::key::{Code, Key};
use termina::escape::csi::{Csi, Cursor, Keyboard};
use termina::escape::osc::{ColorOrQuery, DynamicColorNumber, Osc};

use framing::{Framing, Piece, State};

/// How long a lone Escape waits for bytes that would make it a sequence. A terminal
/// sends a sequence in one write; over a slow line its bytes come a few ms apart. What a
/// person presses is to act within 20 ms.
const ESCAPE_WAIT: Duration = Duration::from_millis(10);

/// How long the rest of a sequence may take before it is given up.
const SEQUENCE_WAIT: Duration = Duration::from_millis(500);

/// One thing that the terminal told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, in canonical form.
    Key(Key),
    /// A bracketed paste, whole.
    Paste(String),
    /// The mouse, in cells of the screen.
    Mouse {
        /// What it did.
        kind: MouseKind,
        /// Counts from 0.
        column: u16,
        /// Counts from 0.
        row: u16,
    },
    /// The answer to a query.
    Reply(Reply),
}

/// What a terminal says of itself when it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Where the cursor is, counted from 0.
    Cursor {
        /// Column.
        column: u16,
        /// Row of the screen.
        row: u16,
    },
    /// The background colour: red, green, blue.
    Background(u8, u8, u8),
    /// The flags of the kitty keyboard protocol that are on.
    Keyboard(u8),
}

impl Reply {
    fn of_csi(csi: &Csi) -> Option<Self> {
        match csi {
            Csi::Cursor(Cursor::ActivePositionReport { line, col }) => {
                Some(Self::Cursor { column: col.get() - 1, row: line.get() - 1 })
            }
            Csi::Keyboard(Keyboard::ReportFlags(flags)) => Some(Self::Keyboard(flags.bits())),
            _ => None,
        }
    }

    fn of_osc(osc: &Osc<'_>) -> Option<Self> {
        match osc {
            Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colors) => match colors[..] {
                [ColorOrQuery::Color(color), ..] => {
                    Some(Self::Background(color.red, color.green, color.blue))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// Bytes in, input out; keeps what has not ended yet between two reads.
#[derive(Debug, Default)]
pub struct Decoder {
    framing: Framing,
    reports_awaited: u32,
}

impl Decoder {
    /// Takes the bytes of one read.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut pieces = Vec::new();
        self.framing.feed(bytes, &mut pieces);
        self.inputs(pieces)
    }

    /// How long to wait for more bytes before `expire` is called; `None` for ever.
    pub fn patience(&self) -> Option<Duration> {
        match self.framing.state() {
            State::Ground | State::Paste => None,
            _ if self.framing.is_patient() => None,
            _ if self.framing.is_bare() => Some(ESCAPE_WAIT),
            _ => Some(SEQUENCE_WAIT),
        }
    }

    /// Whether something has begun that ends with bytes to come.
    pub fn is_amid(&self) -> bool {
        self.framing.state() != State::Ground
    }

    /// No bytes came for `patience()`: a lone Escape is a key.
    pub fn expire(&mut self) -> Vec<Input> {
        let mut pieces = Vec::new();
        self.framing.expire(&mut pieces);
        self.inputs(pieces)
    }

    /// A cursor report was asked for. Without one, `CSI 1 ; 2 R` is Shift-F3.
    pub fn expect_cursor_report(&mut self) {
        self.reports_awaited += 1;
    }

    /// The terminal was asked for its background, or is not thought to answer any more:
    /// an answer that is cut into pieces is not typed text.
    pub fn await_background(&mut self, awaited: bool) {
        self.framing.await_answer(awaited);
    }

    fn inputs(&mut self, pieces: Vec<Piece>) -> Vec<Input> {
        pieces.into_iter().filter_map(|piece| self.input(piece)).collect()
    }

    fn input(&mut self, piece: Piece) -> Option<Input> {
        match piece {
            Piece::Char(c, meta) => {
                let key = keys::char_key(c);
                Some(Input::Key(Key { alt: meta, ..key }))
            }
            Piece::Paste(bytes) => Some(Input::Paste(String::from_utf8_lossy(&bytes).into_owned())),
            Piece::Sequence(bytes, meta) => match keys::sequence(&bytes)? {
                Input::Key(key) => Some(Input::Key(Key { alt: key.alt || meta, ..key })),
                Input::Reply(Reply::Cursor { column, row }) => Some(self.cursor_report(column, row)),
                input => Some(input),
            },
        }
    }

    fn cursor_report(&mut self, column: u16, row: u16) -> Input {
        if self.reports_awaited == 0 && row == 0 && (1..8).contains(&column) {
            let held = |bit| column & bit != 0;
            return Input::Key(Key { code: Code::F(3), shift: held(1), alt: held(2), ctrl: held(4) });
        }
        self.reports_awaited = self.reports_awaited.saturating_sub(1);
        Input::Reply(Reply::Cursor { column, row })
    }
}

#[cfg(test)]
mod tests;
