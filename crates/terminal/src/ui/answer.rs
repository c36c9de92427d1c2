//! What the terminal was asked, before somebody else may read its answer.

use std::io;
use std::time::{Duration, Instant};

use super::Ui;
use crate::source::{Sleep, Source, What};

/// How long an evaluation may be held up by a terminal that was asked and has not answered.
const ANSWER_WAIT: Duration = Duration::from_millis(100);

impl Ui {
    /// Waits a moment for an answer that is on its way: `input()` must not read it. Once
    /// only, since there are terminals that never answer. Keys that come meanwhile wait.
    pub(super) fn hear_background(&mut self) -> io::Result<()> {
        let keys = Source::new(vec![(What::Keys, self.screen.terminal().watched())]);
        let sleep = Sleep { keys: true, until: Some(Instant::now() + ANSWER_WAIT) };
        while self.keyboard.is_awaiting_answer() {
            if keys.wait(sleep)?.is_empty() {
                self.keyboard.give_up_answer();
            } else {
                self.keys()?;
            }
        }
        Ok(())
    }
}
