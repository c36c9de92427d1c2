//! What is typed or pasted becomes text.

use crate::app::App;
use crate::app::phase::Phase;
use crate::command::{self, Act, Argument};
use crate::key::Key;
use crate::python;

impl App {
    /// The character that a key is about to type at the end of a line; `None` where anything else
    /// may come of it. To be asked before `update`, which costs more.
    pub fn echoes(&self, key: Key) -> Option<char> {
        let covered = self.page.is_some() || self.panel.is_some() || self.search.is_some();
        let elsewhere = covered || self.record.saving.is_some() || self.is_vi();
        let taken =
            self.assist.completion.selected().is_some() || self.assist.documentation.shown().is_some();
        let typed = !elsewhere && !taken && matches!(self.phase, Phase::Prompting) && self.takes_keys();
        let behind = self.input.as_str()[self.input.at()..].chars().next();
        let plain = typed && matches!(behind, None | Some('\n')) && self.input.text.anchor().is_none();
        // A colon may move its line.
        let c = key.types().filter(|c| plain && c.is_ascii_graphic() && *c != ':')?;
        self.keys.keyboard.would_type(key).then_some(c)
    }

    pub(in crate::app) fn typed(&mut self, c: char, argument: Argument) {
        self.step(|app| {
            let act = command::self_insert(&mut app.input, c, argument);
            if c == ':' && app.settings.auto_indent {
                app.dedent_clause();
            }
            act
        });
    }

    /// `else:` and its like go back to the block that they belong to.
    pub(in crate::app) fn dedent_clause(&mut self) {
        let cursor = self.input.at();
        if let Some((blanks, with)) = python::indent::after_colon(self.input.as_str(), cursor) {
            self.input.text.replace(blanks, &with);
        }
    }

    /// Inserts a text that no key typed.
    pub(in crate::app) fn insert(&mut self, text: &str) {
        if self.is_vi() {
            self.keys.vi.insert(text, &mut self.input.text);
        } else {
            self.input.text.insert(text);
        }
    }

    /// A paste is one change, and never runs anything.
    pub(in crate::app) fn paste(&mut self, pasted: &str) {
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
