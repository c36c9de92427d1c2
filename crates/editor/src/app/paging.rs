//! While a page is open it takes what a person does.

use super::App;
use super::phase::Phase;
use crate::event::{Effect, Event, Place};
use crate::history::digest;
use crate::key::{Code, Key};
use crate::page::{Browser, Page, PageEffect, Pager};
use crate::protocol::{NewPage, ToHost};
use crate::settings::EditingMode;

impl App {
    /// Lets an open page have the event; gives back what is not for it.
    pub(super) fn page_event(&mut self, event: Event) -> Option<Event> {
        let Some(page) = &mut self.page else { return Some(event) };
        let history = &self.input.history;
        let effect = match event {
            Event::Key(key) => page.key(key, history),
            Event::Enter { .. } => page.key(Key::plain(Code::Enter), history),
            Event::Paste(text) => page.paste(&text),
            Event::Mouse(mouse) => page.mouse(mouse, history),
            other => return Some(other),
        };
        self.page_effect(effect);
        self.follow_pager();
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
            PageEffect::Leave(seen) => self.close_pager(seen),
        }
    }

    /// Opens the history browser.
    pub(super) fn browse(&mut self, place: Place) {
        let vi = self.settings.editing_mode == EditingMode::Vi;
        self.page = Some(Page::History(Browser::new(&self.input.history, place, vi)));
    }

    /// Opens the pager, on a terminal that the evaluation may have.
    pub(super) fn open_pager(&mut self, page: NewPage) {
        if matches!(self.phase, Phase::Away) {
            self.effects.push(Effect::OpenPager);
        }
        self.page = Some(Page::Pager(Pager::new(page, self.look.size)));
        self.follow_pager();
    }

    /// The host has the next part of a text.
    pub(super) fn page_text(&mut self, text: &str, more: bool) {
        if let Some(Page::Pager(pager)) = &mut self.page {
            pager.push(text, more);
        }
        self.follow_pager();
    }

    /// What the pager needs from others.
    fn follow_pager(&mut self) {
        let Some(Page::Pager(pager)) = &mut self.page else { return };
        if pager.wants_more() {
            self.effects.push(Effect::Ask(ToHost::More));
        }
        if let Some((path, text, overwrite)) = pager.file() {
            self.effects.push(Effect::Save { path, text, overwrite });
        }
    }

    /// A host that still makes text is interrupted.
    fn close_pager(&mut self, seen: String) {
        let waits = matches!(self.page.take(), Some(Page::Pager(pager)) if pager.waits());
        if waits {
            self.effects.push(Effect::Interrupt);
        }
        self.effects.push(Effect::Emit(seen));
        self.effects.push(match self.phase {
            Phase::Away => Effect::ClosePager,
            _ => Effect::Ask(ToHost::Paged),
        });
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
