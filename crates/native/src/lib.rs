//! The boundary: pyo3 is used here and nowhere else, as thin as it can be.
//!
//! Invariant: no message is interpreted here, and whatever blocks does so without the GIL.

mod poll;
mod session;
mod sigint;

use pyo3::prelude::*;

/// What sideloop's Python half sees of the thread that draws.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::session::Session;
    #[pymodule_export]
    use super::settings;
    #[pymodule_export]
    use super::sigint::{Watch, raise_in, watch_sigint};
}

/// Every setting: group, name, value in force without a file, what it takes, one sentence.
#[pyfunction]
fn settings() -> Vec<(&'static str, &'static str, String, &'static str, &'static str)> {
    let defaults = editor::settings::Settings::default();
    let row = |row: &editor::settings::Row| {
        (row.group, row.name, (row.get)(&defaults).to_string(), row.expected, row.doc)
    };
    editor::settings::ROWS.iter().map(row).collect()
}
