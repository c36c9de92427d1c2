//! Both kinds of source, asked what wakes them.

use super::*;
use crate::mask::Blocked;
use crate::pty::Pty;
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
                let blocked = Blocked::all();
                let woken = source.idle(&blocked);
                drop(blocked);
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
    let blocked = Blocked::all();
    bed.types();
    assert_eq!(source.idle(&blocked).unwrap(), [What::Keys]);
    bed.messages.set();
    assert_eq!(source.idle(&blocked).unwrap(), [What::Keys, What::Message]);
    drop(blocked);
    bed.reads();
    bed.host.set();
    assert_eq!(source.wait().unwrap(), [What::Host]);
}
