//! The menu's keys, and Tab's ways.

use crate::app::App;
use crate::command::Completing;
use crate::event::Effect;
use crate::key::{Code, Key};
use crate::menu::Menu;
use crate::view;

/// The menu's keys, for the reference.
pub(crate) const KEYS: &[(&str, &str)] = &[
    ("tab", "Insert what all candidates have in common; then step to the next one."),
    ("shift-tab", "Step to the candidate before."),
    (
        "down, up, ctrl-n, ctrl-p",
        "Step through the candidates, once one is selected; Down begins where it has no line to go to.",
    ),
    ("pagedown, pageup", "Step a page further, once a candidate is selected."),
    ("left, right", "Step from column to column, where candidates fill the width and one is selected."),
    ("enter", "Take the selected candidate, without running anything."),
    ("escape, ctrl-g", "Close the menu; the word is again as it was typed."),
    (
        "escape, ctrl-y, ctrl-e",
        "With vi's keys: keep the word and go to normal mode; take the candidate; give it back.",
    ),
];

impl App {
    /// Takes a key while candidates are shown; `false` when the menu has no use for it.
    pub(in crate::app) fn menu_key(&mut self, key: Key) -> bool {
        if !self.assist.completion.is_current() || self.assist.completion.shown().is_none() {
            return false;
        }
        let selecting = self.assist.completion.selected().is_some();
        match (key.code, key) {
            (Code::Tab, Key { ctrl: false, alt: false, shift, .. }) => {
                self.complete(if shift { Completing::Previous } else { Completing::Next });
            }
            (Code::Escape, _) if self.is_vi() => {
                self.assist.completion.close();
                return false;
            }
            (Code::Escape, Key { ctrl: false, alt: false, .. }) => self.untake(),
            _ if key == Key::ctrl('g') || self.is_vi() && selecting && key == Key::ctrl('e') => self.untake(),
            _ if self.is_vi() && selecting && key == Key::ctrl('y') => self.take_selected(),
            _ if key == Key::plain(Code::Enter) && selecting => self.take_selected(),
            _ if is_down(key) && (selecting || self.nothing_below()) => self.select(Menu::select_next),
            _ if is_up(key) && selecting => self.select(Menu::select_previous),
            _ if key == Key::plain(Code::PageDown) && selecting => self.select(|menu| menu.select_page(PAGE)),
            _ if key == Key::plain(Code::PageUp) && selecting => self.select(|menu| menu.select_page(-PAGE)),
            _ if selecting => return self.step_sideways(key),
            _ => return false,
        }
        true
    }

    /// Left and Right step from column to column, where the menu has some.
    fn step_sideways(&mut self, key: Key) -> bool {
        let sideways = match key {
            _ if key == Key::plain(Code::Left) => -1,
            _ if key == Key::plain(Code::Right) => 1,
            _ => return false,
        };
        let Some(rows) = self.menu_rows() else { return false };
        self.select(|menu| menu.select_page(sideways * rows));
        true
    }

    fn menu_rows(&mut self) -> Option<isize> {
        let mut completion = std::mem::take(&mut self.assist.completion);
        let rows = view::menu_rows(&self.scene(&mut completion));
        self.assist.completion = completion;
        rows.and_then(|rows| isize::try_from(rows).ok())
    }

    /// Down has nowhere to go but into the menu.
    fn nothing_below(&self) -> bool {
        self.input.history.visited().is_none() && !self.input.as_str()[self.input.at()..].contains('\n')
    }

    /// Tab and its like.
    pub(in crate::app) fn complete(&mut self, how: Completing) {
        let asked = self.assist.completion.asked.as_mut().filter(|_| !self.assist.completion.stale);
        let waits = asked.map(|asked| asked.then = how).is_some();
        if waits {
            return;
        }
        if self.assist.completion.stale || self.assist.completion.shown().is_none() {
            return self.ask_for(how);
        }
        match how {
            Completing::List => {}
            Completing::All => self.insert_all(),
            Completing::Next if self.assist.completion.selected().is_none() && self.insert_common() => {}
            Completing::Next => self.select(Menu::select_next),
            Completing::Previous => self.select(Menu::select_previous),
        }
    }

    pub(in crate::app) fn ring(&mut self) {
        self.effects.push(Effect::Bell);
    }
}

/// Rows that Page Up and Page Down step over.
const PAGE: isize = 8;

fn is_down(key: Key) -> bool {
    key == Key::plain(Code::Down) || key == Key::ctrl('n')
}

fn is_up(key: Key) -> bool {
    key == Key::plain(Code::Up) || key == Key::ctrl('p')
}
