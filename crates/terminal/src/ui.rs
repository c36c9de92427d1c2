//! The loop: what happened. What is done about it is in `effects`.

mod answer;
mod effects;
mod keys;

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
use crate::mailbox::{HungUp, Receiver, Sender, mailbox};
use crate::memory::Memory;
use crate::resize::Resized;
use crate::screen::{Holder, Screen};
use crate::source::{Sleep, Source, What};
use keys::Reading;

/// Messages taken before a frame is painted, so that a flood of them is one paint
/// each time and keys are never far away.
const BATCH: usize = 256;

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

    /// Tells what the threads are to sleep for.
    fn listen(&self) -> io::Result<()> {
        self.source.listen(self.sleep())
    }

    fn sleep(&self) -> Sleep {
        let until = [self.app.deadline(), self.keyboard.deadline()].into_iter().flatten().min();
        let deaf = self.reading.deaf && self.app.holds_keys();
        Sleep { keys: self.screen.holder() == Holder::Prompt && !deaf, until }
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

    fn deal_with(&mut self, woken: &[What]) -> io::Result<()> {
        for what in woken {
            match *what {
                What::Keys if self.screen.holder() == Holder::Prompt => self.keys()?,
                What::Host => self.host()?,
                What::Errand => self.errand()?,
                What::Captured => self.captured()?,
                What::Resized => self.resized.clear(),
                What::Keys | What::Message | What::Time => {}
            }
        }
        if !woken.contains(&What::Keys) {
            self.expire()?;
        }
        self.tick()?;
        self.paint()?;
        self.listen()
    }

    fn host(&mut self) -> io::Result<()> {
        for _ in 0..BATCH {
            match self.from_host.take() {
                Ok(None) => break,
                Ok(Some(message)) => self.message(message)?,
                Err(HungUp) => {
                    self.over = true;
                    break;
                }
            }
        }
        Ok(())
    }

    fn message(&mut self, message: ToUi) -> io::Result<()> {
        match message {
            ToUi::Resize(size) => self.screen.tell_size(size),
            // What was written before belongs above what is evaluated.
            ToUi::Accepted => self.release_streams()?,
            ToUi::Close => {
                self.over = true;
                return Ok(());
            }
            _ => {}
        }
        self.feed(Event::Host(message))
    }

    fn errand(&mut self) -> io::Result<()> {
        match self.errands.1.take() {
            Ok(Some(Errand::Loaded(loaded))) => {
                let (entries, trouble) = self.memory.loaded(loaded);
                self.warn(trouble)?;
                self.feed(Event::History(entries))
            }
            Ok(Some(Errand::Edited(result))) => self.edited(result),
            Ok(Some(Errand::Saved(saved))) => self.feed(Event::Saved(saved)),
            Ok(Some(Errand::Read(result))) => self.feed(Event::Read(result)),
            Ok(Some(Errand::Fetched(text))) => self.feed(Event::Fetched(text)),
            Ok(None) | Err(HungUp) => Ok(()),
        }
    }

    fn captured(&mut self) -> io::Result<()> {
        if matches!(self.screen.holder(), Holder::Nobody | Holder::Host) {
            return self.screen.pass_on_captured();
        }
        let written = self.screen.read_captured().into_iter();
        written.map(|(stream, bytes)| Event::Output(stream, bytes)).try_for_each(|event| self.feed(event))
    }

    fn tick(&mut self) -> io::Result<()> {
        let now = Instant::now();
        if self.app.deadline().is_some_and(|deadline| deadline <= now) {
            self.feed(Event::Tick)?;
        }
        Ok(())
    }

    pub(super) fn paint(&mut self) -> io::Result<()> {
        if self.over || self.screen.holder() != Holder::Prompt || self.app.is_fleeting() {
            return Ok(());
        }
        if let Some(size) = self.screen.new_size() {
            self.feed(Event::Resize(size))?;
        }
        self.screen.configure(self.app.settings())?;
        self.screen.show(&self.app.frame())
    }
}

#[cfg(test)]
pub mod tests;
