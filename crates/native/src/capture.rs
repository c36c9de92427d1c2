//! Others' output: a block in which it is captured, and children that have no part in it.

use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use terminal::capture;

/// What is written to the terminal is captured until this is closed.
#[pyclass(frozen, module = "sideloop._native")]
pub struct Block(Mutex<Option<capture::Block>>);

#[pymethods]
impl Block {
    /// Gives the streams back. Any thread, any number of times; in a child of `fork` it does nothing.
    fn close(&self, py: Python<'_>) {
        let open = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        py.detach(|| drop(open));
    }
}

/// Captures standard output and error where they lead to a terminal; None where they do not,
/// or where they are captured already. Raises `OSError` when it cannot be done.
#[pyfunction]
pub fn capture_streams() -> PyResult<Option<Block>> {
    let block = capture::Block::open()?;
    Ok(block.map(|block| Block(Mutex::new(Some(block)))))
}

/// Ends the session's part in a child of `fork`. To be called in the child.
#[pyfunction]
pub fn after_fork_in_child() {
    capture::after_fork_in_child();
}
