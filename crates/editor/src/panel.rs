//! The settings menu: all settings in their groups, searched by typing, changed at once.
//!
//! Invariant: the menu stands beside the prompt or below it, never over it.

mod draw;
mod edit;
mod lines;
mod mouse;
mod regions;
mod value;

use crate::key::{Code, Key};
use crate::minibuffer::Minibuffer;
use crate::settings::{Settings, Value};

pub use draw::{is_beside, room};
use lines::Lines;
use regions::{Hints, Regions};

/// Its keys, for the reference.
pub const KEYS: &[(&str, &str)] = &[
    ("up, down, ctrl-p, ctrl-n, pageup, pagedown", "Go to another setting."),
    ("tab, shift-tab", "Go to the next group; to the one before."),
    ("right, space", "Take the next value."),
    ("left", "Take the value before."),
    ("enter", "Take the next value; edit a text or a number."),
    (
        "letters",
        "Look for a setting; `/` first while a changed one waits to be saved. `backspace` takes a letter back.",
    ),
    (
        "s, ctrl-s",
        "Save what was changed to the settings file; `s` is a letter like others while nothing was.",
    ),
    ("escape", "End the search, or close the menu."),
    ("f2, ctrl-c, ctrl-g", "Close the menu."),
];

/// So many settings a page moves.
const PAGE: isize = 8;

/// The open menu.
#[derive(Debug)]
pub struct Panel {
    /// What is looked for; `None` while nothing is.
    query: Option<String>,
    lines: Lines,
    /// A text or number being edited.
    edited: Option<Minibuffer>,
    /// The values that the files and the host gave: others are marked, and saved.
    saved: Settings,
    themes: Vec<String>,
    regions: Regions,
}

/// What a key or click is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Wanted {
    Nothing,
    Bell,
    Close,
    Choose(&'static str, Value),
    Tell(String),
    Save,
}

impl Panel {
    /// All settings. `saved`: their values in the files.
    pub fn new(saved: Settings, themes: Vec<String>) -> Self {
        let lines = Lines::all();
        Self { query: None, lines, edited: None, saved, themes, regions: Regions::default() }
    }

    /// They stand in the file now.
    pub fn saved(&mut self, settings: &Settings) {
        self.saved = settings.clone();
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key, settings: &Settings) -> Wanted {
        if self.edited.is_some() {
            return self.edit(key);
        }
        let closing = [Key::plain(Code::F(2)), Key::ctrl('c'), Key::ctrl('g')];
        match (key, key.types()) {
            _ if closing.contains(&key) => Wanted::Close,
            _ if key == Key::ctrl('s') => Wanted::Save,
            (_, Some('s')) if self.hints(settings) == regions::CHANGED => Wanted::Save,
            (_, Some('/')) if self.query.is_none() => self.search(String::new()),
            (_, Some(' ')) => self.step(settings, 1),
            (_, Some(c)) => self.search(self.query.clone().unwrap_or_default() + c.encode_utf8(&mut [0; 4])),
            (Key { code, .. }, None) => self.move_or_change(code, key, settings),
        }
    }

    fn move_or_change(&mut self, code: Code, key: Key, settings: &Settings) -> Wanted {
        match code {
            Code::Up => self.go(-1),
            Code::Down => self.go(1),
            Code::PageUp => self.go(-PAGE),
            Code::PageDown => self.go(PAGE),
            Code::Char('p') if key == Key::ctrl('p') => self.go(-1),
            Code::Char('n') if key == Key::ctrl('n') => self.go(1),
            Code::Tab if key.shift => moved(self.lines.turn(-1)),
            Code::Tab => moved(self.lines.turn(1)),
            Code::Right => self.step(settings, 1),
            Code::Left => self.step(settings, -1),
            Code::Enter => self.enter(settings),
            Code::Backspace => self.shorten(),
            Code::Escape if self.query.is_some() => self.end_search(),
            Code::Escape => Wanted::Close,
            _ => Wanted::Bell,
        }
    }

    /// What the last row offers.
    fn hints(&self, settings: &Settings) -> Hints {
        match (&self.edited, &self.query) {
            (Some(_), _) => regions::EDITING,
            (None, Some(_)) => regions::SEARCHING,
            (None, None) if *settings == self.saved => regions::LISTING,
            (None, None) => regions::CHANGED,
        }
    }

    fn go(&mut self, by: isize) -> Wanted {
        moved(self.lines.step(by))
    }

    fn search(&mut self, query: String) -> Wanted {
        self.lines.look_for(&query);
        self.query = Some(query);
        moved(self.lines.row().is_some())
    }

    fn shorten(&mut self) -> Wanted {
        let Some(mut query) = self.query.take() else { return Wanted::Bell };
        query.pop();
        if query.is_empty() { self.end_search() } else { self.search(query) }
    }

    /// All settings are listed again; the one that was found stays selected.
    fn end_search(&mut self) -> Wanted {
        let found = self.lines.row();
        (self.query, self.lines) = (None, Lines::all());
        if let Some(row) = found {
            self.lines.select_row(row);
        }
        Wanted::Nothing
    }

    /// The next value, or the one before; what has no order is edited.
    fn step(&mut self, settings: &Settings, by: isize) -> Wanted {
        let Some(row) = self.lines.row() else { return Wanted::Bell };
        match value::next(row, settings, &self.themes, by) {
            Some(value) => Wanted::Choose(row.name, value),
            None => self.begin_edit(row, settings),
        }
    }

    fn enter(&mut self, settings: &Settings) -> Wanted {
        match self.lines.row() {
            Some(row) if matches!((row.get)(settings), Value::Number(_)) => self.begin_edit(row, settings),
            _ => self.step(settings, 1),
        }
    }

    /// A paste goes to the line that is filled in, or is looked for.
    pub fn paste(&mut self, text: &str) -> Wanted {
        let first = text.lines().next().unwrap_or_default();
        if let Some(line) = &mut self.edited {
            line.insert(first);
            return Wanted::Nothing;
        }
        self.search(self.query.clone().unwrap_or_default() + first)
    }
}

fn moved(moved: bool) -> Wanted {
    if moved { Wanted::Nothing } else { Wanted::Bell }
}

#[cfg(test)]
mod tests;
