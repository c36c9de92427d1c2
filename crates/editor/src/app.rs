//! The application: events in, effects and a frame out.
//!
//! One session's prompt. `update` is the only way in; it never waits. What the screen
//! shows is made from scratch by `frame`; what costs time is kept in `Drawn`.

mod acts;
mod completion;
mod documentation;
mod drawn;
mod leave;
mod output;
mod phase;
mod press;
mod scene;
mod searching;
mod signature;
mod submit;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::command::Act;
use crate::event::{Effect, Event, Size};
use crate::frame::Frame;
use crate::input::{Input, Last};
use crate::keyboard::Keyboard;
use crate::macros::Macros;
use crate::protocol::{Prompt, ToUi};
use crate::search::Search;
use crate::settings::{ColorDepth, Settings};
use crate::sgr::Depth;
use crate::text::Text;
use crate::theme::Theme;

use completion::Completion;
pub(crate) use completion::KEYS as COMPLETING;
use documentation::Documentation;
use drawn::Drawn;
use output::Output;
use phase::Phase;
pub(crate) use searching::KEYS as SEARCHING;
use signature::Signatures;

/// A pause in typing that ends a group of changes for undo.
const PAUSE: Duration = Duration::from_millis(1500);

/// One session's prompt: everything that is on the screen and how events change it.
#[derive(Debug)]
pub struct App {
    settings: Settings,
    /// Colours that the terminal shows, where the settings leave that to it.
    depth: Depth,
    theme: Theme,
    size: Size,
    phase: Phase,
    prompt: Prompt,
    input: Input,
    keyboard: Keyboard,
    macros: Macros,
    search: Option<Search>,
    /// What the last search looked for.
    searched: String,
    notice: Option<Notice>,
    completion: Completion,
    signatures: Signatures,
    documentation: Documentation,
    /// The number of the last question to the host.
    seq: u64,
    output: Output,
    drawn: Drawn,
    /// What came too early, in order.
    queue: VecDeque<Early>,
    /// An input that had to make room for one that came back; the next prompt has it.
    set_aside: Option<Text>,
    /// The entry that the next prompt offers.
    offered: Option<usize>,
    /// Whether the last input went into history.
    remembered: bool,
    effects: Vec<Effect>,
    now: Option<Instant>,
    /// When the text is to be read again.
    read_at: Option<Instant>,
    /// When the last key was pressed.
    pressed: Option<Instant>,
}

/// Something that has to wait for the next prompt.
#[derive(Debug)]
enum Early {
    Event(Event),
    Act(Act),
}

/// A sentence below the input.
#[derive(Debug)]
struct Notice {
    text: String,
    /// It stays until the text is edited; else until the next key.
    until_edit: bool,
}

impl App {
    /// A session that has no prompt yet: keys are kept until `ToUi::Ready` comes.
    pub fn new(settings: Settings, size: Size) -> Self {
        let mut app = Self {
            settings,
            depth: Depth::default(),
            theme: Theme::default(),
            size,
            phase: Phase::Starting,
            prompt: Prompt::default(),
            input: Input::default(),
            keyboard: Keyboard::default(),
            macros: Macros::default(),
            search: None,
            searched: String::new(),
            notice: None,
            completion: Completion::default(),
            signatures: Signatures::default(),
            documentation: Documentation::default(),
            seq: 0,
            output: Output::default(),
            drawn: Drawn::default(),
            queue: VecDeque::new(),
            set_aside: None,
            offered: None,
            remembered: false,
            effects: Vec::new(),
            now: None,
            read_at: None,
            pressed: None,
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
        let mut completion = std::mem::take(&mut self.completion);
        let frame = crate::view::render(&self.scene(&mut completion), &self.theme);
        self.completion = completion;
        self.drawn.top = frame.top;
        frame
    }

    /// When an `Event::Tick` is wanted; `None` lets the thread sleep until something happens.
    pub fn deadline(&self) -> Option<Instant> {
        [self.phase.deadline(), self.completion.deadline(), self.read_at].into_iter().flatten().min()
    }

    /// What the person chose, as it is now.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Tells how many colours the terminal shows, for where the settings leave that to it.
    pub fn set_depth(&mut self, depth: Depth) {
        self.depth = depth;
        self.settings_changed();
    }

    /// Which keys run which commands.
    pub fn keymap(&mut self) -> &mut crate::keymap::Keymap {
        &mut self.keyboard.keymap
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Key(_) | Event::Paste(_) if !self.takes_keys() => {
                self.queue.push_back(Early::Event(event));
            }
            Event::Key(key) => {
                self.notice_pause();
                self.key(key);
            }
            Event::Paste(text) => self.paste(&text),
            Event::Mouse(_) => {}
            Event::Resize(size) => self.size = size,
            Event::Host(message) => self.host(message),
            Event::Output(stream, bytes) => self.write(stream, &bytes),
            Event::History(entries) => self.input.history.merge(entries),
            Event::Edited(result) => self.edited(result),
            Event::Tick => self.tick(),
            Event::Hangup => self.close(),
        }
    }

