//! A session of a person who types, while lines are printed and the window changes.

mod layout;

use editor::event::Size;
use editor::frame::Frame;
use layout::{PROMPT, frame, input};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use terminal::paint::Painter;
use terminal::reflow::Reflow;

use crate::screen::{Row, Screen, expected};

/// What happens between two looks at the screen.
#[derive(Debug, Clone)]
pub enum Step {
    Show {
        cut: usize,
        typed: String,
        cursor: usize,
        floats: Vec<u16>,
        status: bool,
        printed: Vec<String>,
    },
    /// A key is echoed, and no frame follows yet.
    Echo(char),
    Resize {
        columns: u16,
        rows: u16,
    },
}

pub fn steps() -> impl Strategy<Value = Step> {
    let typed = "(?:[ab =\n]|[é漢字]|e\u{301}){0,30}";
    let printed = prop_oneof![
        3 => "[ab 漢]{0,9}",
        1 => "(?:\x1b\\[31m)?[ab 漢\t]{0,60}(?:\x1b\\[m)?",
        1 => "\x1b\\[42m[ab漢]{0,30}",
    ];
    let floats = prop::collection::vec(1..8_u16, 0..6);
    let lines = prop_oneof![2 => Just(vec![]).boxed(), 1 => prop::collection::vec(printed, 1..5).boxed()];
    let show = (0..40_usize, typed, 0..100_usize, floats, any::<bool>(), lines).prop_map(
        |(cut, typed, cursor, floats, status, printed)| Step::Show {
            cut,
            typed,
            cursor,
            floats,
            status,
            printed,
        },
    );
    let resize = (8..30_u16, 4..14_u16).prop_map(|(columns, rows)| Step::Resize { columns, rows });
    let echo = prop_oneof![Just('x'), Just('(')].prop_map(Step::Echo);
    prop_oneof![2 => show, 1 => resize, 1 => echo]
}

/// The emulator beside what it should show.
pub struct Session<S> {
    screen: S,
    painter: Painter,
    size: Size,
    text: String,
    printed: Vec<String>,
    shown: Option<Frame>,
    /// Whether the live region was never pushed off the screen.
    pub fitted: bool,
}

impl<S: Screen> Session<S> {
    pub fn new() -> Self {
        let size = Size { columns: 20, rows: 8 };
        let reflow = if S::REFLOWS { Reflow::Columns } else { Reflow::Never };
        let (screen, painter) = (S::new(size), Painter::new(size, reflow));
        Self { screen, painter, size, text: String::new(), printed: vec![], shown: None, fitted: true }
    }

    pub fn take(&mut self, step: &Step) -> Result<(), TestCaseError> {
        match step {
            Step::Resize { columns, rows } => self.resize(Size { columns: *columns, rows: *rows }),
            Step::Echo(c) => return self.echo(*c).map_err(TestCaseError::fail),
            Step::Show { cut, typed, cursor, floats, status, printed } => {
                let kept = self.text.chars().count().saturating_sub(*cut);
                self.text = self.text.chars().take(kept).chain(typed.chars()).collect();
                let above: String = printed.iter().map(|line| self.number(line)).collect();
                let frame = frame(self.size, &self.text, *cursor, floats, *status);
                let bytes = self.painter.show(&above, &frame);
                self.screen.feed(&bytes);
                let again = self.painter.show("", &frame);
                prop_assert!(again.is_empty(), "nothing changed, but {:?}", String::from_utf8_lossy(&again));
                let verdict = self.judge(&frame);
                self.shown = Some(frame);
                let sent = String::from_utf8_lossy(&bytes);
                return verdict.map_err(|why| {
                    TestCaseError::fail(format!("{why}\n{sent:?}\n{}", self.screen.picture()))
                });
            }
        }
        Ok(())
    }

