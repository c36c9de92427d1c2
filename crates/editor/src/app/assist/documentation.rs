//! Documentation: of the selected candidate, or of what stands at the cursor.

use crate::app::App;
use crate::event::Effect;
use crate::key::{Code, Key};
use crate::protocol::{Doc, Expression, ToHost};

/// What is shown, and what it is about.
#[derive(Debug, Default)]
pub struct Documentation {
    seq: u64,
    about: Option<About>,
    doc: Option<Doc>,
    /// What is asked about next, where nothing is known of that.
    instead: Vec<Expression>,
    /// What the person asked about, in words.
    asked: String,
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
    pub(in crate::app) fn describe(&mut self) {
        let mut subjects = self.subjects().into_iter();
        let Some(subject) = subjects.next() else { return self.ring() };
        let documentation = &mut self.assist.documentation;
        subject.source.clone_into(&mut documentation.asked);
        documentation.instead = subjects.collect();
        let source = match &documentation.about {
            Some(About::Subject(of, false)) => of == &subject || documentation.instead.contains(of),
            _ => false,
        };
        self.ask_about(About::Subject(subject, source));
    }

    /// What a person may mean: the selected candidate or the word, the name that it becomes, what is called.
    fn subjects(&mut self) -> Vec<Expression> {
        let (text, at) = (self.input.as_str(), self.input.at());
        let selected = self.assist.completion.expression();
        let word = selected.or_else(|| self.drawn.reader.subject(text, at));
        let becomes = self.assist.completion.expression_of_best();
        let called = self.drawn.reader.call(text, at).map(|(callee, _)| callee);
        [word, becomes, called].into_iter().flatten().collect()
    }

    /// Follows the selection in the menu.
    pub(in crate::app) fn follow_selection(&mut self) {
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
    pub(in crate::app) fn closes_documentation(&mut self, key: Key) -> bool {
        let closes = key == Key::plain(Code::Escape) && self.assist.documentation.close();
        closes && !(self.is_vi() && self.keys.vi.mode().is_insert())
    }

    /// The answer to the last question; others are ignored.
    pub(in crate::app) fn documented(&mut self, seq: u64, doc: Option<Doc>) {
        if seq != self.assist.documentation.seq {
            return;
        }
        if let (None, Some(About::Subject(_, source))) = (&doc, &self.assist.documentation.about) {
            let (source, instead) = (*source, &mut self.assist.documentation.instead);
            if !instead.is_empty() {
                let next = instead.remove(0);
                return self.ask_about(About::Subject(next, source));
            }
            let sentence = format!("Nothing is known of {}.", self.assist.documentation.asked);
            self.tell(sentence);
        }
        (self.assist.documentation.doc, self.assist.documentation.scrolled) = (doc, 0);
    }

    /// Scrolls by so many lines.
    pub(in crate::app) fn scroll_documentation(&mut self, lines: isize) {
        let Some(doc) = &self.assist.documentation.doc else { return self.ring() };
        let last = (doc.text.lines().count() + doc.source.lines().count()).saturating_sub(1);
        let scrolled = self.assist.documentation.scrolled.saturating_add_signed(lines);
        self.assist.documentation.scrolled = scrolled.min(last);
    }
}
