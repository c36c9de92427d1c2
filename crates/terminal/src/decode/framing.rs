//! Cuts a terminal's bytes into characters, escape sequences and pastes, however
//! the reads happened to split them. It knows where things end, not what they mean.
//!
//! Shapes are those of ECMA-48 section 5.4 (CSI) and 5.6 (control strings), plus the
//! Linux console's `ESC [ [ A`, rxvt's `ESC [ 3 $` and X10's `ESC [ M` with three bytes.

mod paste;
mod piece;
mod sequence;
mod string;

pub use piece::{Piece, State};

const ESCAPE: u8 = 0x1b;
const BEL: u8 = 0x07;

/// The state between two reads.
#[derive(Debug, Default)]
pub struct Framing {
    /// The answer to OSC 11 is to come.
    awaits_answer: bool,
    /// It has begun and then there was a pause, behind its Escape even where it was cut.
    late: bool,
    cut: bool,
    /// An Escape was taken for a key.
    escaped: bool,
    state: State,
    /// An Escape before the sequence or character.
    meta: bool,
    bytes: Vec<u8>,
}

impl Framing {
    /// What has begun and not ended.
    pub fn state(&self) -> State {
        self.state
    }

    /// Whether the answer to OSC 11 is to come.
    pub fn await_answer(&mut self, awaited: bool) {
        self.awaits_answer = awaited;
    }

    /// Whether what has begun may take as long as it likes.
    pub fn is_patient(&self) -> bool {
        self.late
    }

    /// Whether nothing but an introducer came so far, so that it may be a key after all.
    pub fn is_bare(&self) -> bool {
        match self.state {
            State::Escape => true,
            State::Csi | State::Ss3 | State::String => self.bytes.len() == 2,
            State::Ground | State::Char | State::Paste => false,
        }
    }

    /// Takes bytes; whole pieces are appended to `out`.
    pub fn feed(&mut self, mut bytes: &[u8], out: &mut Vec<Piece>) {
        while let Some((&byte, rest)) = bytes.split_first() {
            if self.state == State::Paste {
                bytes = self.paste(bytes, out);
            } else {
                self.step(byte, out);
                bytes = rest;
            }
        }
    }

    /// No more bytes will come soon: what is bare becomes keys, the rest is dropped.
    /// A paste goes on, since its end cannot be guessed.
    pub fn expire(&mut self, out: &mut Vec<Piece>) {
        if self.state == State::Paste {
            return;
        }
        if self.is_answer() {
            self.late = true;
            return;
        }
        let escaped = self.awaits_answer && self.state == State::Escape;
        if self.is_bare() {
            if self.meta {
                out.push(Piece::Char('\x1b', false));
            }
            match self.bytes.get(1) {
                Some(&introducer) => out.push(Piece::Char(introducer.into(), true)),
                None => out.push(Piece::Char('\x1b', false)),
            }
        }
        self.reset();
        self.escaped = escaped;
    }

    fn reset(&mut self) {
        self.state = State::Ground;
        (self.meta, self.late, self.cut, self.escaped) = (false, false, false, false);
        self.bytes.clear();
    }

    fn step(&mut self, byte: u8, out: &mut Vec<Piece>) {
        match self.state {
            State::Ground => self.ground(byte, out),
            State::Char => self.char(byte, out),
            State::Escape => self.escape(byte, out),
            State::Csi => self.csi(byte, out),
            State::Ss3 => self.ss3(byte, out),
            State::String => self.string(byte, out),
            State::Paste => {}
        }
    }

    fn ground(&mut self, byte: u8, out: &mut Vec<Piece>) {
        if std::mem::take(&mut self.escaped) && byte == b']' {
            return self.resume();
        }
        self.bytes.push(byte);
        match byte {
            ESCAPE => self.state = State::Escape,
            0x00..=0x7f => self.end_char(char::from(byte), out),
            0xc2..=0xf4 => self.state = State::Char,
            _ => self.reset(),
        }
    }

    /// Bytes that are no UTF-8 are dropped; the one that broke a character starts anew.
    fn char(&mut self, byte: u8, out: &mut Vec<Piece>) {
        if byte & 0xc0 != 0x80 {
            self.reset();
            return self.ground(byte, out);
        }
        self.bytes.push(byte);
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => {
                let c = text.chars().next().unwrap_or_default();
                self.end_char(c, out);
            }
            Err(error) if error.error_len().is_some() => self.reset(),
            Err(_) => {}
        }
    }

    fn escape(&mut self, byte: u8, out: &mut Vec<Piece>) {
        match byte {
            ESCAPE => {
                if self.meta {
                    out.push(Piece::Char('\x1b', false));
                }
                self.meta = true;
            }
            b'[' => self.begin(State::Csi, byte),
            b'O' => self.begin(State::Ss3, byte),
            b']' | b'P' | b'_' | b'^' | b'X' => self.begin(State::String, byte),
            _ => {
                if self.meta {
                    out.push(Piece::Char('\x1b', false));
                }
                self.meta = true;
                self.bytes.clear();
                self.ground(byte, out);
            }
        }
    }

    fn begin(&mut self, state: State, byte: u8) {
        self.bytes.push(byte);
        self.state = state;
    }

    fn end_char(&mut self, c: char, out: &mut Vec<Piece>) {
        out.push(Piece::Char(c, self.meta));
        self.reset();
    }
}
