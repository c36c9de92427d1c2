//! What the terminal was asked, before somebody else may read its answer.

use std::io;
use std::time::{Duration, Instant};

use super::Ui;
use crate::source::readable;

/// How long an evaluation may be held up by a terminal that was asked and has not answered.
const ANSWER_WAIT: Duration = Duration::from_millis(100);

impl Ui {
    /// Waits a moment for an answer that is on its way: `input()` must not read it. Once
    /// only, since there are terminals that never answer. Keys that come meanwhile wait.
    pub(super) fn hear_background(&mut self) -> io::Result<()> {
        let keys = [self.screen.terminal().watched()];
        let until = Some(Instant::now() + ANSWER_WAIT);
        while self.keyboard.is_awaiting_answer() {
            if readable(&keys, until)? == [true] {
                self.keys()?;
            } else {
                self.keyboard.give_up_answer();
            }
        }
        Ok(())
    }
}
