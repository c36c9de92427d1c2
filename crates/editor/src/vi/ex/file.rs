//! `:w` and `:r`.

use super::Line;
use crate::text::Text;
use crate::vi::{Outcome, line};

pub fn write(line: &Line, text: &mut Text, quit: bool) -> Outcome {
    let path = line.rest.trim();
    if path.is_empty() {
        return match (quit, text.as_str()) {
            (true, "") => Outcome::Quit,
            (true, _) => Outcome::Say(":wq needs the name of a file; :q quits without one".into()),
            (false, _) => Outcome::Say(":w needs the name of a file".into()),
        };
    }
    let rows: Vec<&str> = text.as_str().split('\n').collect();
    let (first, last) = if line.given > 0 { line.rows } else { (0, rows.len() - 1) };
    let written: String = rows[first..=last].iter().flat_map(|row| [*row, "\n"]).collect();
    Outcome::Write { path: path.to_owned(), text: written, overwrite: line.bang, quit }
}

pub fn read(line: &Line, text: &mut Text) -> Outcome {
    let path = line.rest.trim();
    if path.is_empty() {
        return Outcome::Say(":r needs the name of a file".into());
    }
    if line.given > 0 {
        let at = line::nth(text.as_str(), line.rows.1);
        text.set_cursor(at);
    }
    Outcome::Read(path.to_owned())
}
