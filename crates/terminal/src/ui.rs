//! The loop: what happened, and what is done about it.

use std::io;
use std::os::fd::AsFd;
use std::time::Instant;

use editor::app::App;
use editor::event::{Effect, Event};
use editor::protocol::{ToHost, ToUi};

use crate::keyboard::{Keyboard, Typed, WHERE_IS_THE_CURSOR};
use crate::mailbox::{HungUp, Receiver, Sender};
use crate::screen::Screen;
use crate::source::{self, What};

/// Messages taken before a frame is painted, so that a flood of them is one paint
/// each time and keys are never far away.
const BATCH: usize = 256;

/// One session's thread.
pub struct Ui {
    app: App,
    screen: Screen,
    keyboard: Keyboard,
    from_host: Receiver<ToUi>,
    to_host: Sender<ToHost>,
    over: bool,
}

impl Ui {
    /// A session that waits for its first `ToUi::Ready`.
    pub fn new(app: App, screen: Screen, from_host: Receiver<ToUi>, to_host: Sender<ToHost>) -> Self {
        Self { app, screen, keyboard: Keyboard::default(), from_host, to_host, over: false }
    }

    /// Runs until the session is over.
    pub fn run(mut self) {
        while !self.over {
            if self.turn().is_err() {
                // The terminal is gone; there is nobody to tell but the application.
                let _ = self.feed(Event::Hangup);
                self.over = true;
            }
        }
        let _ = self.hand_over();
    }

    fn turn(&mut self) -> io::Result<()> {
        for what in self.wait()? {
            match what {
                What::Keys => self.keys()?,
                What::Host => self.host()?,
                What::Errand | What::Captured(_) => {}
                What::Resized => {}
            }
        }
        self.deadlines()?;
        self.paint()
    }

    fn wait(&self) -> io::Result<Vec<What>> {
        let mut watched = vec![(What::Host, self.from_host.as_fd())];
        if self.screen.is_prompting() {
            watched.push((What::Keys, self.screen.terminal().input()));
        }
        let deadline = [self.app.deadline(), self.keyboard.deadline()].into_iter().flatten().min();
        source::wait(&watched, deadline)
    }

    fn keys(&mut self) -> io::Result<()> {
        let mut buffer = vec![0; 1 << 16];
        let bytes = self.screen.terminal().read(&mut buffer)?;
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
            ToUi::Close => self.over = true,
            _ => {}
        }
        self.feed(Event::Host(message))
    }

    fn deadlines(&mut self) -> io::Result<()> {
        let now = Instant::now();
        let typed = self.keyboard.expire(now);
        self.typed(typed)?;
        if self.app.deadline().is_some_and(|deadline| deadline <= now) {
            self.feed(Event::Tick)
        } else {
            Ok(())
        }
    }

    fn paint(&mut self) -> io::Result<()> {
        if self.over || !self.screen.is_prompting() {
            return Ok(());
        }
        self.screen.show(&self.app.frame())
    }

    fn feed(&mut self, event: Event) -> io::Result<()> {
        let effects = self.app.update(event, Instant::now());
        effects.into_iter().try_for_each(|effect| self.perform(effect))
    }

    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Ask(message) => self.ask(message),
            Effect::Emit(text) => self.screen.print(&text)?,
            Effect::HandOver => {
                self.hand_over()?;
                self.ask(ToHost::Go);
            }
            Effect::TakeBack => {
                self.screen.take_back()?;
                self.ask(ToHost::Prompting);
            }
            Effect::Bell => self.screen.send("\x07")?,
            Effect::Exit => self.over = true,
            Effect::Remember(_)
            | Effect::Outcome(_)
            | Effect::Clear
            | Effect::Suspend
            | Effect::Edit(_)
            | Effect::Copy(_) => {}
        }
        Ok(())
    }

    fn hand_over(&mut self) -> io::Result<()> {
        self.screen.hand_over(&self.app.frame())
    }

    /// A host that is gone ends the session.
    fn ask(&mut self, message: ToHost) {
        self.over |= self.to_host.send(message).is_err();
    }
}
