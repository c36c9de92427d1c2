//! The host's thread while it stands at the prompt.

use std::io;
use std::sync::Arc;

use super::Shared;
use crate::source::What;
use crate::suspend::{block_signals, set_mask};

/// The host's thread with nothing to do: it takes keys' turns while it waits for a message.
#[derive(Clone)]
pub struct Idle(Arc<Shared>);

impl Idle {
    /// In a session whose thread is about to run.
    pub fn new(shared: Arc<Shared>) -> Self {
        Self(shared)
    }

    /// Waits until the host has a message or the session is over. Fails with `Interrupted`
    /// upon a signal. Release the GIL around it. The host's thread, not in a child of `fork`.
    pub fn wait(&self) -> io::Result<()> {
        let mask = block_signals();
        let waited = self.wait_masked(&mask);
        set_mask(&mask);
        waited
    }

    fn wait_masked(&self, mask: &libc::sigset_t) -> io::Result<()> {
        loop {
            let woken = self.0.source.idle(mask)?;
            let has_message = woken.contains(&What::Message);
            if woken != [What::Message] && !self.0.turn(Ok(woken)) || has_message {
                return Ok(());
            }
        }
    }
}
