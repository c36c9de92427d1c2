//! The settings menu at the prompt: its keys, what they change, and what is saved.

use super::App;
use crate::event::{Effect, Mouse};
use crate::key::Key;
use crate::panel::{Panel, Wanted};
use crate::settings::changes;

impl App {
    /// Opens the menu beside the prompt.
    pub(super) fn open_settings(&mut self) {
        let themes = self.look.themes.names().into_iter().map(str::to_owned).collect();
        self.panel = Some(Panel::new(self.given.clone(), themes));
    }

    /// Takes a key while the menu is open; else `false`.
    pub(super) fn panel_key(&mut self, key: Key) -> bool {
        let Some(panel) = &mut self.panel else { return false };
        let wanted = panel.key(key, &self.settings);
        self.panel_wants(wanted);
        true
    }

    /// Takes the mouse while the menu is open; else `false`.
    pub(super) fn panel_mouse(&mut self, mouse: Mouse) -> bool {
        let Some(panel) = &mut self.panel else { return false };
        let wanted = panel.mouse(mouse, &self.settings);
        self.panel_wants(wanted);
        true
    }

    /// Takes a paste while the menu is open; else `false`.
    pub(super) fn panel_paste(&mut self, text: &str) -> bool {
        let Some(panel) = &mut self.panel else { return false };
        let wanted = panel.paste(text);
        self.panel_wants(wanted);
        true
    }

    fn panel_wants(&mut self, wanted: Wanted) {
        match wanted {
            Wanted::Nothing => {}
            Wanted::Bell => self.ring(),
            Wanted::Close => self.panel = None,
            Wanted::Choose(name, value) => self.choose(name, &value),
            Wanted::Tell(sentence) => self.tell(sentence),
            Wanted::Save => {
                let changes = changes(&self.given, &self.settings);
                if changes.is_empty() {
                    self.tell("Nothing was changed.");
                } else {
                    self.effects.push(Effect::SaveSettings(changes));
                }
            }
        }
    }

    /// The changes were saved to a file, or were not: then one sentence tells why.
    pub(super) fn settings_saved(&mut self, result: Result<String, String>) {
        match result {
            Ok(path) => {
                self.given = self.settings.clone();
                if let Some(panel) = &mut self.panel {
                    panel.saved(&self.settings);
                }
                self.tell(format!("Saved to {path}."));
            }
            Err(message) => self.tell(message),
        }
    }
}
