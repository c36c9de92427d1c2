//! The output half: who holds the terminal, and what is painted on it.
//!
//! Invariant: nothing is painted and no mode is on unless the prompt holds the
//! terminal; before the first `take_back` not a byte is written.

use std::io;

use editor::event::{Size, Stream};
use editor::foreign::{self, is_foreign};
use editor::frame::Frame;
use editor::settings::Settings;

use crate::capture::Capture;
use crate::paint::Painter;
use crate::raw::{CLOSE_PAGE, OPEN_PAGE, Terminal};
use crate::reflow::Reflow;
use crate::source::Watched;

/// Where the size cannot be asked: that of a VT100.
const FALLBACK: Size = Size { columns: 80, rows: 24 };

/// Ends a frame that was cut, and shows the cursor in its own shape and colour.
const AFTER_A_PANIC: &str = "\x1b[?2026l\x1b[m\x1b[?25h\x1b[0 q";

/// Who may use the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The host, which has not asked for a prompt yet.
    Nobody,
    /// The prompt.
    Prompt,
    /// The evaluation.
    Host,
    /// The person's editor.
    Program,
}

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
    cursor_row: u16,
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
            cursor_row: 0,
        }
    }

    /// While the prompt stands, others' output to the terminal is read here if that is wanted.
    pub fn capture(&mut self, wanted: bool) -> io::Result<()> {
        self.capture = Capture::of(self.terminal.output(), self.size, wanted)?;
        Ok(())
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
        self.cursor_row
    }

    /// What to watch for others' output.
    pub fn captured(&self) -> impl Iterator<Item = Watched> {
        self.capture.iter().flat_map(Capture::watched)
    }

    /// What others wrote, in the order in which they began to.
    pub fn read_captured(&self) -> Vec<(Stream, Vec<u8>)> {
        self.capture.as_ref().map(Capture::read).unwrap_or_default()
    }

    /// Prints what others wrote while the terminal is not the prompt's.
    pub fn pass_on_captured(&self) -> io::Result<()> {
        self.capture.as_ref().map_or(Ok(()), |capture| capture.pass_on(self.terminal.output()))
    }

    /// Gives others their streams back; returns what they wrote and nobody read yet.
    pub fn release_streams(&mut self) -> Vec<(Stream, Vec<u8>)> {
        self.capture.as_mut().map(Capture::end).unwrap_or_default()
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

    /// One frame, one write.
    pub fn show(&mut self, frame: &Frame) -> io::Result<()> {
        let bytes = self.draw(frame);
        self.terminal.write(bytes)
    }

    fn draw(&mut self, frame: &Frame) -> Vec<u8> {
        self.cursor_row = frame.cursor.map_or(0, |(_, row)| row);
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

    /// Gives the terminal and the streams to the host: what is to be printed is, the
    /// live region is erased, and the cursor stands at the start of its first row.
    pub fn hand_over(&mut self, frame: &Frame) -> io::Result<()> {
        let leftover = self.release_streams();
        self.give(frame, Holder::Host)?;
        leftover.into_iter().try_for_each(|(_, bytes)| self.terminal.write(bytes))
    }

    /// Lends the terminal to a program of ours; others' output waits for its end.
    pub fn lend(&mut self, frame: &Frame) -> io::Result<()> {
        self.give(frame, Holder::Program)
    }

    fn give(&mut self, frame: &Frame, to: Holder) -> io::Result<()> {
        if self.holder != Holder::Prompt {
            return Ok(());
        }
        if !self.above.is_empty() {
            let drawn = self.draw(frame);
            self.terminal.queue(drawn);
        }
        self.holder = to;
        let closed = self.close_page();
        self.terminal.queue([closed, self.painter.leave()].concat());
        self.terminal.give()
    }

    /// Takes the terminal back, in whatever state it is; the next frame is on a line of its own.
    pub fn take_back(&mut self) -> io::Result<()> {
        if self.holder == Holder::Prompt {
            return Ok(());
        }
        self.holder = Holder::Prompt;
        self.terminal.take()?;
        // It may have changed meanwhile, and a fresh line is as long as the terminal is wide.
        self.painter.resize(self.present_size());
        self.terminal.queue(self.painter.fresh_line());
        self.capture.as_mut().map_or(Ok(()), |capture| capture.begin(self.terminal.output()))
    }

    /// Leaves the terminal usable after a panic: what stood at the prompt stays, and the
    /// cursor is below it.
    pub fn restore(&mut self) {
        let leftover = self.release_streams();
        if self.holder == Holder::Prompt {
            let closed = if self.page.take().is_some() { CLOSE_PAGE } else { "" };
            let _ = self.terminal.write(format!("{closed}{AFTER_A_PANIC}"));
            let _ = self.terminal.give();
            let _ = self.terminal.write(self.painter.abandon());
        }
        for (_, bytes) in leftover {
            let _ = self.terminal.write(bytes);
        }
        self.holder = Holder::Host;
    }
}

#[cfg(test)]
mod tests;
