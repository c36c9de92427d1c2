//! The session's history: in a file as long as that works, else in memory alone.

use std::io;
use std::path::PathBuf;

use editor::event::Entry;

use crate::history_file::{HistoryFile, Loaded};

/// What the session remembers where. Each call returns a sentence if the file has just
/// turned out to be unusable; from then on the file is left alone.
#[derive(Debug)]
pub struct Memory {
    file: Option<HistoryFile>,
}

/// A sentence for the person.
pub type Trouble = Option<String>;

impl Memory {
    /// With a file, or without one. `session` is unique among running sessions.
    pub fn new(path: Option<PathBuf>, session: String) -> Self {
        Self { file: path.map(|path| HistoryFile::new(path, session)) }
    }

    /// Appends an input.
    pub fn remember(&mut self, text: String) -> Trouble {
        self.attempt(|file| file.remember(text)).1
    }

    /// Completes the last input's entry: did it raise?
    pub fn outcome(&mut self, succeeded: bool) -> Trouble {
        self.attempt(|file| file.outcome(succeeded)).1
    }

    /// What the file held.
    pub fn loaded(&mut self, loaded: io::Result<Loaded>) -> (Vec<Entry>, Trouble) {
        self.attempt(|file| Ok(file.loaded(loaded?)))
    }

    /// What other sessions added since.
    pub fn news(&mut self) -> (Vec<Entry>, Trouble) {
        self.attempt(HistoryFile::news)
    }

    fn attempt<T: Default>(&mut self, act: impl FnOnce(&mut HistoryFile) -> io::Result<T>) -> (T, Trouble) {
        let Some(file) = &mut self.file else { return (T::default(), None) };
        match act(file) {
            Ok(value) => (value, None),
            Err(error) => {
                let path = file.path().display().to_string();
                self.file = None;
                let trouble =
                    format!("sideloop: history is kept in memory only, {path} cannot be used: {error}\n");
                (T::default(), Some(trouble))
            }
        }
    }
}
