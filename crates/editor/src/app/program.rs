//! Code of the person's own that the host runs for the prompt: commands above all, whose
//! input goes out and comes back as they leave it; completers and validators.
//!
//! Invariant: what was typed meanwhile is never lost; an answer to an older input is dropped.

use super::App;
use super::phase::Phase;
use crate::command::Act;
use crate::event::Effect;
use crate::key::Key;
use crate::protocol::ToHost;

/// The input that a command was asked about.
#[derive(Debug)]
pub struct Asked {
    seq: u64,
    text: String,
}

impl App {
    /// Sends the input to a command of the host's.
    pub(super) fn ask_program(&mut self, name: String) {
        self.keys.keyboard.use_up();
        let seq = self.next_seq();
        let (text, cursor) = (self.input.as_str().to_owned(), self.input.at());
        self.keys.asked = Some(Asked { seq, text: text.clone() });
        self.effects.push(Effect::Ask(ToHost::Command { seq, name, text, cursor }));
    }

    /// Code of the person's own begins to run.
    pub(super) fn calling(&mut self) {
        self.keys.calling = true;
    }

    /// It is over, and no Ctrl-C comes to it any more.
    pub(super) fn called(&mut self) {
        self.keys.calling = false;
        self.effects.push(Effect::Ask(ToHost::Called));
    }

    /// Ctrl-C interrupts the code that runs. Whether that is all it does: nobody waits for a
    /// completer, and so the key keeps its meaning beside one.
    pub(super) fn interrupts_call(&mut self, key: Key) -> bool {
        if key != Key::ctrl('c') || !self.keys.calling {
            return false;
        }
        self.effects.push(Effect::Interrupt);
        self.keys.asked.is_some() || matches!(self.phase, Phase::Checking(_))
    }

    /// The input as the command left it, as one change.
    pub(super) fn replaced(&mut self, seq: u64, text: Option<String>, cursor: usize, submit: bool) {
        let Some(asked) = self.keys.asked.take_if(|asked| asked.seq == seq) else { return };
        if text.is_none() && !submit {
            return;
        }
        if asked.text != self.input.as_str() || !self.phase.takes_keys() {
            return self.tell("The command's answer came too late: the input was edited meanwhile.");
        }
        if let Some(text) = text {
            self.input.deselect();
            self.input.text.checkpoint();
            self.input.text.replace(0..asked.text.len(), &text);
            self.input.text.set_cursor(floor(&text, cursor));
            self.input.text.checkpoint();
        }
        if submit {
            self.perform(Act::Enter);
        }
    }
}

/// The start of the character that stands at a byte.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
