//! Others' output: while the prompt stands, descriptors 1 and 2 lead to pseudo-terminals
//! of our own, so that whoever writes to the terminal, by whatever means, writes above
//! the prompt.
//!
//! Only where they are the session's terminal: a file or pipe stays one. Only one
//! session at a time, since a process has one descriptor 1. A stream each, so that the
//! two are told apart. Everything that was written before `end` comes out of `end`.

mod children;
mod stream;

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::atomic::{AtomicBool, Ordering};

use editor::event::{Size, Stream};

use children::outlive;
use stream::{Captured, descriptor, same_terminal};

/// Whether a session captures.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// In a child of `fork` nobody captures. What it writes still stands above its parent's
/// prompt, as what other children write does.
///
/// Async-signal-safe; to be called in the child.
pub fn after_fork_in_child() {
    TAKEN.store(false, Ordering::SeqCst);
    children::after_fork_in_child();
}

/// The streams of this process that go to the session's terminal.
#[derive(Debug)]
pub struct Capture {
    streams: Vec<Captured>,
}

impl Capture {
    /// Prepares to capture what goes to `terminal`; `None` when nothing does, or when
    /// another session captures already.
    pub fn of(terminal: BorrowedFd<'_>, size: Size) -> io::Result<Option<Self>> {
        let ours = |stream: &Stream| same_terminal(descriptor(*stream), terminal);
        let streams: Vec<_> = [Stream::Stdout, Stream::Stderr].into_iter().filter(ours).collect();
        if streams.is_empty() || TAKEN.swap(true, Ordering::SeqCst) {
            return Ok(None);
        }
        let mut capture = Self { streams: Vec::new() };
        for stream in streams {
            capture.streams.push(Captured::new(stream, terminal, size)?);
        }
        Ok(Some(capture))
    }

    /// From now on, what is written to the streams is read here.
    pub fn begin(&mut self, terminal: BorrowedFd<'_>) -> io::Result<()> {
        self.streams.iter_mut().try_for_each(|captured| captured.begin(terminal))
    }

    /// Gives the descriptors back; returns what was written to them and not yet read.
    pub fn end(&mut self) -> Vec<(Stream, Vec<u8>)> {
        self.streams.iter_mut().filter_map(Captured::end).collect()
    }

    /// What to wait for. Also after `end`: a child that was started before writes on.
    pub fn watched(&self) -> impl Iterator<Item = (Stream, BorrowedFd<'_>)> {
        self.streams.iter().map(|captured| (captured.stream, captured.pty.master.as_fd()))
    }

    /// What was written to a stream, up to a chunk of it.
    pub fn read(&self, stream: Stream) -> Vec<u8> {
        let captured = self.streams.iter().find(|captured| captured.stream == stream);
        captured.map(Captured::read).unwrap_or_default()
    }

    /// Programs are told the terminal's size.
    pub fn resize(&self, size: Size) -> io::Result<()> {
        self.streams.iter().try_for_each(|captured| captured.pty.resize(size))
    }
}

impl Drop for Capture {
    fn drop(&mut self) {
        self.end();
        for captured in self.streams.drain(..) {
            let Captured { stream, pty, end, .. } = captured;
            drop(end);
            outlive(stream, pty);
        }
        TAKEN.store(false, Ordering::SeqCst);
    }
}
