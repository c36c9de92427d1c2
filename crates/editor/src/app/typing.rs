//! What is typed or pasted becomes text.

use super::App;
use crate::command::{self, Act, Argument};
use crate::python;

impl App {
    pub(super) fn typed(&mut self, c: char, argument: Argument) {
        self.step(|app| {
            let act = command::self_insert(&mut app.input, c, argument);
            if c == ':' && app.settings.auto_indent {
                app.dedent_clause();
            }
            act
        });
    }

    /// `else:` and its like go back to the block that they belong to.
    pub(super) fn dedent_clause(&mut self) {
        let cursor = self.input.at();
        if let Some((blanks, with)) = python::indent::after_colon(self.input.as_str(), cursor) {
            self.input.text.replace(blanks, &with);
        }
    }

    /// Inserts a text that no key typed.
    pub(super) fn insert(&mut self, text: &str) {
        if self.is_vi() {
            self.keys.vi.insert(text, &mut self.input.text);
        } else {
            self.input.text.insert(text);
        }
    }

    /// A paste is one change, and never runs anything.
    pub(super) fn paste(&mut self, pasted: &str) {
        self.phase.reveal();
        if self.panel_paste(pasted) {
            return;
        }
        if self.search.is_some() {
            return self.extend_search(pasted.lines().next().unwrap_or_default());
        }
        self.keys.keyboard.abort();
        self.step(|app| {
            app.input.make_room();
            let text = if app.reads_text() {
                pasted.replace("\r\n", "\n").replace('\r', "\n")
            } else {
                python::paste::clean(pasted, &app.input.as_str()[..app.input.at()])
            };
            app.insert(&text);
            Act::Done
        });
    }
}
