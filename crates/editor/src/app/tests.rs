//! Keys in; text, effects and frames out.

mod ahead;
mod completion;
mod documentation;
mod editing;
mod errand;
mod history;
mod inputs;
mod looks;
mod mouse;
mod pages;
mod prepare;
mod program;
mod random;
mod session;
mod signature;
mod vi;
mod vi_modes;

use std::time::{Duration, Instant};

use ratatui_core::buffer::Cell;

use super::App;
use crate::event::{Effect, Entry, Event, Size};
use crate::key::{Code, Key};
use crate::protocol::{Prompt, ToHost, ToUi};
use crate::settings::Settings;
use crate::text::Text;

/// An input of an earlier session.
fn entry(text: &str) -> Entry {
    Entry { text: text.into(), time: 0, directory: String::new(), session: String::new(), succeeded: None }
}

/// An application, a clock, and what came out so far.
struct Bench {
    app: App,
    now: Instant,
    effects: Vec<Effect>,
}

impl Bench {
    /// Prompting, with some former inputs.
    fn new(history: &[&str]) -> Self {
        Self::with(Settings::default(), history)
    }

    fn with(settings: Settings, history: &[&str]) -> Self {
        let mut bench = Self::starting(settings);
        for entry in history {
            bench.app.input.history.push(entry);
        }
        bench.ready(None);
        bench.effects.clear();
        bench
    }

    fn starting(settings: Settings) -> Self {
        let app = App::new(settings, Size { columns: 40, rows: 12 });
        Self { app, now: Instant::now(), effects: Vec::new() }
    }

    fn event(&mut self, event: Event) -> &mut Self {
        self.now += Duration::from_millis(1);
        self.effects.extend(self.app.update(event, self.now));
        self
    }

    fn host(&mut self, message: ToUi) -> &mut Self {
        self.event(Event::Host(message))
    }

    fn ready(&mut self, succeeded: Option<bool>) -> &mut Self {
        self.host(ToUi::Ready { prompt: Prompt::default(), succeeded })
    }

    /// Presses keys by name; what stands in quotes is typed, `\n` for Enter.
    fn press(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            self.event(Event::Key(key));
        }
        self
    }

    fn wait(&mut self, milliseconds: u64) -> &mut Self {
        self.now += Duration::from_millis(milliseconds);
        self.event(Event::Tick)
    }

    /// Starts over from a text with the cursor drawn as `|`.
    fn text(&mut self, drawn: &str) -> &mut Self {
        let cursor = drawn.find('|').expect("a cursor");
        self.app.input.text = Text::new(drawn.replacen('|', "", 1), cursor);
        self.app.refresh();
        self
    }

    /// The text with the cursor drawn as `|`, and the selection's other end as `^`.
    fn drawn(&self) -> String {
        let text = &self.app.input.text;
        let mut marks = vec![(text.cursor(), '|')];
        marks.extend(text.anchor().map(|anchor| (anchor, '^')));
        marks.sort_unstable();
        let mut drawn = text.as_str().to_owned();
        for (at, mark) in marks.into_iter().rev() {
            drawn.insert(at, mark);
        }
        drawn
    }

    /// What came out since the last time, in words; questions left out.
    fn told(&mut self) -> Vec<String> {
        std::mem::take(&mut self.effects).iter().filter(|effect| !is_question(effect)).map(word).collect()
    }

    /// What was asked since the last time, in words; what was to be prepared left out.
    fn asked(&mut self) -> Vec<String> {
        self.wait(5);
        let asked = std::mem::take(&mut self.effects).into_iter().filter(is_question);
        asked.map(|effect| word(&effect)).filter(|word| !word.starts_with("prepare ")).collect()
    }

    /// The screen's rows without trailing blanks.
    fn screen(&mut self) -> Vec<String> {
        let frame = self.app.frame();
        let width = usize::from(frame.cells.area.width).max(1);
        let rows = frame.cells.content.chunks(width);
        rows.map(|row| row.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned()).collect()
    }
}

fn is_question(effect: &Effect) -> bool {
    use ToHost::{Complete, Doc, Prepare, Signature};
    matches!(effect, Effect::Ask(Complete { .. } | Doc { .. } | Prepare { .. } | Signature { .. }))
}

fn word(effect: &Effect) -> String {
    match effect {
        Effect::Ask(ToHost::Run { source }) => format!("run {source:?}"),
        Effect::Ask(ToHost::Prepare { source }) => format!("prepare {source:?}"),
        Effect::Ask(ToHost::Complete { question, .. }) => format!("complete {:?}", question.prefix),
        Effect::Ask(message) => format!("{message:?}"),
        Effect::Emit(text) => format!("emit {:?}", plain(text)),
        Effect::Remember(text) => format!("remember {text:?}"),
        other => format!("{other:?}"),
    }
}

/// Without SGR.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for (index, part) in text.split("\x1b[").enumerate() {
        plain.push_str(if index == 0 { part } else { part.split_once('m').expect("SGR").1 });
    }
    plain
}

fn parse(keys: &str) -> Vec<Key> {
    let mut parsed = Vec::new();
    for (index, part) in keys.split('\'').enumerate() {
        if index % 2 == 0 {
            parsed.extend(part.split_whitespace().map(|key| key.parse::<Key>().unwrap()));
        } else {
            parsed
                .extend(part.chars().map(|c| if c == '\n' { Key::plain(Code::Enter) } else { Key::char(c) }));
        }
    }
    parsed
}

/// From one text, through keys, to another; the cursor is drawn as `|`.
#[track_caller]
fn check(before: &str, keys: &str, after: &str) {
    check_with(&[], before, keys, after);
}

/// The same, with former inputs.
#[track_caller]
fn check_with(history: &[&str], before: &str, keys: &str, after: &str) {
    let mut bench = Bench::new(history);
    bench.text(before).press(keys);
    assert_eq!(bench.drawn(), after, "{before:?} {keys}");
}
