//! A key's character on the screen at once; all else that comes of the key a moment later.
//!
//! What is written to a pseudo-terminal arrives when a thread of the kernel has run, and on a
//! busy processor that is when this one sleeps. To work out the key takes longer than all that
//! came before it. So it is slept in between.
//!
//! Invariant: nothing is told to the application or painted before the key that was echoed.

use std::io;
use std::time::{Duration, Instant};

use editor::event::Event;
use editor::key::Key;

use super::Ui;

/// Enough for the kernel to pass a character on. Nobody sees that its colour comes later.
const MOMENT: Duration = Duration::from_micros(50);

/// A key that stands on the screen, and of which the application does not know.
#[derive(Debug, Clone, Copy)]
pub struct Echoed {
    key: Key,
    /// When it is to know.
    pub until: Instant,
}

impl Ui {
    /// Echoes what was typed, if it is one character that is sure to be shown.
    pub(super) fn echo(&mut self, typed: &[Event]) -> io::Result<()> {
        if let [Event::Key(key)] = *typed
            && let Some(c) = self.app.echoes(key)
            && self.screen.echo(c)?
        {
            self.echoed = Some(Echoed { key, until: Instant::now() + MOMENT });
        }
        Ok(())
    }

    /// Tells the application of the key that was echoed.
    pub(super) fn catch_up(&mut self) -> io::Result<()> {
        self.echoed.take().map_or(Ok(()), |echoed| self.feed(Event::Key(echoed.key)))
    }
}
