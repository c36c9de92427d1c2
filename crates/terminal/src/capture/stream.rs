//! Streams of the process, and the pseudo-terminal that they lead to while they are captured.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

use editor::event::{Size, Stream};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use rustix::stdio::{dup2_stderr, dup2_stdout, stderr, stdout};
use rustix::termios::{LocalModes, OptionalActions, OutputModes, isatty, tcgetattr, tcsetattr};

use super::children::close_in_child;
use crate::pty::Pty;
use crate::registry::{self, Device};

/// Bytes that are read of a stream at a time, so that keys get their turn: a terminal takes a
/// frame of so many in a fraction of a millisecond.
const CHUNK: usize = 1 << 13;

/// What was written arrives at the master's end a moment later. On Linux a poll waits for
/// that (`n_tty_poll`, since 4.5); elsewhere nothing to read does not mean that all was read.
const MARKS: bool = cfg!(not(target_os = "linux"));

/// Where it is needed, written behind everything else by `end`. As an application program
/// command it would show nothing if it ever got out.
const END: &[u8] = b"\x1b_sideloop:end\x1b\\";

/// How long `end` goes on when a child that writes without pause leaves no room for `END`.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: if MARKS { 5_000_000 } else { 0 } };
const ATTEMPTS: usize = 20;

/// Standard output, or error, or both: then their order is kept, but not who wrote what.
#[derive(Debug)]
pub(super) struct Captured {
    streams: Vec<Stream>,
    pub pty: Pty,
    /// For `END`: a write there never waits.
    pub end: OwnedFd,
    /// Where the streams really go, while they are captured.
    real: Vec<(Stream, OwnedFd)>,
}

impl Captured {
    /// Nothing is captured yet.
    pub fn new(streams: &[Stream], terminal: BorrowedFd<'_>, size: Size) -> io::Result<Self> {
        let pty = Pty::open(size)?;
        let mut termios = tcgetattr(terminal)?;
        termios.output_modes -= OutputModes::OPOST;
        termios.local_modes -= LocalModes::ECHO;
        tcsetattr(&pty.slave, OptionalActions::Now, &termios)?;
        let end = pty.nonblocking_slave()?;
        let captured = Self { streams: streams.to_vec(), pty, end, real: Vec::new() };
        close_in_child(&captured.pty);
        Ok(captured)
    }

    /// The one whose name stands for all.
    pub fn stream(&self) -> Stream {
        self.streams[0]
    }

    /// From now on what is written to the streams is read here. The host may have led one
    /// elsewhere since, or have used up all descriptors: then it stays where it is.
    pub fn begin(&mut self, terminal: BorrowedFd<'_>) -> io::Result<()> {
        for stream in self.streams.iter().copied() {
            if same_terminal(descriptor(stream), terminal)
                && let Ok(real) = rustix::io::fcntl_dupfd_cloexec(descriptor(stream), 10)
            {
                self.real.push((stream, real));
                redirect(stream, self.pty.slave.as_fd())?;
            }
        }
        Ok(())
    }

    /// Gives the descriptors back; what was written to them and not yet read.
    pub fn end(&mut self) -> Option<(Stream, Vec<u8>)> {
        if self.real.is_empty() {
            return None;
        }
        for (stream, real) in self.real.drain(..) {
            if same_terminal(descriptor(stream), self.pty.slave.as_fd()) {
                // It fails only if the number is gone, and then there is nothing to give back.
                let _ = redirect(stream, real.as_fd());
            }
        }
        Some((self.stream(), self.drain()))
    }

    /// Everything that was written until now.
    pub fn drain(&self) -> Vec<u8> {
        let mut all = Vec::new();
        let mut marked = !MARKS;
        for _ in 0..ATTEMPTS {
            marked = marked || rustix::io::write(&self.end, END) == Ok(END.len());
            if !self.wait() && marked {
                break;
            }
            let from = all.len().saturating_sub(END.len());
            all.extend(self.read());
            if let Some(at) = all[from..].windows(END.len()).position(|window| window == END) {
                all.drain(from + at..from + at + END.len());
                break;
            }
        }
        all
    }

    fn wait(&self) -> bool {
        poll(&mut [PollFd::new(&self.pty.master, PollFlags::IN)], Some(&PATIENCE))
            .is_ok_and(|ready| ready > 0)
    }

    /// What there is to read, up to a chunk.
    pub fn read(&self) -> Vec<u8> {
        let mut bytes = vec![0; CHUNK];
        let mut filled = 0;
        while let Ok(length @ 1..) = rustix::io::read(&self.pty.master, &mut bytes[filled..]) {
            filled += length;
        }
        bytes.truncate(filled);
        bytes
    }
}

/// Where a stream leads now.
pub(super) fn descriptor(stream: Stream) -> BorrowedFd<'static> {
    match stream {
        Stream::Stdout => stdout(),
        Stream::Stderr => stderr(),
    }
}

fn redirect(stream: Stream, to: BorrowedFd<'_>) -> io::Result<()> {
    match stream {
        Stream::Stdout => dup2_stdout(to)?,
        Stream::Stderr => dup2_stderr(to)?,
    }
    Ok(())
}

/// Whether a descriptor leads to a terminal.
pub(super) fn same_terminal(one: BorrowedFd<'_>, terminal: BorrowedFd<'_>) -> bool {
    registry::device(one).is_ok_and(|one| registry::device(terminal).is_ok_and(|terminal| one == terminal))
}

/// What all descriptors of one terminal have in common; `None` where it is none.
pub(super) fn device(terminal: BorrowedFd<'_>) -> Option<Device> {
    registry::device(terminal).ok().filter(|_| isatty(terminal))
}
