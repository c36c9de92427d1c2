//! Ctrl-C, Ctrl-D, and the end.

use super::phase::Phase;
use super::{App, Early};
use crate::command::Act;
use crate::event::{Effect, Event};
use crate::input::Last;
use crate::key::Code;
use crate::protocol::ToHost;
use crate::python::paste;
use crate::text::Text;

const ASK_AGAIN: &str = "Press Ctrl-D again to leave.";

impl App {
    /// Drops the input; the kill ring keeps it.
    pub(super) fn interrupt(&mut self) {
        self.keys.macros.cancel();
        self.keys.keyboard.abort();
        let text = self.input.as_str().to_owned();
        self.input.kills.push(text.trim());
        if matches!(self.phase, Phase::Checking(_)) {
            self.next.queue.clear();
        } else {
            self.print_input(&format!("{text}^C"));
            if self.interrupt_reader() {
                return;
            }
        }
        self.next_input();
    }

    pub(super) fn end_of_file(&mut self, again: bool) {
        // A reader raises `EOFError` at once, as `input()` does.
        if self.settings.confirm_exit && !again && self.reading.is_none() {
            self.input.last = Last::AskedToLeave;
            return self.tell(ASK_AGAIN);
        }
        self.print_input("");
        self.effects.push(Effect::Ask(ToHost::Eof));
        self.phase = Phase::Leaving;
    }

    /// The terminal is gone: at a prompt that is as good as Ctrl-D.
    pub(super) fn hang_up(&mut self) {
        if self.phase.takes_keys() {
            self.effects.push(Effect::Ask(ToHost::Eof));
        }
        self.close();
    }

    /// The end: whatever was typed is kept in history.
    pub(super) fn close(&mut self) {
        self.page = None;
        if let Some(search) = self.search.take() {
            search.abort(&mut self.input);
        }
        let submitted = match std::mem::replace(&mut self.phase, Phase::Over) {
            Phase::Over => return,
            Phase::Checking(submitted) => submitted.text,
            _ => Text::default(),
        };
        let typed = std::mem::take(&mut self.input.text);
        let queued = self.queued_text();
        let set_aside = self.next.set_aside.take().unwrap_or_default();
        for text in [submitted.as_str(), &[typed.as_str(), &queued].concat(), set_aside.as_str()] {
            self.remember(text.trim_end());
        }
        self.flush_output();
        self.effects.push(Effect::Exit);
    }

    /// What the waiting keys would type, as text; nothing of it will run.
    pub(super) fn queued_text(&mut self) -> String {
        let mut text = String::new();
        for early in std::mem::take(&mut self.next.queue) {
            match early {
                Early::Event(Event::Paste(pasted)) => text.push_str(&paste::clean(&pasted, &text)),
                Early::Event(Event::Key(key)) if key.code == Code::Enter => text.push('\n'),
                Early::Event(Event::Key(key)) => text.extend(key.types()),
                Early::Event(Event::Enter { .. }) | Early::Act(Act::Enter, _) => text.push('\n'),
                _ => {}
            }
        }
        text.truncate(text.trim_end().len());
        text
    }
}
