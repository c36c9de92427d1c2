//! The application: events in, effects and a frame out.

use std::time::Instant;

use ratatui_core::buffer::Buffer;

use crate::event::{Effect, Event, Size};
use crate::frame::{CursorShape, Frame};
use crate::settings::Settings;

/// One session's prompt: everything that is on the screen and how keys change it.
#[derive(Debug)]
pub struct App {
    settings: Settings,
    size: Size,
}

impl App {
    /// A session that has no prompt yet: keys are kept until `ToUi::Ready` comes.
    pub fn new(settings: Settings, size: Size) -> Self {
        Self { settings, size }
    }

    /// Takes in what happened at `now`; returns what is to be done, in order.
    pub fn update(&mut self, event: Event, now: Instant) -> Vec<Effect> {
        let _ = (now, &self.settings);
        match event {
            Event::Resize(size) => self.size = size,
            Event::Hangup => return vec![Effect::Exit],
            _ => {}
        }
        Vec::new()
    }

    /// The screen as it should be now.
    pub fn frame(&mut self) -> Frame {
        Frame {
            cells: Buffer::default(),
            wrapped: Vec::new(),
            cursor: None,
            top: 0,
            shape: CursorShape::Default,
        }
    }

    /// When an `Event::Tick` is wanted; `None` lets the thread sleep until something happens.
    pub fn deadline(&self) -> Option<Instant> {
        None
    }
}