    /// A character that is echoed changes its cell, moves the cursor, and nothing else.
    fn echo(&mut self, c: char) -> Result<(), String> {
        let bytes = self.painter.echo(c);
        let Some(frame) = self.shown.as_mut().filter(|_| !bytes.is_empty()) else { return Ok(()) };
        self.screen.feed(&bytes);
        let Some((x, y)) = frame.cursor else { return Err("echoed without a cursor".into()) };
        frame.cells[(x, y)].reset();
        frame.cells[(x, y)].set_char(c);
        frame.cursor = Some((x + 1, y));
        let frame = frame.clone();
        self.judge(&frame)
    }

    /// A printed line gets a number, so that it can be told from all others.
    fn number(&mut self, line: &str) -> String {
        self.printed.push(format!("#{} {line}", self.printed.len()));
        format!("#{} {line}\n", self.printed.len() - 1)
    }

    fn resize(&mut self, size: Size) {
        self.size = size;
        self.screen.resize(size);
        self.fitted &= self.fits();
        self.painter.resize(size);
    }

    /// Whether the terminal kept the frame on the screen when its size changed, down to the
    /// end of the line with the cursor.
    fn fits(&self) -> bool {
        let Some(frame) = &self.shown else { return true };
        let (rows, history) = self.screen.rows();
        let Some(top) = rows.iter().position(|row| row.text().contains(PROMPT)) else { return false };
        let kept = rows[top..].iter().map(Row::text).collect::<String>().replace(' ', "");
        top >= history && (!S::REFLOWS || kept.starts_with(&input(frame).replace(' ', "")))
    }

    fn judge(&self, frame: &Frame) -> Result<(), String> {
        let (rows, history) = self.screen.rows();
        let (x, y, visible) = self.screen.cursor();
        let Some((cursor_x, cursor_y)) = frame.cursor else { return Err("no cursor".into()) };
        let Some(top) = (history + usize::from(y)).checked_sub(cursor_y.into()) else {
            return Err("too high".into());
        };
        if (x, visible) != (cursor_x, true) {
            return Err(format!("cursor in column {x} instead of {cursor_x}"));
        }
        for (y, row) in rows[top..].iter().enumerate() {
            if y < usize::from(frame.cells.area.height) {
                let expected = expected(&frame.cells, y as u16);
                if row.cells != expected {
                    return Err(format!("row {y} is {:?}", row.text()));
                }
            } else if row.text().trim_end() != "" {
                return Err(format!("row {y} below the frame is {:?}", row.text()));
            }
        }
        let above: String = rows[..top].iter().map(line).collect();
        self.judge_lines(&above)
    }

    /// Above the live region stands what was printed, whole and in order, and nothing else.
    fn judge_lines(&self, above: &str) -> Result<(), String> {
        if self.fitted && above.contains(PROMPT) {
            return Err("a prompt above the prompt".into());
        }
        if self.fitted && S::REFLOWS {
            let stands: Vec<String> = above.lines().map(plain).collect();
            let printed: Vec<String> = self.printed.iter().map(|line| plain(line)).collect();
            return if stands == printed { Ok(()) } else { Err(format!("{printed:?} is lost")) };
        }
        // What did not fit may stand between the lines, and other terminals cut them.
        let mut rest = above;
        for number in 0..self.printed.len() {
            let number = format!("#{number} ");
            let place = rest.find(&number).ok_or_else(|| format!("{number} is lost"))?;
            rest = &rest[place..];
        }
        Ok(())
    }
}

/// A row's text; without a newline when it runs on.
fn line(row: &Row) -> String {
    if row.wrapped { row.text() } else { row.text().trim_end().to_owned() + " \n" }
}

/// A line as it can be compared: without sequences, spaces and tabs, which emulators drop at edges.
fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut parts = line.split("\x1b[");
    out.push_str(parts.next().unwrap_or_default());
    parts.for_each(|part| out.push_str(part.split_once('m').map_or("", |(_, text)| text)));
    let (number, text) = out.split_once(' ').unwrap_or((&out, ""));
    format!("{number} {}", text.replace([' ', '\t'], ""))
}
