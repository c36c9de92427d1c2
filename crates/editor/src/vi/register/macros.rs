//! Macros: `q` records keys into a register, `@` feeds them again.

use crate::text::Text;
use crate::vi::action::Call;
use crate::vi::{Outcome, Vi, code};

/// A macro that calls itself ends after so many keys.
const LIMIT: usize = 100_000;

/// How deep `:normal` may run itself.
pub const DEPTH: usize = 20;

impl Vi {
    /// `q`: starts or ends recording.
    pub(in crate::vi) fn stop_recording(&mut self) -> Option<Outcome> {
        let (name, mut keys) = self.recording.take()?;
        // The last key is the `q` that ends it.
        keys.pop();
        self.memory.registers.record(name, &keys);
        Some(Outcome::Done)
    }

    /// Starts recording into a register; an upper-case name appends.
    pub(in crate::vi) fn record(&mut self, name: char) -> Outcome {
        if !(name.is_ascii_alphanumeric() || name == '"') {
            return Outcome::Bell;
        }
        self.recording = Some((name, String::new()));
        Outcome::Done
    }

    /// `@`, `@@` and `@:`.
    pub(in crate::vi) fn run_macro(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let name = call.typed.char;
        if name != ':' && (name, self.memory.macro_name) != ('@', Some(':')) {
            return self.play(name, call.times());
        }
        self.memory.macro_name = Some(':');
        let Some(last) = self.register(Some(':')) else { return Outcome::Bell };
        (0..call.times()).fold(Outcome::Done, |_, _| self.ex(&last.text, text))
    }

    /// `@`: puts the keys of a register before those still to come.
    fn play(&mut self, name: char, count: usize) -> Outcome {
        let name = if name == '@' { self.memory.macro_name } else { Some(name) };
        let Some(content) = name.and_then(|name| self.register(Some(name))) else { return Outcome::Bell };
        self.memory.macro_name = name;
        let keys = content.plain();
        if keys.is_empty() || self.queue.len() + keys.len().saturating_mul(count) > LIMIT {
            return if keys.is_empty() { Outcome::Done } else { Outcome::Bell };
        }
        for _ in 0..count {
            for c in keys.chars().rev() {
                self.queue.push_front(c);
            }
        }
        Outcome::Done
    }

    /// Feeds what macros left in the queue; a command that fails ends them all.
    pub(in crate::vi) fn drain(&mut self, first: Outcome, text: &mut Text) -> Outcome {
        let mut outcome = first;
        for _ in 0..LIMIT {
            match outcome {
                Outcome::Done | Outcome::Pending | Outcome::Unbound | Outcome::Wrapped(_) => {}
                Outcome::Paste => return outcome,
                Outcome::History(..) | Outcome::Search(_) if !self.queue.is_empty() => break,
                _ => {
                    self.queue.clear();
                    return outcome;
                }
            }
            let Some(c) = self.queue.pop_front() else { return outcome };
            outcome = self.feed(c, text);
        }
        self.queue.clear();
        Outcome::Bell
    }

    /// `:normal`: feeds keys at once; what they leave unfinished is given up, and what fails
    /// ends nothing but them.
    pub(in crate::vi) fn feed_all(&mut self, keys: &str, text: &mut Text) -> Outcome {
        if self.depth == DEPTH {
            return Outcome::Say(":normal runs itself".into());
        }
        self.depth += 1;
        let outer = std::mem::replace(&mut self.queue, keys.chars().collect());
        let outcome = self.drain(Outcome::Done, text);
        while self.mode().is_insert()
            || self.mode().is_visual()
            || !self.pending.is_empty()
            || self.line.is_some()
            || self.asking.is_some()
        {
            self.feed(code::ESCAPE, text);
        }
        self.queue = outer;
        self.depth -= 1;
        if matches!(outcome, Outcome::Bell | Outcome::Wrapped(_)) { Outcome::Done } else { outcome }
    }
}
