//! One session's state, and the two threads that take turns with it.
//!
//! Others' output and all that happens while the host is busy are the UI thread's business.
//! The host's own thread takes in what the host says between an input and the next prompt, if
//! the UI thread sleeps, and keys as long as it has nothing else to do: waking a thread costs
//! more than a turn. Where the other is at work a message waits for it, and a key too.
//!
//! Invariants: the lock is held for a turn and never while sleeping. All signals are
//! blocked during a turn, whichever thread takes it, and it waits for the terminal only.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use editor::protocol::{ToHost, ToUi};

use crate::mailbox::{HungUp, Sender};
use crate::panic::guard;
use crate::registry::Claim;
use crate::source::{Sleep, Source, What};
use crate::suspend::{block_signals, set_mask};
use crate::ui::Ui;

/// A session that is not over.
struct Live {
    ui: Ui,
    /// Dropped before the last sender: the next session on this terminal may begin before
    /// the host hears of the end.
    _claim: Claim,
    last_words: Sender<ToHost>,
}

/// A session; not live when it is over.
pub struct Shared {
    live: Mutex<Option<Live>>,
    source: Arc<Source>,
}

impl Shared {
    /// A session whose thread is about to run. A panic is told to the host by `last_words`.
    pub fn new(ui: Ui, claim: Claim, last_words: Sender<ToHost>) -> Self {
        let source = ui.source();
        Self { live: Mutex::new(Some(Live { ui, _claim: claim, last_words })), source }
    }

    /// The UI thread: sleeps and takes turns until the session is over.
    pub fn run(&self) {
        let mut woken = Ok(Vec::new());
        while self.turn(woken) {
            woken = self.source.wait();
        }
    }

    /// Deals with what was slept for; `false` when the session is over. All signals are blocked.
    fn turn(&self, woken: io::Result<Vec<What>>) -> bool {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        self.take(live, |ui| ui.turn(woken))
    }

    /// The host's thread: takes in what it has said, unless the UI thread is at work.
    fn attend(&self, turn: impl FnOnce(&mut Ui)) {
        let Ok(live) = self.live.try_lock() else { return };
        let mask = block_signals();
        self.take(live, |ui| {
            turn(ui);
            true
        });
        set_mask(&mask);
    }

    /// Takes a turn, which tells whether the session goes on.
    fn take(&self, mut shared: MutexGuard<'_, Option<Live>>, turn: impl FnOnce(&mut Ui) -> bool) -> bool {
        let Some(live) = shared.as_mut() else { return false };
        let goes_on = guard(&mut live.ui, &live.last_words, turn) == Some(true);
        if !goes_on {
            *shared = None;
            // The UI thread may sleep: it is to see this.
            let _ = self.source.listen(Sleep { keys: false, until: Some(Instant::now()) });
        }
        goes_on
    }
}

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

/// The host's way to say something; cloned for every thread that does.
#[derive(Clone)]
pub struct Line {
    messages: Sender<ToUi>,
    shared: Arc<Shared>,
    process: u32,
}

impl Line {
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
}

/// Whether a person waits for what follows from the message, and often the host does too.
fn ends_a_wait(message: &ToUi) -> bool {
    matches!(message, ToUi::Accepted | ToUi::Invalid { .. } | ToUi::Incomplete | ToUi::Ready { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mailbox::Receiver;
    use crate::pty::Pty;
    use crate::ui::tests::{Bench, is_cooked, ready};
    use editor::event::Event;
    use editor::key::{Code, Key};
    use std::os::fd::AsFd;

    /// A session whose own thread never takes a turn.
    fn session() -> (Line, Receiver<ToHost>, Pty) {
        let Bench { ui, to_ui, to_host, from_ui, pty } = Bench::new(None);
        let claim = Claim::new(pty.slave.as_fd(), false).unwrap();
        (Line::new(to_ui, Arc::new(Shared::new(ui, claim, to_host))), from_ui, pty)
    }

    #[test]
    fn the_terminal_has_changed_hands_when_send_returns() {
        let (line, from_ui, pty) = session();
        line.send(ready()).unwrap();
        assert!(!is_cooked(&pty));
        assert_eq!(from_ui.take(), Ok(Some(ToHost::Prompting)));
        for key in [Key::char('1'), Key::plain(Code::Enter)] {
            line.shared.live.lock().unwrap().as_mut().unwrap().ui.feed(Event::Key(key)).unwrap();
        }
        assert_eq!(from_ui.take(), Ok(Some(ToHost::Run { source: "1".into() })));
        line.send(ToUi::Accepted).unwrap();
        assert!(is_cooked(&pty));
        assert_eq!(from_ui.take(), Ok(Some(ToHost::Go)));
    }

    #[test]
    fn a_thread_at_work_is_not_disturbed() {
        let (line, from_ui, pty) = session();
        let turn = line.shared.live.lock().unwrap();
        line.send(ready()).unwrap();
        drop(turn);
        assert!(is_cooked(&pty));
        assert_eq!(from_ui.take(), Ok(None));
        assert!(line.shared.turn(Ok(vec![What::Host])));
        assert!(!is_cooked(&pty));
    }

    #[test]
    fn a_panic_in_the_hosts_thread_ends_the_session_and_is_told() {
        crate::panic::install_hook();
        let (line, from_ui, pty) = session();
        line.send(ready()).unwrap();
        line.shared.attend(|_| panic!("boom"));
        assert!(is_cooked(&pty));
        assert!(!line.shared.turn(Ok(Vec::new())));
        let told = std::iter::from_fn(|| from_ui.take().unwrap_or_default())
            .find(|message| matches!(message, ToHost::Panicked { .. } | ToHost::Eof));
        assert!(matches!(told, Some(ToHost::Panicked { message }) if message.starts_with("boom (")));
        assert_eq!(line.send(ready()), Err(HungUp));
    }
}
