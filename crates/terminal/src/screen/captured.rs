//! What others write to the terminal while the prompt stands.

use std::io;

use editor::event::Stream;

use super::Screen;
use crate::capture::Capture;
use crate::source::Watched;

impl Screen {
    /// While the prompt stands, others' output to the terminal is read here if that is wanted.
    pub fn capture(&mut self, wanted: bool) -> io::Result<()> {
        self.capture = Capture::of(self.terminal.output(), self.size, wanted)?;
        Ok(())
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
}
