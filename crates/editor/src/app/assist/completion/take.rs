//! Candidates put into the text.

use super::Open;
use crate::app::App;
use crate::menu::Menu;

impl App {
    /// Selects another candidate; it stands in the text at once.
    pub(in crate::app) fn select(&mut self, step: impl FnOnce(&mut Menu)) {
        let Some(open) = &mut self.assist.completion.menu else { return };
        step(&mut open.menu);
        let Some((text, _)) = open.menu.accept() else { return };
        let text = text.to_owned();
        let first = open.typed.is_none();
        let word = self.input.as_str()[open.place.anchor..self.input.at()].to_owned();
        open.typed.get_or_insert(word);
        self.put(&text, first);
    }

    /// Puts a text in place of the word; all steps through a menu are one change.
    fn put(&mut self, text: &str, first: bool) {
        let Some(Open { place, .. }) = &self.assist.completion.menu else { return };
        self.input.text.checkpoint();
        if !first {
            self.input.text.resume();
        }
        self.input.text.replace(place.anchor..self.input.at(), text);
        self.keep_menu();
    }

    /// Takes the selected candidate for good, with what follows it.
    pub(in crate::app) fn take_selected(&mut self) {
        let Some(open) = self.assist.completion.menu.take() else { return };
        let Some((text, suffix)) = open.menu.accept() else { return };
        *self.assist.completion.used.entry(text.to_owned()).or_default() += 1;
        let behind = &self.input.as_str()[self.input.at()..];
        if !behind.starts_with(suffix) || suffix.is_empty() {
            self.input.text.checkpoint();
            self.input.text.resume();
            self.input.text.insert(suffix);
        }
        self.assist.completion.close();
        self.keep_menu();
    }

    /// Closes the menu and brings back the word as it was typed.
    pub(super) fn untake(&mut self) {
        if let Some(Open { typed: Some(typed), .. }) = &self.assist.completion.menu {
            let typed = typed.clone();
            self.put(&typed, false);
        }
        self.assist.completion.close();
        self.keep_menu();
    }

    /// Inserts what the candidates have in common; a single one is taken. `false` when
    /// they have no more in common than was typed.
    pub(super) fn insert_common(&mut self) -> bool {
        let Some(open) = &mut self.assist.completion.menu else { return false };
        if open.menu.len() == 1 {
            open.menu.select_next();
            let text = open.menu.accept().map(|(text, _)| text.to_owned()).unwrap_or_default();
            self.put(&text, true);
            self.take_selected();
            return true;
        }
        let common = open.menu.common_prefix().to_owned();
        let word = &self.input.as_str()[open.place.anchor..self.input.at()];
        if common == word {
            return false;
        }
        self.put(&common, true);
        if let Some(open) = &mut self.assist.completion.menu {
            let used = |text: &str| self.assist.completion.used.get(text).copied().unwrap_or(0);
            open.menu.narrow(&common, self.settings.fuzzy, &used);
        }
        true
    }

    /// Inserts all candidates, with blanks between them.
    pub(super) fn insert_all(&mut self) {
        let Some(open) = &mut self.assist.completion.menu else { return };
        let rows = open.menu.len();
        let texts: Vec<&str> =
            open.menu.view(rows, false).rows.iter().map(|(candidate, _)| candidate.text.as_str()).collect();
        let all = texts.join(" ");
        self.put(&all, true);
        self.assist.completion.close();
    }

    /// The text is known to the menu as it is now: no question follows from it.
    fn keep_menu(&mut self) {
        self.vi_follows();
        self.input.suggestion.clear();
        self.refresh_text();
    }
}
