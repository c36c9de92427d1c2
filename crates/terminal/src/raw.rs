//! The terminal as a guard: raw and with our modes while it is held, as the host
//! had it whenever it is not, on every way out.
//!
//! Works on the descriptors that it is given and on nothing else. Attributes are
//! changed with TCSADRAIN or TCSANOW only: TCSAFLUSH would throw typed keys away.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::Arc;

use editor::event::Size;
use rustix::io::Errno;
use rustix::process::{getpgrp, test_kill_process_group};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetpgrp, tcgetwinsize, tcsetattr, tcsetpgrp};

mod attributes;
mod modes;
mod title;
mod typed;
mod write;

use crate::fatal::Guard;
use crate::source::Watched;
use attributes::raw;
pub use modes::Modes;
pub use modes::{CLOSE_PAGE, OPEN_PAGE};
use modes::{MOUSE_OFF, MOUSE_ON, PUT_RIGHT};
use title::Title;
pub use typed::is_enter;
pub(crate) use write::write_all;

/// Below what was typed, with a cursor that is seen.
const AT_DEATH: &str = "\x1b[m\x1b[?25h\r\n";

/// A terminal, by duplicates of the host's descriptors.
#[derive(Debug)]
pub struct Terminal {
    input: Arc<OwnedFd>,
    output: OwnedFd,
    cooked: Termios,
    modes: Modes,
    /// Restores the terminal if a signal ends the process; there while it is held.
    held: Option<Guard>,
    given: bool,
    title: Title,
    /// To be written before anything else is.
    queue: Vec<u8>,
}

impl Terminal {
    /// Takes duplicates of the two descriptors and notes how the host has the terminal.
    pub fn open(input: BorrowedFd<'_>, output: BorrowedFd<'_>, modes: Modes) -> io::Result<Self> {
        let input = Arc::new(duplicate(input)?);
        let cooked = tcgetattr(&input)?;
        Ok(Self {
            input,
            output: duplicate(output)?,
            cooked,
            modes,
            held: None,
            given: false,
            title: Title::default(),
            queue: Vec::new(),
        })
    }

    /// Where keys are read.
    pub fn input(&self) -> BorrowedFd<'_> {
        self.input.as_fd()
    }

    /// What to watch for keys.
    pub fn watched(&self) -> Watched {
        Arc::clone(&self.input) as Watched
    }

    /// Where frames are written.
    pub fn output(&self) -> BorrowedFd<'_> {
        self.output.as_fd()
    }

    /// The size in cells; `None` where the terminal does not know.
    pub fn size(&self) -> Option<Size> {
        let size = tcgetwinsize(&self.output).ok()?;
        (size.ws_col > 0 && size.ws_row > 0).then_some(Size { columns: size.ws_col, rows: size.ws_row })
    }

    /// Whether the mouse is reported; at once where the terminal is held.
    pub fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        let before = std::mem::replace(&mut self.modes.mouse, mouse);
        if self.held.is_none() || before == mouse {
            return Ok(());
        }
        self.write(if mouse { MOUSE_ON } else { MOUSE_OFF })
    }

    /// The title of the terminal's window while the session lasts; empty for its own.
    pub fn set_title(&mut self, title: &str) -> io::Result<()> {
        if !self.title.want(title) || self.held.is_none() {
            return Ok(());
        }
        let change = self.title.change();
        self.write(change)
    }

    /// Others see the terminal's own title, until it is taken again.
    pub fn put_title_aside(&mut self) -> io::Result<()> {
        let change = self.title.put_aside();
        self.write(change)
    }

    /// Raw mode at once and our modes with the next write, whatever was left behind since
    /// `give`. Typed keys stay.
    pub fn take(&mut self) -> io::Result<()> {
        self.reclaim();
        let modes = Modes { mouse: true, ..self.modes }.off();
        let last = format!("{modes}{}{AT_DEATH}", self.title.restore());
        self.held = Some(Guard::new(self.input(), self.output(), last)?);
        tcsetattr(&self.input, OptionalActions::Now, &raw(&self.cooked))?;
        let before = if self.given { PUT_RIGHT } else { "" };
        let title = self.title.change();
        self.queue(format!("{before}{title}{}", self.modes.on()));
        Ok(())
    }

    /// The alternate screen is shown from now on, or no more: a fatal signal leaves it first.
    pub fn note_page(&self, open: bool) {
        if let Some(guard) = &self.held {
            guard.page(open);
        }
    }

    /// A program that ran in the foreground and died may have left the terminal to a
    /// process group that is no more. To one that lives it is left.
    fn reclaim(&self) {
        if let Ok(group) = tcgetpgrp(&self.input)
            && group != getpgrp()
            && test_kill_process_group(group) == Err(Errno::SRCH)
        {
            let _ = tcsetpgrp(&self.input, getpgrp());
        }
    }

    /// As the host had it. Keys that were not read stay for whoever reads next.
    pub fn give(&mut self) -> io::Result<()> {
        let Some(guard) = self.held.take() else { return Ok(()) };
        self.given = true;
        let written = self.write(self.modes.off());
        tcsetattr(&self.input, OptionalActions::Drain, &self.cooked)?;
        drop(guard);
        written
    }

    /// Whether it is this process's terminal but another job has it now.
    pub fn is_in_background(&self) -> bool {
        tcgetpgrp(&self.input).is_ok_and(|group| group != getpgrp())
    }

    /// Goes out with what is written next: each write may wake whoever shows it.
    pub fn queue(&mut self, bytes: impl AsRef<[u8]>) {
        self.queue.extend_from_slice(bytes.as_ref());
    }

    /// Writes what is queued and all of this, however slow the terminal is and whether or
    /// not the host made its descriptor non-blocking.
    pub fn write(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        self.queue(bytes);
        let queue = std::mem::take(&mut self.queue);
        write_all(self.output(), &queue)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Nobody is left to be told that the terminal is gone.
        let _ = self.give();
        self.title.want("");
        let title = self.title.change();
        let _ = self.write(title);
    }
}

/// A duplicate above the numbers that programs expect to get, closed in children.
fn duplicate(fd: BorrowedFd<'_>) -> io::Result<OwnedFd> {
    Ok(rustix::io::fcntl_dupfd_cloexec(fd, 10)?)
}

#[cfg(test)]
mod tests;
