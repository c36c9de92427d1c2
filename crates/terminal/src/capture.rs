//! Others' output: while the prompt stands, descriptors 1 and 2 lead to pseudo-terminals
//! of our own, so that whoever writes to the terminal, by whatever means, writes above
//! the prompt.
//!
//! Only where they are the session's terminal: a file or pipe stays one. Only one
//! session at a time, since a process has one descriptor 1: one that is opened while another
//! evaluates has its own capture, and the other one's rests. A stream each, so that the
//! two are told apart. Everything that was written before `end` comes out of `end`.

mod block;
mod children;
mod order;
mod stream;
mod turn;

use std::io;
use std::os::fd::BorrowedFd;
use std::sync::Arc;

use editor::event::{Size, Stream};

use crate::source::Watched;
use block::Shared;
pub use block::{Block, behind};
use children::outlive;
use order::{Order, merge};
use stream::{Captured, descriptor, device, same_terminal};
use turn::{Prepared, Turn};

use crate::raw::write_all;

const BOTH: [Stream; 2] = [Stream::Stdout, Stream::Stderr];

/// In a child of `fork` nobody captures. What it writes still stands above its parent's
/// prompt, as what other children write does.
///
/// Async-signal-safe; to be called in the child.
pub fn after_fork_in_child() {
    turn::after_fork_in_child();
    block::after_fork_in_child();
    children::after_fork_in_child();
}

/// The streams of this process that go to the session's terminal.
#[derive(Debug)]
pub struct Capture {
    streams: Vec<Captured>,
    order: Arc<Order>,
    /// The block that goes on with it when the session is over.
    lender: Option<Arc<Shared>>,
    /// It may begin.
    wanted: bool,
    prepared: Arc<Prepared>,
    /// It captures.
    turn: Option<Turn>,
}

impl Capture {
    /// Prepares to capture what goes to `terminal`; `None` when nothing does, or when nobody
    /// wants it. The capture of a block comes with the streams captured, as far as that is
    /// wanted.
    pub fn of(terminal: BorrowedFd<'_>, size: Size, wanted: bool) -> io::Result<Option<Self>> {
        if let Some(capture) = Shared::lend(terminal, size, wanted)? {
            return Ok(Some(capture));
        }
        let ours = leading_to(terminal);
        if !wanted || ours.is_empty() {
            return Ok(None);
        }
        Self::new(ours.iter().map(std::slice::from_ref), terminal, size, Prepared::beside()).map(Some)
    }

    /// Of each group of streams what goes to `terminal`.
    fn new<'s>(
        groups: impl Iterator<Item = &'s [Stream]>,
        terminal: BorrowedFd<'_>,
        size: Size,
        prepared: Prepared,
    ) -> io::Result<Self> {
        let streams = groups.map(|group| Captured::new(group, terminal, size));
        let streams = streams.collect::<io::Result<Vec<_>>>()?;
        let order = Order::of(streams.iter().map(|captured| captured.pty.name()));
        Ok(Self::of_streams(streams, Arc::new(order), Arc::new(prepared)))
    }

    fn of_streams(streams: Vec<Captured>, order: Arc<Order>, prepared: Arc<Prepared>) -> Self {
        Self { streams, order, lender: None, wanted: true, prepared, turn: None }
    }

    /// From now on, what is written to the streams is read here, unless another session
    /// captures it.
    pub fn begin(&mut self, terminal: BorrowedFd<'_>) -> io::Result<()> {
        self.turn = self.turn.take().or_else(|| Turn::begin(self.wanted));
        if self.turn.is_none() {
            return Ok(());
        }
        self.streams.iter_mut().try_for_each(|captured| captured.begin(terminal))
    }

    /// Gives the descriptors back; returns what was written to them and not yet read.
    pub fn end(&mut self) -> Vec<(Stream, Vec<u8>)> {
        let Some(turn) = self.turn.take() else { return Vec::new() };
        let turns = self.order.turns();
        let end = |captured: &mut Captured| captured.end().map_or_else(Vec::new, |(_, bytes)| bytes);
        let read = self.streams.iter_mut().map(end).collect();
        drop(turn);
        self.by_turns(&turns, read)
    }

    /// Prints what children write that were started at a prompt, while none of this session's
    /// stands: as they would do themselves, so above another session's prompt.
    pub fn pass_on(&self, terminal: BorrowedFd<'_>) -> io::Result<()> {
        self.read().into_iter().try_for_each(|(stream, bytes)| {
            let elsewhere = device(descriptor(stream)).is_some();
            write_all(if elsewhere { descriptor(stream) } else { terminal }, &bytes)
        })
    }

    /// What to wait for. Also after `end`: a child that was started before writes on.
    pub fn watched(&self) -> impl Iterator<Item = Watched> {
        self.streams.iter().map(|captured| Arc::clone(&captured.pty.master) as Watched)
    }

    /// What was written, up to a chunk of each stream, in the order in which it was.
    pub fn read(&self) -> Vec<(Stream, Vec<u8>)> {
        let turns = self.order.turns();
        self.by_turns(&turns, self.streams.iter().map(Captured::read).collect())
    }

    fn by_turns(&self, turns: &[usize], read: Vec<Vec<u8>>) -> Vec<(Stream, Vec<u8>)> {
        let merged = merge(turns, read).into_iter();
        merged.map(|(number, bytes)| (self.streams[number].stream(), bytes)).collect()
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
            self.turn = None;
            return lender.take_back(Self::of_streams(streams, self.order.clone(), self.prepared.clone()));
        }
        self.end();
        for captured in self.streams.drain(..) {
            let stream = captured.stream();
            let Captured { pty, end, .. } = captured;
            drop(end);
            outlive(stream, pty);
        }
    }
}

/// The streams that lead to a terminal.
fn leading_to(terminal: BorrowedFd<'_>) -> Vec<Stream> {
    BOTH.into_iter().filter(|&stream| same_terminal(descriptor(stream), terminal)).collect()
}
