//! Many keys in one read: a paste that the terminal did not mark, or what was typed ahead.
//!
//! A person who watches the screen sends one key at a time, or a few over a slow line. Where
//! there are several lines, or one brings its own blanks, each Enter is told what stands
//! behind it: no blanks are put there, and a blank line in a block does not end it.

use std::time::{Duration, Instant};

use editor::event::Event;
use editor::key::{Code, Key};

/// How long the Enters at the end of several lines wait for more of them: a paste comes in
/// pieces, as the terminal's buffer is small, and the next piece is on its way.
const MORE_LINES: Duration = Duration::from_millis(10);

/// Words that go on with a block from its own column.
const CLAUSES: [&str; 4] = ["elif", "else", "except", "finally"];

/// What is kept between two reads.
#[derive(Debug, Default)]
pub struct Burst {
    /// Enters whose next line is not there yet.
    held: Vec<Event>,
    /// Until when they wait.
    until: Option<Instant>,
}

impl Burst {
    /// Tells each Enter of one read what stands behind it.
    pub fn read(&mut self, events: Vec<Event>, now: Instant) -> Vec<Event> {
        let continues = self.until.take().is_some();
        let mut events = [std::mem::take(&mut self.held), events].concat();
        let end = events.iter().rposition(|event| !is_enter(event)).map_or(0, |last| last + 1);
        let several = continues || events.iter().filter(|event| is_enter(event)).count() > 1;
        for at in 0..end {
            if is_enter(&events[at]) && (several || is_blank(&events[at + 1])) {
                events[at] = Event::Enter { goes_on: goes_on(&events[at + 1..]) };
            }
        }
        if several {
            self.held = events.split_off(end);
            self.until = Some(now + MORE_LINES);
        }
        events
    }

    /// When `expire` is to be called if nothing is read before.
    pub fn deadline(&self) -> Option<Instant> {
        self.until
    }

    /// Nothing followed: that was the last line.
    pub fn expire(&mut self, now: Instant) -> Vec<Event> {
        let is_over = self.until.take_if(|until| *until <= now).is_some();
        if is_over { std::mem::take(&mut self.held) } else { Vec::new() }
    }
}

fn is_enter(event: &Event) -> bool {
    matches!(event, Event::Key(key) if *key == Key::plain(Code::Enter))
}

fn is_blank(event: &Event) -> bool {
    matches!(event, Event::Key(key) if *key == Key::char(' ') || *key == Key::plain(Code::Tab))
}

/// Whether the first line that is not blank is indented, or a clause.
fn goes_on(behind: &[Event]) -> bool {
    let mut line = String::new();
    for event in behind {
        match event {
            _ if is_enter(event) && line.trim().is_empty() => line.clear(),
            Event::Key(key) if key.code == Code::Tab => line.push('\t'),
            Event::Key(key) if !is_enter(event) => line.extend(key.types()),
            _ => break,
        }
    }
    let word = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !line.trim().is_empty() && (line.starts_with([' ', '\t']) || CLAUSES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Event> {
        let key = |c| match c {
            '\n' => Key::plain(Code::Enter),
            '\t' => Key::plain(Code::Tab),
            c => Key::char(c),
        };
        text.chars().map(|c| Event::Key(key(c))).collect()
    }

    /// Enter is drawn as `↵`, as `↧` where a block goes on, and as `+` where something else follows.
    fn drawn(events: &[Event]) -> String {
        let drawn = |event: &Event| match event {
            Event::Enter { goes_on } => {
                if *goes_on {
                    '↧'
                } else {
                    '+'
                }
            }
            event if is_enter(event) => '↵',
            Event::Key(key) => key.types().unwrap_or('\t'),
            other => panic!("{other:?}"),
        };
        events.iter().map(drawn).collect()
    }

    /// Reads that follow each other at once, and what comes of each; then nothing comes.
    #[track_caller]
    fn check(reads: &[(&str, &str)], last: &str) {
        let (mut burst, now) = (Burst::default(), Instant::now());
        for (read, expected) in reads {
            assert_eq!(drawn(&burst.read(keys(read), now)), *expected, "{read:?}");
        }
        assert_eq!(burst.expire(now), []);
        let waited = burst.deadline().map(|deadline| burst.expire(deadline)).unwrap_or_default();
        assert_eq!(drawn(&waited), last);
        assert_eq!(burst.deadline(), None);
    }

    #[test]
    fn each_enter_knows_what_stands_behind_it() {
        check(&[("a", "a"), ("\n", "↵"), ("b\n", "b↵")], "");
        check(&[("a\nb", "a↵b")], "");
        check(&[("a\n b", "a↧ b")], "");
        check(&[("if x:\n  y\n\n  z\n\nelse:\n\ty\n\nz", "if x:↧  y↧↧  z↧↧else:↧\ty++z")], "");
        check(&[("a\nb\nc", "a+b+c")], "");
        check(&[("\n \n\nelsewhere", "+ ++elsewhere")], "");
    }

    #[test]
    fn the_last_of_several_lines_waits_for_more() {
        check(&[("a\nb\n", "a+b")], "↵");
        check(&[("if x:\n  y\n", "if x:↧  y"), ("\n", ""), ("  z\n", "↧↧  z")], "↵");
        check(&[("x\n\n", "x")], "↵↵");
        check(&[("a\nb\n", "a+b"), ("c", "+c")], "");
    }
}
