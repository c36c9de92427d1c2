//! History between the application and its file.

use std::io;

use editor::event::{Entry, Event, Place};

use super::Ui;
use crate::history_file::{self, Loaded};
use crate::memory::Trouble;

impl Ui {
    pub(super) fn loaded(&mut self, loaded: io::Result<Loaded>) -> io::Result<()> {
        let (entries, trouble) = self.memory.loaded(loaded);
        self.warn(trouble)?;
        self.feed(Event::History(entries))
    }

    pub(super) fn remember(&mut self, text: String) -> io::Result<()> {
        let (entry, trouble) = self.memory.remember(text);
        self.warn(trouble)?;
        self.feed(Event::Remembered(entry))
    }

    pub(super) fn forget(&mut self, texts: &[String]) -> io::Result<()> {
        let trouble = self.memory.forget(texts);
        self.warn(trouble)
    }

    pub(super) fn outcome(&mut self, succeeded: bool) -> io::Result<()> {
        let trouble = self.memory.outcome(succeeded);
        self.warn(trouble)
    }

    /// What other sessions did since the last prompt.
    pub(super) fn hear_news(&mut self) -> io::Result<()> {
        let (news, trouble) = self.memory.news();
        if !news.forgotten.is_empty() {
            self.feed(Event::Forgotten(news.forgotten))?;
        }
        self.warn(trouble)?;
        if news.entries.is_empty() { Ok(()) } else { self.feed(Event::History(news.entries)) }
    }

    pub(super) fn browse(&mut self) -> io::Result<()> {
        let here = history_file::written(String::new(), self.memory.session());
        let Entry { time, directory, session, .. } = here;
        self.feed(Event::Browse(Place { time, directory, session }))
    }

    fn warn(&mut self, trouble: Trouble) -> io::Result<()> {
        trouble.map_or(Ok(()), |sentence| self.screen.print(&sentence))
    }
}
