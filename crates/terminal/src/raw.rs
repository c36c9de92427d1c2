//! The terminal as a guard: raw and with our modes while it is held, as the host
//! had it whenever it is not, on every way out.
//!
//! Works on the descriptors that it is given and on nothing else. Attributes are
//! changed with TCSADRAIN or TCSANOW only: TCSAFLUSH would throw typed keys away.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

use editor::event::Size;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{getpgrp, test_kill_process_group};
use rustix::termios::{
    InputModes, LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetpgrp, tcgetwinsize,
    tcsetattr, tcsetpgrp,
};

use crate::fatal::Guard;

/// Clicks, drags and the wheel (1002), in SGR's form (1006).
const MOUSE_ON: &str = "\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l";

/// Which modes the prompt asks of the terminal, besides bracketed paste.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Modes {
    /// Report clicks, drags and the wheel.
    pub mouse: bool,
    /// The kitty keyboard protocol: disambiguate (1) and alternate keys (4).
    pub kitty: bool,
}

impl Modes {
    /// Sequences that switch them on.
    fn on(self) -> String {
        let mouse = if self.mouse { MOUSE_ON } else { "" };
        let kitty = if self.kitty { "\x1b[>5u" } else { "" };
        format!("\x1b[?2004h{mouse}{kitty}")
    }

    /// Sequences that switch them off.
    fn off(self) -> String {
        let mouse = if self.mouse { MOUSE_OFF } else { "" };
        let kitty = if self.kitty { "\x1b[<u" } else { "" };
        format!("{kitty}{mouse}\x1b[?2004l")
    }
}

/// Undoes what a program may have left behind: the alternate screen (DECSC first, for
/// terminals that restore the cursor even when they were not in it), scroll margins
/// (which move the cursor too), insert mode, keypad and cursor keys, mouse, character sets, colours.
const PUT_RIGHT: &str = "\x1b7\x1b[?1049l\x1b7\x1b[r\x1b8\x1b[4l\x1b[?7h\x1b[?1l\x1b>\
    \x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b(B\x0f\x1b[0m\x1b[?25h";

/// Below what was typed, with a cursor that is seen.
const AT_DEATH: &str = "\x1b[m\x1b[?25h\r\n";

/// A terminal, by duplicates of the host's descriptors.
#[derive(Debug)]
pub struct Terminal {
    input: OwnedFd,
    output: OwnedFd,
    cooked: Termios,
    modes: Modes,
    /// Restores the terminal if a signal ends the process; there while it is held.
    held: Option<Guard>,
    given: bool,
}

impl Terminal {
    /// Takes duplicates of the two descriptors and notes how the host has the terminal.
    pub fn open(input: BorrowedFd<'_>, output: BorrowedFd<'_>, modes: Modes) -> io::Result<Self> {
        let input = duplicate(input)?;
        let cooked = tcgetattr(&input)?;
        Ok(Self { input, output: duplicate(output)?, cooked, modes, held: None, given: false })
    }

    /// Where keys are read.
    pub fn input(&self) -> BorrowedFd<'_> {
        self.input.as_fd()
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

    /// Raw mode and our modes, whatever was left behind since `give`. Typed keys stay.
    pub fn take(&mut self) -> io::Result<()> {
        self.reclaim();
        let guard =
            Guard::new(self.input(), self.output(), Modes { mouse: true, ..self.modes }.off() + AT_DEATH)?;
        self.held = Some(guard);
        tcsetattr(&self.input, OptionalActions::Now, &raw(&self.cooked))?;
        let before = if self.given { PUT_RIGHT } else { "" };
        self.write(format!("{before}{}", self.modes.on()))
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

    /// Writes all of it, however slow the terminal is and whether or not the host made
    /// its descriptor non-blocking.
    pub fn write(&self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        write_all(self.output(), bytes.as_ref())
    }

    /// What was typed, up to the buffer's size; empty when nothing was, after all.
    pub fn read<'a>(&self, buffer: &'a mut [u8]) -> io::Result<&'a [u8]> {
        match rustix::io::read(&self.input, &mut *buffer) {
            Ok(length) => Ok(&buffer[..length]),
            Err(Errno::AGAIN | Errno::INTR) => Ok(&[]),
            Err(error) => Err(error.into()),
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Nobody is left to be told that the terminal is gone.
        let _ = self.give();
    }
}

