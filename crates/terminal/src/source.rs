//! The one place that sleeps: until a key, a message, a signal, others' output or
//! the deadline, whichever comes first. Nothing here polls by the clock.
//!
//! Two threads may sleep here: the UI thread, and the host's where it has nothing else to do.
//! What they are to hear is told once, by whichever takes a turn, and need not be told the
//! other: on Linux the kernel keeps it for both, elsewhere the UI thread is woken for it.

use std::io;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

#[cfg(target_os = "linux")]
mod exclusive;
#[cfg(any(test, not(target_os = "linux")))]
mod lone;

#[cfg(target_os = "linux")]
pub use exclusive::Source;
#[cfg(not(target_os = "linux"))]
pub use lone::Source;

/// What a descriptor means when it becomes readable; the first of it is dealt with first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Somebody typed, or the terminal answered.
    Keys,
    /// The host sent a message.
    Host,
    /// A thread of our own is done with something.
    Errand,
    /// The window may have another size.
    Resized,
    /// Somebody wrote to a stream of this process.
    Captured,
    /// The host has a message.
    Message,
    /// The deadline has come.
    Time,
}

/// A descriptor that stays open while it is watched.
pub type Watched = Arc<dyn AsFd + Send + Sync>;

/// How long to sleep, and whether keys are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sleep {
    /// Keys end the sleep.
    pub keys: bool,
    /// So does this time.
    pub until: Option<Instant>,
}

impl Sleep {
    /// Nothing is to be heard of the terminal.
    pub const DEAF: Self = Self { keys: false, until: None };
}

/// Waits until some of these are readable or their other ends are gone, or until the time is
/// over: then none is. In the order that was given.
pub fn readable<'fd>(
    watched: impl IntoIterator<Item = &'fd Watched>,
    until: Option<Instant>,
) -> io::Result<Vec<bool>> {
    let mut fds: Vec<_> = watched.into_iter().map(|fd| PollFd::new(fd, PollFlags::IN)).collect();
    loop {
        match poll(&mut fds, until.map(left).as_ref()) {
            Ok(_) => return Ok(fds.iter().map(|fd| !fd.revents().is_empty()).collect()),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// The time from now, zero if it has passed. Nanoseconds count: no early wake-ups.
fn left(until: Instant) -> Timespec {
    let left = until.saturating_duration_since(Instant::now());
    Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pty::Pty;
    use crate::suspend::{block_signals, set_mask};
    use crate::wake::Wake;
    use editor::event::Size;
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    use std::time::Duration;

    const ALL: Sleep = Sleep { keys: true, until: None };

    /// A terminal, and what else may wake.
    struct Bed {
        pty: Pty,
        keys: Watched,
        host: Arc<Wake>,
        messages: Arc<Wake>,
    }

    fn bed() -> Bed {
        let pty = Pty::open(Size { columns: 80, rows: 24 }).unwrap();
        let mut raw = tcgetattr(&pty.slave).unwrap();
        raw.make_raw();
        tcsetattr(&pty.slave, OptionalActions::Now, &raw).unwrap();
        let keys = Arc::new(pty.slave.try_clone().unwrap());
        let wake = || Arc::new(Wake::new().unwrap());
        Bed { pty, keys, host: wake(), messages: wake() }
    }

    impl Bed {
        fn types(&self) {
            rustix::io::write(&self.pty.master, b"x").unwrap();
        }

        fn reads(&self) {
            assert_eq!(rustix::io::read(&self.keys, &mut [0; 8]), Ok(1));
        }
    }

    /// What both kinds of source do.
    macro_rules! tests {
        ($kind:ident) => {
            mod $kind {
                use super::*;
                use crate::source::$kind::Source;

                fn source(bed: &Bed) -> Source {
                    let watched = vec![(What::Host, bed.host.clone() as Watched)];
                    Source::new(bed.keys.clone(), watched, bed.messages.clone()).unwrap()
                }

                #[test]
                fn keys_wake_as_long_as_they_are_listened_for() {
                    let bed = bed();
                    let source = source(&bed);
                    source.listen(ALL).unwrap();
                    bed.types();
                    assert_eq!(source.wait().unwrap(), [What::Keys]);
                    bed.host.set();
                    assert_eq!(source.wait().unwrap(), [What::Keys, What::Host]);
                    source.listen(Sleep::DEAF).unwrap();
                    assert_eq!(source.wait().unwrap(), [What::Host]);
                    source.listen(ALL).unwrap();
                    assert_eq!(source.wait().unwrap(), [What::Keys, What::Host]);
                    bed.reads();
                    assert_eq!(source.wait().unwrap(), [What::Host]);
                }

                #[test]
                fn the_deadline_wakes_and_not_before() {
                    let bed = bed();
                    let source = source(&bed);
                    let until = Instant::now() + Duration::from_millis(5);
                    source.listen(Sleep { until: Some(until), ..ALL }).unwrap();
                    let woken = source.wait().unwrap();
                    assert!(Instant::now() >= until && (woken.is_empty() || woken == [What::Time]));
                    source.listen(ALL).unwrap();
                    bed.host.set();
                    assert_eq!(source.wait().unwrap(), [What::Host]);
                    source.listen(Sleep { until: Some(until), ..ALL }).unwrap();
                    bed.host.clear();
                    assert!(source.wait().unwrap().iter().all(|what| *what == What::Time));
                }

                #[test]
                fn a_sleeper_hears_that_something_else_is_listened_for() {
                    let bed = bed();
                    let source = source(&bed);
                    std::thread::scope(|scope| {
                        let sleeper = scope.spawn(|| {
                            std::iter::repeat_with(|| source.wait().unwrap()).find(|woken| !woken.is_empty())
                        });
                        bed.types();
                        source.listen(ALL).unwrap();
                        let woken = sleeper.join().unwrap().unwrap();
                        assert!(woken.iter().any(|what| [What::Keys, What::Time].contains(what)));
                    });
                }

                #[test]
                fn the_hosts_thread_hears_of_its_messages() {
                    let bed = bed();
                    let source = source(&bed);
                    bed.host.set();
                    bed.messages.set();
                    let mask = block_signals();
                    let woken = source.idle(&mask);
                    set_mask(&mask);
                    assert_eq!(woken.unwrap(), [What::Message]);
                }
            }
        };
    }

    #[cfg(target_os = "linux")]
    tests!(exclusive);
    tests!(lone);

    #[cfg(target_os = "linux")]
    #[test]
    fn keys_are_left_to_the_hosts_thread_while_it_sleeps() {
        let bed = bed();
        let watched = vec![(What::Host, bed.host.clone() as Watched)];
        let source = Source::new(bed.keys.clone(), watched, bed.messages.clone()).unwrap();
        source.listen(ALL).unwrap();
        let mask = block_signals();
        bed.types();
        assert_eq!(source.idle(&mask).unwrap(), [What::Keys]);
        bed.messages.set();
        assert_eq!(source.idle(&mask).unwrap(), [What::Keys, What::Message]);
        set_mask(&mask);
        bed.reads();
        bed.host.set();
        assert_eq!(source.wait().unwrap(), [What::Host]);
    }
}
