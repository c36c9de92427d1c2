//! Others' output: while the prompt stands, descriptors 1 and 2 lead to pseudo-terminals
//! of our own, so that whoever writes to the terminal, by whatever means, writes above
//! the prompt.
//!
//! Only where they are the session's terminal: a file or pipe stays one. Only one
//! session at a time, since a process has one descriptor 1. A stream each, so that the
//! two are told apart. Everything that was written before `end` comes out of `end`.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use editor::event::{Size, Stream};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::fstat;
use rustix::stdio::{dup2_stderr, dup2_stdout, stderr, stdout};
use rustix::termios::{LocalModes, OptionalActions, OutputModes, isatty, tcgetattr, tcsetattr};

use crate::pty::Pty;

/// Whether a session captures.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Duplicates of the real descriptors 1 and 2 while they are captured, else -1.
static REAL: [AtomicI32; 2] = [const { AtomicI32::new(-1) }; 2];

/// Bytes that are read of a stream at a time, so that keys get their turn.
const CHUNK: usize = 1 << 16;

/// Written behind everything else by `end`: what was written arrives at the master's end
/// a moment later, so an empty read does not mean that all was read. As an application
/// program command it would show nothing if it ever got out.
const END: &[u8] = b"\x1b_sideloop:end\x1b\\";

/// How long `end` goes on when a child that writes without pause leaves no room for `END`.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 5_000_000 };
const ATTEMPTS: usize = 20;

/// Gives a child of `fork` the real descriptors: nobody reads the others' end there.
/// Async-signal-safe; to be called in the child, before it writes.
pub fn restore_in_child() {
    for (real, number) in REAL.iter().zip(1..) {
        let real = real.swap(-1, Ordering::SeqCst);
        if real >= 0 {
            #[allow(unsafe_code)] // rustix's dup2 wants an owner of the number 1, which nobody is
            // SAFETY: numbers are copied; whoever holds one of them keeps it.
            unsafe {
                libc::dup2(real, number);
            }
        }
    }
}

/// The streams of this process that go to the session's terminal.
#[derive(Debug)]
pub struct Capture {
    streams: Vec<Captured>,
}

#[derive(Debug)]
struct Captured {
    stream: Stream,
    pty: Pty,
    /// For `END`: a write there never waits.
    end: OwnedFd,
    /// Where the stream really goes, while it is captured.
    real: Option<OwnedFd>,
}

impl Capture {
    /// Prepares to capture what goes to `terminal`; `None` when nothing does, or when
    /// another session captures already.
    pub fn of(terminal: BorrowedFd<'_>, size: Size) -> io::Result<Option<Self>> {
        let mut streams = Vec::new();
        for stream in [Stream::Stdout, Stream::Stderr] {
            if same_terminal(descriptor(stream), terminal) {
                streams.push(Captured::new(stream, terminal, size)?);
            }
        }
        if streams.is_empty() || TAKEN.swap(true, Ordering::SeqCst) {
            return Ok(None);
        }
        Ok(Some(Self { streams }))
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
        TAKEN.store(false, Ordering::SeqCst);
    }
}

impl Captured {
    fn new(stream: Stream, terminal: BorrowedFd<'_>, size: Size) -> io::Result<Self> {
        let pty = Pty::open(size)?;
        let mut termios = tcgetattr(terminal)?;
        termios.output_modes -= OutputModes::OPOST;
        termios.local_modes -= LocalModes::ECHO;
        tcsetattr(&pty.slave, OptionalActions::Now, &termios)?;
        let end = pty.nonblocking_slave()?;
        Ok(Self { stream, pty, end, real: None })
    }

    /// The host may have led the stream elsewhere since: then it stays there.
    fn begin(&mut self, terminal: BorrowedFd<'_>) -> io::Result<()> {
        if self.real.is_some() || !same_terminal(descriptor(self.stream), terminal) {
            return Ok(());
        }
        let real = rustix::io::fcntl_dupfd_cloexec(descriptor(self.stream), 10)?;
        self.slot().store(real.as_raw_fd(), Ordering::SeqCst);
        self.real = Some(real);
        redirect(self.stream, self.pty.slave.as_fd())
    }

    fn end(&mut self) -> Option<(Stream, Vec<u8>)> {
        let real = self.real.take()?;
        self.slot().store(-1, Ordering::SeqCst);
        if same_terminal(descriptor(self.stream), self.pty.slave.as_fd()) {
            // It fails only if the number is gone, and then there is nothing to give back.
            let _ = redirect(self.stream, real.as_fd());
        }
        Some((self.stream, self.drain()))
    }

    /// Everything up to a mark that is written now.
    fn drain(&self) -> Vec<u8> {
        let mut all = Vec::new();
        let mut marked = false;
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

    fn read(&self) -> Vec<u8> {
        let mut bytes = vec![0; CHUNK];
        let mut filled = 0;
        while let Ok(length @ 1..) = rustix::io::read(&self.pty.master, &mut bytes[filled..]) {
            filled += length;
        }
        bytes.truncate(filled);
        bytes
    }

    fn slot(&self) -> &'static AtomicI32 {
        &REAL[match self.stream {
            Stream::Stdout => 0,
            Stream::Stderr => 1,
        }]
    }
}

fn descriptor(stream: Stream) -> BorrowedFd<'static> {
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

fn same_terminal(one: BorrowedFd<'_>, other: BorrowedFd<'_>) -> bool {
    match (fstat(one), fstat(other)) {
        (Ok(a), Ok(b)) => isatty(one) && (a.st_dev, a.st_ino) == (b.st_dev, b.st_ino),
        _ => false,
    }
}
