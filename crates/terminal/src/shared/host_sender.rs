//! What the host says, and who takes it in.

use std::sync::Arc;

use editor::protocol::ToUi;

use super::Shared;
use crate::mailbox::{HungUp, Sender};
use crate::ui::Ui;

/// The host's way to say something; cloned for every thread that does.
#[derive(Clone)]
pub struct HostSender {
    messages: Sender<ToUi>,
    pub(super) shared: Arc<Shared>,
    process: u32,
}

impl HostSender {
    /// To a session whose thread is about to run.
    pub fn new(messages: Sender<ToUi>, shared: Arc<Shared>) -> Self {
        Self { messages, shared, process: std::process::id() }
    }

    /// Says something. Text to print waits for room while much of it is queued; what the
    /// host goes on after has mostly been done when this returns; what a `Ready` follows
    /// waits for it. Release the GIL around it. Any thread.
    pub fn send(&self, message: ToUi) -> Result<(), HungUp> {
        match message {
            ToUi::Shown { .. } | ToUi::Status { .. } => self.messages.leave(message),
            // A child of `fork` has no say in the terminal.
            _ if !ends_a_wait(&message) || self.process != std::process::id() => self.messages.send(message),
            _ => {
                self.messages.leave(message)?;
                self.shared.attend(Ui::attend);
                self.messages.rouse();
                Ok(())
            }
        }
    }

    /// Ends the session by a panic: for tests, which see that neither the terminal nor what is
    /// typed is lost then. Release the GIL around it. Any thread.
    pub fn fail(&self) {
        self.shared.fail();
    }
}

/// Whether a person waits for what follows from the message, and often the host does too.
fn ends_a_wait(message: &ToUi) -> bool {
    matches!(message, ToUi::Accepted | ToUi::Invalid { .. } | ToUi::Incomplete | ToUi::Ready { .. })
}
