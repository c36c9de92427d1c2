//! What to wait for: the mailbox's descriptor.

use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;

use super::{Message, Receiver, Sender, Shared};
use crate::source::Watched;

impl<T: Message + Send + 'static> Receiver<T> {
    /// The descriptor to wait for, open for longer than the mailbox may last.
    pub fn watched(&self) -> Watched {
        Arc::clone(&self.0) as Watched
    }
}

impl<T: Message + Send + 'static> Sender<T> {
    /// The receiver's.
    pub fn watched(&self) -> Watched {
        Arc::clone(&self.0) as Watched
    }
}

impl<T> AsFd for Shared<T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }
}

impl<T: Message> AsFd for Receiver<T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.wake.as_fd()
    }
}
