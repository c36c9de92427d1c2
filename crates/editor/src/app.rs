//! The application: events in, effects and a frame out.
//!
//! One session's prompt. `update` is the only way in; it never waits. What the screen
//! shows is made from scratch by `frame`; what costs time is kept in `Drawn`.

mod acts;
mod assist;
mod background;
mod configure;
mod drawn;
mod errand;
mod events;
mod keys;
mod leave;
mod mouse;
mod notice;
mod output;
mod paging;
mod phase;
mod program;
mod reading;
mod saving;
mod scene;
mod settings_menu;
mod status;
mod submit;
#[cfg(test)]
mod tests;

use std::time::Instant;

use crate::event::{Effect, Event, Size};
use crate::frame::Frame;
use crate::input::Input;
use crate::page::Page;
use crate::panel::Panel;
use crate::protocol::Prompt;
use crate::search::Search;
use crate::settings::Settings;

use assist::Assist;
pub(crate) use assist::completion::KEYS as COMPLETING;
use configure::Look;
use drawn::Drawn;
use keys::Keys;
pub(crate) use keys::searching::KEYS as SEARCHING;
use notice::Notice;
use output::Output;
use phase::Phase;
use reading::Reading;
use saving::Record;
use status::Program;
use submit::kept::Clock;
use submit::next::{Early, Next};

/// One session's prompt: everything that is on the screen and how events change it.
#[derive(Debug)]
pub struct App {
    settings: Settings,
    /// As the files and the host gave them; the settings menu saves what differs.
    given: Settings,
    look: Look,
    phase: Phase,
    prompt: Prompt,
    input: Input,
    keys: Keys,
    search: Option<Search>,
    /// What covers the prompt.
    page: Option<Page>,
    record: Record,
    /// The settings menu.
    panel: Option<Panel>,
    /// What the last search looked for.
    searched: String,
    notice: Option<Notice>,
    assist: Assist,
    output: Output,
    drawn: Drawn,
    next: Next,
    program: Program,
    /// For another program, rather than a REPL.
    reading: Option<Reading>,
    clock: Clock,
    /// Whether the last input went into history.
    remembered: bool,
    effects: Vec<Effect>,
    now: Option<Instant>,
}

impl App {
    /// A session that has no prompt yet: keys are kept until `ToUi::Ready` comes.
    pub fn new(settings: Settings, size: Size) -> Self {
        let mut app = Self {
            given: settings.clone(),
            settings,
            look: Look::new(size),
            phase: Phase::Starting,
            prompt: Prompt::default(),
            input: Input::default(),
            keys: Keys::default(),
            search: None,
            page: None,
            record: Record::default(),
            panel: None,
            searched: String::new(),
            notice: None,
            assist: Assist::default(),
            output: Output::default(),
            drawn: Drawn::default(),
            next: Next::default(),
            program: Program::default(),
            reading: None,
            clock: Clock::default(),
            remembered: false,
            effects: Vec::new(),
            now: None,
        };
        app.settings_changed();
        app
    }

    /// Takes in what happened at `now`; returns what is to be done, in order.
    pub fn update(&mut self, event: Event, now: Instant) -> Vec<Effect> {
        self.now = Some(now);
        self.take(event);
        self.refresh();
        std::mem::take(&mut self.effects)
    }

    /// The screen as it should be now.
    pub fn frame(&mut self) -> Frame {
        if let Some(page) = &mut self.page {
            return page.frame(&self.input.history, self.look.size, &self.look.theme);
        }
        let mut completion = std::mem::take(&mut self.assist.completion);
        let mut frame = crate::view::render(&self.scene(&mut completion), &self.look.theme);
        self.assist.completion = completion;
        self.drawn.top = frame.top;
        if let Some(panel) = &mut self.panel {
            panel.draw(&self.settings, &mut frame, self.look.size, &self.look.theme);
        }
        frame
    }

    /// Whether the frame as it is now need not be painted yet.
    pub fn is_fleeting(&self) -> bool {
        self.phase.is_fleeting()
    }

    /// When an `Event::Tick` is wanted; `None` lets the thread sleep until something happens.
    pub fn deadline(&self) -> Option<Instant> {
        let answers = [self.assist.completion.deadline(), self.history_due()];
        let pauses = [self.phase.deadline(), self.assist.read_at, self.held_until()];
        answers.into_iter().chain(pauses).flatten().min()
    }
}
