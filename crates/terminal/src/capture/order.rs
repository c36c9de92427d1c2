//! Which stream was written to first. `poll` tells only that both can be read; epoll tells
//! them in the order in which they became so. Elsewhere than on Linux standard output is first.

use std::io;
use std::os::fd::BorrowedFd;

#[cfg(target_os = "linux")]
mod kernel {
    use std::os::fd::OwnedFd;

    use rustix::buffer::spare_capacity;
    use rustix::event::Timespec;
    use rustix::event::epoll::{CreateFlags, EventData, EventFlags, add, create, modify, wait};

    use super::{BorrowedFd, io};

    /// Each waits behind the others again once it was read.
    const ONCE: EventFlags = EventFlags::IN.union(EventFlags::ONESHOT);

    /// The order in which some descriptors became readable.
    #[derive(Debug)]
    pub struct Order(OwnedFd);

    impl Order {
        /// That of none.
        pub fn new() -> io::Result<Self> {
            Ok(Self(create(CreateFlags::CLOEXEC)?))
        }

        /// One more, which is known by its number from now on: 0, 1, 2.
        pub fn add(&self, number: usize, descriptor: BorrowedFd<'_>) -> io::Result<()> {
            Ok(add(&self.0, descriptor, EventData::new_u64(number as u64), ONCE)?)
        }

        /// Those that can be read, each once until it was.
        pub fn ready(&self) -> Vec<usize> {
            let mut events = Vec::with_capacity(2);
            // What was not told is told the next time.
            let _ = wait(&self.0, spare_capacity(&mut events), Some(&Timespec::default()));
            events.iter().map(|event| event.data.u64() as usize).collect()
        }

        /// One was read.
        pub fn was_read(&self, number: usize, descriptor: BorrowedFd<'_>) {
            // It is there: it was added.
            let _ = modify(&self.0, descriptor, EventData::new_u64(number as u64), ONCE);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod kernel {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{BorrowedFd, io};

    /// How many descriptors there are.
    #[derive(Debug)]
    pub struct Order(AtomicUsize);

    impl Order {
        /// That of none.
        pub fn new() -> io::Result<Self> {
            Ok(Self(AtomicUsize::new(0)))
        }

        /// One more, which is known by its number from now on: 0, 1, 2.
        pub fn add(&self, number: usize, _descriptor: BorrowedFd<'_>) -> io::Result<()> {
            self.0.store(number + 1, Ordering::SeqCst);
            Ok(())
        }

        /// All of them; those that cannot be read give nothing.
        pub fn ready(&self) -> Vec<usize> {
            (0..self.0.load(Ordering::SeqCst)).collect()
        }

        /// One was read.
        pub fn was_read(&self, _number: usize, _descriptor: BorrowedFd<'_>) {}
    }
}

pub(super) use kernel::Order;

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::os::fd::AsFd;

    use editor::event::Size;
    use rustix::event::{PollFd, PollFlags, poll};

    use super::*;
    use crate::pty::Pty;

    #[test]
    fn what_was_written_first_is_first_and_what_was_read_waits_behind() {
        let pty = || Pty::open(Size { columns: 80, rows: 24 }).unwrap();
        let ptys = [pty(), pty()];
        let order = Order::new().unwrap();
        for (number, pty) in ptys.iter().enumerate() {
            order.add(number, pty.master.as_fd()).unwrap();
        }
        let write = |number: usize| {
            rustix::io::write(&ptys[number].slave, b"line\n").unwrap();
            poll(&mut [PollFd::new(&ptys[number].master, PollFlags::IN)], None).unwrap();
        };
        for (first, second) in [(0, 1), (1, 0), (1, 0), (0, 1)] {
            write(first);
            write(second);
            write(first);
            assert_eq!(order.ready(), [first, second]);
            assert_eq!(order.ready(), [0; 0]);
            // What is left of one comes after the other.
            order.was_read(first, ptys[first].master.as_fd());
            ptys[second].drain();
            order.was_read(second, ptys[second].master.as_fd());
            assert_eq!(order.ready(), [first]);
            ptys[first].drain();
            order.was_read(first, ptys[first].master.as_fd());
            assert_eq!(order.ready(), [0; 0]);
        }
    }
}
