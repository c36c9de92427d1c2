//! What a thread of its own does, since it may take long: files, and the system's clipboard.

use std::io;

use editor::event::{Event, Saved};

use super::Ui;
use crate::errand::{self, Errand};
use crate::mailbox::HungUp;
use crate::reason::reason;

impl Ui {
    pub(super) fn save(&mut self, path: String, text: String, overwrite: bool) -> io::Result<()> {
        errand::save(path, text, overwrite, self.errands.0.clone())
            .or_else(|error| self.feed(Event::Saved(Saved::Failed(reason(&error)))))
    }

    pub(super) fn read_file(&mut self, path: String) -> io::Result<()> {
        errand::read(path, self.errands.0.clone())
            .or_else(|error| self.feed(Event::Read(Err(reason(&error)))))
    }

    pub(super) fn fetch(&mut self) -> io::Result<()> {
        errand::fetch(self.errands.0.clone()).or_else(|_| self.feed(Event::Fetched(None)))
    }

    /// One of them is done.
    pub(super) fn errand(&mut self) -> io::Result<()> {
        match self.errands.1.take() {
            Ok(Some(Errand::Loaded(loaded))) => self.loaded(loaded),
            Ok(Some(Errand::Edited(result))) => self.edited(result),
            Ok(Some(Errand::Saved(saved))) => self.feed(Event::Saved(saved)),
            Ok(Some(Errand::Read(result))) => self.feed(Event::Read(result)),
            Ok(Some(Errand::Fetched(text))) => self.feed(Event::Fetched(text)),
            Ok(None) | Err(HungUp) => Ok(()),
        }
    }
}
