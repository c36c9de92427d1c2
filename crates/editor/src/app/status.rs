//! The status bar: parts that the person has chosen, each one a button for a key.

use super::App;
use crate::glyph::width;
use crate::key::sequence;
use crate::settings::EditingMode;
use crate::vi::Mode;

/// What stands between two parts.
const GAP: &str = "  ";

/// A part's name, and the command that a click runs; without one it tells a sentence.
const PARTS: &[(&str, &str)] = &[
    ("mode", "toggle-editing-mode"),
    ("position", "browse-history"),
    ("recording", "end-kbd-macro"),
    ("tasks", ""),
    ("python", ""),
    ("venv", ""),
    ("settings", "settings-menu"),
    ("history", "browse-history"),
    ("keys", "describe"),
];

/// What the host told of the program.
#[derive(Debug, Default)]
pub struct Program {
    /// The interpreter's name and version.
    pub python: String,
    /// The virtual environment's name, or empty.
    pub venv: String,
    /// Tasks that are not done.
    pub tasks: u32,
}

impl App {
    /// The left and the right half.
    pub(super) fn status(&self) -> (String, String) {
        let [left, right] =
            self.halves().map(|half| half.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(GAP));
        (left, right)
    }

    /// Presses the key of the part that stands at a column.
    pub(super) fn press_status(&mut self, column: usize) {
        let Some(name) = self.part_at(column) else { return };
        let command = PARTS.iter().find(|part| part.0 == name).map_or("", |part| part.1);
        if command.is_empty() {
            return self.tell(self.told_of(name));
        }
        for key in self.key_of(command).and_then(|keys| sequence(&keys).ok()).into_iter().flatten() {
            self.press(key);
        }
    }

    /// One sentence about a part that is no button.
    fn told_of(&self, name: &str) -> String {
        let Program { python, venv, tasks } = &self.program;
        match name {
            "tasks" if *tasks == 1 => "One task of the session's loop is not done.".to_owned(),
            "tasks" => format!("{tasks} tasks of the session's loop are not done."),
            "venv" => format!("The program runs in the virtual environment {venv}."),
            _ => format!("The program runs on {python}."),
        }
    }

    /// One sentence if the setting names a part that does not exist.
    pub(super) fn strange_part(&self) -> Option<String> {
        let known = |name: &&str| *name == "|" || PARTS.iter().any(|part| part.0 == *name);
        let strange = self.settings.status_parts.split_whitespace().find(|name| !known(name))?;
        let names: Vec<_> = PARTS.iter().map(|part| part.0).collect();
        Some(format!("no part of the status bar is called {strange:?}; there are {}", names.join(", ")))
    }

    fn part_at(&self, column: usize) -> Option<&'static str> {
        let [left, right] = self.halves();
        let (_, shown) = self.status();
        let edge = usize::from(self.look.size.columns).saturating_sub(width(&shown));
        at(&left, 0, column).or_else(|| at(&right, edge, column))
    }

    /// The parts that have something to tell.
    fn halves(&self) -> [Vec<(&'static str, String)>; 2] {
        let (left, right) =
            self.settings.status_parts.split_once('|').unwrap_or((&self.settings.status_parts, ""));
        [left, right].map(|half| {
            let named = |name| PARTS.iter().find(|part| part.0 == name);
            let parts = half.split_whitespace().filter_map(named);
            parts
                .map(|(name, command)| (*name, self.part(name, command)))
                .filter(|(_, text)| !text.is_empty())
                .collect()
        })
    }

    fn part(&self, name: &str, command: &str) -> String {
        match name {
            "mode" => self.button(command, &self.mode_name()),
            "position" => self.position(),
            "recording" if self.keys.macros.is_recording() => "recording".into(),
            "recording" => {
                self.keys.vi.recording().map_or_else(String::new, |name| format!("recording @{name}"))
            }
            "tasks" if self.program.tasks > 0 => format!("tasks: {}", self.program.tasks),
            "python" => self.program.python.clone(),
            "venv" if !self.program.venv.is_empty() => format!("({})", self.program.venv),
            "settings" => self.button(command, "Settings"),
            "history" => self.button(command, "History"),
            "keys" => self.button(command, "Documentation"),
            _ => String::new(),
        }
    }

    /// A text behind the key of its command; a button that no key is bound to is not there,
    /// but for its text where that tells something.
    fn button(&self, command: &str, text: &str) -> String {
        match self.key_of(command) {
            Some(keys) => format!("[{}] {text}", capitalised(&keys)),
            None if command == "toggle-editing-mode" => text.to_owned(),
            None => String::new(),
        }
    }

    /// The shortest key of a command, a function key above all.
    fn key_of(&self, command: &str) -> Option<String> {
        let is_function_key = |keys: &String| keys.len() < 4 && keys.starts_with('f');
        self.keys.keyboard.keymap.keys_of(command).min_by_key(|keys| (!is_function_key(keys), keys.len()))
    }

    fn position(&self) -> String {
        let total = self.input.history.entries().len();
        let position = self.input.history.visited().map_or(total + 1, |index| index + 1);
        format!("{position}/{}", total + 1)
    }

    fn mode_name(&self) -> String {
        match self.settings.editing_mode {
            EditingMode::Emacs => "Emacs".to_owned(),
            EditingMode::Vi if self.keys.vi.is_in_one_command() => "Vi (one command)".to_owned(),
            EditingMode::Vi => format!("Vi {}", mode(self.keys.vi.mode())),
        }
    }
}

/// The part at a column of a half that begins at `start`.
fn at(half: &[(&'static str, String)], mut start: usize, column: usize) -> Option<&'static str> {
    for (name, text) in half {
        if (start..start + width(text)).contains(&column) {
            return Some(name);
        }
        start += width(text) + GAP.len();
    }
    None
}

fn capitalised(keys: &str) -> String {
    let mut chars = keys.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A mode as the status bar shows it.
fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Normal => "(normal)",
        Mode::Insert => "(insert)",
        Mode::Replace => "(replace)",
        Mode::Visual => "(visual)",
        Mode::VisualLine => "(visual line)",
        Mode::VisualBlock => "(visual block)",
        Mode::CommandLine => "(command)",
    }
}
