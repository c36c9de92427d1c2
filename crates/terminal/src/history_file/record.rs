//! One line of the history file.

use std::collections::HashMap;

use editor::event::Entry;
use editor::history::digest;
use serde::{Deserialize, Serialize};

/// An entry; or, without a text, the outcome of its session's last entry, or a deletion.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Record {
    pub session: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub time: u64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub directory: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub succeeded: Option<bool>,
    /// The digest, in hexadecimal, of the entries before this record that are deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<String>,
}

impl Record {
    fn forgets(&self) -> Option<u64> {
        u64::from_str_radix(self.deleted.as_deref()?, 16).ok()
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's shape")]
fn is_zero(time: &u64) -> bool {
    *time == 0
}

impl From<&Entry> for Record {
    fn from(entry: &Entry) -> Self {
        let Entry { text, time, directory, session, succeeded } = entry.clone();
        Self { session, text: Some(text), time, directory, succeeded, deleted: None }
    }
}

/// The entries of whole lines, oldest first, outcomes filled in, without those that were
/// deleted. Lines that are no records, torn ones above all, are skipped.
pub fn entries(lines: &[u8]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last = HashMap::new();
    let mut deleted = HashMap::new();
    for record in records(lines) {
        if let Some(digest) = record.forgets() {
            deleted.insert(digest, entries.len());
            continue;
        }
        let Record { session, text, time, directory, succeeded, .. } = record;
        if let Some(text) = text {
            last.insert(session.clone(), entries.len());
            entries.push(Entry { text, time, directory, session, succeeded });
        } else if let Some(at) = last.get(&session) {
            entries[*at].succeeded = succeeded;
        }
    }
    if !deleted.is_empty() {
        let mut number = 0..;
        let gone = |entry: &Entry, number| deleted.get(&digest(&entry.text)).is_some_and(|end| number < *end);
        entries.retain(|entry| number.next().is_some_and(|number| !gone(entry, number)));
    }
    entries
}

/// The digests of what sessions other than this one deleted.
pub fn forgotten(lines: &[u8], session: &str) -> Vec<u64> {
    let others = records(lines).filter(|record| record.session != session);
    others.filter_map(|record| record.forgets()).collect()
}

fn records(lines: &[u8]) -> impl Iterator<Item = Record> {
    lines.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok())
}
