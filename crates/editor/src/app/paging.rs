//! While a page is open it takes what a person does.

use super::App;
use crate::event::{Effect, Event, Place};
use crate::history::digest;
use crate::page::{Browser, Page, PageEffect};
use crate::settings::EditingMode;

impl App {
    /// Lets an open page have the event; gives back what is not for it.
    pub(super) fn page_event(&mut self, event: Event) -> Option<Event> {
        let Some(page) = &mut self.page else { return Some(event) };
        let history = &self.input.history;
        let effect = match event {
            Event::Key(key) => page.key(key, history),
            Event::Paste(text) => page.paste(&text),
            Event::Mouse(mouse) => page.mouse(mouse, history),
            other => return Some(other),
        };
        self.page_effect(effect);
        None
    }

    fn page_effect(&mut self, effect: PageEffect) {
        match effect {
            PageEffect::Stay => {}
            PageEffect::Bell => self.ring(),
            PageEffect::Close => self.page = None,
            PageEffect::Insert(text) => self.insert_from_page(&text),
            PageEffect::Copy(text) => self.effects.push(Effect::Copy(text)),
            PageEffect::Forget(texts) => self.forget(texts),
        }
    }

    /// Opens the history browser.
    pub(super) fn browse(&mut self, place: Place) {
        let vi = self.settings.editing_mode == EditingMode::Vi;
        self.page = Some(Page::History(Browser::new(&self.input.history, place, vi)));
    }

    fn insert_from_page(&mut self, text: &str) {
        self.page = None;
        self.input.make_room();
        self.input.text.checkpoint();
        self.input.text.insert(text);
        self.input.text.checkpoint();
    }

    fn forget(&mut self, texts: Vec<String>) {
        self.forgotten(&texts.iter().map(|text| digest(text)).collect::<Vec<_>>());
        self.effects.push(Effect::Forget(texts));
    }

    /// Entries were deleted, here or in another session.
    pub(super) fn forgotten(&mut self, digests: &[u64]) {
        self.input.history.forget(&digests.iter().copied().collect());
        self.refresh_page(0);
    }

    /// The page is brought up to date with history, where `front` entries came before all others.
    pub(super) fn refresh_page(&mut self, front: usize) {
        if let Some(Page::History(browser)) = &mut self.page {
            browser.refresh(&self.input.history, front);
        }
    }
}
