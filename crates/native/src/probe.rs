//! The prompt's half of completion, for the corpus in `tests/completion` and for a log:
//! the question that a text asks, and the order in which the menu shows an answer.

use editor::menu::Menu;
use editor::protocol::Candidate;
use editor::python::cursor_context;
use pyo3::prelude::*;
use pythonize::{depythonize, pythonize};

/// The question that the prompt asks at a cursor, and the bytes that a candidate replaces.
///
/// `cursor` is in bytes of the text's UTF-8. None where nothing can be completed.
#[pyfunction]
pub fn question<'py>(
    py: Python<'py>,
    text: &str,
    cursor: usize,
) -> PyResult<Option<(Bound<'py, PyAny>, usize, usize)>> {
    let Some((question, range)) = cursor_context::question(text, cursor) else { return Ok(None) };
    Ok(Some((pythonize(py, &question)?, range.start, range.end)))
}

/// The call whose argument the cursor is in, as the signature's question has it.
#[pyfunction]
pub fn call<'py>(py: Python<'py>, text: &str, cursor: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
    let Some((callee, _)) = cursor_context::call(text, cursor) else { return Ok(None) };
    Ok(Some(pythonize(py, &callee)?))
}

/// The texts of those candidates that fit a prefix, as the menu orders them.
#[pyfunction]
pub fn rank(candidates: &Bound<'_, PyAny>, prefix: &str) -> PyResult<Vec<String>> {
    let candidates: Vec<Candidate> = depythonize(candidates)?;
    let mut menu = Menu::new(candidates, 0);
    menu.narrow(prefix, true, &|_| 0);
    let rows = menu.view(menu.len(), false).rows;
    Ok(rows.into_iter().map(|(candidate, _)| candidate.text.clone()).collect())
}
