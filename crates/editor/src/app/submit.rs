//! From Enter to the next prompt.
//!
//! `Run` is sent with the input; `Accepted` prints it for good and gives the terminal
//! away; `Invalid` and `Incomplete` bring it back. `Ready` begins the next one.

pub(super) mod kept;
pub(super) mod next;
mod verdict;

use super::App;
use super::assist::signature::Signatures;
use super::phase::{PATIENCE, Phase, Submitted, VERDICT};
use crate::event::Effect;
use crate::marks;
use crate::motion;
use crate::protocol::{Prompt, ToHost};
use crate::python::complete_check::Completeness;
use crate::python::indent;

impl App {
    /// Enter: runs what is complete, else goes on in a new line.
    pub(super) fn enter(&mut self) {
        if self.enter_runs() { self.submit() } else { self.newline() }
    }

    /// Whether Enter would run the input.
    pub fn enter_runs(&self) -> bool {
        let (text, at) = (self.input.as_str(), self.input.at());
        if text.trim().is_empty() || self.reads_one_line() {
            return true;
        }
        let at_end = text[at..].trim().is_empty();
        let on_empty_line = at_end && text[motion::line_start(text, at)..].trim().is_empty();
        match self.verdict() {
            Completeness::Incomplete => false,
            Completeness::Block => {
                self.settings.enter_twice && on_empty_line && self.keys.ahead != Some(true)
            }
            Completeness::Complete | Completeness::Invalid => at_end || !text.trim_end().contains('\n'),
        }
    }

    /// The input as the host gets it.
    pub(super) fn source(&self) -> String {
        let source = self.input.as_str().trim_end();
        dedent(source, indent_of(source))
    }

    /// A new line, indented as the block asks for.
    pub(super) fn newline(&mut self) {
        self.input.make_room();
        let at = self.input.at();
        let blanks = if self.settings.auto_indent && self.keys.ahead.is_none() {
            indent::after_enter(self.input.as_str(), at)
        } else {
            String::new()
        };
        self.input.text.checkpoint();
        self.insert(&format!("\n{blanks}"));
        self.input.text.checkpoint();
    }

    /// Sends the input to the host; a blank one only gets a new prompt.
    pub(super) fn submit(&mut self) {
        let whole = self.input.as_str();
        let source = if self.reads_text() { whole } else { whole.trim_end() };
        if source.is_empty() && self.reading.is_none() {
            self.print_input("");
            return self.next_input();
        }
        let indent = if self.reads_text() { 0 } else { indent_of(source) };
        self.effects.push(Effect::Ask(ToHost::Run { source: dedent(source, indent) }));
        self.assist.prepared = None;
        self.refresh();
        self.phase = Phase::Checking(Submitted {
            text: std::mem::take(&mut self.input.text),
            spans: self.drawn.spans().to_vec(),
            indent,
            draw: self.now.map(|now| now + VERDICT),
            reveal: self.now.map(|now| now + PATIENCE),
        });
        self.next_input();
    }

    pub(super) fn run_and_next(&mut self) {
        self.next.offered = self.input.history.visited().map(|index| index + 1);
        self.submit();
    }

    /// Begins the next input, with what was set aside for it.
    pub(super) fn next_input(&mut self) {
        self.keys.ended_in_normal = self.is_vi() && !self.keys.vi.mode().is_insert();
        self.input.history.leave();
        self.input.deselect();
        self.input.text = self.next.set_aside.take().unwrap_or_default();
        self.start_vi();
        self.notice = None;
        self.assist.signatures = Signatures::default();
        self.drawn.top = 0;
    }

    /// Prints the input for good and remembers it.
    pub(super) fn keep(&mut self, submitted: &Submitted) {
        let text = submitted.text.as_str().trim_end();
        self.effects.push(Effect::Emit(self.kept(text, &submitted.spans)));
        self.remember(text);
    }

    pub(super) fn remember(&mut self, text: &str) {
        self.remembered = self.input.history.push(text);
        if self.remembered {
            self.effects.push(Effect::Remember(text.to_owned()));
        }
    }

    /// Prints a line that is not run.
    pub(super) fn print_input(&mut self, text: &str) {
        self.refresh();
        let printed = self.kept(text, self.drawn.spans());
        self.effects.push(Effect::Emit(printed));
    }

    /// The evaluation is over, or the session begins: prompt.
    pub(super) fn ready(&mut self, prompt: Prompt, succeeded: Option<bool>) {
        self.clock.stop(self.now);
        if let Some(succeeded) = succeeded.filter(|_| self.settings.shell_marks) {
            self.effects.push(Effect::Send(marks::end(succeeded)));
        }
        match std::mem::replace(&mut self.phase, Phase::Prompting) {
            Phase::Over => return self.phase = Phase::Over,
            Phase::Checking(submitted) => self.keep(&submitted),
            Phase::Away if self.settings.blank_line_after_output => {
                self.effects.extend([Effect::TakeBack, Effect::Emit("\n".into())]);
            }
            Phase::Starting | Phase::Away => self.effects.push(Effect::TakeBack),
            Phase::Prompting | Phase::Leaving => {}
        }
        if let Some(succeeded) = succeeded.filter(|_| std::mem::take(&mut self.remembered)) {
            self.input.history.outcome(succeeded);
            self.effects.push(Effect::Outcome(succeeded));
        }
        self.prompt = prompt;
        self.read_soon();
        self.ask_background();
        let offered = self.next.offered.take().filter(|index| *index < self.input.history.entries().len());
        if offered.is_some() && self.input.as_str().is_empty() {
            self.input.history.visit(&mut self.input.text, offered);
        }
        self.replay();
    }
}

/// How many spaces the input begins with, if all its lines do.
fn indent_of(source: &str) -> usize {
    let indent = source.len() - source.trim_start_matches(' ').len();
    let all = source.lines().all(|line| line.trim().is_empty() || line.starts_with(&" ".repeat(indent)));
    if all { indent } else { 0 }
}

/// Takes so many blanks off each line.
fn dedent(source: &str, indent: usize) -> String {
    if indent == 0 {
        return source.to_owned();
    }
    let lines: Vec<&str> = source.split('\n').map(|line| line.get(indent..).unwrap_or_default()).collect();
    lines.join("\n")
}
