//! A capture that lasts for a block of the program, whether or not a prompt stands.
//!
//! Both streams share one pseudo-terminal, so that what is printed between two prompts keeps
//! its order. A thread prints it to the terminal. A session there borrows the capture, with
//! everything printed that was written before, and gives it back when it is over.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};

use editor::event::Size;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::termios::tcgetwinsize;

use super::stream::{descriptor, device};
use super::turn::Prepared;
use super::{BOTH, Capture, leading_to};
use crate::mask::Blocked;
use crate::raw::write_all;
use crate::registry::Device;
use crate::resize::Resized;
use crate::wake::Wake;

/// The block that there is.
static CURRENT: Mutex<Option<Arc<Shared>>> = Mutex::new(None);

/// Whether there is one in this process. Its locks may be held for ever in a child of `fork`.
static OPEN: AtomicBool = AtomicBool::new(false);

/// A block as its thread and its sessions see it.
#[derive(Debug)]
pub(super) struct Shared {
    terminal: OwnedFd,
    place: Mutex<Place>,
    master: Arc<OwnedFd>,
    slave: Option<Device>,
    /// Something of this has changed.
    changed: Wake,
}

/// Where the capture is.
#[derive(Debug)]
enum Place {
    Here(Capture),
    Lent,
    Over,
}

/// A block that is open until this is dropped. In a child of `fork` dropping it does nothing.
#[derive(Debug)]
pub struct Block {
    open: Option<(Arc<Shared>, JoinHandle<()>)>,
    process: u32,
}

impl Block {
    /// Captures both streams from now on, or the one that leads to a terminal. `None` when
    /// neither does, or when a session or another block captures already. Any thread.
    pub fn open() -> io::Result<Option<Self>> {
        let Some(first) = BOTH.into_iter().find(|&stream| device(descriptor(stream)).is_some()) else {
            return Ok(None);
        };
        let terminal = rustix::io::fcntl_dupfd_cloexec(descriptor(first), 10)?;
        let streams = leading_to(terminal.as_fd());
        let Some(alone) = Prepared::alone() else { return Ok(None) };
        let mut capture = Capture::new([&streams[..]].into_iter(), terminal.as_fd(), size(&terminal), alone)?;
        let resized = Resized::listen()?;
        let changed = Wake::new()?;
        let pty = &capture.streams[0].pty;
        let (master, slave) = (pty.master.clone(), device(pty.slave.as_fd()));
        capture.begin(terminal.as_fd())?;
        let place = Mutex::new(Place::Here(capture));
        let shared = Arc::new(Shared { terminal, place, master, slave, changed });
        let blocked = Blocked::all();
        let thread = shared.clone();
        let thread = Builder::new().name("sideloop output".into()).spawn(move || thread.print(&resized));
        drop(blocked);
        let thread = thread?;
        *lock(&CURRENT) = Some(shared.clone());
        OPEN.store(true, Ordering::SeqCst);
        Ok(Some(Self { open: Some((shared, thread)), process: std::process::id() }))
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        let Some((shared, thread)) = self.open.take() else { return };
        if self.process != std::process::id() {
            return std::mem::forget((shared, thread));
        }
        OPEN.store(false, Ordering::SeqCst);
        *lock(&CURRENT) = None;
        let place = std::mem::replace(&mut *lock(&shared.place), Place::Over);
        if let Place::Here(mut capture) = place {
            for (_, bytes) in capture.end() {
                shared.write(&bytes);
            }
        }
        shared.changed.set();
        let _ = thread.join();
    }
}

impl Shared {
    /// The capture for a session on `terminal`, if it is that of the block. One that does not
    /// want to capture gets it as well, and with it what older children write.
    pub fn lend(terminal: BorrowedFd<'_>, size: Size, wanted: bool) -> io::Result<Option<Capture>> {
        let ours = |shared: &Arc<Self>| device(shared.terminal.as_fd()) == device(terminal);
        let Some(shared) = current().filter(ours) else { return Ok(None) };
        let mut place = lock(&shared.place);
        if !matches!(*place, Place::Here(_)) {
            return Ok(None);
        }
        let Place::Here(mut capture) = std::mem::replace(&mut *place, Place::Lent) else { return Ok(None) };
        drop(place);
        shared.write(&capture.streams[0].drain());
        if !wanted {
            capture.end();
        }
        capture.wanted = wanted;
        capture.lender = Some(shared);
        capture.resize(size)?;
        Ok(Some(capture))
    }

    /// The session is over.
    pub fn take_back(&self, mut capture: Capture) {
        let mut place = lock(&self.place);
        if matches!(*place, Place::Over) {
            return;
        }
        for (_, bytes) in capture.end() {
            self.write(&bytes);
        }
        // Where it fails, what is written goes to the terminal without us.
        let _ = capture.begin(self.terminal.as_fd());
        *place = Place::Here(capture);
        drop(place);
        self.changed.set();
    }

    /// Prints what is written until the block is over, as long as no session does.
    fn print(&self, resized: &Resized) {
        let mut here = true;
        loop {
            let ours = [self.changed.as_fd(), resized.as_fd(), self.master.as_fd()];
            let watched = if here { &ours[..] } else { &ours[..2] };
            let mut watched: Vec<_> = watched.iter().map(|fd| PollFd::new(fd, PollFlags::IN)).collect();
            let _ = poll(&mut watched, None);
            self.changed.clear();
            resized.clear();
            let place = lock(&self.place);
            here = matches!(*place, Place::Here(_));
            match &*place {
                Place::Here(capture) => {
                    // Programs that are told a wrong size still run.
                    let _ = capture.resize(size(&self.terminal));
                    self.write(&capture.streams[0].read());
                }
                Place::Lent => {}
                Place::Over => return,
            }
        }
    }

    /// A terminal that is gone takes nothing.
    fn write(&self, bytes: &[u8]) {
        let _ = write_all(self.terminal.as_fd(), bytes);
    }
}

/// The terminal that `output` leads to by way of a block; `None` if it does not.
pub fn behind(output: BorrowedFd<'_>) -> io::Result<Option<OwnedFd>> {
    let shared = current().filter(|shared| shared.slave.is_some() && shared.slave == device(output));
    shared.map(|shared| shared.terminal.try_clone()).transpose()
}

/// Async-signal-safe; to be called in the child.
pub(super) fn after_fork_in_child() {
    OPEN.store(false, Ordering::SeqCst);
}

fn current() -> Option<Arc<Shared>> {
    if OPEN.load(Ordering::SeqCst) { lock(&CURRENT).clone() } else { None }
}

fn size(terminal: &OwnedFd) -> Size {
    let size = tcgetwinsize(terminal);
    size.map_or(Size { columns: 80, rows: 24 }, |size| Size { columns: size.ws_col, rows: size.ws_row })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
