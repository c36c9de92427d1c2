//! The output half: who holds the terminal, and what is painted on it.
//!
//! Invariant: nothing is painted and no mode is on unless the prompt holds the
//! terminal; before the first `take_back` not a byte is written.

use std::io;
use std::os::fd::BorrowedFd;

use editor::event::{Size, Stream};
use editor::frame::Frame;

use crate::capture::Capture;
use crate::paint::Painter;
use crate::raw::Terminal;
use crate::reflow::Reflow;

/// Where the size cannot be asked: that of a VT100.
const FALLBACK: Size = Size { columns: 80, rows: 24 };

/// Shows the cursor, in its own shape and colour, on a new line.
const AFTER_A_PANIC: &str = "\x1b[?2026l\x1b[?1049l\x1b[m\x1b[?25h\x1b[0 q\r\n";

/// To the alternate screen, and back with the cursor where it was.
const OPEN_PAGE: &str = "\x1b[?1049h\x1b[H\x1b[2J";
const CLOSE_PAGE: &str = "\x1b[?1049l";

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

    /// While the prompt stands, others' output to the terminal is read here.
    pub fn capture(&mut self) -> io::Result<()> {
        self.capture = Capture::of(self.terminal.output(), self.size)?;
        Ok(())
    }

    /// The terminal itself, for reading.
    pub fn terminal(&self) -> &Terminal {
        &self.terminal
    }

    /// Whether the mouse is reported, from now on.
    pub fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.terminal.set_mouse(mouse)
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
        let size = self.terminal.size().or(self.told).unwrap_or(FALLBACK);
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

    /// The host knows the size of a terminal that cannot be asked.
    pub fn tell_size(&mut self, size: Size) {
        self.told = Some(size);
    }

    /// Row of the live region that the cursor is in.
    pub fn cursor_row(&self) -> u16 {
        self.cursor_row
    }

    /// Others' streams, and what to watch for each.
    pub fn captured(&self) -> impl Iterator<Item = (Stream, BorrowedFd<'_>)> {
        self.capture.iter().flat_map(Capture::watched)
    }

    /// What others wrote to a stream.
    pub fn read_captured(&self, stream: Stream) -> Vec<u8> {
        self.capture.as_ref().map(|capture| capture.read(stream)).unwrap_or_default()
    }

    /// Gives others their streams back; returns what they wrote and nobody read yet.
    pub fn release_streams(&mut self) -> Vec<(Stream, Vec<u8>)> {
        self.capture.as_mut().map(Capture::end).unwrap_or_default()
    }

    /// Prints whole lines for good: with the next frame, or at once while the
    /// terminal is the evaluation's.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        if self.holder == Holder::Host {
            return self.terminal.write(text);
        }
        self.above.push_str(text);
        Ok(())
    }

    /// Writes a sequence that neither prints nor moves.
    pub fn send(&self, sequence: &str) -> io::Result<()> {
        self.terminal.write(sequence)
    }

    /// One frame, one write.
    pub fn show(&mut self, frame: &Frame) -> io::Result<()> {
        self.cursor_row = frame.cursor.map_or(0, |(_, row)| row);
        let bytes = if frame.full { self.page(frame) } else { self.live(frame) };
        self.terminal.write(bytes)
    }

    /// A page is painted as a live region that begins at the top of the alternate
    /// screen; what is to be printed waits until it is closed.
    fn page(&mut self, frame: &Frame) -> Vec<u8> {
        let mut bytes = if self.page.is_none() { OPEN_PAGE.as_bytes().to_vec() } else { Vec::new() };
        let page = self.page.get_or_insert_with(|| Painter::new(self.size, Reflow::Never));
        bytes.extend(page.show("", frame));
        bytes
    }

    fn live(&mut self, frame: &Frame) -> Vec<u8> {
        let mut bytes = self.close_page();
        bytes.extend(self.painter.show(&std::mem::take(&mut self.above), frame));
        bytes
    }

    fn close_page(&mut self) -> Vec<u8> {
        let Some(mut page) = self.page.take() else { return Vec::new() };
        [page.leave(), CLOSE_PAGE.as_bytes().to_vec()].concat()
    }

    /// Clears the screen; the next frame is drawn at its top. Scrollback stays.
    pub fn clear(&mut self) -> io::Result<()> {
        self.painter.forget();
        self.terminal.write("\x1b[H\x1b[2J")
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
            self.show(frame)?;
        }
        self.holder = to;
        let closed = self.close_page();
        let left = self.terminal.write([closed, self.painter.leave()].concat());
        self.terminal.give().and(left)
    }

    /// Takes the terminal back, in whatever state it is, on a line of its own.
    pub fn take_back(&mut self) -> io::Result<()> {
        if self.holder == Holder::Prompt {
            return Ok(());
        }
        self.holder = Holder::Prompt;
        self.painter.forget();
        self.terminal.take()?;
        self.terminal.write(fresh_line(self.size.columns))?;
        self.capture.as_mut().map_or(Ok(()), |capture| capture.begin(self.terminal.output()))
    }

    /// Leaves the terminal usable after a panic, whatever was on it.
    pub fn restore(&mut self) {
        let leftover = self.release_streams();
        if self.holder == Holder::Prompt {
            let _ = self.terminal.write(AFTER_A_PANIC);
            let _ = self.terminal.give();
        }
        for (_, bytes) in leftover {
            let _ = self.terminal.write(bytes);
        }
        self.holder = Holder::Host;
    }
}

