//! The terminals that are held, and how each is restored from within a signal handler.

use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering};

use crate::raw::CLOSE_PAGE;

/// Terminals that can be restored; further ones are not.
static HELD: [AtomicPtr<Cooked>; 64] = [const { AtomicPtr::new(ptr::null_mut()) }; 64];

/// Those who look at what is held; nothing of it is freed meanwhile.
static LOOKING: AtomicUsize = AtomicUsize::new(0);

/// How to restore one terminal.
pub struct Cooked {
    /// A child of `fork` inherits all of this, and has no say in the terminal.
    process: libc::pid_t,
    input: RawFd,
    output: RawFd,
    termios: libc::termios,
    /// Whether the alternate screen is shown.
    page: AtomicBool,
    sequences: Vec<u8>,
}

impl Cooked {
    /// Of a terminal as it is now. `sequences` switch off the modes that it is about to get.
    pub fn new(input: BorrowedFd<'_>, output: BorrowedFd<'_>, sequences: String) -> io::Result<Self> {
        let mut termios = MaybeUninit::zeroed();
        // SAFETY: fills the value in, and all zeroes are one in any case.
        let termios = unsafe {
            if libc::tcgetattr(input.as_raw_fd(), termios.as_mut_ptr()) < 0 {
                return Err(io::Error::last_os_error());
            }
            termios.assume_init()
        };
        Ok(Self {
            process: std::process::id().cast_signed(),
            input: input.as_raw_fd(),
            output: output.as_raw_fd(),
            termios,
            page: AtomicBool::new(false),
            sequences: sequences.into_bytes(),
        })
    }

    /// Async-signal-safe.
    fn restore(&self) {
        let page = if self.page.load(Ordering::SeqCst) { CLOSE_PAGE.as_bytes() } else { &[] };
        let sequences = &self.sequences;
        // SAFETY: all are async-signal-safe. SIGTTOU must not stop the end.
        unsafe {
            libc::write(self.output, page.as_ptr().cast(), page.len());
            libc::write(self.output, sequences.as_ptr().cast(), sequences.len());
            libc::signal(libc::SIGTTOU, libc::SIG_IGN);
            libc::tcsetattr(self.input, libc::TCSANOW, &raw const self.termios);
        }
    }
}

/// A place among those that are held.
#[derive(Debug, Clone, Copy)]
pub struct Slot(usize);

impl Slot {
    /// `None` where all are taken: then the terminal cannot be restored.
    pub fn take(cooked: Cooked) -> Option<Self> {
        let cooked = Box::into_raw(Box::new(cooked));
        let claim = |slot: &AtomicPtr<Cooked>| {
            slot.compare_exchange(ptr::null_mut(), cooked, Ordering::SeqCst, Ordering::SeqCst).is_ok()
        };
        let slot = HELD.iter().position(claim);
        if slot.is_none() {
            free(cooked);
        }
        slot.map(Self)
    }

    /// The alternate screen is shown from now on, or no more.
    pub fn page(self, open: bool) {
        // SAFETY: not freed before this slot is left.
        if let Some(cooked) = unsafe { HELD[self.0].load(Ordering::SeqCst).as_ref() } {
            cooked.page.store(open, Ordering::SeqCst);
        }
    }

    /// The terminal is no longer held.
    pub fn leave(self) {
        let cooked = HELD[self.0].swap(ptr::null_mut(), Ordering::SeqCst);
        while LOOKING.load(Ordering::SeqCst) > 0 {
            std::thread::yield_now();
        }
        free(cooked);
    }
}

/// Restores every terminal that this process holds. Async-signal-safe. Nothing of it is freed
/// any more: the process is about to end.
pub fn restore_all() {
    LOOKING.fetch_add(1, Ordering::SeqCst);
    each(Cooked::restore);
}

/// Whether this process holds one.
pub fn is_any() -> bool {
    let mut any = false;
    LOOKING.fetch_add(1, Ordering::SeqCst);
    each(|_| any = true);
    LOOKING.fetch_sub(1, Ordering::SeqCst);
    any
}

fn each(mut act: impl FnMut(&Cooked)) {
    // SAFETY: async-signal-safe, and always succeeds.
    let process = unsafe { libc::getpid() };
    for slot in &HELD {
        // SAFETY: not freed while somebody looks.
        let cooked = unsafe { slot.load(Ordering::SeqCst).as_ref() };
        if let Some(cooked) = cooked.filter(|cooked| cooked.process == process) {
            act(cooked);
        }
    }
}

fn free(cooked: *mut Cooked) {
    // SAFETY: it was boxed by `Slot::take`, and nobody can reach it any more.
    drop(unsafe { Box::from_raw(cooked) });
}
