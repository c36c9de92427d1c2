//! Registers as commands see them, and the two that are the system's clipboard.

use crate::text::Text;
use crate::vi::command::{Command, Verb};
use crate::vi::operator::Operator;
use crate::vi::register::Content;
use crate::vi::{Outcome, Vi};

impl Vi {
    /// What the system clipboard holds, after [`Outcome::Paste`]; `None` when it cannot be read,
    /// and then what was put there last, or the last deleted or yanked text, takes its place. May be called at any time.
    pub fn pasted(&mut self, clipboard: Option<&str>, text: &mut Text) -> Outcome {
        if let Some(clipboard) = clipboard {
            self.memory.registers.set('+', Content::foreign(clipboard));
        } else if self.memory.registers.get(Some('+')).is_none()
            && let Some(last) = self.memory.registers.get(None).cloned()
        {
            self.memory.registers.set('+', last);
        }
        if std::mem::take(&mut self.inserts_clipboard) {
            let outcome = self.insert_content(Some('+'), text);
            return self.drain(outcome, text);
        }
        let Some(command) = self.waiting.take() else { return Outcome::Done };
        self.remember(&command, text);
        let outcome = self.execute(&command, text);
        let outcome = self.after_command(outcome, text);
        self.drain(outcome, text)
    }

    /// The file that [`Outcome::Read`] asked for: its lines go below the cursor's line.
    pub fn read(&mut self, content: &str, text: &mut Text) {
        text.checkpoint();
        let content = Content::foreign(content);
        let put = crate::vi::normal::put::Put { after: true, count: 1, move_behind: false };
        let lines = Content { shape: crate::vi::register::Shape::Lines, ..content };
        self.put_content(&lines, put, text);
        text.checkpoint();
        self.settle(text);
    }

    /// Whether a command reads the clipboard.
    pub(in crate::vi) fn wants_clipboard(command: &Command) -> bool {
        let puts = matches!(&command.verb, Verb::Act(action, _) if action.reads_register);
        puts && matches!(command.register, Some('+' | '*'))
    }

    /// A command that wrote the clipboard register has to write the clipboard.
    pub(in crate::vi) fn copied(&self, command: &Command, outcome: Outcome) -> Outcome {
        let yanks = match &command.verb {
            Verb::Operate(operator, ..) => {
                matches!(operator, Operator::Delete | Operator::Change | Operator::Yank)
            }
            Verb::Act(action, _) => !action.reads_register,
            _ => false,
        };
        match (command.register, self.memory.registers.get(Some('+'))) {
            (Some('+' | '*'), Some(content)) if yanks && outcome == Outcome::Done => {
                Outcome::Copy(content.plain())
            }
            _ => outcome,
        }
    }

    /// What a register holds, with those that are made up when asked for.
    pub(in crate::vi) fn register(&self, name: Option<char>) -> Option<Content> {
        match name {
            Some('/') => self.memory.search.as_ref().map(|search| Content::chars(search.source.clone())),
            Some(':') => {
                let last = self.memory.lines.iter().rev().find(|(prompt, _)| *prompt == ':');
                last.map(|(_, line)| Content::chars(line.clone()))
            }
            Some('_') => Some(Content::chars("")),
            name => self.memory.registers.get(name.map(|name| if name == '*' { '+' } else { name })).cloned(),
        }
    }
}
