//! A turn: what happened is told to the application, then one frame is painted.

use std::io;
use std::time::Instant;

use editor::event::Event;
use editor::protocol::ToUi;

use super::Ui;
use crate::fatal;
use crate::mailbox::HungUp;
use crate::screen::Holder;
use crate::source::{Sleep, What};

/// Messages taken before a frame is painted, so that a flood of them is one paint
/// each time and keys are never far away.
const BATCH: usize = 256;

impl Ui {
    pub(super) fn deal_with(&mut self, woken: &[What]) -> io::Result<()> {
        self.catch_up()?;
        if self.screen.holder() == Holder::Prompt && std::mem::take(&mut self.news) {
            self.hear_news()?;
        }
        let keys = self.hears_keys(woken);
        if keys {
            self.keys()?;
        }
        for what in woken {
            match *what {
                What::Host => self.host()?,
                What::Errand => self.errand()?,
                What::Captured => self.captured()?,
                What::Resized => self.resized()?,
                What::Keys | What::Message | What::Time => {}
            }
        }
        if !keys {
            self.expire()?;
        }
        if self.echoed.is_none() {
            self.tick()?;
            self.paint()?;
        }
        self.listen()
    }

    /// Whether there are keys for the prompt. While others write without pause they are looked
    /// for: the thread that was woken for them would have to wait for many a turn like this one.
    fn hears_keys(&self, woken: &[What]) -> bool {
        let told = woken.contains(&What::Keys);
        let looks = || woken.contains(&What::Captured) && self.screen.terminal().is_readable();
        self.screen.holder() == Holder::Prompt && (told || looks())
    }

    pub(super) fn host(&mut self) -> io::Result<()> {
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

    /// The window is another one, or the process is about to end.
    fn resized(&self) -> io::Result<()> {
        self.resized.clear();
        if fatal::is_near() { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
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
        self.catch_up()?;
        if self.over || self.screen.holder() != Holder::Prompt || self.app.is_fleeting() {
            return Ok(());
        }
        if let Some(size) = self.screen.new_size() {
            self.feed(Event::Resize(size))?;
        }
        self.screen.configure(self.app.settings())?;
        self.screen.show(&self.app.frame())
    }

    /// Tells what the threads are to sleep for.
    pub(super) fn listen(&self) -> io::Result<()> {
        self.source.listen(self.sleep())
    }

    pub(super) fn sleep(&self) -> Sleep {
        let echoed = self.echoed.map(|echoed| echoed.until);
        let until = [self.app.deadline(), self.keyboard.deadline(), echoed].into_iter().flatten().min();
        let deaf = self.reading.deaf && self.app.holds_keys();
        Sleep { keys: self.screen.holder() == Holder::Prompt && !deaf, until }
    }
}
