//! The terminal changes hands: the prompt's, an evaluation's, another program's.

use std::io;
use std::sync::PoisonError;
use std::time::Duration;

use editor::event::Event;
use editor::marks;
use editor::protocol::ToHost;

use super::Ui;
use crate::errand;
use crate::reason::reason;
use crate::source::Sleep;
use crate::suspend::suspend;

/// How long to leave a terminal alone that is another job's, where nothing stops us.
const BACKGROUND_PAUSE: Duration = Duration::from_millis(200);

impl Ui {
    /// Gives others' streams back; what they wrote is told before anything else happens.
    pub(super) fn release_streams(&mut self) -> io::Result<()> {
        let written = self.screen.release_streams();
        written.into_iter().try_for_each(|(stream, bytes)| self.feed(Event::Output(stream, bytes)))
    }

    pub(super) fn hand_over(&mut self) -> io::Result<()> {
        self.hear_background()?;
        // Who watches a terminal for keys is woken when it becomes cooked.
        self.source.listen(Sleep::DEAF)?;
        self.screen.hand_over(&self.app.frame())?;
        self.app.theme().clone_into(&mut self.theme.lock().unwrap_or_else(PoisonError::into_inner));
        if self.app.settings().shell_marks {
            self.screen.send(marks::OUTPUT)?;
        }
        self.ask(ToHost::Go)
    }

    pub(super) fn take_back(&mut self) -> io::Result<()> {
        self.resized.rearm();
        self.screen.take_back()?;
        // The person waits for the prompt; the host can wait, and the history file until the next turn.
        self.paint()?;
        self.news = true;
        self.ask(ToHost::Prompting)
    }

    pub(super) fn open_pager(&mut self) -> io::Result<()> {
        self.resized.rearm();
        self.screen.take_back()
    }

    pub(super) fn close_pager(&mut self) -> io::Result<()> {
        self.release_streams()?;
        self.screen.hand_over(&self.app.frame())?;
        self.ask(ToHost::Paged)
    }

    pub(super) fn suspend(&mut self) -> io::Result<()> {
        self.hear_background()?;
        self.release_streams()?;
        self.screen.hand_over(&self.app.frame())?;
        self.screen.put_title_aside()?;
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

    /// Lends the terminal to the person's editor.
    pub(super) fn edit(&mut self, text: String) -> io::Result<()> {
        self.hear_background()?;
        self.screen.lend(&self.app.frame())?;
        let terminal = self.screen.terminal().input().try_clone_to_owned()?;
        errand::edit(text, terminal, self.errands.0.clone())
            .or_else(|error| self.edited(Err(format!("The editor cannot be started: {}.", reason(&error)))))
    }

    pub(super) fn edited(&mut self, result: Result<String, String>) -> io::Result<()> {
        self.screen.take_back()?;
        self.feed(Event::Edited(result))
    }
}
