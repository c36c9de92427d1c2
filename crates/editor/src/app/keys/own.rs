//! A person's own keys in vi's modes, which come before vi's, and characters that wait to
//! become part of a bound sequence.

use std::time::{Duration, Instant};

use crate::app::App;
use crate::command::Argument;
use crate::key::Key;
use crate::keyboard::{Keyboard, Over, Press};
use crate::keymap::Found;

/// So long a key that may begin a bound sequence waits for the next one, as vim's
/// `timeoutlen` has it.
const PATIENCE: Duration = Duration::from_secs(1);

impl App {
    /// Takes a key in a mode of vi's, for a person's own binding or for vi; `false` for a key
    /// that both modes share.
    pub(in crate::app) fn modal_key(&mut self, key: Key) -> bool {
        if !self.is_vi() || self.keys.vi.mode() == crate::vi::Mode::CommandLine {
            return self.vi_key(key);
        }
        let inserts = self.keys.vi.mode().is_insert();
        match self.keys.keyboard.press_over(key, inserts) {
            Over::More => true,
            Over::Vi(first) if first == key => self.vi_key(first),
            Over::Vi(first) => {
                self.pass(first);
                true
            }
            Over::Found(Found::Command(command)) => {
                self.run(command, Argument::default(), key, 1);
                self.vi_follows();
                true
            }
            Over::Found(Found::Program(number)) => {
                let Keyboard { vi_insert, vi_normal, .. } = &self.keys.keyboard;
                let keymap = if inserts { vi_insert } else { vi_normal };
                self.ask_program(keymap.program(number).to_owned());
                true
            }
            Over::Found(_) => false,
        }
    }

    /// Presses a key that begins no sequence.
    fn pass(&mut self, key: Key) {
        if !self.vi_key(key) {
            self.pressed(key);
        }
    }

    /// When keys that may begin a bound sequence count for themselves after all.
    pub(in crate::app) fn held_until(&self) -> Option<Instant> {
        let held = self.keys.keyboard.holds_text() || self.keys.keyboard.holds_over();
        self.keys.pressed.filter(|_| held).map(|pressed| pressed + PATIENCE)
    }

    /// They do.
    pub(in crate::app) fn give_up_sequence(&mut self) {
        if let Some(Over::Vi(key)) = self.keys.keyboard.give_up_over() {
            self.pass(key);
        } else if let Press::Type(c) = self.keys.keyboard.give_up() {
            self.typed(c, Argument::default());
        }
        while let Some(key) = self.keys.keyboard.left() {
            self.pass(key);
        }
    }
}
