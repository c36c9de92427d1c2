//! Others' output: while the prompt stands, descriptors 1 and 2 lead to pseudo-terminals
//! of our own, so that whoever writes to the terminal, by whatever means, writes above
//! the prompt.
//!
//! Only where they are the session's terminal: a file or pipe stays one. Only one
//! session at a time, since a process has one descriptor 1. A stream each, so that the
//! two are told apart. Everything that was written before `end` comes out of `end`.

mod block;
mod children;
mod order;
mod stream;

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use editor::event::{Size, Stream};

use crate::source::Watched;
use block::Shared;
pub use block::{Block, behind};
use children::outlive;
use order::Order;
use stream::{Captured, descriptor, same_terminal};

const BOTH: [Stream; 2] = [Stream::Stdout, Stream::Stderr];

/// Whether a session or a block captures.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// In a child of `fork` nobody captures. What it writes still stands above its parent's
/// prompt, as what other children write does.
///
/// Async-signal-safe; to be called in the child.
pub fn after_fork_in_child() {
    TAKEN.store(false, Ordering::SeqCst);
    block::after_fork_in_child();
    children::after_fork_in_child();
}

/// The streams of this process that go to the session's terminal.
#[derive(Debug)]
pub struct Capture {
    streams: Vec<Captured>,
    /// By their places there.
    order: Arc<Order>,
    /// The block that goes on with it when the session is over.
    lender: Option<Arc<Shared>>,
    /// It may begin.
    wanted: bool,
}

impl Capture {
    /// Prepares to capture what goes to `terminal`; `None` when nothing does, when nobody
    /// wants it, or when another session captures already. The capture of a block comes with
    /// the streams captured, as far as that is wanted.
    pub fn of(terminal: BorrowedFd<'_>, size: Size, wanted: bool) -> io::Result<Option<Self>> {
        if let Some(capture) = Shared::lend(terminal, size, wanted)? {
            return Ok(Some(capture));
        }
        let ours = leading_to(terminal);
        if !wanted || ours.is_empty() {
            return Ok(None);
        }
        Self::new(ours.iter().map(std::slice::from_ref), terminal, size)
    }

    /// Of each group of streams what goes to `terminal`; `None` when another one captures already.
    fn new<'s>(
        groups: impl Iterator<Item = &'s [Stream]>,
        terminal: BorrowedFd<'_>,
        size: Size,
    ) -> io::Result<Option<Self>> {
        let order = Arc::new(Order::new()?);
        if TAKEN.swap(true, Ordering::SeqCst) {
            return Ok(None);
        }
        let mut capture = Self { streams: Vec::new(), order, lender: None, wanted: true };
        for (number, group) in groups.enumerate() {
            let captured = Captured::new(group, terminal, size)?;
            capture.order.add(number, captured.pty.master.as_fd())?;
            capture.streams.push(captured);
        }
        Ok(Some(capture))
    }

    /// From now on, what is written to the streams is read here.
    pub fn begin(&mut self, terminal: BorrowedFd<'_>) -> io::Result<()> {
        let streams = self.streams.iter_mut().filter(|_| self.wanted);
        streams.into_iter().try_for_each(|captured| captured.begin(terminal))
    }

    /// Gives the descriptors back; returns what was written to them and not yet read.
    pub fn end(&mut self) -> Vec<(Stream, Vec<u8>)> {
        self.streams.iter_mut().filter_map(Captured::end).collect()
    }

    /// What to wait for. Also after `end`: a child that was started before writes on.
    pub fn watched(&self) -> impl Iterator<Item = Watched> {
        self.streams.iter().map(|captured| Arc::clone(&captured.pty.master) as Watched)
    }

    /// What was written, up to a chunk of each stream: first what was written to first.
    pub fn read(&self) -> Vec<(Stream, Vec<u8>)> {
        let read = |number: usize| {
            let captured = &self.streams[number];
            let bytes = captured.read();
            self.order.was_read(number, captured.pty.master.as_fd());
            (captured.stream(), bytes)
        };
        self.order.ready().into_iter().map(read).collect()
    }

    /// Programs are told the terminal's size.
    pub fn resize(&self, size: Size) -> io::Result<()> {
        self.streams.iter().try_for_each(|captured| captured.pty.resize(size))
    }
}

impl Drop for Capture {
    fn drop(&mut self) {
        if let Some(lender) = self.lender.take() {
            let streams = std::mem::take(&mut self.streams);
            return lender.take_back(Self { streams, order: self.order.clone(), lender: None, wanted: true });
        }
        self.end();
        for captured in self.streams.drain(..) {
            let stream = captured.stream();
            let Captured { pty, end, .. } = captured;
            drop(end);
            outlive(stream, pty);
        }
        TAKEN.store(false, Ordering::SeqCst);
    }
}

/// The streams that lead to a terminal.
fn leading_to(terminal: BorrowedFd<'_>) -> Vec<Stream> {
    BOTH.into_iter().filter(|&stream| same_terminal(descriptor(stream), terminal)).collect()
}
