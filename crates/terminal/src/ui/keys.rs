//! Keys: how much of what was typed is read, and what it comes to.
//!
//! Invariant: what stands behind an Enter that runs stays in the terminal until its verdict
//! is there, or is late: it may be for the evaluation.

use std::io;
use std::ops::Range;
use std::time::Instant;

use super::Ui;
use crate::keyboard::{Typed, WHERE_IS_THE_CURSOR};
use crate::raw::is_enter;

/// Reads in a row that may bring nothing although there was something to read, because
/// another program took it; more of them, and the terminal is gone.
const EMPTY_READS: u32 = 100;

/// Bytes that are read at a time: a paste of a page or two.
const CHUNK: usize = 1 << 13;

/// The state between two reads.
pub struct Reading {
    buffer: Vec<u8>,
    empty_reads: u32,
    /// Keys came that are not read yet.
    pub deaf: bool,
}

impl Default for Reading {
    fn default() -> Self {
        Self { buffer: vec![0; CHUNK], empty_reads: 0, deaf: false }
    }
}

impl Ui {
    pub(super) fn keys(&mut self) -> io::Result<()> {
        self.reading.deaf = self.app.holds_keys();
        if self.reading.deaf {
            return Ok(());
        }
        let terminal = self.screen.terminal();
        let amid = self.keyboard.is_amid();
        let read = if amid {
            terminal.read(&mut self.reading.buffer)
        } else {
            terminal.read_line(&mut self.reading.buffer)
        };
        let length = match read {
            Err(_) if terminal.is_in_background() => return self.stop_in_background(),
            read => read?.len(),
        };
        self.reading.empty_reads = if length == 0 { self.reading.empty_reads + 1 } else { 0 };
        if self.reading.empty_reads > EMPTY_READS {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match self.reading.buffer[..length].split_last() {
            Some((&last, _)) if !amid && is_enter(last) && terminal.has_more() => self.line_ahead(length),
            _ => self.read(0..length),
        }
    }

    /// A line was typed with more behind it, which is left there if this one runs: it may be
    /// for the evaluation. If not, all of it is one text.
    fn line_ahead(&mut self, length: usize) -> io::Result<()> {
        let enter = length - 1;
        self.read(0..enter)?;
        let rest = if self.app.enter_runs() {
            0
        } else {
            self.screen.terminal().read(&mut self.reading.buffer[length..])?.len()
        };
        self.read(enter..length + rest)
    }

    /// Takes in what was read to this part of the buffer.
    fn read(&mut self, bytes: Range<usize>) -> io::Result<()> {
        let typed = self.keyboard.read(&self.reading.buffer[bytes], Instant::now(), self.screen.cursor_row());
        self.typed(typed)
    }

    fn typed(&mut self, typed: Typed) -> io::Result<()> {
        if typed.ask_position {
            self.screen.send(WHERE_IS_THE_CURSOR)?;
        }
        self.echo(&typed.events)?;
        if self.echoed.is_some() {
            return Ok(());
        }
        typed.events.into_iter().try_for_each(|event| self.feed(event))
    }

    /// No more keys came in time. While some are there to be read, it is us who are late.
    pub(super) fn expire(&mut self) -> io::Result<()> {
        let typed = self.keyboard.expire(Instant::now());
        self.typed(typed)
    }
}
