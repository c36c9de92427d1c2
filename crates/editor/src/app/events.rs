//! What happened, one call for each kind of event and of message.

use std::time::Instant;

use super::App;
use super::reading::Reading;
use super::status::Program;
use super::submit::next::Early;
use crate::event::{Entry, Event};
use crate::key::Key;
use crate::protocol::ToUi;

impl App {
    pub(super) fn take(&mut self, event: Event) {
        let Some(event) = self.page_event(event).and_then(|event| self.saving_event(event)) else { return };
        match event {
            Event::Key(key) if self.gives_up_errand(key) || self.interrupts_call(key) => {}
            Event::Key(_) | Event::Enter { .. } | Event::Paste(_) if !self.takes_keys() => {
                self.next.queue.push_back(Early::Event(event));
            }
            Event::Key(key) => self.key(key),
            Event::Enter { goes_on } => self.enter_ahead(goes_on),
            Event::Paste(text) => self.paste(&text),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Saved(saved) => self.saved(saved),
            Event::Resize(size) => self.look.size = size,
            Event::Host(message) => self.host(message),
            Event::Output(stream, bytes) => self.write(stream, &bytes),
            Event::History(entries) => self.history_came(entries),
            Event::Forgotten(digests) => self.forgotten(&digests),
            Event::Remembered(entry) => self.input.history.remembered(&entry),
            Event::Browse(place) => self.browse(place),
            Event::Edited(result) => self.edited(result),
            Event::Read(result) => self.file_read(result),
            Event::Fetched(text) => self.fetched(text.as_deref()),
            Event::SettingsSaved(result) => self.settings_saved(result),
            Event::Background(red, green, blue) => self.background(red, green, blue),
            Event::Tick => self.tick(),
            Event::Hangup => self.hang_up(),
        }
    }

    fn host(&mut self, message: ToUi) {
        match message {
            ToUi::Ready { prompt, succeeded } => self.ready(prompt, succeeded),
            ToUi::Accepted => self.accepted(),
            ToUi::Invalid { line, column, message } => self.invalid(line, column, message),
            ToUi::Incomplete => self.incomplete(),
            ToUi::Completions { seq, candidates } => self.candidates(seq, candidates),
            ToUi::Early { seq, candidates } => self.assist.completion.known_early(seq, candidates),
            ToUi::Signatures { seq, signatures } => self.assist.signatures.answer(seq, signatures),
            ToUi::Documentation { seq, doc } => self.documented(seq, doc),
            ToUi::Print { stream, text } => self.write(stream, text.as_bytes()),
            ToUi::Page(page) => self.open_pager(page),
            ToUi::PageText { text, more } => self.page_text(&text, more),
            ToUi::Resize(size) => self.look.size = size,
            ToUi::Status { python, venv, tasks } => self.program = Program { python, venv, tasks },
            ToUi::Read { python, multiline } => self.reading = Some(Reading { python, multiline }),
            ToUi::Configure { toml } => self.configure(&toml),
            ToUi::Prompt { prompt } => self.prompt = prompt,
            ToUi::Calling => self.calling(),
            ToUi::Called => self.called(),
            ToUi::Shown { text } => self.record.shown(&text),
            ToUi::Replace { seq, text, cursor, submit } => self.replaced(seq, text, cursor, submit),
            ToUi::Interrupt if self.phase.takes_keys() => self.take(Event::Key(Key::ctrl('c'))),
            ToUi::Interrupt => {}
            ToUi::Close => self.close(),
        }
    }

    fn history_came(&mut self, entries: Vec<Entry>) {
        let front = self.input.history.merge(entries);
        self.refresh_page(front);
        self.go_on_with_history();
    }

    fn tick(&mut self) {
        let Some(now) = self.now else { return };
        let due = |deadline: Option<Instant>| deadline.is_some_and(|deadline| now >= deadline);
        self.phase.go_on(now);
        if due(self.assist.completion.deadline()) {
            self.show_early();
        }
        if due(self.history_due()) {
            self.go_on_with_history();
        }
        if due(self.assist.read_at) {
            self.read();
        }
        if due(self.held_until()) {
            self.give_up_sequence();
        }
    }
}
