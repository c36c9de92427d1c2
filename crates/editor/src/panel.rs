//! The settings menu: all settings in their groups, searched by typing, changed at once.

mod draw;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::key::{Code, Key};
use crate::settings::{ROWS, Row, Settings, Value};

pub use draw::lay;

/// Its keys, for the reference.
pub const KEYS: &[(&str, &str)] = &[
    ("up, down, ctrl-p, ctrl-n, pageup, pagedown", "Go to another setting."),
    ("right, enter, space", "Take the next value; edit a text."),
    ("left", "Take the value before."),
    ("s, ctrl-s", "Save what was changed to the settings file; `s` while nothing is searched."),
    ("backspace", "Take back a letter of the search; other characters are searched for."),
    ("escape, f2, ctrl-c, ctrl-g", "Close the menu."),
];

/// The open menu.
#[derive(Debug)]
pub struct Panel {
    /// What is searched for.
    query: String,
    /// Places in the table of those that fit.
    found: Vec<usize>,
    /// Place among these.
    selected: usize,
    /// A text being edited.
    edited: Option<String>,
    /// The values that the file or the session began with.
    saved: Settings,
    themes: Vec<String>,
}

/// What a key is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Wanted {
    Nothing,
    Bell,
    Close,
    Choose(&'static str, Value),
    Save,
}

impl Panel {
    /// All settings, none of them changed.
    pub fn new(settings: &Settings, themes: Vec<String>) -> Self {
        let found = (0..ROWS.len()).collect();
        Self { query: String::new(), found, selected: 0, edited: None, saved: settings.clone(), themes }
    }

    /// The settings that have another value than when the menu was opened or last saved.
    pub fn changes(&self, settings: &Settings) -> Vec<(&'static str, Value)> {
        let changed = ROWS.iter().filter(|row| (row.get)(settings) != (row.get)(&self.saved));
        changed.map(|row| (row.name, (row.get)(settings))).collect()
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
        let closing = [Key::plain(Code::Escape), Key::plain(Code::F(2)), Key::ctrl('c'), Key::ctrl('g')];
        match (key, key.types()) {
            _ if closing.contains(&key) => Wanted::Close,
            _ if key == Key::ctrl('s') => Wanted::Save,
            (_, Some('s')) if self.query.is_empty() => Wanted::Save,
            (_, Some(' ')) => self.step(settings, 1),
            (_, Some(c)) => self.search(|query| query.push(c)),
            (Key { code, .. }, None) => self.move_or_change(code, key, settings),
        }
    }

    fn move_or_change(&mut self, code: Code, key: Key, settings: &Settings) -> Wanted {
        match code {
            Code::Up => self.go(-1),
            Code::Down => self.go(1),
            Code::PageUp => self.go(-8),
            Code::PageDown => self.go(8),
            Code::Char('p') if key == Key::ctrl('p') => self.go(-1),
            Code::Char('n') if key == Key::ctrl('n') => self.go(1),
            Code::Right | Code::Enter => self.step(settings, 1),
            Code::Left => self.step(settings, -1),
            Code::Backspace if !self.query.is_empty() => self.search(|query| {
                query.pop();
            }),
            _ => Wanted::Bell,
        }
    }

    fn go(&mut self, by: isize) -> Wanted {
        let last = self.found.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
        Wanted::Nothing
    }

    fn row(&self) -> Option<&'static Row> {
        self.found.get(self.selected).map(|&at| &ROWS[at])
    }

    fn search(&mut self, change: impl FnOnce(&mut String)) -> Wanted {
        change(&mut self.query);
        self.selected = 0;
        let pattern = Pattern::parse(&self.query, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut score = |row: &Row| {
            let mut chars = Vec::new();
            pattern.score(Utf32Str::new(&format!("{} {}", row.name, row.group), &mut chars), &mut matcher)
        };
        let mut found: Vec<_> =
            ROWS.iter().enumerate().filter_map(|(at, row)| Some((score(row)?, at))).collect();
        found.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        self.found = found.into_iter().map(|(_, at)| at).collect();
        if self.found.is_empty() { Wanted::Bell } else { Wanted::Nothing }
    }

    /// The next value, or the one before.
    fn step(&mut self, settings: &Settings, by: isize) -> Wanted {
        let Some(row) = self.row() else { return Wanted::Bell };
        let value = match (row.get)(settings) {
            Value::Flag(flag) => Value::Flag(!flag),
            Value::Number(number) => Value::Number(number.saturating_add_signed(by as i32 * leap(number))),
            Value::Word(word) => {
                let themes: Vec<&str> = self.themes.iter().map(String::as_str).collect();
                let words = if row.name == "theme" { &themes } else { row.choices };
                if words.is_empty() {
                    self.edited = Some(word);
                    return Wanted::Nothing;
                }
                let at = words.iter().position(|other| *other == word).unwrap_or(0);
                let next = (at.cast_signed() + by).rem_euclid(words.len().cast_signed());
                Value::Word(words[next.cast_unsigned()].to_owned())
            }
        };
        Wanted::Choose(row.name, value)
    }

    /// A key while a text is edited: Enter takes it, Escape leaves it.
    fn edit(&mut self, key: Key) -> Wanted {
        let Some(text) = &mut self.edited else { return Wanted::Nothing };
        match (key.code, key.types()) {
            (_, Some(c)) => text.push(c),
            (Code::Backspace, _) => {
                text.pop();
            }
            (Code::Enter, _) => {
                let value = Value::Word(std::mem::take(text));
                self.edited = None;
                return self.row().map_or(Wanted::Bell, |row| Wanted::Choose(row.name, value));
            }
            (Code::Escape, _) => self.edited = None,
            _ if [Key::ctrl('c'), Key::ctrl('g')].contains(&key) => self.edited = None,
            _ => return Wanted::Bell,
        }
        Wanted::Nothing
    }
}

/// How far one step goes from a number: a tenth of its size.
fn leap(number: u32) -> i32 {
    match number {
        0..20 => 1,
        20..200 => 10,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(keys: &str, expected: &Wanted) {
        let settings = Settings::default();
        let mut panel = Panel::new(&settings, vec!["terminal".into(), "nord".into()]);
        let keys: Vec<Key> = keys.split(' ').map(|key| key.parse().unwrap()).collect();
        let wanted = keys.into_iter().map(|key| panel.key(key, &settings)).last();
        assert_eq!(wanted.as_ref(), Some(expected));
    }

    #[test]
    fn keys_search_and_change() {
        check("right", &Wanted::Choose("editing_mode", Value::Word("vi".into())));
        check("left", &Wanted::Choose("editing_mode", Value::Word("vi".into())));
        check("down down space", &Wanted::Choose("enter_twice", Value::Flag(false)));
        check("m o u s e enter", &Wanted::Choose("mouse", Value::Flag(true)));
        check("m a x l i n e s left", &Wanted::Choose("max_lines", Value::Number(900)));
        check("t h e m e right", &Wanted::Choose("theme", Value::Word("nord".into())));
        check("t i t l e enter a b enter", &Wanted::Choose("terminal_title", Value::Word("ab".into())));
        check("q q q q", &Wanted::Bell);
        check("s", &Wanted::Save);
        check("m s", &Wanted::Nothing);
        check("m ctrl-s", &Wanted::Save);
        check("escape", &Wanted::Close);
    }
}
