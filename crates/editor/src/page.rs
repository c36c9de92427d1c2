//! Pages: what fills the whole screen for a while, on the terminal's alternate screen.
//!
//! A page takes every key and mouse event while it is open, and tells the application
//! what is to be done.

mod canvas;
mod history;
mod list;
mod pager;

use crate::event::{Mouse, Size};
use crate::frame::Frame;
use crate::key::Key;
use crate::theme::Theme;

pub use history::{Browser, KEYS as BROWSING};
pub use list::List;
pub use pager::{KEYS as PAGING, Pager};

use crate::history::History;

/// What fills the screen.
#[derive(Debug)]
pub enum Page {
    /// Former inputs.
    History(Browser),
    /// Text longer than the screen.
    Pager(Pager),
}

/// What a page wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageEffect {
    /// Nothing but to be drawn again.
    Stay,
    /// It was not possible.
    Bell,
    /// Close it.
    Close,
    /// Close it and insert the text at the cursor.
    Insert(String),
    /// Put the text on the clipboard.
    Copy(String),
    /// Delete all entries with these texts.
    Forget(Vec<String>),
    /// Close it and leave this on the screen.
    Leave(String),
}

impl Page {
    /// A key that a person pressed.
    pub fn key(&mut self, key: Key, history: &History) -> PageEffect {
        match self {
            Self::History(browser) => browser.key(key, history),
            Self::Pager(pager) => pager.key(key),
        }
    }

    /// A paste.
    pub fn paste(&mut self, text: &str) -> PageEffect {
        match self {
            Self::History(browser) => browser.paste(text),
            Self::Pager(pager) => pager.paste(text),
        }
    }

    /// The mouse, in cells of the page.
    pub fn mouse(&mut self, mouse: Mouse, history: &History) -> PageEffect {
        match self {
            Self::History(browser) => browser.mouse(mouse, history),
            Self::Pager(pager) => pager.mouse(mouse),
        }
    }

    /// What it looks like on a terminal of a size.
    pub fn frame(&mut self, history: &History, size: Size, theme: &Theme) -> Frame {
        match self {
            Self::History(browser) => browser.frame(history, size, theme),
            Self::Pager(pager) => pager.frame(size, theme),
        }
    }
}
