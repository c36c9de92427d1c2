//! Linux: each sleeper has an epoll, and the kernel wakes one of the two.
//!
//! Keys and the deadline are watched by both with `EPOLLEXCLUSIVE`. It wakes the first in
//! line that sleeps, and that is the host's thread if it does: it was there first. While the
//! host's thread is busy they wake the UI thread, without anybody having to say so. Should
//! both wake, the second finds nothing to do: a turn reads what is there, and waits for nothing.

use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::ptr;
use std::sync::{Mutex, PoisonError};

use rustix::event::epoll::{self, CreateFlags, EventData, EventFlags};
use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create, timerfd_settime,
};

use crate::mask::Blocked;

use super::{Sleep, Watched, What, left};

/// By the numbers that the kernel is told.
const WHATS: [What; 7] =
    [What::Keys, What::Host, What::Errand, What::Resized, What::Captured, What::Message, What::Time];

/// Events at a time: more of them come next time.
const MOST: libc::c_int = 8;

const NEVER: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

/// All that a session is woken by.
pub struct Source {
    /// What the host's thread sleeps in.
    hosts: OwnedFd,
    /// What the UI thread sleeps in.
    own: OwnedFd,
    timer: OwnedFd,
    keys: Watched,
    /// Kept open.
    _watched: Vec<(What, Watched)>,
    listening: Mutex<Sleep>,
}

impl Source {
    /// The UI thread is woken by `watched`, the host's by `messages`; by `keys` one of the two,
    /// once they are listened for.
    pub fn new(keys: Watched, watched: Vec<(What, Watched)>, messages: Watched) -> io::Result<Self> {
        let [hosts, own] = [epoll::create(CreateFlags::CLOEXEC)?, epoll::create(CreateFlags::CLOEXEC)?];
        let flags = TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK;
        let timer = timerfd_create(TimerfdClockId::Monotonic, flags)?;
        watch(&hosts, &messages, What::Message, EventFlags::IN)?;
        for epoll in [&hosts, &own] {
            watch(epoll, &timer, What::Time, EventFlags::IN | EventFlags::EXCLUSIVE)?;
        }
        for (what, fd) in &watched {
            watch(&own, fd, *what, EventFlags::IN)?;
        }
        let mut kept = watched;
        kept.push((What::Message, messages));
        Ok(Self { hosts, own, timer, keys, _watched: kept, listening: Mutex::new(Sleep::DEAF) })
    }

    /// What is to end the sleeps from now on, those that last included. Any thread.
    pub fn listen(&self, sleep: Sleep) -> io::Result<()> {
        let mut listening = self.listening.lock().unwrap_or_else(PoisonError::into_inner);
        if sleep.keys != listening.keys {
            self.hear_keys(sleep.keys)?;
            listening.keys = sleep.keys;
        }
        if sleep.until != listening.until {
            self.set_timer(sleep)?;
            listening.until = sleep.until;
        }
        Ok(())
    }

    /// The host's first, so that it stands first in line.
    fn hear_keys(&self, heard: bool) -> io::Result<()> {
        for epoll in [&self.hosts, &self.own] {
            if heard {
                watch(epoll, &self.keys, What::Keys, EventFlags::IN | EventFlags::EXCLUSIVE)?;
            } else {
                epoll::delete(epoll, &self.keys)?;
            }
        }
        Ok(())
    }

    fn set_timer(&self, sleep: Sleep) -> io::Result<()> {
        let mut value = sleep.until.map_or(NEVER, left);
        if sleep.until.is_some() && value == NEVER {
            // Nothing at all would mean never.
            value.tv_nsec = 1;
        }
        let time = Itimerspec { it_interval: NEVER, it_value: value };
        timerfd_settime(&self.timer, TimerfdTimerFlags::empty(), &time)?;
        Ok(())
    }

    /// The UI thread sleeps until something of the session is readable, or the time has come.
    pub fn wait(&self) -> io::Result<Vec<What>> {
        loop {
            match sleep(&self.own, None) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                woken => return woken,
            }
        }
    }

    /// The host's thread, all signals blocked, sleeps until it has a message, or until a key or
    /// the deadline comes. `Interrupted` upon a signal.
    pub fn idle(&self, blocked: &Blocked) -> io::Result<Vec<What>> {
        sleep(&self.hosts, Some(blocked.before()))
    }
}

fn watch(epoll: &OwnedFd, fd: impl AsFd, what: What, flags: EventFlags) -> io::Result<()> {
    Ok(epoll::add(epoll, fd, EventData::new_u64(what as u64), flags)?)
}

#[allow(unsafe_code, reason = "rustix has no epoll_pwait")]
fn sleep(epoll: &OwnedFd, mask: Option<&libc::sigset_t>) -> io::Result<Vec<What>> {
    let mut events = [libc::epoll_event { events: 0, u64: 0 }; MOST as usize];
    let mask = mask.map_or(ptr::null(), ptr::from_ref);
    // SAFETY: as many whole events are given as is said, and a whole mask or none.
    let count = unsafe { libc::epoll_pwait(epoll.as_raw_fd(), events.as_mut_ptr(), MOST, -1, mask) };
    let count = usize::try_from(count).map_err(|_| io::Error::last_os_error())?;
    let mut woken: Vec<_> = events[..count].iter().map(|event| WHATS[event.u64 as usize]).collect();
    woken.sort_unstable();
    woken.dedup();
    Ok(woken)
}
