//! The settings menu at the prompt: its keys, what they change, and what is saved.

use super::App;
use crate::event::Effect;
use crate::key::Key;
use crate::panel::{Panel, Wanted};

impl App {
    /// Opens the menu over the prompt.
    pub(super) fn open_settings(&mut self) {
        let themes = self.look.themes.names().into_iter().map(str::to_owned).collect();
        self.panel = Some(Panel::new(&self.settings, themes));
    }

    /// Takes a key while the menu is open; else `false`.
    pub(super) fn panel_key(&mut self, key: Key) -> bool {
        let Some(panel) = &mut self.panel else { return false };
        match panel.key(key, &self.settings) {
            Wanted::Nothing => {}
            Wanted::Bell => self.effects.push(Effect::Bell),
            Wanted::Close => self.panel = None,
            Wanted::Choose(name, value) => self.choose(name, &value),
            Wanted::Save => {
                let changes = panel.changes(&self.settings);
                self.effects.push(Effect::SaveSettings(changes));
            }
        }
        true
    }

    /// The changes were saved to a file, or were not: then one sentence tells why.
    pub(super) fn settings_saved(&mut self, result: Result<String, String>) {
        match result {
            Ok(path) => {
                if let Some(panel) = &mut self.panel {
                    panel.saved(&self.settings);
                }
                self.tell(format!("Saved to {path}."));
            }
            Err(message) => self.tell(message),
        }
    }
}
