//! Entries of other programs' histories.

use std::path::PathBuf;

use editor::event::Entry;
use pyo3::prelude::*;

/// Puts entries (text, seconds since 1970 or 0, source), oldest first, in front of those in a
/// history file, without those whose text is there already. How many were added. Any thread.
///
/// Raises `OSError` when the file cannot be used.
#[pyfunction]
#[allow(clippy::needless_pass_by_value, reason = "as pyo3 extracts them")]
pub fn import_history(py: Python<'_>, path: PathBuf, entries: Vec<(String, u64, String)>) -> PyResult<usize> {
    let entry =
        |(text, time, session)| Entry { text, time, directory: String::new(), session, succeeded: None };
    let entries = entries.into_iter().map(entry).collect();
    Ok(py.detach(|| terminal::history_file::import(&path, entries))?)
}