/// Moves to the start of a line that is empty, without asking where the cursor is: a
/// mark and spaces fill exactly one line, so they reach the next line only if the
/// cursor was not at the start of one. There the mark stays, since it tells that the
/// output had no newline; else the frame covers it. zsh and fish do the same.
fn fresh_line(columns: u16) -> String {
    let spaces = usize::from(columns).saturating_sub(1);
    format!("\x1b[2m%\x1b[m{:spaces$}\r", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pty::Pty;
    use crate::raw::Modes;
    use editor::frame::CursorShape;
    use ratatui_core::buffer::Buffer;
    use std::os::fd::AsFd;

    fn frame(text: &str) -> Frame {
        let cells = Buffer::with_lines([format!("{text:<80}")]);
        Frame {
            cells,
            wrapped: vec![false],
            cursor: Some((4, 0)),
            top: 0,
            shape: CursorShape::Default,
            full: false,
        }
    }

    /// What stands on the screen when a program left `output` before the prompt.
    fn check(output: &str, expected: &str) {
        let pty = Pty::open(FALLBACK).unwrap();
        let terminal = Terminal::open(pty.slave.as_fd(), pty.slave.as_fd(), Modes::default()).unwrap();
        let mut screen = Screen::new(terminal, Reflow::of("xterm-256color", |_| None));
        screen.send(output).unwrap();
        screen.take_back().unwrap();
        screen.show(&frame(">>> ")).unwrap();
        screen.print("above\n").unwrap();
        screen.show(&frame(">>> ")).unwrap();
        let mut emulator = vt100::Parser::default();
        emulator.process(&pty.drain());
        assert_eq!(rows(&emulator), expected);
        screen.hand_over(&frame(">>> ")).unwrap();
        emulator.process(&pty.drain());
        assert_eq!(rows(&emulator), expected.strip_suffix(">>>").unwrap().trim_end());
    }

    fn rows(emulator: &vt100::Parser) -> String {
        let rows: Vec<_> = emulator.screen().rows(0, 80).map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n").trim_end().to_owned()
    }

    #[test]
    fn a_page_covers_the_prompt_and_gives_it_back() {
        let pty = Pty::open(FALLBACK).unwrap();
        let terminal = Terminal::open(pty.slave.as_fd(), pty.slave.as_fd(), Modes::default()).unwrap();
        let mut screen = Screen::new(terminal, Reflow::of("xterm-256color", |_| None));
        let mut emulator = vt100::Parser::default();
        let mut see = |screen: &mut Screen, frame: &Frame| {
            screen.show(frame).unwrap();
            emulator.process(&pty.drain());
            rows(&emulator)
        };
        screen.take_back().unwrap();
        assert_eq!(see(&mut screen, &frame(">>> one")), ">>> one");
        let page = Frame { full: true, ..frame("a page") };
        assert_eq!(see(&mut screen, &page), "a page");
        screen.print("meanwhile\n").unwrap();
        assert_eq!(see(&mut screen, &page), "a page");
        assert_eq!(see(&mut screen, &frame(">>> two")), "meanwhile\n>>> two");
    }

    #[test]
    fn a_prompt_has_a_line_of_its_own() {
        check("", "above\n>>>");
        check("done\n", "done\nabove\n>>>");
        check("half", "half%\nabove\n>>>");
        check(&"x".repeat(80), &format!("{}\nabove\n>>>", "x".repeat(80)));
    }
}
