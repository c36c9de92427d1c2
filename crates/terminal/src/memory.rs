//! The session's history: in a file as long as that works, else in memory alone.

use std::io;
use std::path::PathBuf;

use editor::event::Entry;

use crate::history_file::{self, HistoryFile, Loaded, News};
use crate::reason::reason;

/// What the session remembers where. Each call returns a sentence if the file has just
/// turned out to be unusable; from then on the file is left alone.
#[derive(Debug)]
pub struct Memory {
    session: String,
    file: Option<HistoryFile>,
}

/// A sentence for the person.
pub type Trouble = Option<String>;

impl Memory {
    /// With a file, or without one. `session` is unique among running sessions.
    pub fn new(path: Option<PathBuf>, session: String) -> Self {
        Self { file: path.map(|path| HistoryFile::new(path, session.clone())), session }
    }

    /// How the session's own entries name it.
    pub fn session(&self) -> &str {
        &self.session
    }

    /// Appends an input; the entry that it is.
    pub fn remember(&mut self, text: String) -> (Entry, Trouble) {
        let entry = history_file::written(text, &self.session);
        let trouble = self.attempt(|file| file.remember(&entry)).1;
        (entry, trouble)
    }

    /// Deletes all entries with these texts.
    pub fn forget(&mut self, texts: &[String]) -> Trouble {
        self.attempt(|file| file.forget(texts)).1
    }

    /// Completes the last input's entry: did it raise?
    pub fn outcome(&mut self, succeeded: bool) -> Trouble {
        self.attempt(|file| file.outcome(succeeded)).1
    }

    /// What the file held.
    pub fn loaded(&mut self, loaded: io::Result<Loaded>) -> (Vec<Entry>, Trouble) {
        self.attempt(|file| Ok(file.loaded(loaded?)))
    }

    /// What other sessions did since.
    pub fn news(&mut self) -> (News, Trouble) {
        self.attempt(HistoryFile::news)
    }

    fn attempt<T: Default>(&mut self, act: impl FnOnce(&mut HistoryFile) -> io::Result<T>) -> (T, Trouble) {
        let Some(file) = &mut self.file else { return (T::default(), None) };
        match act(file) {
            Ok(value) => (value, None),
            Err(error) => {
                let path = file.path().display().to_string();
                self.file = None;
                let reason = reason(&error);
                let trouble =
                    format!("sideloop: history is kept in memory only, {path} cannot be used: {reason}\n");
                (T::default(), Some(trouble))
            }
        }
    }
}