    fn host(&mut self, message: ToUi) {
        match message {
            ToUi::Ready { prompt, succeeded } => self.ready(prompt, succeeded),
            ToUi::Accepted => self.accepted(),
            ToUi::Invalid { line, column, message } => self.invalid(line, column, message),
            ToUi::Incomplete => self.incomplete(),
            ToUi::Completions { seq, candidates } => self.candidates(seq, candidates),
            ToUi::Signatures { seq, signatures } => self.signatures.answer(seq, signatures),
            ToUi::Documentation { seq, doc } => self.documented(seq, doc),
            ToUi::Print { stream, text } => self.write(stream, text.as_bytes()),
            ToUi::Resize(size) => self.size = size,
            ToUi::Configure { toml } => self.configure(&toml),
            ToUi::Close => self.close(),
        }
    }

    /// A pause ends a run of typing, for undo.
    fn notice_pause(&mut self) {
        let before = std::mem::replace(&mut self.pressed, self.now);
        let paused = before.zip(self.now).is_some_and(|(before, now)| now.duration_since(before) > PAUSE);
        if paused && matches!(self.input.last, Last::Typed(_) | Last::Deleted) {
            self.input.last = Last::Other;
        }
    }

    /// A key or paste is handled now only if nothing before it still waits.
    fn takes_keys(&self) -> bool {
        self.queue.is_empty() && self.phase.takes_keys()
    }

    /// Handles what came too early, until something has to wait again.
    fn replay(&mut self) {
        for early in std::mem::take(&mut self.queue) {
            match early {
                _ if !self.queue.is_empty() => self.queue.push_back(early),
                Early::Event(event) => self.take(event),
                Early::Act(act) => self.perform(act),
            }
        }
    }

    fn tick(&mut self) {
        if self.phase.deadline().is_some_and(|deadline| self.now >= Some(deadline)) {
            self.phase.reveal();
        }
        if self.completion.deadline().is_some_and(|deadline| self.now >= Some(deadline)) {
            self.completion.drop_old();
        }
        if self.read_at.is_some_and(|deadline| self.now >= Some(deadline)) {
            self.read();
        }
    }

    fn next_seq(&mut self) -> u64 {
        self.seq += 1;
        self.seq
    }

    fn configure(&mut self, toml: &str) {
        let mut problems = crate::settings::read(toml, &mut self.settings, &["keys"]);
        if problems.is_empty() {
            problems = self.keyboard.keymap.read(toml);
        }
        self.settings_changed();
        if let Some(problem) = problems.first() {
            self.tell(format!("line {}: {}", problem.line, problem.message));
        }
    }

    fn settings_changed(&mut self) {
        self.input.keep_prefix = self.settings.history_search;
        let depth = match self.settings.color_depth {
            ColorDepth::Auto => self.depth,
            ColorDepth::True => Depth::True,
            ColorDepth::Indexed => Depth::Indexed,
            ColorDepth::Sixteen => Depth::Sixteen,
            ColorDepth::None => Depth::None,
        };
        match Theme::named(&self.settings.theme, depth) {
            Ok(theme) => self.theme = theme,
            Err(message) => self.tell(message),
        }
    }

    fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), until_edit: false });
    }
}
