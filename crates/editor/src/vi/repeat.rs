//! The dot: the last change again.

use super::action::Call;
use super::command::{Command, Scope, Typed, Verb};
use super::operator::Operator;
use super::visual::extent::Extent;
use super::{Mode, Outcome, Vi, action, code, line};
use crate::text::Text;

/// The last change.
#[derive(Debug, Clone)]
pub struct Repeat {
    /// The command.
    pub command: Command,
    /// The size of the selection it was applied to.
    pub extent: Option<Extent>,
    /// What was typed after it, up to Escape.
    pub typed: String,
}

/// The last change, and the one before it, which the dot behind `C-O` repeats.
#[derive(Debug, Clone, Default)]
pub struct Repeats {
    /// The last change.
    pub last: Option<Repeat>,
    before: Option<Repeat>,
}

impl Repeats {
    fn push(&mut self, repeat: Repeat) {
        self.before = self.last.replace(repeat);
    }
}

impl Vi {
    /// Keeps a command that the dot repeats.
    pub(super) fn remember(&mut self, command: &Command, text: &Text) {
        let repeats = match &command.verb {
            Verb::Operate(operator, ..) => !matches!(operator, Operator::Yank | Operator::Filter),
            Verb::Act(action, _) => action.repeats,
            _ => false,
        };
        if repeats {
            let extent = self.mode.is_visual().then(|| self.extent(text));
            self.memory.repeats.push(Repeat { command: command.clone(), extent, typed: String::new() });
        }
    }

    /// What is typed after an arrow key, or by `gi`, is repeated as a plain insertion.
    pub(super) fn remember_plain_insertion(&mut self, count: Option<usize>) {
        if let (false, Some(insert)) = (self.repeating, action::plain_insertion()) {
            let verb = Verb::Act(insert, Typed::default());
            let command = Command { register: None, count, verb };
            self.memory.repeats.push(Repeat { command, extent: None, typed: String::new() });
        }
    }

    /// After a register took the place of a selection, the dot only deletes one as large.
    pub(super) fn remember_deletion(&mut self, register: Option<char>) {
        if let Some(repeat) = self.memory.repeats.last.as_mut().filter(|_| !self.repeating) {
            let verb = Verb::Operate(Operator::Delete, None, Scope::Selection);
            repeat.command = Command { register, count: None, verb };
        }
    }

    /// Whether a command of visual mode is applied to the selection, and does not only change it.
    pub(super) fn takes_selection(verb: &Verb) -> bool {
        match verb {
            Verb::Operate(..) => true,
            Verb::Act(action, _) => action.repeats || action.keys[0] == "Y",
            Verb::Move(_) | Verb::Select(..) => false,
        }
    }

    /// Keeps the columns of the selection; what takes lines takes them from the first column.
    pub(super) fn note_columns(&mut self, verb: &Verb, text: &Text) {
        let key = match verb {
            Verb::Act(action, _) => action.keys[0],
            _ => "",
        };
        let takes_lines = self.mode == Mode::VisualLine || key.starts_with(|c: char| c.is_ascii_uppercase());
        let (string, cursor) = (text.as_str(), text.cursor());
        let anchor = text.anchor().unwrap_or(cursor);
        let anchor = if takes_lines { line::start(string, anchor) } else { anchor };
        let (low, high) = (anchor.min(cursor), anchor.max(cursor));
        if self.memory.want == Some(usize::MAX) {
            return;
        }
        if line::row(string, low) == line::row(string, high) {
            self.memory.columns.0 = if takes_lines { 0 } else { line::columns(string, low).start };
        }
        self.memory.columns.1 = line::columns(string, high).end.saturating_sub(1);
    }

    /// `.`
    pub(super) fn repeat(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let repeats = self.memory.repeats.clone();
        let Some(repeat) = self.to_repeat(call) else { return Outcome::Bell };
        self.memory.repeats.push(repeat.clone());
        if let Some(extent) = repeat.extent {
            self.select_extent(extent, text);
        }
        let outer = std::mem::replace(&mut self.repeating, true);
        let once = self.once.take();
        let outcome = self.execute(&repeat.command, text);
        if outcome == Outcome::Bell {
            // Nor is the count of what failed.
            self.memory.repeats = repeats;
        }
        if self.mode.is_insert() {
            for c in repeat.typed.chars() {
                self.insert_key(c, text);
            }
            self.insert_key(code::ESCAPE, text);
        }
        self.once = once;
        self.repeating = outer;
        outcome
    }

    /// The change that the dot does, as it was called: behind `C-O`, the one before the insertion.
    fn to_repeat(&self, call: &Call) -> Option<Repeat> {
        let repeats = &self.memory.repeats;
        let typing = self.once.is_some_and(super::insert::moving::Once::behind_typed);
        let mut repeat = (if typing { &repeats.before } else { &repeats.last }).clone()?;
        let command = &mut repeat.command;
        // What was done to a selection is done again with the count it had.
        if let (Some(count), None) = (call.count, repeat.extent) {
            // Behind a register vim takes the count for an operator's as well.
            command.count = Some(if call.register.is_some() { count.saturating_mul(count) } else { count });
        }
        command.register = match command.register {
            Some(name @ '1'..='8') => char::from_digit(name as u32 - '0' as u32 + 1, 10),
            named => named.or(call.register),
        };
        Some(repeat)
    }
}
