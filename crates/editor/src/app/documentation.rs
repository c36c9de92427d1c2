//! Documentation: of the selected candidate, or of what stands at the cursor.

use super::App;
use crate::event::Effect;
use crate::key::{Code, Key};
use crate::protocol::{Doc, Expression, ToHost};

/// What is shown, and what it is about.
#[derive(Debug, Default)]
pub struct Documentation {
    seq: u64,
    about: Option<About>,
    doc: Option<Doc>,
    /// How many lines are scrolled away.
    scrolled: usize,
}

/// Why it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
enum About {
    /// A candidate is selected; it goes with the selection.
    Candidate(Expression),
    /// A person asked; with the source, too, when asked twice.
    Subject(Expression, bool),
}

impl Documentation {
    /// What is to be drawn.
    pub fn shown(&self) -> Option<(&Doc, usize)> {
        self.doc.as_ref().map(|doc| (doc, self.scrolled))
    }

    /// Closes it; `false` when nothing was shown.
    pub fn close(&mut self) -> bool {
        std::mem::take(self).doc.is_some()
    }
}

impl App {
    /// Asks about what stands at the cursor; asked again, also for its source.
    pub(super) fn describe(&mut self) {
        let selected = self.assist.completion.expression();
        let (text, at) = (self.input.as_str(), self.input.at());
        let subject = selected.or_else(|| self.drawn.reader.subject(text, at));
        let Some(subject) = subject else { return self.ring() };
        let again = About::Subject(subject.clone(), false);
        let source = self.assist.documentation.about.as_ref() == Some(&again);
        self.ask_about(About::Subject(subject, source));
    }

    /// Follows the selection in the menu.
    pub(super) fn follow_selection(&mut self) {
        let wanted = self.settings.documentation;
        let selected = self.assist.completion.expression().filter(|_| wanted).map(About::Candidate);
        match (selected, &self.assist.documentation.about) {
            (Some(about), before) if before.as_ref() != Some(&about) => self.ask_about(about),
            (None, Some(About::Candidate(_))) => drop(self.assist.documentation.close()),
            _ => {}
        }
    }

    /// What was shown stays until the answer comes.
    fn ask_about(&mut self, about: About) {
        let (of, source) = match &about {
            About::Candidate(of) => (of.clone(), false),
            About::Subject(of, source) => (of.clone(), *source),
        };
        let seq = self.next_seq();
        (self.assist.documentation.seq, self.assist.documentation.about) = (seq, Some(about));
        self.effects.push(Effect::Ask(ToHost::Doc { seq, of, source }));
    }

    /// Escape, while documentation is shown. To vi's insert mode it means more than that.
    pub(super) fn closes_documentation(&mut self, key: Key) -> bool {
        let closes = key == Key::plain(Code::Escape) && self.assist.documentation.close();
        closes && !(self.is_vi() && self.keys.vi.mode().is_insert())
    }

    /// The answer to the last question; others are ignored.
    pub(super) fn documented(&mut self, seq: u64, doc: Option<Doc>) {
        if seq != self.assist.documentation.seq {
            return;
        }
        if let (None, Some(About::Subject(subject, _))) = (&doc, &self.assist.documentation.about) {
            let sentence = format!("Nothing is known of {}.", subject.source);
            self.tell(sentence);
        }
        (self.assist.documentation.doc, self.assist.documentation.scrolled) = (doc, 0);
    }

    /// Scrolls by so many lines.
    pub(super) fn scroll_documentation(&mut self, lines: isize) {
        let Some(doc) = &self.assist.documentation.doc else { return self.ring() };
        let last = (doc.text.lines().count() + doc.source.lines().count()).saturating_sub(1);
        let scrolled = self.assist.documentation.scrolled.saturating_add_signed(lines);
        self.assist.documentation.scrolled = scrolled.min(last);
    }
}
