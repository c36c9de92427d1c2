//! Settings and texts, for Python: plain functions without a session.

use editor::command::TABLE;
use editor::configuration::{Configuration, places};
use editor::python::syntax;
use editor::settings::{Problem, ROWS, Row, Settings, Value};
use editor::theme::Theme;
use editor::transcript::highlight_ansi;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// A problem: number of the text, line (from 1), one sentence.
type Told = (usize, usize, String);

/// Every setting: group, name, default as TOML, what it takes, one sentence.
#[pyfunction]
pub fn settings() -> Vec<(&'static str, &'static str, String, &'static str, &'static str)> {
    let defaults = Settings::default();
    let row = |row: &Row| (row.group, row.name, (row.get)(&defaults).to_string(), row.expected, row.doc);
    ROWS.iter().map(row).collect()
}

/// Every command: group, name, the keys that run it by default, one sentence.
#[pyfunction]
pub fn commands() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
    TABLE.iter().map(|command| (command.group.title(), command.name, command.keys, command.doc)).collect()
}

/// The value of each setting after reading TOML texts, of which the later ones win,
/// and what was wrong in them: number of the text, line (from 1), one sentence.
#[pyfunction]
#[allow(clippy::needless_pass_by_value, reason = "as pyo3 extracts them")]
pub fn read_settings(py: Python<'_>, texts: Vec<String>) -> PyResult<(Bound<'_, PyDict>, Vec<Told>)> {
    let (all, problems) = Configuration::of(texts.iter().map(String::as_str));
    let values = PyDict::new(py);
    for row in ROWS {
        match (row.get)(&all.settings) {
            Value::Flag(flag) => values.set_item(row.name, flag)?,
            Value::Number(number) => values.set_item(row.name, number)?,
            Value::Word(word) => values.set_item(row.name, word)?,
        }
    }
    let problem = |(text, problem): (usize, Problem)| (text, problem.line, problem.message);
    Ok((values, problems.into_iter().map(problem).collect()))
}

/// The settings that a TOML text names, each with its line (from 1).
#[pyfunction]
pub fn setting_lines(text: &str) -> Vec<(&'static str, usize)> {
    places(text).into_iter().map(|place| (place.name, place.line)).collect()
}

/// The names of all themes after reading TOML texts.
#[pyfunction]
#[allow(clippy::needless_pass_by_value, reason = "as pyo3 extracts them")]
pub fn theme_names(texts: Vec<String>) -> Vec<String> {
    let (all, _) = Configuration::of(texts.iter().map(String::as_str));
    all.themes.names().into_iter().map(str::to_owned).collect()
}

/// A piece of Python with SGR sequences, in the terminal's own colours.
#[pyfunction]
pub fn highlight(text: &str) -> String {
    highlighted(text, &Theme::default())
}

/// A piece of Python in the colours of a theme.
pub fn highlighted(text: &str, theme: &Theme) -> String {
    highlight_ansi(text, &syntax::highlight(text), theme)
}
