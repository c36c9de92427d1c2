//! The boundary: pyo3 is used here and nowhere else, as thin as it can be.
//!
//! Invariant: no message is interpreted here, and whatever blocks does so without the GIL.

mod capture;
mod input_hook;
mod past;
mod probe;
mod session;
mod settings;
mod sigint;
mod sleep;

use pyo3::prelude::*;

/// What sideloop's Python half sees of the thread that draws.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
    #[pymodule_export]
    use super::capture::{Block, after_fork_in_child, capture_streams};
    #[pymodule_export]
    use super::input_hook::input_hook;
    #[pymodule_export]
    use super::past::import_history;
    #[pymodule_export]
    use super::probe::{call, question, rank};
    #[pymodule_export]
    use super::session::Session;
    #[pymodule_export]
    use super::settings::{commands, highlight, read_settings, setting_lines, settings, theme_names};
    #[pymodule_export]
    use super::sigint::{Resend, Watch, raise_in, resend_sigint, watch_sigint};
    #[pymodule_export]
    use super::sleep::wait;
}
