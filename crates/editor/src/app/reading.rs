//! A prompt for another program: one text is read, and it need not be Python.

use super::App;
use super::phase::Phase;
use crate::event::Effect;
use crate::motion;
use crate::protocol::{Question, ToHost, Wanted};

/// What is read.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// Enter, completion and pastes know Python.
    pub python: bool,
    /// Enter may begin a new line.
    pub multiline: bool,
}

impl App {
    /// Whether what is typed is no Python.
    pub(super) fn reads_text(&self) -> bool {
        self.reading.is_some_and(|reading| !reading.python)
    }

    /// Whether Enter ends the text whatever it is.
    pub(super) fn reads_one_line(&self) -> bool {
        self.reading.is_some_and(|reading| !reading.python || !reading.multiline)
    }

    /// Ctrl-C is told to the program that reads; `false` when none does.
    pub(super) fn interrupt_reader(&mut self) -> bool {
        if self.reading.is_none() || !matches!(self.phase, Phase::Prompting) {
            return false;
        }
        self.effects.push(Effect::Ask(ToHost::Interrupt));
        self.phase = Phase::Leaving;
        true
    }

    /// What fits the word at the cursor, where the text is no Python; and where it begins.
    pub(super) fn word_question(&self) -> (Question, usize) {
        let (text, at) = (self.input.as_str(), self.input.at());
        let start = motion::skip_back(text, at, |c| !c.is_whitespace());
        let kind = Wanted::Name { call: None, keywords: Vec::new() };
        (Question { kind, prefix: text[start..at].to_owned(), bindings: Vec::new() }, start)
    }
}
