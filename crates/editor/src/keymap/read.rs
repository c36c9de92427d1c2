//! The `[keys]` table of a configuration: `"ctrl-x u" = "undo"`; an empty name frees a key.

use toml_edit::Document;

use super::Keymap;
use crate::settings::Problem;

impl Keymap {
    /// Binds what the text says, and tells what cannot be; the rest counts. What is not
    /// TOML is told by the reader of the settings.
    pub fn read(&mut self, text: &str) -> Vec<Problem> {
        let Ok(document) = Document::parse(text) else { return Vec::new() };
        let Some(table) = document.get("keys").and_then(|item| item.as_table_like()) else {
            return Vec::new();
        };
        let mut problems = Vec::new();
        for (keys, item) in table.iter() {
            let bound = match item.as_str() {
                Some("") => self.unbind(keys),
                Some(name) => self.bind(keys, name),
                None => Err(format!("keys.{keys}: expected the name of a command")),
            };
            if let Err(message) = bound {
                let at = table.key(keys).and_then(toml_edit::Key::span).map_or(0, |span| span.start);
                problems.push(Problem { line: text[..at].matches('\n').count() + 1, message });
            }
        }
        problems
    }
}
