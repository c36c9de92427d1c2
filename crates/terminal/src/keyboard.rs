//! Reading the terminal: bytes to events, with the time and the screen position that
//! the decoder alone cannot know.

mod pointer;

use std::time::{Duration, Instant};

use editor::event::Event;

use crate::burst::Burst;
use crate::decode::{Decoder, Input, Reply};
use pointer::{Pointer, Report, Taken};

/// So long pieces of an answer are told from keys. A whole one is, whenever it comes.
const ANSWER_TIME: Duration = Duration::from_secs(10);

/// Asks the terminal where its cursor is (DSR 6).
pub const WHERE_IS_THE_CURSOR: &str = "\x1b[6n";

/// Asks the terminal for its background colour (OSC 11).
pub const WHAT_IS_THE_BACKGROUND: &str = "\x1b]11;?\x1b\\";

/// What one read brought.
#[derive(Debug, Default)]
pub struct Typed {
    /// In the order that they came.
    pub events: Vec<Event>,
    /// `WHERE_IS_THE_CURSOR` is to be written: a mouse event waits for the answer.
    pub ask_position: bool,
}

/// The decoder's state between two reads, and the pointer's.
#[derive(Debug, Default)]
pub struct Keyboard {
    decoder: Decoder,
    burst: Burst,
    last_read: Option<Instant>,
    pointer: Pointer,
    /// When the terminal was asked for its background, until it has answered.
    asked: Option<Instant>,
    is_awaiting: bool,
}

impl Keyboard {
    /// Takes what was read at `now`, the cursor being in this row of the live region.
    pub fn read(&mut self, bytes: &[u8], now: Instant, cursor_row: u16) -> Typed {
        self.last_read = Some(now);
        if self.asked.is_some_and(|asked| now - asked > ANSWER_TIME) {
            self.answered();
        }
        let inputs = self.decoder.feed(bytes);
        let mut typed = self.typed(inputs, now, cursor_row);
        typed.events = self.burst.read(typed.events, now);
        typed
    }

    /// Whether the next bytes belong to a key or paste that has begun.
    pub fn is_amid(&self) -> bool {
        self.decoder.is_amid()
    }

    /// The terminal was asked for its background.
    pub fn expect_background(&mut self, now: Instant) {
        (self.asked, self.is_awaiting) = (Some(now), true);
        self.decoder.await_background(true);
    }

    /// Whether an answer is waited for before the terminal is given away.
    pub fn is_awaiting_answer(&self) -> bool {
        self.is_awaiting
    }

    /// It is not any more; it may still come.
    pub fn give_up_answer(&mut self) {
        self.is_awaiting = false;
    }

    /// When `expire` is to be called if nothing is read before.
    pub fn deadline(&self) -> Option<Instant> {
        [self.decoder_deadline(), self.burst.deadline()].into_iter().flatten().min()
    }

    fn decoder_deadline(&self) -> Option<Instant> {
        Some(self.last_read? + self.decoder.patience()?)
    }

    /// The deadline has come: a lone Escape was the key, or no more lines follow.
    pub fn expire(&mut self, now: Instant) -> Typed {
        let is_over = self.decoder_deadline().is_some_and(|deadline| deadline <= now);
        let inputs = if is_over { self.decoder.expire() } else { Vec::new() };
        let mut typed = self.typed(inputs, now, 0);
        typed.events.splice(0..0, self.burst.expire(now));
        typed
    }

    fn typed(&mut self, inputs: Vec<Input>, now: Instant, cursor_row: u16) -> Typed {
        let mut typed = Typed::default();
        for input in inputs {
            match input {
                Input::Key(key) => typed.events.push(Event::Key(key)),
                Input::Paste(text) => typed.events.push(Event::Paste(text)),
                Input::Mouse { kind, column, row } => self.mouse((kind, column, row), now, &mut typed),
                Input::Reply(Reply::Cursor { row, .. }) => {
                    typed.events.extend(self.pointer.found(row, cursor_row, now));
                }
                Input::Reply(Reply::Background(red, green, blue)) => {
                    self.answered();
                    typed.events.push(Event::Background(red, green, blue));
                }
                Input::Reply(Reply::Keyboard(_)) => {}
            }
        }
        typed
    }

    fn answered(&mut self) {
        (self.asked, self.is_awaiting) = (None, false);
        self.decoder.await_background(false);
    }

    fn mouse(&mut self, report: Report, now: Instant, typed: &mut Typed) {
        match self.pointer.take(report, now) {
            Taken::Event(event) => typed.events.push(event),
            Taken::Waits => {}
            Taken::Asks => {
                self.decoder.expect_cursor_report();
                typed.ask_position = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use editor::event::MouseKind;
    use editor::key::{Code, Key};

    #[test]
    fn a_lone_escape_is_a_key_when_its_time_is_over() {
        let start = Instant::now();
        let mut keyboard = Keyboard::default();
        assert!(keyboard.read(b"\x1b", start, 0).events.is_empty());
        let deadline = keyboard.deadline().unwrap();
        assert!(keyboard.expire(start).events.is_empty());
        assert_eq!(keyboard.expire(deadline).events, [Event::Key(Key::plain(Code::Escape))]);
        assert_eq!(keyboard.deadline(), None);
    }

    #[test]
    fn clicks_are_told_by_row_of_the_live_region_and_counted() {
        let start = Instant::now();
        let mut keyboard = Keyboard::default();
        let mut clicks = Vec::new();
        for _ in 0..4 {
            let typed = keyboard.read(b"\x1b[<0;5;13M\x1b[<0;5;13m", start, 2);
            assert!(typed.ask_position && typed.events.is_empty());
            clicks.extend(keyboard.read(b"\x1b[12;1R", start, 2).events);
        }
        let told: Vec<_> = clicks
            .iter()
            .map(|event| match event {
                Event::Mouse(mouse) => (mouse.kind, mouse.column, mouse.row, mouse.clicks),
                other => panic!("{other:?}"),
            })
            .collect();
        let press = |n| (MouseKind::Press, 4, 3, n);
        let release = (MouseKind::Release, 4, 3, 1);
        assert_eq!(told, [press(1), release, press(2), release, press(3), release, press(1), release]);
    }
}
