//! From keys to commands that are run: normal and visual mode.

pub(super) mod case;
pub(super) mod commands;
pub(super) mod join;
pub(super) mod number;
pub(super) mod old_line;
pub(super) mod places;
pub(super) mod put;
pub(super) mod replacing;
pub(super) mod undo;

use super::command::{Command, Scope, Verb};
use super::command_line::CommandLine;
use super::parse::{self, Stop};
use super::{Mode, Outcome, Vi, code};
use crate::text::Text;

impl Vi {
    /// One key, typed or from a macro.
    pub(super) fn feed(&mut self, c: char, text: &mut Text) -> Outcome {
        if self.asking.is_some() {
            self.answer(c, text)
        } else if self.line.is_some() {
            self.line_key(c, text)
        } else if self.mode.is_insert() {
            self.insert_key(c, text)
        } else {
            self.normal_key(c, text)
        }
    }

    fn normal_key(&mut self, c: char, text: &mut Text) -> Outcome {
        if matches!(c, code::ESCAPE | '\x03') && !self.waits_for_character() {
            // Control-C behind `C-O` does not go back to inserting.
            self.once = self.once.filter(|_| c == code::ESCAPE);
            return self.cancel(text);
        }
        if c == code::ENTER && self.pending.is_empty() && self.mode == Mode::Normal && self.queue.is_empty() {
            return Outcome::Accept;
        }
        if c == 'q'
            && parse::is_prefix(&self.pending)
            && let Some(outcome) = self.stop_recording()
        {
            self.pending.clear();
            return outcome;
        }
        if c == '=' && self.pending.strip_suffix('"').is_some_and(parse::is_prefix) {
            self.line = Some(CommandLine::new('=', String::new()));
            return Outcome::Pending;
        }
        self.pending.push(c);
        self.try_pending(None, text)
    }

    /// `C-V` makes the next key a character, also Escape.
    fn waits_for_character(&self) -> bool {
        self.pending.ends_with('\x16')
            && self.pending.len() > 1
            && !self.pending.starts_with(|c| "dcy".contains(c))
    }

    fn cancel(&mut self, text: &mut Text) -> Outcome {
        let prefix = self.mode.is_visual() && parse::is_prefix(&self.pending);
        if !self.pending.is_empty() && !prefix {
            self.pending.clear();
            return self.after_command(Outcome::Done, text);
        }
        if self.mode.is_visual() {
            self.pending.clear();
            self.leave_visual(text);
            self.settle(text);
            return self.after_command(Outcome::Done, text);
        }
        // Behind `C-O` it is the one command; it ends no macro.
        let outcome = if self.queue.is_empty() { Outcome::Bell } else { Outcome::Done };
        self.after_command(outcome, text)
    }

    /// Parses the pending keys and runs the command that they make.
    pub(super) fn try_pending(&mut self, line: Option<&str>, text: &mut Text) -> Outcome {
        match parse::parse(&self.pending, line, self.mode.is_visual()) {
            Err(Stop::More) => Outcome::Pending,
            Err(Stop::Line(prompt)) => {
                let preset = self.line_preset(prompt);
                self.leave_for_line(prompt, text);
                self.line = Some(CommandLine::new(prompt, preset));
                Outcome::Pending
            }
            Err(Stop::Bad) => {
                self.pending.clear();
                self.after_command(Outcome::Bell, text)
            }
            Ok((command, left)) => {
                for c in left.chars().rev() {
                    self.queue.push_front(c);
                }
                self.pending.clear();
                self.run(&command, text)
            }
        }
    }

    /// Runs a whole command.
    pub(super) fn run(&mut self, command: &Command, text: &mut Text) -> Outcome {
        if Self::wants_clipboard(command) {
            self.waiting = Some(command.clone());
            return Outcome::Paste;
        }
        if self.mode.is_visual() && Self::takes_selection(&command.verb) {
            self.memory.extent = Some(self.extent(text));
            self.note_columns(&command.verb, text);
        }
        let last_changes = self.memory.repeats.clone();
        self.remember(command, text);
        (self.opens_lines, self.operated_at) = (false, None);
        let before = Self::keeps_old_line(&command.verb).then(|| (text.as_str().to_owned(), self.low(text)));
        let outcome = self.execute(command, text);
        if let Some((before, at)) = before {
            self.keep_old_line(&before, self.operated_at.unwrap_or(at), text);
        }
        let forgotten = !matches!(command.verb, Verb::Act(action, _) if !action.repeats || action.keeps);
        if forgotten && outcome == Outcome::Bell {
            // What failed is not repeated.
            self.memory.repeats = last_changes;
        }
        let outcome = self.copied(command, outcome);
        self.memory.marks.settle_jump(text.as_str(), text.cursor());
        if !matches!(command.verb, Verb::Move(_)) {
            // What is not a motion forgets the wanted column, unless it selects.
            self.memory.want = self.memory.want.filter(|_| self.mode.is_visual());
        }
        self.after_command(outcome, text)
    }

    /// The cursor, or the lower end of the selection.
    fn low(&self, text: &Text) -> usize {
        let anchor = text.anchor().filter(|_| self.mode.is_visual());
        anchor.map_or(text.cursor(), |anchor| anchor.min(text.cursor()))
    }

    /// Runs a command without making it a step of undo or the last change.
    pub(super) fn execute(&mut self, command: &Command, text: &mut Text) -> Outcome {
        match &command.verb {
            Verb::Move(motion) => self.go(motion, command.count, text),
            Verb::Operate(operator, force, scope) => {
                match self.region(*operator, *force, scope, command.count, text) {
                    Some(region) => {
                        let large = matches!(scope, Scope::Move(it) if it.motion.large);
                        // Before a motion the count is the motion's.
                        let count = command.count.filter(|_| *scope == Scope::Selection);
                        self.operate(*operator, &region, command.register, large, count, text)
                    }
                    None => Outcome::Bell,
                }
            }
            Verb::Select(object, around) => self.select(object, *around, command.count, text),
            Verb::Act(action, typed) => {
                let call = super::action::Call { register: command.register, count: command.count, typed };
                (action.run)(self, text, &call)
            }
        }
    }

    /// What every command ends with: the cursor on a character, and the way back from `C-O`.
    pub(super) fn after_command(&mut self, outcome: Outcome, text: &mut Text) -> Outcome {
        if self.mode.is_insert() || self.line.is_some() {
            return outcome;
        }
        if self.mode == Mode::Normal
            && let Some(once) = self.once.take()
        {
            self.back_to_insertion(once, text);
            return outcome;
        }
        self.settle(text);
        outcome
    }
}
