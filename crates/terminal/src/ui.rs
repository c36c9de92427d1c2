//! The loop: what happened. What is done about it is in `effects`.

mod answer;
mod effects;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use editor::app::App;
use editor::event::Event;
use editor::protocol::{ToHost, ToUi};
use editor::theme::Theme;

use crate::errand::{Errand, load_history};
use crate::keyboard::{Keyboard, Typed, WHERE_IS_THE_CURSOR};
use crate::mailbox::{HungUp, Receiver, Sender, mailbox};
use crate::memory::Memory;
use crate::resize::Resized;
use crate::screen::{Holder, Screen};
use crate::source::{Sleep, Source, What};

/// Messages taken before a frame is painted, so that a flood of them is one paint
/// each time and keys are never far away.
const BATCH: usize = 256;

/// Reads in a row that may bring nothing although there was something to read, because
/// another program took it; more of them, and the terminal is gone.
const EMPTY_READS: u32 = 100;

/// Bytes that are read at a time: a paste of a page or two.
const CHUNK: usize = 1 << 13;

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
    /// What results are coloured with.
    theme: Arc<Mutex<Theme>>,
    /// Where keys are read to.
    buffer: Vec<u8>,
    empty_reads: u32,
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
        Ok(Self {
            app,
            screen,
            keyboard: Keyboard::default(),
            memory,
            config,
            resized: Resized::listen()?,
            from_host,
            to_host,
            errands: mailbox()?,
            theme,
            buffer: vec![0; CHUNK],
            empty_reads: 0,
            over: false,
        })
    }

    /// Reads the history file meanwhile, and returns all that the session is woken by.
    pub fn begin(&mut self, history: Option<PathBuf>) -> Source {
        if let Some(path) = history {
            self.app.await_history(Instant::now());
            if let Err(error) = load_history(path, self.errands.0.clone()) {
                let _ = self.errands.0.send(Errand::Loaded(Err(error)));
            }
        }
        let mut watched = vec![
            (What::Keys, self.screen.terminal().watched()),
            (What::Host, self.from_host.watched()),
            (What::Errand, self.errands.1.watched()),
            (What::Resized, self.resized.watched()),
        ];
        watched.extend(self.screen.captured().map(|fd| (What::Captured, fd)));
        Source::new(watched)
    }

    /// The session's own thread has slept: what it is to sleep for next. `None` when the
    /// session is over; the terminal is the host's again then.
    pub fn turn(&mut self, woken: io::Result<Vec<What>>) -> Option<Sleep> {
        self.attempt(|ui| ui.deal_with(&woken?));
        if self.over {
            self.end();
            return None;
        }
        Some(self.sleep())
    }

    /// The host's thread has said something: what the session's own is to sleep for.
    pub fn attend(&mut self) -> Sleep {
        self.attempt(|ui| {
            ui.host()?;
            ui.paint()
        });
        self.sleep()
    }

    /// The sleep is to be another one.
    pub fn rouse(&self) {
        // It goes to ourselves.
        let _ = self.errands.0.send(Errand::Attended);
    }

    fn attempt(&mut self, act: impl FnOnce(&mut Self) -> io::Result<()>) {
        if act(self).is_err() {
            // The terminal is gone; there is nobody to tell but the application.
            let _ = self.feed(Event::Hangup);
            self.over = true;
        }
    }

    fn sleep(&self) -> Sleep {
        let now = self.over.then(Instant::now);
        let until = [now, self.app.deadline(), self.keyboard.deadline()].into_iter().flatten().min();
        Sleep { keys: self.screen.holder() == Holder::Prompt, until }
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
                What::Keys => {}
                What::Host => self.host()?,
                What::Errand => self.errand()?,
                What::Captured => self.captured()?,
                What::Resized => self.resized.clear(),
            }
        }
        if !woken.contains(&What::Keys) {
            self.expire()?;
        }
        self.tick()?;
        self.paint()
    }

    fn keys(&mut self) -> io::Result<()> {
        let bytes = match self.screen.terminal().read(&mut self.buffer) {
            Err(_) if self.screen.terminal().is_in_background() => return self.stop_in_background(),
            read => read?,
        };
        self.empty_reads = if bytes.is_empty() { self.empty_reads + 1 } else { 0 };
        if self.empty_reads > EMPTY_READS {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let typed = self.keyboard.read(bytes, Instant::now(), self.screen.cursor_row());
        self.typed(typed)
    }

    fn typed(&mut self, typed: Typed) -> io::Result<()> {
        if typed.ask_position {
            self.screen.send(WHERE_IS_THE_CURSOR)?;
        }
        typed.events.into_iter().try_for_each(|event| self.feed(event))
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
            Ok(Some(Errand::Attended) | None) | Err(HungUp) => Ok(()),
        }
    }

    fn captured(&mut self) -> io::Result<()> {
        if matches!(self.screen.holder(), Holder::Nobody | Holder::Host) {
            return self.screen.pass_on_captured();
        }
        let written = self.screen.read_captured().into_iter();
        written.map(|(stream, bytes)| Event::Output(stream, bytes)).try_for_each(|event| self.feed(event))
    }

    /// No more keys came in time. While some are there to be read, it is us who are late.
    fn expire(&mut self) -> io::Result<()> {
        let typed = self.keyboard.expire(Instant::now());
        self.typed(typed)
    }

    fn tick(&mut self) -> io::Result<()> {
        let now = Instant::now();
        if self.app.deadline().is_some_and(|deadline| deadline <= now) {
            self.feed(Event::Tick)?;
        }
        Ok(())
    }

    pub(super) fn paint(&mut self) -> io::Result<()> {
        if self.over || self.screen.holder() != Holder::Prompt {
            return Ok(());
        }
        if let Some(size) = self.screen.new_size() {
            self.feed(Event::Resize(size))?;
        }
        self.screen.configure(self.app.settings())?;
        self.screen.show(&self.app.frame())
    }
}
