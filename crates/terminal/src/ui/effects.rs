//! What is done about what happened: one call for each effect.

use std::io;
use std::time::Instant;

use editor::event::{Effect, Event};
use editor::protocol::ToHost;
use editor::settings::Value;
use termina::escape::osc::{Osc, Selection};

use super::Ui;
use crate::clipboard;
use crate::config_file;
use crate::keyboard::WHAT_IS_THE_BACKGROUND;

impl Ui {
    /// Tells the application and does what it wants.
    pub fn feed(&mut self, event: Event) -> io::Result<()> {
        self.catch_up()?;
        let effects = self.app.update(event, Instant::now());
        effects.into_iter().try_for_each(|effect| self.perform(effect))
    }

    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Ask(message) => self.ask(message),
            Effect::Emit(text) => self.screen.print(&text),
            Effect::Remember(text) => self.remember(text),
            Effect::Forget(texts) => self.forget(&texts),
            Effect::Outcome(succeeded) => self.outcome(succeeded),
            Effect::Browse => self.browse(),
            Effect::Save { path, text, overwrite } => self.save(path, text, overwrite),
            Effect::Read(path) => self.read_file(path),
            Effect::Fetch => self.fetch(),
            Effect::Clear => self.screen.clear(),
            Effect::Send(sequence) => self.screen.send(sequence),
            Effect::AskBackground => self.ask_background(),
            Effect::Bell => self.screen.send("\x07"),
            Effect::Suspend => self.suspend(),
            Effect::SaveSettings(changes) => self.save_settings(&changes),
            Effect::Edit(text) => self.edit(text),
            Effect::Copy(text) => self.copy(&text),
            Effect::HandOver => self.hand_over(),
            Effect::TakeBack => self.take_back(),
            Effect::OpenPager => self.open_pager(),
            Effect::ClosePager => self.close_pager(),
            Effect::Interrupt => interrupt(),
            Effect::Exit => {
                self.over = true;
                Ok(())
            }
        }
    }

    /// A host that is gone ends the session.
    pub(super) fn ask(&mut self, message: ToHost) -> io::Result<()> {
        if matches!(message, ToHost::Setting { .. }) {
            self.screen.configure(self.app.settings())?;
        }
        self.over |= self.to_host.send(message).is_err();
        Ok(())
    }

    fn ask_background(&mut self) -> io::Result<()> {
        self.keyboard.expect_background(Instant::now());
        self.screen.send(WHAT_IS_THE_BACKGROUND)
    }

    fn save_settings(&mut self, changes: &[(&'static str, Value)]) -> io::Result<()> {
        let saved = config_file::save(self.config.as_deref(), changes);
        self.feed(Event::SettingsSaved(saved))
    }

    /// By OSC 52, which works through ssh and tmux, and by the system's own program.
    fn copy(&mut self, text: &str) -> io::Result<()> {
        // Without a further thread the terminal's way is left.
        let _ = clipboard::copy(text.to_owned());
        self.screen.send(Osc::SetSelection(Selection::CLIPBOARD, text).to_string())
    }
}

/// As the terminal does for Ctrl-C; whoever handles SIGINT decides what comes of it.
fn interrupt() -> io::Result<()> {
    Ok(rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::INT)?)
}
