//! What the host says of an input that was sent: it runs, or it comes back.

use crate::app::phase::Phase;
use crate::app::{App, Notice};
use crate::event::Effect;
use crate::motion;
use crate::theme::{Role, Span};
use crate::transcript::highlight_ansi;

impl App {
    pub(in crate::app) fn accepted(&mut self) {
        let Some(submitted) = self.phase.end_check(Phase::Away) else { return };
        self.record.push(submitted.text.as_str().trim_end());
        self.keep(&submitted);
        if self.settings.blank_line_after_input {
            self.effects.push(Effect::Emit("\n".into()));
        }
        self.flush_output();
        self.clock.start(self.now);
        self.effects.push(Effect::HandOver);
    }

    /// The input comes back, the cursor where the error is. What was typed meanwhile is
    /// the next input; nothing of it runs by itself.
    pub(in crate::app) fn invalid(&mut self, line: usize, column: usize, message: String) {
        let Some(submitted) = self.phase.end_check(Phase::Prompting) else { return };
        if !self.settings.validate {
            self.keep(&submitted);
            let span = Span { range: 0..message.len(), role: Role::Message };
            self.effects.push(Effect::Emit(highlight_ansi(&message, &[span], &self.look.theme) + "\n"));
            return self.replay();
        }
        self.set_aside_input();
        self.input.text = submitted.text;
        let at = offset(self.input.as_str(), line, column + submitted.indent);
        self.input.text.set_cursor(at);
        self.start_vi();
        self.notice = Some(Notice { text: message, until_edit: true });
        self.refresh_text();
        self.read_soon();
    }

    /// The input comes back with one more line; what was typed meanwhile follows it.
    pub(in crate::app) fn incomplete(&mut self) {
        let Some(submitted) = self.phase.end_check(Phase::Prompting) else { return };
        let typed = std::mem::replace(&mut self.input.text, submitted.text);
        self.input.history.leave();
        self.input.text.set_cursor(self.input.as_str().len());
        self.newline();
        self.input.text.insert(typed.as_str());
        self.replay();
    }

    /// Keeps what is being typed for the prompt after this one.
    fn set_aside_input(&mut self) {
        let mut text = std::mem::take(&mut self.input.text);
        self.input.history.leave();
        text.set_cursor(text.as_str().len());
        text.insert(&self.queued_text());
        self.next.set_aside = Some(text).filter(|text| !text.as_str().is_empty());
    }
}

/// The offset of a line and column that count from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let line = &text[start..motion::line_end(text, start)];
    start + line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}
