//! Who holds the terminal: how it changes hands, and how it is left after a panic.

use std::io;

use editor::frame::Frame;

use super::Screen;
use crate::raw::CLOSE_PAGE;

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

impl Screen {
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
