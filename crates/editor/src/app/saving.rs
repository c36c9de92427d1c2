//! The session's inputs, written to a file.

use super::App;
use crate::command::Content;
use crate::event::{Effect, Event, Saved};
use crate::key::{Code, Key};
use crate::page::Page;
use crate::saving::{Saving, Step};
use crate::sgr::runs;

/// What was run so far, and the file that it goes to.
#[derive(Debug, Default)]
pub struct Record {
    inputs: Vec<Ran>,
    /// What the file is to hold.
    content: Content,
    /// The person is asked for the file's name.
    pub saving: Option<Saving>,
}

/// An input that was run, and what it showed.
#[derive(Debug, Default)]
struct Ran {
    input: String,
    shown: String,
}

impl Record {
    /// An input was run.
    pub fn push(&mut self, text: &str) {
        self.inputs.push(Ran { input: text.to_owned(), shown: String::new() });
    }

    /// The last one showed this.
    pub fn shown(&mut self, text: &str) {
        if let Some(last) = self.inputs.last_mut() {
            last.shown = runs(text).into_iter().map(|run| run.text).collect();
        }
    }

    /// The inputs as a program, with what they showed as comments where that is wanted. A
    /// block is followed by a blank line, as a file wants it.
    fn program(&self) -> String {
        let mut program = String::new();
        for Ran { input, shown } in &self.inputs {
            program.push_str(input);
            program.push('\n');
            if self.content == Content::Results {
                shown.lines().for_each(|line| program.extend(["# ", line, "\n"]));
            }
            if input.contains('\n') {
                program.push('\n');
            }
        }
        program
    }
}

impl App {
    /// Asks where the session's inputs are to be written.
    pub(super) fn save_session(&mut self, content: Content) {
        if self.record.inputs.is_empty() {
            return self.tell("Nothing was run yet.");
        }
        self.record.content = content;
        self.record.saving = Some(Saving::new("this session"));
    }

    /// Lets the question have the event; gives back what is not for it.
    pub(super) fn saving_event(&mut self, event: Event) -> Option<Event> {
        let Some(saving) = &mut self.record.saving else { return Some(event) };
        match event {
            Event::Key(key) => match saving.key(key) {
                Step::Stay => {}
                Step::Bell => self.ring(),
                Step::Cancel => self.record.saving = None,
                Step::Write { path, overwrite } => {
                    self.effects.push(Effect::Save { path, text: self.record.program(), overwrite });
                }
            },
            Event::Paste(text) => saving.paste(&text),
            Event::Enter { .. } => return self.saving_event(Event::Key(Key::plain(Code::Enter))),
            other => return Some(other),
        }
        None
    }

    /// A file was written, or not.
    pub(super) fn saved(&mut self, saved: Saved) {
        if let Some(Page::Pager(pager)) = &mut self.page {
            return pager.saved(saved);
        }
        let Some(saved) = self.written(saved) else { return };
        if let Some(told) = self.record.saving.as_mut().and_then(|saving| saving.saved(saved)) {
            self.record.saving = None;
            self.tell(told);
        }
    }
}
