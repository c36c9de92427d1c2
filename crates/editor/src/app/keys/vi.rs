//! Vi's keys, where a person has chosen them.

use crate::app::App;
use crate::app::errand::Awaited;
use crate::command::Act;
use crate::event::Effect;
use crate::input::Last;
use crate::key::{Code, Key};
use crate::keymap::Found;
use crate::settings::{EditingMode, ViStart};
use crate::vi::{Mode, Outcome};

/// What Control makes of these belongs to vi in insert mode, also where emacs's keys are kept:
/// one command, literal keys, Escape, registers, digraphs, indentation, and what erases.
const OF_VI: &[char] = &['o', 'v', 'q', '[', 'r', 'k', 't', 'd', 'w', 'u', 'h'];

impl App {
    pub(in crate::app) fn is_vi(&self) -> bool {
        self.settings.editing_mode == EditingMode::Vi
    }

    /// Begins to edit another text, in the mode that a prompt begins in.
    pub(in crate::app) fn start_vi(&mut self) {
        self.keys.began = Some(self.beginning());
        if self.is_vi() {
            let inserting = match self.settings.vi_start {
                ViStart::Insert => true,
                ViStart::Normal => false,
                ViStart::Last => !self.keys.ended_in_normal,
            };
            self.keys.vi.start(inserting, &mut self.input.text);
        }
    }

    /// Lets vi follow the settings. The mode stays, unless one that names the mode was changed.
    pub(in crate::app) fn set_up_vi(&mut self) {
        let options = self.keys.vi.options_mut();
        options.free_backspace = self.settings.vi_free_backspace;
        options.auto_indent = self.settings.auto_indent;
        if self.keys.began != Some(self.beginning()) {
            self.start_vi();
        }
    }

    fn beginning(&self) -> (EditingMode, ViStart) {
        (self.settings.editing_mode, self.settings.vi_start)
    }

    /// Something else than vi changed the text or moved the cursor.
    pub(in crate::app) fn vi_follows(&mut self) {
        let mode = self.keys.vi.mode();
        if self.is_vi() && self.input.text.anchor().is_none() && !mode.is_visual() {
            self.input.text.checkpoint();
            self.keys.vi.start(mode.is_insert(), &mut self.input.text);
        }
    }

    /// Takes a key for vi; `false` when it is one of the commands that both modes share.
    pub(in crate::app) fn vi_key(&mut self, mut key: Key) -> bool {
        if self.is_vi() && self.is_escape_and_letter(key) {
            self.vi_key(Key::plain(Code::Escape));
            key.alt = false;
        }
        if !self.is_vi() || self.is_shared(key) {
            return false;
        }
        let key = if key == Key::ctrl('c') { Key::plain(Code::Escape) } else { key };
        let inserting = self.keys.vi.mode().is_insert();
        self.input.last = Last::Other;
        let outcome = self.keys.vi.key(key, &mut self.input.text);
        if inserting != self.keys.vi.mode().is_insert() {
            // The signature of a call is there for typing.
            self.read_soon();
        }
        match outcome {
            // What means nothing in a line being typed means nothing at all.
            Outcome::Unbound if self.keys.vi.mode() == Mode::CommandLine => self.ring(),
            Outcome::Unbound => return false,
            Outcome::Done if inserting => self.inserted(key),
            Outcome::Done | Outcome::Pending => {}
            outcome => self.vi_asks(outcome),
        }
        true
    }

    /// Alt with a letter is also what Escape and a letter are that come in one read, as from a
    /// hurried person over a slow line. It is taken for those where it means nothing of its own.
    fn is_escape_and_letter(&self, key: Key) -> bool {
        let emacs = self.settings.emacs_in_vi_insert && self.keys.vi.mode().is_insert();
        let unbound = || matches!(self.keys.keyboard.keymap.find(&[key], false), Found::Nothing);
        key.alt && Key { alt: false, ..key }.types().is_some() && (!emacs || unbound())
    }

    /// Keys that mean the same in both modes, unless vi waits for the rest of a command.
    fn is_shared(&self, key: Key) -> bool {
        let waiting = !self.keys.vi.pending().is_empty() || self.keys.vi.mode() == Mode::CommandLine;
        if key == Key::ctrl('c') {
            return !waiting && !self.keys.vi.mode().is_visual();
        }
        let empty = self.input.as_str().is_empty() && key == Key::ctrl('d');
        !waiting && (empty || self.keys.vi.mode().is_insert() && self.is_shared_in_insert_mode(key))
    }

    fn is_shared_in_insert_mode(&self, key: Key) -> bool {
        let emacs = self.settings.emacs_in_vi_insert && (key.ctrl || key.alt);
        let vi = OF_VI.iter().any(|c| key == Key::ctrl(*c));
        let moves =
            matches!(key.code, Code::Left | Code::Right | Code::Up | Code::Down | Code::Home | Code::End);
        moves || matches!(key.code, Code::Enter | Code::Tab) || emacs && !vi
    }

    /// What was typed in insert mode hangs together with suggestions and candidates.
    fn inserted(&mut self, key: Key) {
        match (key.types(), key.code) {
            (Some(c), _) => {
                self.input.last = Last::Typed(c);
                if c == ':' && self.settings.auto_indent {
                    self.dedent_clause();
                }
            }
            (None, Code::Backspace) => self.input.last = Last::Deleted,
            _ => {}
        }
    }

    pub(in crate::app) fn vi_asks(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Accept if self.enter_runs() => self.perform(Act::Enter),
            Outcome::Accept => drop(self.vi_key(Key::char('+'))),
            Outcome::History(direction, count) => self.vi_history(direction, count),
            Outcome::Search(direction) => {
                if !self.vi_search(direction) {
                    self.tell(format!("No entry has {}.", self.keys.vi.searched()));
                }
            }
            Outcome::Wrapped(direction) => {
                if self.input.history.visited().is_some() {
                    self.vi_search(direction);
                }
            }
            Outcome::Edit => self.perform(Act::Edit),
            Outcome::Quit => self.end_of_file(true),
            Outcome::Copy(text) => self.effects.push(Effect::Copy(text)),
            Outcome::Paste => self.await_answer(Awaited::Register, Effect::Fetch),
            Outcome::Write { path, text, overwrite, quit } => {
                let awaited = Awaited::Written { path: path.clone(), quit };
                self.await_answer(awaited, Effect::Save { path, text, overwrite });
            }
            Outcome::Read(path) => {
                self.await_answer(Awaited::Lines { path: path.clone() }, Effect::Read(path));
            }
            Outcome::Say(text) => self.tell(sentence(&text)),
            Outcome::Bell => self.ring(),
            Outcome::Done | Outcome::Pending | Outcome::Unbound => {}
        }
    }
}

/// What vi says, with a capital and a full stop.
fn sentence(text: &str) -> String {
    let first = text.chars().next().map_or(0, char::len_utf8);
    format!("{}{}.", text[..first].to_uppercase(), &text[first..])
}
