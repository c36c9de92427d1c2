//! Entries that a person deletes, and entries of other programs' histories.
//!
//! A deleted entry's line is filled with blanks, so that its text is not on the disk any
//! more; a record with its digest follows, from which running sessions hear of it.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use editor::event::Entry;
use editor::history::digest;

use super::position::Position;
use super::record::{Record, entries};
use super::{HistoryFile, replace};

impl HistoryFile {
    /// Deletes all entries with these texts, whoever entered them.
    pub fn forget(&self, texts: &[String]) -> io::Result<()> {
        let mut file = self.open_locked()?;
        let lines = Position::default().read_on(&self.path)?;
        let blank = OpenOptions::new().write(true).open(&self.path)?;
        let mut start = 0;
        for line in lines.split_inclusive(|byte| *byte == b'\n') {
            let record = serde_json::from_slice::<Record>(line).unwrap_or_default();
            if record.text.is_some_and(|text| texts.contains(&text)) {
                blank.write_all_at(&vec![b' '; line.len() - 1], start)?;
            }
            start += line.len() as u64;
        }
        let record = |text: &String| Record {
            session: self.session.clone(),
            deleted: Some(format!("{:x}", digest(text))),
            ..Record::default()
        };
        let mut bytes = if super::ends_torn(&file)? { vec![b'\n'] } else { Vec::new() };
        for text in texts {
            serde_json::to_writer(&mut bytes, &record(text))?;
            bytes.push(b'\n');
        }
        file.write_all(&bytes)
    }
}

/// Puts another program's entries, oldest first, in front of those that the file holds.
/// An entry whose text is there already, or comes again, is left out, so that a second
/// time does nothing. Returns how many were added. Any thread.
pub fn import(path: &Path, mut found: Vec<Entry>) -> io::Result<usize> {
    let old = HistoryFile::new(path.to_owned(), String::new()).open_locked()?;
    let kept = entries(&Position::default().read_on(path)?);
    // Of several with one text the newest stays.
    let mut known: HashSet<&str> = kept.iter().map(|entry| &*entry.text).collect();
    let mut fresh: Vec<bool> = found.iter().rev().map(|entry| known.insert(&entry.text)).collect();
    found.retain(|entry| fresh.pop().unwrap_or(false) && !entry.text.trim().is_empty());
    let added = found.len();
    if added > 0 {
        replace(path, found.iter().chain(&kept))?;
    }
    drop(old);
    Ok(added)
}
