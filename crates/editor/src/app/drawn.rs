//! What is known of the text that is shown, so that nothing is worked out twice.

use std::time::Duration;

use super::App;
use super::mouse::Grip;
use super::phase::Phase;
use crate::input::Last;
use crate::python::cursor_context::Reader;
use crate::python::syntax::Highlighter;
use crate::theme::Span;

/// Long enough for a key to be painted first.
const AFTER_THE_FRAME: Duration = Duration::from_millis(2);

/// Kept from one frame to the next.
#[derive(Debug, Default)]
pub struct Drawn {
    highlighter: Highlighter,
    /// Reads the code at the cursor.
    pub reader: Reader,
    /// The text that the rest speaks of.
    text: String,
    cursor: usize,
    /// How many of the input's rows are scrolled away.
    pub top: usize,
    /// What the mouse has pressed.
    pub grip: Option<Grip>,
}

impl Drawn {
    /// Highlighting of the text.
    pub fn spans(&self) -> &[Span] {
        self.highlighter.spans()
    }

    /// The pair of brackets at the cursor.
    pub fn brackets(&self, cursor: usize) -> Option<(usize, usize)> {
        self.highlighter.brackets(cursor)
    }
}

impl App {
    /// Catches up with the text once an event has been handled.
    pub(super) fn refresh(&mut self) {
        if self.drawn.text != self.input.as_str() {
            self.text_changed();
        } else if self.drawn.cursor != self.input.at() {
            self.drawn.cursor = self.input.at();
            self.assist.completion.forget();
            self.read_soon();
        }
        self.follow_selection();
    }

    fn text_changed(&mut self) {
        self.refresh_text();
        self.assist.documentation.close();
        self.notice.take_if(|notice| notice.until_edit);
        if self.settings.auto_suggest && self.input.last != Last::Stepped && self.search.is_none() {
            self.input.suggestion.look(&self.drawn.text, self.input.history.entries());
        } else {
            self.input.suggestion.clear();
        }
        if matches!(self.input.last, Last::Typed(_) | Last::Deleted) && self.search.is_none() {
            self.follow_typing();
        } else {
            self.assist.completion.forget();
            self.read_soon();
        }
    }

    /// Reads the text again once the frame is on the screen: that takes longer than a key
    /// may take to be echoed.
    pub(super) fn read_soon(&mut self) {
        if matches!(self.phase, Phase::Prompting) {
            self.assist.read_at = self.now.map(|now| now + AFTER_THE_FRAME);
        }
    }

    /// Asks the host what follows from the text as it is now.
    pub(super) fn read(&mut self) {
        self.assist.read_at = None;
        if matches!(self.phase, Phase::Prompting) && self.search.is_none() {
            self.complete_while_typing();
            self.follow_call();
            self.prepare();
        }
    }

    /// Catches up with a text that nobody edited.
    pub(super) fn refresh_text(&mut self) {
        self.input.as_str().clone_into(&mut self.drawn.text);
        self.drawn.cursor = self.input.at();
        if self.settings.syntax_highlighting {
            self.drawn.highlighter.update(&self.drawn.text);
        }
    }
}
