//! Which stream was written to when. On Linux inotify tells, which every write passes before
//! it returns; elsewhere, and where there are no more of its descriptors, standard output is first.

use std::ffi::CStr;

/// In what order some streams were written to.
#[derive(Debug)]
pub struct Order(kernel::Watches);

impl Order {
    /// Of pseudo-terminals, by the names of the ends that programs write to.
    pub fn of<'n>(names: impl Iterator<Item = &'n CStr>) -> Self {
        Self(kernel::Watches::of(names))
    }

    /// The numbers of those that were written to since the last call, as they took turns.
    pub fn turns(&self) -> Vec<usize> {
        self.0.turns()
    }
}

#[cfg(target_os = "linux")]
mod kernel {
    use std::ffi::CStr;
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;

    use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};

    /// A descriptor, and the watches of it by the streams' numbers.
    #[derive(Debug)]
    pub struct Watches(Option<OwnedFd>, Vec<i32>);

    impl Watches {
        pub fn of<'n>(names: impl Iterator<Item = &'n CStr>) -> Self {
            let Ok(inotify) = init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK) else {
                return Self(None, Vec::new());
            };
            let watches = names.map(|name| add_watch(&inotify, name, WatchFlags::MODIFY).unwrap_or(-1));
            let watches = watches.collect();
            Self(Some(inotify), watches)
        }

        pub fn turns(&self) -> Vec<usize> {
            let mut turns = Vec::new();
            let Some(inotify) = &self.0 else { return turns };
            let mut buffer = [MaybeUninit::uninit(); 4096];
            let mut events = Reader::new(inotify, &mut buffer);
            while let Ok(event) = events.next() {
                turns.extend(self.1.iter().position(|&watch| watch == event.wd()));
            }
            turns
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod kernel {
    use std::ffi::CStr;

    /// Nothing that tells.
    #[derive(Debug)]
    pub struct Watches;

    impl Watches {
        pub fn of<'n>(_names: impl Iterator<Item = &'n CStr>) -> Self {
            Self
        }

        pub fn turns(&self) -> Vec<usize> {
            Vec::new()
        }
    }
}

/// Puts what was read of each stream into the order of their turns.
///
/// A turn is one write or more, and its length is not known. So each gets a line: that is
/// exact for programs that write lines to both streams by turns. More lines than turns come
/// with the last one; of more turns than lines the first ones were read before.
pub fn merge(turns: &[usize], read: Vec<Vec<u8>>) -> Vec<(usize, Vec<u8>)> {
    if read.iter().filter(|bytes| !bytes.is_empty()).count() < 2 {
        return read.into_iter().enumerate().filter(|(_, bytes)| !bytes.is_empty()).collect();
    }
    let lines = |bytes: &'_ Vec<u8>| bytes.split_inclusive(|&byte| byte == b'\n').count();
    let mut lines: Vec<_> = read.iter().map(lines).collect();
    let turns_of = |number| turns.iter().filter(|&&turn| turn == number).count();
    let mut left: Vec<_> = (0..read.len()).map(turns_of).collect();
    let mut rest: Vec<&[u8]> = read.iter().map(Vec::as_slice).collect();
    let mut merged = Vec::new();
    for &turn in turns {
        if left[turn] <= lines[turn] {
            let length = if left[turn] == 1 { rest[turn].len() } else { line(rest[turn]) };
            let (taken, after) = rest[turn].split_at(length);
            merged.push((turn, taken.to_vec()));
            rest[turn] = after;
            lines[turn] -= 1;
        }
        left[turn] -= 1;
    }
    // Those of which the kernel told nothing.
    merged.extend(rest.into_iter().map(<[u8]>::to_vec).enumerate().filter(|(_, bytes)| !bytes.is_empty()));
    merged
}

/// How long the first line is.
fn line(bytes: &[u8]) -> usize {
    bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_turn_gets_a_line() {
        let check = |turns: &[usize], read: [&str; 2], expected: &[(usize, &str)]| {
            let merged = merge(turns, read.map(|text| text.as_bytes().to_vec()).to_vec());
            let merged: Vec<_> =
                merged.iter().map(|(number, bytes)| (*number, str::from_utf8(bytes).unwrap())).collect();
            assert_eq!(merged, expected, "{turns:?} {read:?}");
        };
        check(&[1, 0, 1], ["a\n", "b\nc\n"], &[(1, "b\n"), (0, "a\n"), (1, "c\n")]);
        check(&[0, 1, 0], ["a\nb\nhalf", "c"], &[(0, "a\n"), (1, "c"), (0, "b\nhalf")]);
        // The first turn was read before.
        check(&[0, 1, 0], ["a\n", "b\n"], &[(1, "b\n"), (0, "a\n")]);
        check(&[1], ["a\n", "b\n"], &[(1, "b\n"), (0, "a\n")]);
        check(&[], ["a\n", "b\n"], &[(0, "a\n"), (1, "b\n")]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn who_wrote_by_turns_is_known() {
        use crate::pty::Pty;
        use editor::event::Size;

        let ptys = [0, 1].map(|_| Pty::open(Size { columns: 80, rows: 24 }).unwrap());
        let order = Order::of(ptys.iter().map(Pty::name));
        for turns in [&[0, 1, 0, 0, 1][..], &[1, 0], &[]] {
            for &turn in turns {
                rustix::io::write(&ptys[turn].slave, b"line\n").unwrap();
            }
            let mut expected = turns.to_vec();
            expected.dedup();
            assert_eq!(order.turns(), expected);
        }
    }
}
