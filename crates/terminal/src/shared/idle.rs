//! The host's thread while it stands at the prompt.

use std::io;
use std::sync::Arc;

use super::Shared;
use crate::mask::Blocked;
use crate::source::What;

/// The host's thread with nothing to do: it takes keys' turns while it waits for a message.
#[derive(Clone)]
pub struct Idle(Arc<Shared>);

impl Idle {
    /// In a session whose thread is about to run.
    pub fn new(shared: Arc<Shared>) -> Self {
        Self(shared)
    }

    /// Sleeps once: `true` when the host has a message or the session is over, `false` after the
    /// turn of a key that told it nothing. Then signals are to be looked for: while this thread
    /// blocked them they went to the host's others. Fails with `Interrupted` upon one. Release the
    /// GIL around it. The host's thread, not in a child of `fork`.
    pub fn wait(&self, blocked: &Blocked) -> io::Result<bool> {
        let woken = self.0.source.idle(blocked)?;
        let has_message = woken.contains(&What::Message);
        if woken != [What::Message] {
            self.0.turn(Ok(woken));
        }
        Ok(has_message || self.0.has_message())
    }
}
