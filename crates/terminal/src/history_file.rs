//! The history file: one JSON record per line, appended, shared by running sessions.
//!
//! Invariants: a record is one `write` to an append-only descriptor under a lock, so
//! that sessions do not mix and a kill leaves at most one torn line, the last. Such a
//! line is skipped when reading and ended before the next append. Nothing but
//! `compact` and `import` ever takes a line away, and they replace the file as a whole;
//! `forget` fills lines with blanks.

mod forget;
mod open;
mod position;
mod record;

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use editor::event::Entry;
use rustix::fs::{FlockOperation, flock};

use open::{ends_torn, open, same};
use position::Position;
use record::{Record, entries, forgotten};

pub use forget::import;

/// Entries that compaction keeps, the newest. Ten years of a busy day's work.
pub const KEPT: usize = 100_000;

/// The file and this session's place in it.
#[derive(Debug)]
pub struct HistoryFile {
    path: PathBuf,
    session: String,
    /// Up to where it was read; `None` until it was loaded.
    position: Option<Position>,
}

/// What `load` found.
#[derive(Debug)]
pub struct Loaded {
    /// Oldest first.
    pub entries: Vec<Entry>,
    position: Position,
}

/// What other sessions did.
#[derive(Debug, Default)]
pub struct News {
    /// Digests of what they deleted.
    pub forgotten: Vec<u64>,
    /// What they entered since, oldest first.
    pub entries: Vec<Entry>,
}

impl HistoryFile {
    /// A file that need not exist yet. `session` is unique among running sessions.
    pub fn new(path: PathBuf, session: String) -> Self {
        Self { path, session, position: None }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends an entry, on disk before this returns.
    pub fn remember(&self, entry: &Entry) -> io::Result<()> {
        self.append(&Record::from(entry))
    }

    /// Completes this session's last entry: did it raise?
    pub fn outcome(&self, succeeded: bool) -> io::Result<()> {
        self.append(&Record {
            session: self.session.clone(),
            succeeded: Some(succeeded),
            ..Record::default()
        })
    }

    /// From here on `news` tells what comes after what `load` found.
    pub fn loaded(&mut self, loaded: Loaded) -> Vec<Entry> {
        self.position = Some(loaded.position);
        loaded.entries
    }

    /// What other sessions did since the last call; nothing before the file was loaded.
    pub fn news(&mut self) -> io::Result<News> {
        let Some(position) = &mut self.position else { return Ok(News::default()) };
        let lines = position.read_on(&self.path)?;
        let mut news = News { entries: entries(&lines), forgotten: forgotten(&lines, &self.session) };
        news.entries.retain(|entry| entry.session != self.session);
        Ok(news)
    }

    fn append(&self, record: &Record) -> io::Result<()> {
        let mut file = self.open_locked()?;
        let mut line = if ends_torn(&file)? { vec![b'\n'] } else { Vec::new() };
        serde_json::to_writer(&mut line, record)?;
        line.push(b'\n');
        file.write_all(&line)
    }

    /// The file, locked until it is closed. Another session may have replaced it while
    /// this one waited for the lock.
    fn open_locked(&self) -> io::Result<File> {
        loop {
            let file = open(&self.path)?;
            flock(&file, FlockOperation::LockExclusive)?;
            if same(&file, &self.path) {
                return Ok(file);
            }
        }
    }
}

/// Reads the whole file, compacting it first if it is far too long. Takes a while when
/// the file is large, so it has a thread of its own.
pub fn load(path: &Path) -> io::Result<Loaded> {
    let mut position = Position::default();
    let lines = position.read_on(path)?;
    let mut found = entries(&lines);
    let surplus = found.len().saturating_sub(KEPT);
    if surplus > KEPT / 5 {
        position = compact(path)?;
    }
    found.drain(..surplus);
    Ok(Loaded { entries: found, position })
}

/// Keeps the newest entries.
fn compact(path: &Path) -> io::Result<Position> {
    let old = HistoryFile::new(path.to_owned(), String::new()).open_locked()?;
    let kept = entries(&Position::default().read_on(path)?);
    let position = replace(path, &kept[kept.len().saturating_sub(KEPT)..]);
    drop(old);
    position
}

/// The old file, which is locked, stays whole until the new one takes its name.
fn replace<'a>(path: &Path, entries: impl IntoIterator<Item = &'a Entry>) -> io::Result<Position> {
    let fresh = path.with_extension(format!("{}.new", std::process::id()));
    let mut bytes = Vec::new();
    for entry in entries {
        serde_json::to_writer(&mut bytes, &Record::from(entry))?;
        bytes.push(b'\n');
    }
    let mut file = open(&fresh)?;
    file.set_len(0)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    std::fs::rename(&fresh, path)?;
    Ok(Position::at_end(&file, &bytes))
}

/// An input as it is written down: now, here, by a session.
pub fn written(text: String, session: &str) -> Entry {
    let directory = std::env::current_dir().unwrap_or_default().to_string_lossy().into_owned();
    Entry { text, time: now(), directory, session: session.to_owned(), succeeded: None }
}

/// Seconds since 1970, UTC.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

#[cfg(test)]
mod tests;
