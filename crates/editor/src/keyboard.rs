//! From single keys to commands: sequences, numeric arguments, keys with a meaning of their own.

mod number;
mod over;

use std::collections::VecDeque;

use crate::command::{Await, Command};
use crate::key::Key;
use crate::keymap::{Found, Keymap};

use number::{Number, digit};
pub use over::Over;

const INTERRUPT: Key = Key::ctrl('c');

/// Keys on their way to becoming a command.
#[derive(Debug, Clone)]
pub struct Keyboard {
    /// What is bound in emacs's mode.
    pub keymap: Keymap,
    /// What a person bound over vi's own keys, while text is typed.
    pub vi_insert: Keymap,
    /// The same, in vi's other modes.
    pub vi_normal: Keymap,
    pending: Vec<Key>,
    awaiting: Option<Await>,
    number: Option<Number>,
    /// Keys that follow a character which turned out to begin nothing.
    left: VecDeque<Key>,
    /// Keys that wait to become a sequence bound over vi's.
    over: Vec<Key>,
}

impl Default for Keyboard {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            vi_insert: Keymap::empty(),
            vi_normal: Keymap::empty(),
            pending: Vec::new(),
            awaiting: None,
            number: None,
            left: VecDeque::new(),
            over: Vec::new(),
        }
    }
}

/// What a key led to.
#[derive(Debug, Clone, Copy)]
pub enum Press {
    /// More keys are wanted.
    More,
    /// A command is to run; so many keys led to it.
    Run(&'static Command, usize),
    /// A motion is to run, selecting on the way.
    Select(&'static Command),
    /// The host is to run something; see [`Keymap::program`].
    Program(usize),
    /// A character is typed.
    Type(char),
    /// A key is inserted as it is.
    Literal(Key),
    /// Go to a character; how often, negative for backwards.
    Find(char, i32),
    /// Nothing is bound there.
    Unknown,
}

impl Keyboard {
    /// Takes the next key; `selecting` says that something is selected.
    pub fn press(&mut self, mut key: Key, selecting: bool) -> Press {
        match self.awaiting.take() {
            Some(Await::Quoted) => return Press::Literal(key),
            // On a terminal it would be a signal: it ends whatever was begun, and drops the line.
            Some(_) if key == INTERRUPT => {}
            Some(Await::Character(count)) => return find(key, count),
            Some(Await::Meta) => key = key.with_alt(),
            None if self.pending.is_empty() && self.number.is_some() && digit(key, false).is_some() => {
                self.digit(key);
                return Press::More;
            }
            None => {}
        }
        self.pending.push(key);
        match self.keymap.find(&self.pending, selecting) {
            Found::Prefix => Press::More,
            Found::Command(command) => Press::Run(command, std::mem::take(&mut self.pending).len()),
            Found::Selecting(command) => {
                self.pending.clear();
                Press::Select(command)
            }
            Found::Program(number) => {
                self.pending.clear();
                Press::Program(number)
            }
            Found::Nothing => self.nothing_bound(),
        }
    }

    /// A character types itself, and what follows it is pressed anew; a longer sequence
    /// falls back on its first key's command.
    fn nothing_bound(&mut self) -> Press {
        let keys = std::mem::take(&mut self.pending);
        if let Some(c) = keys.first().and_then(|key| key.types()) {
            self.left.extend(&keys[1..]);
            return Press::Type(c);
        }
        match keys.as_slice() {
            // Escape and Ctrl-C that came in one read.
            [key] if *key == INTERRUPT.with_alt() => self.only(INTERRUPT, 1),
            [_] | [] => Press::Unknown,
            [first, .., last] => {
                let interrupts = [INTERRUPT, INTERRUPT.with_alt()].contains(last);
                self.only(if interrupts { INTERRUPT } else { *first }, keys.len())
            }
        }
    }

    /// What a key leads to by itself, with so many pressed.
    fn only(&self, key: Key, keys: usize) -> Press {
        match self.keymap.find(&[key], false) {
            Found::Command(command) => Press::Run(command, keys),
            _ => Press::Unknown,
        }
    }

    /// Whether a key would type a character now, with nothing bound to it or pending.
    pub fn would_type(&self, key: Key) -> bool {
        !self.is_pending() && matches!(self.keymap.find(&[key], false), Found::Nothing)
    }

    /// The next of the keys that are to be pressed anew.
    pub fn left(&mut self) -> Option<Key> {
        self.left.pop_front()
    }

    /// Whether characters wait for what follows them, and are not seen meanwhile.
    pub fn holds_text(&self) -> bool {
        self.pending.first().is_some_and(|key| key.types().is_some())
    }

    /// No further key came: the characters that wait are typed.
    pub fn give_up(&mut self) -> Press {
        self.nothing_bound()
    }

    /// The next key has a meaning of its own.
    pub fn wait_for(&mut self, awaited: Await) {
        self.awaiting = Some(awaited);
    }

    /// Forgets all that is pending; `false` when there was nothing.
    pub fn abort(&mut self) -> bool {
        let pending = self.is_pending();
        self.pending.clear();
        (self.awaiting, self.number) = (None, None);
        pending
    }

    /// Does the next key belong to something that was begun?
    pub fn is_pending(&self) -> bool {
        !self.pending.is_empty() || self.awaiting.is_some() || self.number.is_some()
    }

    /// Does the next key end or continue a sequence, so that nobody else may take it?
    pub fn is_inside(&self) -> bool {
        !self.pending.is_empty() || self.awaiting.is_some()
    }
}

fn find(key: Key, count: i32) -> Press {
    key.types().map_or(Press::Unknown, |c| Press::Find(c, count))
}
