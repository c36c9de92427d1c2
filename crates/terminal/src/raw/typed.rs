//! What was typed, and no more of it than the prompt may have.
//!
//! What stands behind the Enter that runs an input may be for the evaluation, as where
//! `input()` is called. It stays in the terminal until it is clear whose it is.

use std::io;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, ioctl_fionread, read};

use super::Terminal;

const ESCAPE: u8 = 0x1b;

impl Terminal {
    /// What was typed, up to the buffer's size; empty when nothing was, after all.
    pub fn read<'a>(&self, buffer: &'a mut [u8]) -> io::Result<&'a [u8]> {
        match read(&self.input, &mut *buffer) {
            Ok(length) => Ok(&buffer[..length]),
            Err(Errno::AGAIN | Errno::INTR) => Ok(&[]),
            Err(error) => Err(error.into()),
        }
    }

    /// What was typed, up to the first Enter; with an escape sequence, which may be a paste,
    /// comes all that is behind it.
    pub fn read_line<'a>(&self, buffer: &'a mut [u8]) -> io::Result<&'a [u8]> {
        let mut length = 0;
        while length < buffer.len() {
            match self.read(&mut buffer[length..=length])? {
                [] => break,
                [ESCAPE] => {
                    length += 1 + self.read(&mut buffer[length + 1..])?.len();
                    break;
                }
                &[byte] => {
                    length += 1;
                    if is_enter(byte) {
                        break;
                    }
                }
                _ => {}
            }
        }
        Ok(&buffer[..length])
    }

    /// Whether a read would not find nothing: the kernel passes on what it has for that. The
    /// end of the terminal counts.
    pub fn is_readable(&self) -> bool {
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        poll(&mut [PollFd::new(&self.input, PollFlags::IN)], Some(&now)).is_ok_and(|ready| ready > 0)
    }

    /// Whether there is something to read.
    pub fn has_more(&self) -> bool {
        ioctl_fionread(&self.input).is_ok_and(|length| length > 0)
    }
}

/// A newline by the terminal's own doing, or a carriage return where it did nothing.
pub fn is_enter(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
