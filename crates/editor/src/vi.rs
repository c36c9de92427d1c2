//! Vi's modes, motions and operators, as vim answers.
//!
//! Keys come in one by one; the pending ones are parsed again at each key
//! ([`parse`]). Commands are values, so the dot runs the last one again, and
//! macros feed recorded keys. Motions and objects are pure functions of the
//! text; only commands change it, and all of them through `Vi::replace`.
//!
//! - The modes: `normal`, `visual`, `insert`, and `command_line` with `ex`.
//! - What commands are made of: `motion`, `object`, `operator`; `parse` reads and `execute` runs them.
//! - What outlives one: `register`, `mark`, `repeat`, `memory`.

use std::collections::VecDeque;

use crate::key::Key;
use crate::text::Text;

mod action;
mod arrival;
mod change;
mod code;
mod command;
mod command_line;
mod digraph;
mod ex;
mod execute;
mod indent;
mod insert;
mod line;
mod mark;
mod matching;
mod memory;
mod motion;
mod normal;
mod object;
mod operator;
mod options;
mod outcome;
mod parse;
mod pattern;
mod reference;
mod register;
mod repeat;
mod search;
mod shown;
mod slice;
mod substitute;
mod table;
mod visual;
mod walk;

pub use options::Options;
pub use outcome::{Direction, Mode, Outcome};
pub use reference::{Entry, reference};
pub use shown::Shape;

use command::Command;
use command_line::CommandLine;
use insert::Insertion;
use mark::jump_list::JumpList;
use memory::Memory;

/// The state of vi. It belongs to one text at a time, but its registers, marks
/// and the last change go with it from text to text.
#[derive(Debug, Default)]
pub struct Vi {
    mode: Mode,
    options: Options,
    memory: Memory,
    past: mark::past::Past,
    /// The keys of a command that is not whole yet.
    pending: String,
    /// The line being typed for a command.
    line: Option<CommandLine>,
    insertion: Option<Insertion>,
    /// `C-O`: one command, then back to inserting.
    once: Option<insert::moving::Once>,
    /// The macro being recorded: its register and the keys so far.
    recording: Option<(char, String)>,
    /// The keys of running macros.
    queue: VecDeque<char>,
    /// The line that `U` restores.
    old_line: Option<normal::old_line::OldLine>,
    /// The text has no line at all, not even an empty one.
    no_lines: bool,
    /// The command at work opens or deletes lines.
    opens_lines: bool,
    /// Where what the operator at work is applied to begins.
    operated_at: Option<usize>,
    /// How many `:normal` are running, one in the other.
    depth: usize,
    /// The command that waits for the clipboard.
    waiting: Option<Command>,
    /// `:s` with the flag `c` asks.
    asking: Option<substitute::Asking>,
    /// The insertion waits for the clipboard.
    inserts_clipboard: bool,
    /// Whether the dot is at work, so that it is not itself remembered.
    repeating: bool,
}

impl Vi {
    /// Vi in normal mode.
    pub fn new() -> Self {
        Self::default()
    }

    /// The options, to be changed.
    pub fn options_mut(&mut self) -> &mut Options {
        &mut self.options
    }

    /// One key. The text is changed in place; what else must be done is returned.
    ///
    /// A step of undo begins with a typed key: a macro, `:normal` or `:g` is one step, however
    /// much it does.
    pub fn key(&mut self, key: Key, text: &mut Text) -> Outcome {
        let Some(c) = code::encode(key) else { return Outcome::Unbound };
        if let Some((_, keys)) = &mut self.recording {
            keys.push(c);
        }
        let typing = self.mode().is_insert() && self.insertion.as_ref().is_none_or(|it| !it.moved);
        if !typing && self.line.is_none() && self.asking.is_none() {
            text.checkpoint();
        }
        let before = self.memory.marks.place('.');
        let outcome = self.feed(c, text);
        let outcome = self.drain(outcome, text);
        if let Some(place) = self.memory.marks.place('.').filter(|place| Some(*place) != before) {
            self.memory.changes.add(place);
        }
        outcome
    }

    /// Starts anew with another text: in insert mode, as a prompt does, or in normal mode.
    pub fn start(&mut self, inserting: bool, text: &mut Text) {
        self.pending.clear();
        (self.line, self.insertion, self.once, self.waiting) = (None, None, None, None);
        (self.inserts_clipboard, self.old_line, self.asking) = (false, None, None);
        self.no_lines = text.as_str().is_empty();
        self.queue.clear();
        text.set_anchor(None);
        self.memory.want = None;
        self.mode = Mode::Normal;
        self.memory.jumps = JumpList::default();
        self.memory.jump_from(text.as_str(), text.cursor());
        if inserting {
            self.begin_insertion(text, Insertion::default());
        } else {
            self.settle(text);
        }
    }

    /// Puts the cursor where the mode lets it stand.
    fn settle(&self, text: &mut Text) {
        if self.mode == Mode::Normal && self.insertion.is_none() {
            text.set_cursor(line::clamp(text.as_str(), text.cursor()));
        }
    }
}
