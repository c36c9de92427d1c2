//! Where in a text each setting is given its value.

use toml_edit::{Document, Key};

use crate::settings::{Row, Settings, set};

/// A setting and the line of its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The setting's.
    pub name: &'static str,
    /// Counts from 1.
    pub line: usize,
}

/// The settings that a text gives a value, where it is one that counts. A text that is not TOML names none.
pub fn places(text: &str) -> Vec<Place> {
    let Ok(document) = Document::parse(text) else { return Vec::new() };
    let mut places = Vec::new();
    for (group, item) in document.iter() {
        let Some(table) = item.as_table_like() else { continue };
        for (name, item) in table.iter() {
            let counts = |row: &&Row| row.group == group && set(row, item, &mut Settings::default());
            if let Some(row) = Row::find(name).filter(counts) {
                let at = table.key(name).and_then(Key::span).map_or(0, |span| span.start);
                places.push(Place { name: row.name, line: line(text, at) });
            }
        }
    }
    places
}

/// The line of a byte, from 1.
pub fn line(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_has_the_line_of_its_key() {
        let found = places("[input]\n\nmouse = true\nmouze = 1\n[colors]\ntheme = \"nord\"\n");
        assert_eq!(found, [Place { name: "mouse", line: 3 }, Place { name: "theme", line: 6 }]);
        assert_eq!(places("[input\n"), []);
        assert_eq!(places("[input]\nmouse = 3\n"), [], "its value does not count");
    }
}
