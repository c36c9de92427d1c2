//! Keys and pastes: who takes them.

mod macros;
mod own;
pub(super) mod searching;
mod typing;
mod vi;
mod vi_history;

use std::time::{Duration, Instant};

use super::App;
use super::program::Asked;
use crate::command::{self, Act, Argument, Await, Command, Group};
use crate::input::{Input, Last};
use crate::key::{Code, Key};
use crate::keyboard::{Keyboard, Press};
use crate::macros::Macros;
use crate::settings::{EditingMode, ViStart};
use crate::vi::Vi;
use crate::view;

/// A pause in typing that ends a group of changes for undo.
const PAUSE: Duration = Duration::from_millis(1500);

/// What keys go through.
#[derive(Debug, Default)]
pub struct Keys {
    pub keyboard: Keyboard,
    pub macros: Macros,
    pub vi: Vi,
    /// The last input was left in vi's normal mode.
    pub ended_in_normal: bool,
    /// The settings by which vi began; `None` before it did.
    pub began: Option<(EditingMode, ViStart)>,
    /// A command of the host's that has not answered yet.
    pub asked: Option<Asked>,
    /// The host runs code of the person's own.
    pub calling: bool,
    /// When the last one was pressed.
    pub pressed: Option<Instant>,
    /// While an Enter is handled that has more keys behind it: whether a block goes on there.
    pub ahead: Option<bool>,
}

impl App {
    /// A key that a person pressed.
    pub(super) fn key(&mut self, key: Key) {
        self.notice_pause();
        self.keys.macros.record(key);
        self.press(key);
    }

    /// An Enter that has more keys behind it.
    pub(super) fn enter_ahead(&mut self, goes_on: bool) {
        self.keys.ahead = Some(goes_on);
        self.key(Key::plain(Code::Enter));
        self.keys.ahead = None;
    }

    /// A pause ends a run of typing, for undo.
    fn notice_pause(&mut self) {
        let before = std::mem::replace(&mut self.keys.pressed, self.now);
        let paused = before.zip(self.now).is_some_and(|(before, now)| now.duration_since(before) > PAUSE);
        if paused && matches!(self.input.last, Last::Typed(_) | Last::Deleted) {
            self.input.last = Last::Other;
        }
    }

    /// A key, pressed or replayed. What hangs on the text follows at once.
    pub(super) fn press(&mut self, key: Key) {
        self.route(key);
        self.refresh();
        while let Some(key) = self.keys.keyboard.left() {
            self.route(key);
            self.refresh();
        }
    }

    /// The search or the menu takes the key, or it leads to a command.
    fn route(&mut self, key: Key) {
        self.phase.reveal();
        self.notice.take_if(|notice| !notice.until_edit);
        if self.panel_key(key) {
            return;
        }
        if self.search.is_some() && !self.keys.keyboard.is_inside() && self.search_key(key) {
            return;
        }
        if !self.keys.keyboard.is_inside() && self.is_taken(key) {
            return;
        }
        self.pressed(key);
    }

    /// The table of keys has its say.
    pub(super) fn pressed(&mut self, key: Key) {
        let argument = self.keys.keyboard.argument();
        match self
            .keys
            .keyboard
            .press(key, self.input.text.selection().is_some_and(|range| !range.is_empty()))
        {
            Press::More => {}
            Press::Run(command, keys) => self.run(command, argument, key, keys),
            Press::Select(command) => {
                self.step(|app| command::select(app.measured(command), command, argument));
            }
            Press::Program(number) => self.ask_program(self.keys.keyboard.keymap.program(number).to_owned()),
            Press::Type(c) => self.typed(c, argument),
            Press::Literal(key) => self.step(|app| command::insert_literally(&mut app.input, key)),
            Press::Find(c, count) => self.step(|app| command::character_search(&mut app.input, c, count)),
            Press::Unknown => self.step(|_| Act::Refuse),
        }
    }

    /// Somebody comes before the table of keys.
    fn is_taken(&mut self, key: Key) -> bool {
        self.menu_key(key) || self.closes_documentation(key) || self.modal_key(key)
    }

    pub(super) fn run(&mut self, command: &'static Command, argument: Argument, key: Key, keys: usize) {
        match (command.run)(self.begin().measured(command), argument) {
            Act::Digit => self.keys.keyboard.digit(key),
            Act::SelfInsert => match key.types() {
                Some(c) => self.typed(c, argument),
                None => self.finish(Act::Refuse),
            },
            Act::Await(Await::Meta) => self.keys.keyboard.wait_for(Await::Meta),
            Act::Macro(command::Macro::End) => self.end_macro(keys),
            Act::Refuse if command.group == Group::Moving => self.finish(Act::Done),
            act => self.finish(act),
        }
    }

    /// The input, for a command.
    fn measured(&mut self, command: &Command) -> &mut Input {
        if command.group == Group::Moving {
            self.measure();
        }
        &mut self.input
    }

    /// Tells the input how it is wrapped, before a motion by rows.
    pub(super) fn measure(&mut self) {
        let (size, numbers) = (self.look.size, self.settings.line_numbers);
        let text = self.input.as_str();
        self.input.wrap = view::wrapping(&self.prompt, text, size.columns, numbers, &self.look.theme);
        if !self.settings.wrap_lines {
            self.input.wrap.columns = usize::MAX;
        }
    }

    pub(super) fn step(&mut self, command: impl FnOnce(&mut Self) -> Act) {
        self.begin();
        let act = command(self);
        self.finish(act);
    }

    pub(super) fn begin(&mut self) -> &mut Self {
        self.input.text.checkpoint();
        self.input.now = Last::Other;
        self
    }

    pub(super) fn finish(&mut self, act: Act) {
        self.input.last = std::mem::take(&mut self.input.now);
        self.keys.keyboard.use_up();
        self.vi_follows();
        self.perform(act);
    }

    /// Escape leaves what is pending; `false` when nothing is.
    pub(super) fn leave_pending(&mut self) -> bool {
        let selected = self.input.text.anchor().is_some();
        self.input.deselect();
        let shown = self.assist.documentation.close();
        self.keys.keyboard.abort() || selected || shown || self.notice.take().is_some()
    }
}

/// A key that searches and menus take for "no".
pub(super) fn is_cancel(key: Key) -> bool {
    [Key::ctrl('g'), Key::ctrl('c')].contains(&key)
}

/// Enter or Escape: "that one".
pub(super) fn is_accept(key: Key) -> bool {
    matches!(key.code, Code::Enter | Code::Escape) && key == Key::plain(key.code)
}
