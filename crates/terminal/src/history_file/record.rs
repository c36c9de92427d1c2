//! One line of the history file.

use std::collections::HashMap;

use editor::event::Entry;
use serde::{Deserialize, Serialize};

/// An entry, or, without a text, the outcome of its session's last entry.
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
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's shape
fn is_zero(time: &u64) -> bool {
    *time == 0
}

impl From<&Entry> for Record {
    fn from(entry: &Entry) -> Self {
        let Entry { text, time, directory, session, succeeded } = entry.clone();
        Self { session, text: Some(text), time, directory, succeeded }
    }
}

/// The entries of whole lines, oldest first, outcomes filled in. Lines that are no
/// records, torn ones above all, are skipped.
pub fn entries(lines: &[u8]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last = HashMap::new();
    for line in lines.split(|byte| *byte == b'\n') {
        let Ok(record) = serde_json::from_slice::<Record>(line) else { continue };
        let Record { session, text, time, directory, succeeded } = record;
        if let Some(text) = text {
            last.insert(session.clone(), entries.len());
            entries.push(Entry { text, time, directory, session, succeeded });
        } else if let Some(at) = last.get(&session) {
            entries[*at].succeeded = succeeded;
        }
    }
    entries
}
