//! The loop: what happened. What is done about it is in `effects`.

mod answer;
mod effects;

use std::io;
use std::os::fd::AsFd;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use editor::app::App;
use editor::event::{Event, Stream};
use editor::protocol::{ToHost, ToUi};
use editor::theme::Theme;

use crate::errand::{Errand, load_history};
use crate::keyboard::{Keyboard, Typed, WHERE_IS_THE_CURSOR};
use crate::mailbox::{HungUp, Receiver, Sender, mailbox};
use crate::memory::Memory;
use crate::resize::Resized;
use crate::screen::{Holder, Screen};
use crate::source::{self, What};

/// Messages taken before a frame is painted, so that a flood of them is one paint
/// each time and keys are never far away.
const BATCH: usize = 256;

/// Reads in a row that may bring nothing although there was something to read, because
/// another program took it; more of them, and the terminal is gone.
const EMPTY_READS: u32 = 100;

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
            empty_reads: 0,
            over: false,
        })
    }

    /// Runs until the session is over; the terminal is the host's again then. The
    /// history file is read meanwhile.
    pub fn run(&mut self, history: Option<PathBuf>) {
        if let Some(path) = history
            && let Err(error) = load_history(path, self.errands.0.clone())
        {
            let _ = self.errands.0.send(Errand::Loaded(Err(error)));
        }
        while !self.over {
            if self.turn().is_err() {
                // The terminal is gone; there is nobody to tell but the application.
                let _ = self.feed(Event::Hangup);
                self.over = true;
            }
        }
        self.end();
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

    fn turn(&mut self) -> io::Result<()> {
        let happened = self.wait()?;
        for what in &happened {
            match *what {
                What::Keys if self.screen.holder() == Holder::Prompt => self.keys()?,
                What::Keys => {}
                What::Host => self.host()?,
                What::Errand => self.errand()?,
                What::Captured(stream) => self.captured(stream)?,
                What::Resized => self.resized.clear(),
            }
        }
        if !happened.contains(&What::Keys) {
            self.expire()?;
        }
        self.tick()?;
        self.paint()
    }

    fn wait(&self) -> io::Result<Vec<What>> {
        let mut watched = vec![
            (What::Host, self.from_host.as_fd()),
            (What::Errand, self.errands.1.as_fd()),
            (What::Resized, self.resized.as_fd()),
        ];
        if self.screen.holder() == Holder::Prompt {
            watched.insert(0, (What::Keys, self.screen.terminal().input()));
        }
        watched.extend(self.screen.captured().map(|(stream, fd)| (What::Captured(stream), fd)));
        let deadline = [self.app.deadline(), self.keyboard.deadline()].into_iter().flatten().min();
        source::wait(&watched, deadline)
    }

    fn keys(&mut self) -> io::Result<()> {
        let mut buffer = vec![0; 1 << 16];
        let bytes = match self.screen.terminal().read(&mut buffer) {
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
                let found = self.memory.loaded(loaded);
                self.history(found)
            }
            Ok(Some(Errand::Edited(result))) => self.edited(result),
            Ok(Some(Errand::Saved(saved))) => self.feed(Event::Saved(saved)),
            Ok(Some(Errand::Read(result))) => self.feed(Event::Read(result)),
            Ok(Some(Errand::Fetched(text))) => self.feed(Event::Fetched(text)),
            Ok(None) | Err(HungUp) => Ok(()),
        }
    }

    fn captured(&mut self, stream: Stream) -> io::Result<()> {
        let bytes = self.screen.read_captured(stream);
        match self.screen.holder() {
            Holder::Nobody | Holder::Host => self.screen.terminal().write(bytes),
            Holder::Prompt | Holder::Program => self.feed(Event::Output(stream, bytes)),
        }
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
