//! Keyboard macros, as emacs has them.

use crate::app::App;
use crate::app::Early;
use crate::command::Act;
use crate::event::{Effect, Event};

impl App {
    pub(in crate::app) fn start_macro(&mut self) {
        if !self.keys.macros.start() {
            self.effects.push(Effect::Bell);
        }
    }

    /// Replays the macro, as one step of undo; a macro does not call itself.
    pub(in crate::app) fn call_macro(&mut self, count: i32) {
        let keys = self.keys.macros.last().to_vec();
        if keys.is_empty() || self.keys.macros.is_recording() || count < 1 {
            return self.effects.push(Effect::Bell);
        }
        let steps = self.input.text.steps();
        for key in keys.repeat(count.unsigned_abs() as usize) {
            if self.takes_keys() {
                self.press(key);
            } else {
                self.next.queue.push_back(Early::Event(Event::Key(key)));
            }
        }
        self.input.text.join_steps(steps);
    }

    pub(in crate::app) fn end_macro(&mut self, keys: usize) {
        let act = if self.keys.macros.end(keys) { Act::Done } else { Act::Refuse };
        self.finish(act);
    }
}
