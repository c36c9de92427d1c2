//! A pseudo-terminal: what captured output is written to, and what tests run on.

use std::ffi::{CStr, CString};
use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;

use editor::event::Size;
use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// Both ends; neither is anybody's controlling terminal, both are closed in children.
#[derive(Debug)]
pub struct Pty {
    /// What the terminal's side reads and writes; never blocks.
    pub master: Arc<OwnedFd>,
    /// What programs read and write.
    pub slave: OwnedFd,
    name: CString,
}

impl Pty {
    /// A new one of the given size.
    pub fn open(size: Size) -> io::Result<Self> {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
        grantpt(&master)?;
        unlockpt(&master)?;
        rustix::io::fcntl_setfd(&master, rustix::io::FdFlags::CLOEXEC)?;
        rustix::io::ioctl_fionbio(&master, true)?;
        let name = ptsname(&master, Vec::new())?;
        let slave = open_slave(&name, OFlags::empty())?;
        let pty = Self { master: Arc::new(master), slave, name };
        pty.resize(size)?;
        Ok(pty)
    }

    /// The name of the programs' end.
    pub fn name(&self) -> &CStr {
        &self.name
    }

    /// Another open file of the programs' end, whose reads and writes never block.
    pub fn nonblocking_slave(&self) -> io::Result<OwnedFd> {
        open_slave(&self.name, OFlags::NONBLOCK)
    }

    /// Tells programs another size.
    pub fn resize(&self, size: Size) -> io::Result<()> {
        let size = Winsize { ws_col: size.columns, ws_row: size.rows, ws_xpixel: 0, ws_ypixel: 0 };
        Ok(tcsetwinsize(&self.master, size)?)
    }
}

fn open_slave(name: &CString, flags: OFlags) -> io::Result<OwnedFd> {
    let flags = flags | OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(open(name.as_c_str(), flags, Mode::empty())?)
}

#[cfg(test)]
impl Pty {
    /// Everything that was written to the programs' end until a while passes without more.
    pub fn drain(&self) -> Vec<u8> {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        let mut all = Vec::new();
        let mut buffer = [0; 4096];
        let wait = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
        while poll(&mut [PollFd::new(&self.master, PollFlags::IN)], Some(&wait)).unwrap() > 0 {
            let Ok(length @ 1..) = rustix::io::read(&self.master, &mut buffer) else { break };
            all.extend_from_slice(&buffer[..length]);
        }
        all
    }
}