/// A duplicate above the numbers that programs expect to get, closed in children.
fn duplicate(fd: BorrowedFd<'_>) -> io::Result<OwnedFd> {
    Ok(rustix::io::fcntl_dupfd_cloexec(fd, 10)?)
}

/// Keys at once, none of them special. Output stays as it was: others may print, and
/// expect `\n` to return the carriage. VMIN is 0, so that a read never waits when
/// somebody else took the key.
fn raw(cooked: &Termios) -> Termios {
    let mut raw = cooked.clone();
    raw.local_modes -= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN;
    raw.input_modes -= InputModes::ICRNL
        | InputModes::INLCR
        | InputModes::IGNCR
        | InputModes::ISTRIP
        | InputModes::IXON
        | InputModes::BRKINT
        | InputModes::PARMRK;
    raw.special_codes[SpecialCodeIndex::VMIN] = 0;
    raw.special_codes[SpecialCodeIndex::VTIME] = 0;
    raw
}

fn write_all(fd: BorrowedFd<'_>, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(fd, bytes) {
            Ok(length) => bytes = &bytes[length..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => wait_for_room(fd)?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn wait_for_room(fd: BorrowedFd<'_>) -> io::Result<()> {
    match poll(&mut [PollFd::new(&fd, PollFlags::OUT)], None) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pty::Pty;

    fn attributes(pty: &Pty) -> (bool, bool) {
        let termios = tcgetattr(&pty.slave).unwrap();
        (termios.local_modes.contains(LocalModes::ECHO), termios.local_modes.contains(LocalModes::ICANON))
    }

    fn open(pty: &Pty) -> Terminal {
        Terminal::open(pty.slave.as_fd(), pty.slave.as_fd(), Modes { mouse: true, kitty: true }).unwrap()
    }

    #[test]
    fn the_terminal_is_cooked_whenever_it_is_not_held() {
        let pty = Pty::open(Size { columns: 80, rows: 24 }).unwrap();
        let mut terminal = open(&pty);
        assert_eq!(attributes(&pty), (true, true));
        terminal.take().unwrap();
        assert_eq!(attributes(&pty), (false, false));
        terminal.give().unwrap();
        assert_eq!(attributes(&pty), (true, true));
        terminal.take().unwrap();
        drop(terminal);
        assert_eq!(attributes(&pty), (true, true));
    }

    #[test]
    fn typed_keys_survive_each_switch() {
        let pty = Pty::open(Size { columns: 80, rows: 24 }).unwrap();
        let mut terminal = open(&pty);
        rustix::io::write(&pty.master, b"ahead").unwrap();
        terminal.take().unwrap();
        terminal.give().unwrap();
        terminal.take().unwrap();
        let mut buffer = [0; 64];
        assert_eq!(terminal.read(&mut buffer).unwrap(), b"ahead");
        assert_eq!(terminal.read(&mut buffer).unwrap(), b"");
    }

    #[test]
    fn what_a_program_left_is_put_right() {
        let pty = Pty::open(Size { columns: 80, rows: 24 }).unwrap();
        let mut terminal = open(&pty);
        terminal.take().unwrap();
        terminal.give().unwrap();
        let mut left = tcgetattr(&pty.slave).unwrap();
        left.make_raw();
        tcsetattr(&pty.slave, OptionalActions::Now, &left).unwrap();
        terminal.write("\x1b[?1049h\x1b[31;4m\x1b[?25l\x1b[2;3r").unwrap();
        terminal.take().unwrap();
        let mut screen = vt100::Parser::default();
        screen.process(&pty.drain());
        assert!(!screen.screen().alternate_screen());
        assert!(!screen.screen().hide_cursor());
        assert!(screen.screen().bracketed_paste());
        assert_eq!(screen.screen().fgcolor(), vt100::Color::Default);
        terminal.give().unwrap();
        assert_eq!(attributes(&pty), (true, true));
        screen.process(&pty.drain());
        assert!(!screen.screen().bracketed_paste());
    }
}
