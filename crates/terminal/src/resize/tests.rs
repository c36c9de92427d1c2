//! Windows that change while somebody listens.

use super::*;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

static HOST: AtomicUsize = AtomicUsize::new(0);

extern "C" fn host(_: i32) {
    HOST.fetch_add(1, Ordering::SeqCst);
}

fn host_installs_its_own() {
    // SAFETY: a handler that touches one atomic.
    unsafe { libc::signal(libc::SIGWINCH, host as *const () as usize) };
}

fn heard(ear: &Resized) -> bool {
    ear.clear();
    // SAFETY: a handler is installed, or the signal is ignored.
    unsafe { libc::raise(libc::SIGWINCH) };
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut [PollFd::new(ear, PollFlags::IN)], Some(&now)).unwrap() == 1
}

#[test]
fn every_session_and_the_host_hear_of_it() {
    host_installs_its_own();
    let (one, two) = (Resized::listen().unwrap(), Resized::listen().unwrap());
    assert!(heard(&one) && heard(&two));
    assert_eq!(HOST.load(Ordering::SeqCst), 2);
    host_installs_its_own();
    assert!(!heard(&one));
    one.rearm();
    assert!(heard(&one));
    assert_eq!(HOST.load(Ordering::SeqCst), 4);
    drop(one);
    assert!(heard(&two));
    drop(two);
    assert_eq!(handler::current().sa_sigaction, host as *const () as usize);
}
