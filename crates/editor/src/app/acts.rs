//! What commands leave to the application, one call for each.

use super::errand::Awaited;
use super::phase::Phase;
use super::{App, Early};
use crate::command::{Act, Macro, Mode};
use crate::event::Effect;
use crate::key::{Code, Key};
use crate::keymap::spell;
use crate::settings::{AltEnter, EditingMode, Field};

impl App {
    /// Does it, or lets it wait for its turn.
    pub(super) fn perform(&mut self, act: Act) {
        if self.must_wait(act) {
            return self.next.queue.push_back(Early::Act(act, self.keys.ahead));
        }
        match act {
            Act::Done | Act::SelfInsert | Act::Digit | Act::Macro(Macro::End) => {}
            Act::Await(awaited) => self.keys.keyboard.wait_for(awaited),
            Act::Enter => self.enter(),
            Act::AltEnter if self.settings.alt_enter == AltEnter::Newline => self.newline(),
            Act::AltEnter => self.submit(),
            Act::RunAndNext => self.run_and_next(),
            Act::Newline => self.newline(),
            Act::Complete(how) => self.complete(how),
            Act::Describe => self.describe(),
            Act::NextSignature => self.assist.signatures.turn(),
            Act::ScrollDocumentation(lines) => self.scroll_documentation(lines),
            Act::Browse => self.effects.push(Effect::Browse),
            Act::SaveSession(content) => self.save_session(content),
            Act::CopyClipboard => self.copy_kill(),
            Act::YankClipboard => self.await_answer(Awaited::Yank, Effect::Fetch),
            Act::Search(direction) => self.begin_search(direction),
            Act::Macro(Macro::Start) => self.start_macro(),
            Act::Macro(Macro::Call(count)) => self.call_macro(count),
            Act::Macro(Macro::Show) => self.tell(spell(self.keys.macros.last())),
            Act::Mode(mode) => self.change_mode(mode),
            Act::Settings => self.open_settings(),
            Act::Interrupt => self.interrupt(),
            Act::Abort => self.abort(),
            Act::EndOfFile(again) => self.end_of_file(again),
            Act::Clear => self.effects.push(Effect::Clear),
            Act::Suspend if self.settings.suspend => self.effects.push(Effect::Suspend),
            Act::Refuse | Act::Suspend => self.ring(),
            Act::Edit => self.effects.push(Effect::Edit(self.input.as_str().to_owned())),
        }
    }

    /// While an input is being checked, the next one can be typed but not run.
    fn must_wait(&self, act: Act) -> bool {
        let checking = matches!(self.phase, Phase::Checking(_));
        checking
            && match act {
                Act::Enter => self.enter_runs(),
                Act::AltEnter => self.settings.alt_enter == AltEnter::Run,
                Act::RunAndNext | Act::EndOfFile(_) | Act::Edit | Act::Browse => true,
                _ => false,
            }
    }

    fn change_mode(&mut self, mode: Mode) {
        let mode = match (mode, self.settings.editing_mode) {
            (Mode::Movement, _) => {
                self.vi_key(Key::plain(Code::Escape));
                return;
            }
            (Mode::Vi, _) | (Mode::Other, EditingMode::Emacs) => EditingMode::Vi,
            (Mode::Emacs, _) | (Mode::Other, EditingMode::Vi) => EditingMode::Emacs,
        };
        self.choose("editing_mode", &mode.get());
    }

    fn copy_kill(&mut self) {
        let killed = self.input.kills.current().map(ToOwned::to_owned);
        self.effects.extend(killed.map(Effect::Copy));
    }

    fn abort(&mut self) {
        self.keys.macros.cancel();
        if !self.leave_pending() {
            self.effects.push(Effect::Bell);
        }
    }

    /// The text comes back from the editor; it is not run.
    pub(super) fn edited(&mut self, result: Result<String, String>) {
        match result {
            Ok(text) => {
                let text = text.trim_end_matches(['\n', '\r']);
                self.input.text.checkpoint();
                self.input.text.replace(0..self.input.as_str().len(), text);
                self.input.text.checkpoint();
            }
            Err(message) => self.tell(message),
        }
    }
}
