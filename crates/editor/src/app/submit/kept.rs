//! What stays of an input once it is accepted, and how long its evaluation took.

use std::time::{Duration, Instant};

use crate::app::App;
use crate::marks;
use crate::protocol::Prompt;
use crate::theme::Span;
use crate::transcript::transcript;

/// The last evaluation's time.
#[derive(Debug, Default)]
pub struct Clock {
    began: Option<Instant>,
    took: Option<Duration>,
}

impl Clock {
    /// The evaluation begins.
    pub fn start(&mut self, now: Option<Instant>) {
        self.began = now;
    }

    /// It has ended.
    pub fn stop(&mut self, now: Option<Instant>) {
        if let (Some(began), Some(now)) = (self.began.take(), now) {
            self.took = Some(now.saturating_duration_since(began));
        }
    }
}

impl App {
    /// An input for the scrollback, with its prompts and whatever else the settings want.
    pub(in crate::app) fn kept(&self, text: &str, spans: &[Span]) -> String {
        let short = Prompt { primary: "> ".into(), continuation: "  ".into() };
        let prompt = if self.settings.transient_prompt { &short } else { &self.prompt };
        let [begin, input] = if self.settings.shell_marks { [marks::PROMPT, marks::INPUT] } else { [""; 2] };
        begin.to_owned() + &transcript(text, spans, prompt, &self.look.theme, input)
    }

    /// How long the last evaluation took, for the right edge of the prompt's row.
    pub(in crate::app) fn right_prompt(&self) -> Option<String> {
        self.clock.took.filter(|_| self.settings.right_prompt).map(spell)
    }
}

/// A time with about two digits that matter.
fn spell(took: Duration) -> String {
    let seconds = took.as_secs();
    match took.as_millis() {
        0..1_000 => format!("{} ms", took.as_millis()),
        1_000..60_000 => format!("{:.1} s", took.as_secs_f64()),
        60_000..3_600_000 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3600, seconds / 60 % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_spelt_in_the_unit_that_fits() {
        for (milliseconds, expected) in
            [(0, "0 ms"), (999, "999 ms"), (1_540, "1.5 s"), (61_000, "1 min 1 s"), (7_260_000, "2 h 1 min")]
        {
            assert_eq!(spell(Duration::from_millis(milliseconds)), expected);
        }
    }
}
