//! The output half: the picture on the terminal, and what is printed above it.
//!
//! Invariant: nothing is painted and no mode is on unless the prompt holds the
//! terminal (`holder`); before the first `take_back` not a byte is written.

mod captured;
mod holder;

use std::io;

use editor::event::Size;
use editor::foreign::{self, is_foreign};
use editor::frame::Frame;
use editor::settings::Settings;

use crate::capture::Capture;
use crate::paint::Painter;
use crate::raw::{CLOSE_PAGE, OPEN_PAGE, Terminal};
use crate::reflow::Reflow;
pub use holder::Holder;

/// Where the size cannot be asked: that of a VT100.
const FALLBACK: Size = Size { columns: 80, rows: 24 };

/// The terminal and the picture on it.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal,
    painter: Painter,
    /// The alternate screen's, while a page is open.
    page: Option<Painter>,
    capture: Option<Capture>,
    holder: Holder,
    size: Size,
    /// The size that the host told, for a terminal that cannot be asked.
    told: Option<Size>,
    /// To be printed for good with the next frame.
    above: String,
}

impl Screen {
    /// A screen that nobody has asked for yet.
    pub fn new(terminal: Terminal, reflow: Reflow) -> Self {
        let size = terminal.size().unwrap_or(FALLBACK);
        Self {
            terminal,
            painter: Painter::new(size, reflow),
            page: None,
            capture: None,
            holder: Holder::Nobody,
            size,
            told: None,
            above: String::new(),
        }
    }

    /// The terminal itself, for reading.
    pub fn terminal(&self) -> &Terminal {
        &self.terminal
    }

    /// Whether the mouse is reported, and the window's title, from now on.
    pub fn configure(&mut self, settings: &Settings) -> io::Result<()> {
        self.terminal.set_mouse(settings.mouse)?;
        self.terminal.set_title(&settings.terminal_title)
    }

    /// The shell has the terminal for a while: it is to have its own title.
    pub fn put_title_aside(&mut self) -> io::Result<()> {
        self.terminal.put_title_aside()
    }

    /// Who has the terminal. Keys may be read only while it is the prompt.
    pub fn holder(&self) -> Holder {
        self.holder
    }

    /// The size that frames are to have.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The size, if it has changed since it was last asked for.
    pub fn new_size(&mut self) -> Option<Size> {
        let size = self.present_size();
        if size == self.size {
            return None;
        }
        self.size = size;
        self.painter.resize(size);
        if self.page.take().is_some() {
            // The alternate screen is not re-wrapped: it is cleared and drawn afresh.
            self.page = Some(Painter::new(size, Reflow::Never));
            let _ = self.terminal.write("\x1b[H\x1b[2J");
        }
        if let Some(capture) = &self.capture {
            // Programs that are told a wrong size still run.
            let _ = capture.resize(size);
        }
        Some(size)
    }

    fn present_size(&self) -> Size {
        self.terminal.size().or(self.told).unwrap_or(FALLBACK)
    }

    /// The host knows the size of a terminal that cannot be asked.
    pub fn tell_size(&mut self, size: Size) {
        self.told = Some(size);
    }

    /// Row of the live region that the cursor is in.
    pub fn cursor_row(&self) -> u16 {
        self.page.as_ref().unwrap_or(&self.painter).row()
    }

    /// Prints whole lines for good: with the next frame, or at once while the
    /// terminal is the evaluation's.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        if self.holder == Holder::Host {
            return self.terminal.write(foreign::to_bytes(text.as_bytes()));
        }
        self.above.push_str(text);
        Ok(())
    }

    /// Writes a sequence that neither prints nor moves, or while the terminal is not the
    /// prompt's, anything.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        self.terminal.write(bytes)
    }

    /// Draws a typed character that the next frame is likely to have at the cursor; whether it did.
    pub fn echo(&mut self, c: char) -> io::Result<bool> {
        // In a window of another size the cursor may be elsewhere.
        if self.page.is_some() || self.present_size() != self.size {
            return Ok(false);
        }
        let bytes = self.painter.echo(c);
        if !bytes.is_empty() {
            self.terminal.write(&bytes)?;
        }
        Ok(!bytes.is_empty())
    }

    /// One frame, one write.
    pub fn show(&mut self, frame: &Frame) -> io::Result<()> {
        let bytes = self.draw(frame);
        self.terminal.write(bytes)
    }

    fn draw(&mut self, frame: &Frame) -> Vec<u8> {
        if frame.full { self.page(frame) } else { self.live(frame) }
    }

    /// A page is painted as a live region that begins at the top of the alternate
    /// screen; what is to be printed waits until it is closed.
    fn page(&mut self, frame: &Frame) -> Vec<u8> {
        self.terminal.note_page(true);
        let mut bytes = if self.page.is_none() { OPEN_PAGE.as_bytes().to_vec() } else { Vec::new() };
        let page = self.page.get_or_insert_with(|| Painter::new(self.size, Reflow::Never));
        bytes.extend(page.show("", frame));
        bytes
    }

    fn live(&mut self, frame: &Frame) -> Vec<u8> {
        let mut bytes = self.close_page();
        let above = std::mem::take(&mut self.above);
        let drawn = self.painter.show(&above, frame);
        bytes.extend_from_slice(&if above.contains(is_foreign) {
            foreign::to_bytes(&drawn)
        } else {
            drawn.into()
        });
        bytes
    }

    fn close_page(&mut self) -> Vec<u8> {
        let Some(mut page) = self.page.take() else { return Vec::new() };
        self.terminal.note_page(false);
        [page.leave(), CLOSE_PAGE.as_bytes().to_vec()].concat()
    }

    /// Scrolls what is above the prompt off the screen; the next frame is drawn at the top.
    pub fn clear(&mut self) -> io::Result<()> {
        self.terminal.write(self.painter.clear())
    }
}

#[cfg(test)]
mod tests;
