//! The `[keys]` tables of a configuration: `"ctrl-x u" = "undo"`; an empty name frees a key.
//!
//! `[keys]` counts in all modes, `[keys.emacs]`, `[keys.vi-insert]` and `[keys.vi-normal]`
//! in one.

use toml_edit::{Document, Item, Key, TableLike};

use super::Keymap;
use crate::keyboard::Keyboard;
use crate::settings::Problem;

/// The modes as tables name them.
const MODES: [&str; 3] = ["emacs", "vi-insert", "vi-normal"];

impl Keyboard {
    /// Binds what the text says, which is the document's; tells what cannot be bound.
    pub(crate) fn read(&mut self, text: &str, document: &Document<&str>) -> Vec<Problem> {
        let Some(keys) = document.get("keys") else { return Vec::new() };
        let mut problems = Vec::new();
        match keys.as_table_like() {
            Some(table) => self.read_all(table, &mut problems),
            None => problems.push((start(document.key("keys")), "keys: expected a table".into())),
        }
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        problems.into_iter().map(|(at, message)| Problem { line: line(at), message }).collect()
    }

    fn read_all(&mut self, table: &dyn TableLike, problems: &mut Vec<(usize, String)>) {
        for (name, item) in table.iter() {
            let at = start(table.key(name));
            match item.as_table_like() {
                None => {
                    let said = self.maps().map(|map| map.read(name, item));
                    problems.extend(said.into_iter().find_map(Result::err).map(|message| (at, message)));
                }
                Some(bindings) => match MODES.iter().position(|mode| *mode == name) {
                    Some(mode) => read_mode(self.maps()[mode], bindings, problems),
                    None => problems.push((at, format!("keys.{name}: expected {}", modes()))),
                },
            }
        }
    }

    fn maps(&mut self) -> [&mut Keymap; 3] {
        [&mut self.keymap, &mut self.vi_insert, &mut self.vi_normal]
    }
}

fn read_mode(map: &mut Keymap, bindings: &dyn TableLike, problems: &mut Vec<(usize, String)>) {
    for (keys, item) in bindings.iter() {
        if let Err(message) = map.read(keys, item) {
            problems.push((start(bindings.key(keys)), message));
        }
    }
}

impl Keymap {
    fn read(&mut self, keys: &str, item: &Item) -> Result<(), String> {
        let bound = match item.as_str() {
            Some("") => self.unbind(keys).map(drop),
            Some(name) => self.bind(keys, name).map(drop),
            None => Err("expected the name of a command".into()),
        };
        bound.map_err(|message| {
            let message = message.strip_prefix(&format!("{keys}: ")).unwrap_or(&message);
            format!("keys.{keys}: {message}")
        })
    }
}

fn modes() -> String {
    MODES.join(", ").replacen(", vi-normal", " or vi-normal", 1)
}

fn start(key: Option<&Key>) -> usize {
    key.and_then(Key::span).map_or(0, |span| span.start)
}
