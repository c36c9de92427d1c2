//! The output half: who holds the terminal, and what is painted on it.
//!
//! Invariant: nothing is painted and no mode is on unless the prompt holds the
//! terminal; before the first `take_back` not a byte is written.

use std::io;

use editor::event::Size;
use editor::frame::Frame;

use crate::raw::Terminal;

/// Where the size cannot be asked: that of a VT100.
const FALLBACK: Size = Size { columns: 80, rows: 24 };

/// The terminal and the picture on it.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal,
    prompting: bool,
    told: Option<Size>,
    /// To be printed for good with the next frame.
    above: String,
}

impl Screen {
    /// A screen that the host holds still.
    pub fn new(terminal: Terminal) -> Self {
        Self { terminal, prompting: false, told: None, above: String::new() }
    }

    /// The terminal itself, for reading.
    pub fn terminal(&self) -> &Terminal {
        &self.terminal
    }

    /// Whether the prompt holds the terminal, and keys may be read.
    pub fn is_prompting(&self) -> bool {
        self.prompting
    }

    /// The size as it is now: the terminal's, else what the host told.
    pub fn size(&self) -> Size {
        self.terminal.size().or(self.told).unwrap_or(FALLBACK)
    }

    /// The host knows the size of a terminal that cannot be asked.
    pub fn tell_size(&mut self, size: Size) {
        self.told = Some(size);
    }

    /// Row of the live region that the cursor is in.
    pub fn cursor_row(&self) -> u16 {
        0
    }

    /// Prints whole lines for good: with the next frame, or at once while the
    /// terminal is the evaluation's.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        if self.prompting {
            self.above.push_str(text);
            return Ok(());
        }
        self.terminal.write(text)
    }

    /// Writes a sequence that neither prints nor moves.
    pub fn send(&self, sequence: &str) -> io::Result<()> {
        self.terminal.write(sequence)
    }

    /// One frame, one write.
    pub fn show(&mut self, _frame: &Frame) -> io::Result<()> {
        let above = std::mem::take(&mut self.above);
        self.terminal.write(above)
    }

    /// Gives the terminal to whoever runs next, with what stands on it.
    pub fn hand_over(&mut self, frame: &Frame) -> io::Result<()> {
        if !self.prompting {
            return Ok(());
        }
        self.show(frame)?;
        self.prompting = false;
        self.terminal.give()
    }

    /// Takes the terminal back, in whatever state it is.
    pub fn take_back(&mut self) -> io::Result<()> {
        self.prompting = true;
        self.terminal.take()
    }
}
