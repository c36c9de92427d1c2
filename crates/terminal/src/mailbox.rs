//! The one channel between the UI thread and everybody else, in either direction.
//!
//! Invariant: the descriptor is readable exactly when there is something to take,
//! be it a message or the end. That holds because the queue and the descriptor
//! change under one lock, and because messages are taken one at a time: a receiver
//! that kept a few in its own pocket would make `fileno()` lie. Only what was left for
//! a receiver that looks by itself makes nothing readable until `rouse`.
//!
//! The end is not a message. A mailbox hangs up when its last sender drops, so a
//! dead thread at the other side is an answer and never an eternal wait.

mod watch;

use std::collections::VecDeque;
use std::io;
use std::mem::discriminant;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::wake::Wake;

/// What a mailbox has to know of the messages that it carries.
pub trait Message: Send {
    /// Whether a newer message of the same variant replaces this one while it is queued.
    fn is_overwritten(&self) -> bool {
        false
    }

    /// Bytes that count against `LIMIT`. Messages of weight 0 are never held back.
    fn weight(&self) -> usize {
        0
    }
}

/// A sender of weighty messages waits while more than these bytes are queued. Large
/// enough for one paint to take a screenful of them, small enough to bound memory.
pub const LIMIT: usize = 1 << 20;

/// Nobody is left at the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HungUp;

struct Shared<T> {
    state: Mutex<State<T>>,
    room: Condvar,
    wake: Wake,
}

struct State<T> {
    queue: VecDeque<T>,
    weight: usize,
    senders: usize,
    receiver: bool,
    /// Whether the descriptor is readable, as long as there are senders.
    roused: bool,
}

impl<T> State<T> {
    fn rouse(&mut self, wake: &Wake) {
        if !self.queue.is_empty() && !std::mem::replace(&mut self.roused, true) {
            wake.set();
        }
    }
}

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts messages in; cloned for every thread that does.
pub struct Sender<T: Message>(Arc<Shared<T>>);

/// Takes messages out, and gives the descriptor to wait for.
pub struct Receiver<T: Message>(Arc<Shared<T>>);

/// A new mailbox. Fails only when the process is out of descriptors.
pub fn mailbox<T: Message>() -> io::Result<(Sender<T>, Receiver<T>)> {
    let state = State { queue: VecDeque::new(), weight: 0, senders: 1, receiver: true, roused: false };
    let shared = Shared { state: Mutex::new(state), room: Condvar::new(), wake: Wake::new()? };
    let shared = Arc::new(shared);
    Ok((Sender(Arc::clone(&shared)), Receiver(shared)))
}

impl<T: Message> Sender<T> {
    /// Queues a message and wakes the receiver. A weighty message waits for room,
    /// so release the GIL around it; others never wait. Any thread.
    pub fn send(&self, message: T) -> Result<(), HungUp> {
        self.queue(message)?.rouse(&self.0.wake);
        Ok(())
    }

    /// Queues a message for a receiver that may be about to look by itself; `rouse` is to follow.
    pub fn leave(&self, message: T) -> Result<(), HungUp> {
        self.queue(message).map(drop)
    }

    /// Wakes the receiver if there is something that it has not taken.
    pub fn rouse(&self) {
        self.0.lock().rouse(&self.0.wake);
    }

    /// Whether there is something to take.
    pub fn has_unread(&self) -> bool {
        !self.0.lock().queue.is_empty()
    }

    fn queue(&self, message: T) -> Result<MutexGuard<'_, State<T>>, HungUp> {
        let mut state = self.0.lock();
        let weight = message.weight();
        while weight > 0 && state.weight > LIMIT && state.receiver {
            state = self.0.room.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if !state.receiver {
            return Err(HungUp);
        }
        if message.is_overwritten() {
            state.queue.retain(|queued| discriminant(queued) != discriminant(&message));
        }
        state.queue.push_back(message);
        state.weight += weight;
        Ok(state)
    }
}

impl<T: Message> Clone for Sender<T> {
    fn clone(&self) -> Self {
        self.0.lock().senders += 1;
        Self(Arc::clone(&self.0))
    }
}

impl<T: Message> Drop for Sender<T> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.senders -= 1;
        if state.senders == 0 {
            self.0.wake.set();
        }
    }
}

impl<T: Message> Receiver<T> {
    /// The oldest message, `None` when there is none now, `HungUp` when there will
    /// be none any more. Never waits.
    pub fn take(&self) -> Result<Option<T>, HungUp> {
        self.take_from(&mut self.0.lock())
    }

    /// Takes the oldest message if it is this one.
    pub fn take_this(&self, message: &T) -> bool
    where
        T: PartialEq,
    {
        let mut state = self.0.lock();
        state.queue.front() == Some(message) && self.take_from(&mut state).is_ok()
    }

    fn take_from(&self, state: &mut State<T>) -> Result<Option<T>, HungUp> {
        let Some(message) = state.queue.pop_front() else {
            return if state.senders == 0 { Err(HungUp) } else { Ok(None) };
        };
        let weight = message.weight();
        state.weight -= weight;
        if weight > 0 && state.weight <= LIMIT {
            self.0.room.notify_all();
        }
        if state.queue.is_empty() && state.senders > 0 && std::mem::take(&mut state.roused) {
            self.0.wake.clear();
        }
        Ok(Some(message))
    }
}

impl<T: Message> Drop for Receiver<T> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.receiver = false;
        state.queue.clear();
        state.weight = 0;
        self.0.room.notify_all();
    }
}

#[cfg(test)]
mod tests;
