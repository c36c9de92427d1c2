//! Questions, and what is done with their answers.

use super::{Asked, BUDGET, Open, Place};
use crate::app::App;
use crate::command::Completing;
use crate::event::Effect;
use crate::input::Last;
use crate::menu::Menu;
use crate::motion;
use crate::protocol::{Binding, Candidate, Question, ToHost, Wanted};
use crate::settings::Completions;

impl App {
    /// The person typed or deleted: within a name the menu follows at once; else the text
    /// is read again when the frame is on the screen.
    pub(in crate::app) fn follow_typing(&mut self) {
        if self.goes_on() {
            if self.assist.completion.is_current() {
                self.narrow();
            }
            return self.read_soon();
        }
        let at = self.input.at();
        self.assist.completion.menu.take_if(|open| open.place.anchor > at);
        self.assist.completion.stale = true;
        self.read_soon();
    }

    /// The name that was being typed before goes on.
    fn goes_on(&mut self) -> bool {
        let (text, at) = (self.input.as_str(), self.input.at());
        let start = motion::skip_back(text, at, |c| c == '_' || c.is_alphanumeric());
        let typed = matches!(self.input.last, Last::Typed(_));
        let first = if typed { motion::forward_char(text, start) } else { start };
        self.assist.completion.word.replace(start) == Some(start) && first < at
    }

    /// Asks what fits at the cursor, if a menu may open there and none is good already.
    pub(in crate::app) fn complete_while_typing(&mut self) {
        if !std::mem::take(&mut self.assist.completion.stale) {
            return;
        }
        let wanted = self.settings.complete_while_typing && self.settings.completions != Completions::None;
        let asked = if wanted { self.question() } else { None };
        let Some((question, place)) = asked.filter(|(question, _)| speaks_for_itself(question)) else {
            return self.assist.completion.close();
        };
        let awaited = self.assist.completion.asked.as_ref().is_some_and(|asked| asked.place == place);
        if self.assist.completion.is_for(&place) {
            self.assist.completion.asked.take_if(|_| !awaited);
            return self.narrow();
        }
        if awaited {
            return;
        }
        self.ask_host(question, place, Completing::List);
    }

    /// Somebody asked for candidates.
    pub(super) fn ask_for(&mut self, then: Completing) {
        let Some((question, place)) = self.question() else { return self.ring() };
        (self.assist.completion.menu, self.assist.completion.stale) = (None, false);
        self.ask_host(question, place, then);
    }

    fn question(&mut self) -> Option<(Question, Place)> {
        if self.reads_text() {
            let (question, anchor) = self.word_question();
            let place = Place { wanted: question.kind.clone(), anchor };
            return Some((question, place));
        }
        let (question, word) = self.drawn.reader.question(self.input.as_str(), self.input.at())?;
        let place = Place { wanted: question.kind.clone(), anchor: word.start };
        Some((question, place))
    }

    fn ask_host(&mut self, question: Question, place: Place, then: Completing) {
        let seq = self.next_seq();
        self.assist.completion.menu.take_if(|open| open.place.anchor > place.anchor);
        let (bindings, until) = (question.bindings.clone(), self.now.map(|now| now + BUDGET));
        self.assist.completion.asked = Some(Asked { seq, place, bindings, then, early: None, until });
        self.effects.push(Effect::Ask(ToHost::Complete { seq, question }));
    }

    /// The answer to the last question; others are ignored.
    pub(in crate::app) fn candidates(&mut self, seq: u64, candidates: Vec<Candidate>) {
        let Some(asked) = self.assist.completion.asked.take_if(|asked| asked.seq == seq) else { return };
        if asked.early.is_none() || self.assist.completion.selected().is_none() {
            self.open(asked.place, asked.bindings, candidates);
        }
        let nothing = self.assist.completion.menu.as_ref().is_none_or(|open| open.menu.is_empty());
        match asked.then {
            Completing::List => {}
            _ if nothing => self.ring(),
            Completing::All => self.insert_all(),
            Completing::Next | Completing::Previous => {
                self.insert_common();
            }
        }
    }

    /// Waited long enough: instead of an old menu there is one of what is known already, if anything.
    pub(in crate::app) fn show_early(&mut self) {
        let Some(asked) = &mut self.assist.completion.asked else { return };
        asked.until = None;
        let (place, bindings) = (asked.place.clone(), asked.bindings.clone());
        match asked.early.clone() {
            Some(candidates) => self.open(place, bindings, candidates),
            None => self.assist.completion.menu = None,
        }
    }

    fn open(&mut self, place: Place, bindings: Vec<Binding>, candidates: Vec<Candidate>) {
        let menu = Menu::with_private(candidates, place.anchor, self.settings.private_names);
        self.assist.completion.menu = Some(Open { menu, place, bindings, typed: None });
        self.narrow();
    }

    /// Keeps what fits the word as it is now.
    fn narrow(&mut self) {
        let (text, at) = (self.input.as_str(), self.input.at());
        let Some(open) = &mut self.assist.completion.menu else { return };
        let Some(word) = text.get(open.place.anchor..at) else { return self.assist.completion.close() };
        let used = |text: &str| self.assist.completion.used.get(text).copied().unwrap_or(0);
        open.typed = None;
        open.menu.narrow(word, self.settings.fuzzy, &used);
    }
}

/// Whether a menu may open without being asked for: before a letter is typed not for every name
/// there is, for a text of which nothing is known, or for each keyword behind an operand.
fn speaks_for_itself(question: &Question) -> bool {
    let few = match &question.kind {
        Wanted::Name { .. } | Wanted::Value { .. } => false,
        Wanted::Text { call, beside, .. } => call.is_some() || !beside.is_empty(),
        Wanted::Keyword { keywords } => keywords.len() == 1,
        _ => true,
    };
    few || !question.prefix.is_empty()
}
