//! The mouse: what a click, a drag and the wheel do to what they meet.

use std::ops::Range;

use super::App;
use crate::command::Act;
use crate::event::{Mouse, MouseKind};
use crate::menu::Menu;
use crate::motion;
use crate::view::{self, Hit};

/// Lines that one step of the wheel scrolls: what terminals do.
const WHEEL: isize = 3;

/// Where the button went down, for a drag.
#[derive(Debug, Clone)]
pub struct Grip {
    /// The character, word or line that was pressed.
    range: Range<usize>,
    clicks: u8,
}

impl App {
    pub(super) fn mouse(&mut self, mouse: Mouse) {
        if !self.settings.mouse || !self.takes_keys() {
            return;
        }
        if self.panel_mouse(mouse) {
            return;
        }
        match mouse.kind {
            MouseKind::Press => self.button_down(mouse),
            MouseKind::Drag => self.drag(mouse),
            MouseKind::Release => self.drawn.grip = None,
            MouseKind::WheelUp => self.wheel(mouse, -WHEEL),
            MouseKind::WheelDown => self.wheel(mouse, WHEEL),
        }
    }

    fn button_down(&mut self, mouse: Mouse) {
        self.drawn.grip = None;
        match self.hit(mouse).filter(|_| mouse.row >= 0) {
            Some(Hit::Text(offset)) => self.press_text(offset, mouse.clicks),
            Some(Hit::Candidate(row)) => self.press_candidate(row),
            Some(Hit::Status(column)) => self.press_status(column),
            None => {}
        }
    }

    /// Places the cursor, or selects the word or line there.
    fn press_text(&mut self, offset: usize, clicks: u8) {
        self.end_search();
        self.keys.keyboard.abort();
        self.notice.take_if(|notice| !notice.until_edit);
        let range = unit(self.input.as_str(), offset, clicks);
        self.mark(range.start, range.end);
        self.drawn.grip = Some(Grip { range, clicks });
    }

    /// Extends what was pressed to the character, word or line that the mouse is over.
    fn drag(&mut self, mouse: Mouse) {
        let Some(Grip { range, clicks }) = self.drawn.grip.clone() else { return };
        let offset = match self.hit(mouse) {
            Some(Hit::Text(offset)) => offset,
            // Below the input.
            _ => self.input.as_str().len(),
        };
        let here = unit(self.input.as_str(), offset, clicks);
        if here.start < range.start {
            self.mark(range.end, here.start);
        } else {
            self.mark(range.start, here.end.max(range.end));
        }
    }

    /// Moves the cursor and selects what is between it and the anchor, if there is anything.
    fn mark(&mut self, anchor: usize, cursor: usize) {
        self.begin();
        self.input.text.set_cursor(cursor);
        self.input.text.set_anchor((anchor != cursor).then_some(anchor));
        self.input.shifted = anchor != cursor;
        self.finish(Act::Done);
        self.vi_follows();
    }

    /// A candidate is selected by the first click, and taken by the second.
    fn press_candidate(&mut self, row: usize) {
        if self.assist.completion.is_selected(row) {
            self.take_selected();
        } else {
            self.select(|menu| menu.select_row(row));
        }
    }

    fn wheel(&mut self, mouse: Mouse, lines: isize) {
        match self.hit(mouse) {
            Some(Hit::Candidate(_)) => self.select(|menu: &mut Menu| menu.select_page(lines)),
            Some(Hit::Text(_)) if self.assist.documentation.shown().is_none() => self.scroll_input(lines),
            Some(Hit::Text(_)) | None => self.scroll_documentation(lines),
            Some(Hit::Status(_)) => {}
        }
    }

    /// Moves the cursor up or down; an input scrolls with it.
    fn scroll_input(&mut self, lines: isize) {
        self.measure();
        let layout = self.input.layout();
        let (column, row) = layout.place(self.input.at());
        let at = layout.offset(column, row.saturating_add_signed(lines).min(layout.rows() - 1));
        if at != self.input.at() {
            self.mark(at, at);
        }
    }

    fn hit(&mut self, mouse: Mouse) -> Option<Hit> {
        let mut completion = std::mem::take(&mut self.assist.completion);
        let hit = view::hit(&self.scene(&mut completion), mouse.column, mouse.row);
        self.assist.completion = completion;
        hit
    }
}

/// What so many clicks select: nothing, a word or a run of other characters, a line.
fn unit(text: &str, at: usize, clicks: u8) -> Range<usize> {
    match clicks {
        2 => word(text, at),
        3 => motion::line_start(text, at)..motion::line_end(text, at),
        _ => at..at,
    }
}

fn word(text: &str, at: usize) -> Range<usize> {
    let at = if text[at..].starts_with('\n') || at == text.len() {
        at.max(motion::line_start(text, at) + 1) - 1
    } else {
        at
    };
    let at = text.floor_char_boundary(at);
    let Some(first) = text[at..].chars().next() else { return at..at };
    let same = |c: char| c != '\n' && class(c) == class(first);
    motion::skip_back(text, at, same)..motion::skip(text, at, same)
}

/// Letters belong together, and so do blanks, and all the rest.
fn class(c: char) -> u8 {
    match c {
        '_' => 0,
        c if c.is_alphanumeric() => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    }
}
