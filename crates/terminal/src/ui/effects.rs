//! What is done about what happened: one short function for each effect.

use std::io;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

use editor::event::{Effect, Entry, Event, Place, Saved};
use editor::marks;
use editor::protocol::ToHost;
use termina::escape::osc::{Osc, Selection};

use super::Ui;
use crate::clipboard;
use crate::config_file;
use crate::errand;
use crate::history_file;
use crate::keyboard::WHAT_IS_THE_BACKGROUND;
use crate::memory::Trouble;
use crate::suspend::suspend;

/// How long to leave a terminal alone that is another job's, where nothing stops us.
const BACKGROUND_PAUSE: Duration = Duration::from_millis(200);

impl Ui {
    /// Tells the application and does what it wants.
    pub fn feed(&mut self, event: Event) -> io::Result<()> {
        let effects = self.app.update(event, Instant::now());
        effects.into_iter().try_for_each(|effect| self.perform(effect))
    }

    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Ask(message) => {
                if matches!(message, ToHost::Setting { .. }) {
                    self.screen.configure(self.app.settings())?;
                }
                self.ask(message);
            }
            Effect::Emit(text) => self.screen.print(&text)?,
            Effect::Remember(text) => {
                let (entry, trouble) = self.memory.remember(text);
                self.warn(trouble)?;
                self.feed(Event::Remembered(entry))?;
            }
            Effect::Forget(texts) => {
                let trouble = self.memory.forget(&texts);
                self.warn(trouble)?;
            }
            Effect::Browse => self.browse()?,
            Effect::Save { path, text, overwrite } => self.save(path, text, overwrite)?,
            Effect::Read(path) => {
                if let Err(error) = errand::read(path, self.errands.0.clone()) {
                    self.feed(Event::Read(Err(error.to_string())))?;
                }
            }
            Effect::Fetch => {
                if errand::fetch(self.errands.0.clone()).is_err() {
                    self.feed(Event::Fetched(None))?;
                }
            }
            Effect::Outcome(succeeded) => {
                let trouble = self.memory.outcome(succeeded);
                self.warn(trouble)?;
            }
            Effect::Clear => self.screen.clear()?,
            Effect::Send(sequence) => self.screen.send(sequence)?,
            Effect::AskBackground => {
                self.keyboard.expect_background(Instant::now());
                self.screen.send(WHAT_IS_THE_BACKGROUND)?;
            }
            Effect::Bell => self.screen.send("\x07")?,
            Effect::Suspend => self.suspend()?,
            Effect::SaveSettings(changes) => {
                let saved = config_file::save(self.config.as_deref(), &changes);
                self.feed(Event::SettingsSaved(saved))?;
            }
            Effect::Edit(text) => self.edit(text)?,
            Effect::Copy(text) => self.copy(&text)?,
            Effect::HandOver => self.hand_over()?,
            Effect::TakeBack => self.take_back()?,
            Effect::OpenPager => {
                self.resized.rearm();
                self.screen.take_back()?;
            }
            Effect::ClosePager => {
                self.release_streams()?;
                self.screen.hand_over(&self.app.frame())?;
                self.ask(ToHost::Paged);
            }
            Effect::Interrupt => interrupt()?,
            Effect::Exit => self.over = true,
        }
        Ok(())
    }

    /// A host that is gone ends the session.
    fn ask(&mut self, message: ToHost) {
        self.over |= self.to_host.send(message).is_err();
    }

    pub(super) fn warn(&mut self, trouble: Trouble) -> io::Result<()> {
        trouble.map_or(Ok(()), |sentence| self.screen.print(&sentence))
    }

    /// Gives others' streams back; what they wrote is told before anything else happens.
    pub(super) fn release_streams(&mut self) -> io::Result<()> {
        let written = self.screen.release_streams();
        written.into_iter().try_for_each(|(stream, bytes)| self.feed(Event::Output(stream, bytes)))
    }

    fn hand_over(&mut self) -> io::Result<()> {
        self.hear_background()?;
        self.screen.hand_over(&self.app.frame())?;
        self.app.theme().clone_into(&mut self.theme.lock().unwrap_or_else(PoisonError::into_inner));
        if self.app.settings().shell_marks {
            self.screen.send(marks::OUTPUT)?;
        }
        self.ask(ToHost::Go);
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        self.resized.rearm();
        self.screen.take_back()?;
        // The person waits for the prompt; the host and the history file can wait.
        self.paint()?;
        self.ask(ToHost::Prompting);
        let (news, trouble) = self.memory.news();
        if !news.forgotten.is_empty() {
            self.feed(Event::Forgotten(news.forgotten))?;
        }
        self.warn(trouble)?;
        if news.entries.is_empty() { Ok(()) } else { self.feed(Event::History(news.entries)) }
    }

    fn browse(&mut self) -> io::Result<()> {
        let here = history_file::written(String::new(), self.memory.session());
        let Entry { time, directory, session, .. } = here;
        self.feed(Event::Browse(Place { time, directory, session }))
    }

    fn save(&mut self, path: String, text: String, overwrite: bool) -> io::Result<()> {
        match errand::save(path, text, overwrite, self.errands.0.clone()) {
            Ok(()) => Ok(()),
            Err(error) => self.feed(Event::Saved(Saved::Failed(error.to_string()))),
        }
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.hear_background()?;
        self.release_streams()?;
        self.screen.hand_over(&self.app.frame())?;
        suspend();
        self.screen.take_back()
    }

    /// Another job has the terminal. Reading it would have stopped any other program.
    pub(super) fn stop_in_background(&mut self) -> io::Result<()> {
        self.suspend()?;
        if self.screen.terminal().is_in_background() {
            std::thread::sleep(BACKGROUND_PAUSE);
        }
        Ok(())
    }

    fn edit(&mut self, text: String) -> io::Result<()> {
        self.hear_background()?;
        self.screen.lend(&self.app.frame())?;
        let terminal = self.screen.terminal().input().try_clone_to_owned()?;
        match errand::edit(text, terminal, self.errands.0.clone()) {
            Ok(()) => Ok(()),
            Err(error) => self.edited(Err(format!("The editor cannot be started: {error}."))),
        }
    }

    pub(super) fn edited(&mut self, result: Result<String, String>) -> io::Result<()> {
        self.screen.take_back()?;
        self.feed(Event::Edited(result))
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
