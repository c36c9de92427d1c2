//! One session's thread: what it has, how it begins and how it ends. What happened is dealt
//! with in `turn`, what is to be done about it in `effects`.

mod answer;
mod echo;
mod effects;
mod errands;
mod handover;
mod history;
mod keys;
mod turn;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use editor::app::App;
use editor::event::Event;
use editor::protocol::{ToHost, ToUi};
use editor::theme::Theme;

use crate::errand::{Errand, load_history};
use crate::keyboard::Keyboard;
use crate::mailbox::{Receiver, Sender, mailbox};
use crate::memory::Memory;
use crate::resize::Resized;
use crate::screen::Screen;
use crate::source::{Sleep, Source, What};
use echo::Echoed;
use keys::Reading;

/// One session's thread.
pub struct Ui {
    app: App,
    screen: Screen,
    keyboard: Keyboard,
    memory: Memory,
    /// The person's settings file.
    config: Option<PathBuf>,
    resized: Resized,
    from_host: Receiver<ToUi>,
    to_host: Sender<ToHost>,
    errands: (Sender<Errand>, Receiver<Errand>),
    source: Arc<Source>,
    /// What results are coloured with.
    theme: Arc<Mutex<Theme>>,
    reading: Reading,
    /// Other sessions may have done something since the last prompt.
    news: bool,
    echoed: Option<Echoed>,
    over: bool,
}

impl Ui {
    /// A session that waits for its first `ToUi::Ready`.
    pub fn new(
        app: App,
        screen: Screen,
        memory: Memory,
        config: Option<PathBuf>,
        from_host: Receiver<ToUi>,
        to_host: Sender<ToHost>,
        theme: Arc<Mutex<Theme>>,
    ) -> io::Result<Self> {
        let (errands, resized) = (mailbox()?, Resized::listen()?);
        let mut watched = vec![
            (What::Host, from_host.watched()),
            (What::Errand, errands.1.watched()),
            (What::Resized, resized.watched()),
        ];
        watched.extend(screen.captured().map(|fd| (What::Captured, fd)));
        let source = Source::new(screen.terminal().watched(), watched, to_host.watched())?;
        Ok(Self {
            app,
            screen,
            keyboard: Keyboard::default(),
            memory,
            config,
            resized,
            from_host,
            to_host,
            errands,
            source: Arc::new(source),
            theme,
            reading: Reading::default(),
            news: false,
            echoed: None,
            over: false,
        })
    }

    /// Reads the history file meanwhile.
    pub fn begin(&mut self, history: Option<PathBuf>) {
        let Some(path) = history else { return };
        self.app.await_history(Instant::now());
        if let Err(error) = load_history(path, self.errands.0.clone()) {
            let _ = self.errands.0.send(Errand::Loaded(Err(error)));
        }
    }

    /// Where the session's threads sleep.
    pub fn source(&self) -> Arc<Source> {
        Arc::clone(&self.source)
    }

    /// One of them has slept. `false` when the session is over; the terminal is the host's
    /// again then.
    pub fn turn(&mut self, woken: io::Result<Vec<What>>) -> bool {
        self.attempt(|ui| ui.deal_with(&woken?));
        if self.over {
            self.end();
        }
        !self.over
    }

    /// The host's thread has said something.
    pub fn attend(&mut self) {
        self.attempt(|ui| {
            ui.host()?;
            ui.paint()?;
            ui.listen()
        });
        if self.over {
            // For the UI thread to end it.
            let _ = self.source.listen(Sleep { keys: false, until: Some(Instant::now()) });
        }
    }

    fn attempt(&mut self, act: impl FnOnce(&mut Self) -> io::Result<()>) {
        if act(self).is_err() {
            // The terminal is gone; there is nobody to tell but the application.
            let _ = self.feed(Event::Hangup);
            self.over = true;
        }
    }

    /// Keeps what is being typed and restores the terminal, as far as either is possible.
    pub fn end(&mut self) {
        let _ = self.hear_background();
        let _ = self.release_streams();
        let _ = self.feed(Event::Hangup);
        let _ = self.screen.hand_over(&self.app.frame());
    }

    /// The terminal only, after a panic, before anything else is tried.
    pub fn restore_terminal(&mut self) {
        self.screen.restore();
    }
}

#[cfg(test)]
pub mod tests;
