//! The mouse: its rows are the screen's, and where on it the live region begins has to be asked.

use std::time::{Duration, Instant};

use editor::event::{Event, Mouse, MouseKind};

/// Two clicks at one place within this time are a double click; GTK and Qt use 400 ms.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// What a terminal reports: the kind, and column and row of the screen.
pub type Report = (MouseKind, u16, u16);

/// What becomes of a report.
pub enum Taken {
    /// This.
    Event(Event),
    /// It waits for an answer that was asked for.
    Waits,
    /// It waits, and the terminal is to be asked where its cursor is.
    Asks,
}

/// The mouse's state between two reads.
#[derive(Debug, Default)]
pub struct Pointer {
    /// Row of the screen where the live region begins; known after a cursor report.
    origin: i32,
    /// Reports that came before the answer that they wait for.
    waiting: Vec<Report>,
    last_click: Option<(Instant, u16, u16, u8)>,
}

impl Pointer {
    /// A press asks where the live region is; what follows it keeps to the answer.
    pub fn take(&mut self, report: Report, now: Instant) -> Taken {
        let first = self.waiting.is_empty();
        if first && report.0 != MouseKind::Press {
            return Taken::Event(self.event(report, now));
        }
        self.waiting.push(report);
        if first { Taken::Asks } else { Taken::Waits }
    }

    /// The answer: the cursor's row on the screen, which is this row of the live region.
    pub fn found(&mut self, row: u16, cursor_row: u16, now: Instant) -> Vec<Event> {
        self.origin = i32::from(row) - i32::from(cursor_row);
        std::mem::take(&mut self.waiting).into_iter().map(|report| self.event(report, now)).collect()
    }

    fn event(&mut self, (kind, column, row): Report, now: Instant) -> Event {
        let clicks = if kind == MouseKind::Press { self.click(column, row, now) } else { 1 };
        Event::Mouse(Mouse { kind, column, row: i32::from(row) - self.origin, clicks })
    }

    fn click(&mut self, column: u16, row: u16, now: Instant) -> u8 {
        let clicks = match self.last_click {
            Some((then, x, y, clicks)) if (x, y) == (column, row) && now - then < DOUBLE_CLICK => {
                clicks % 3 + 1
            }
            _ => 1,
        };
        self.last_click = Some((now, column, row, clicks));
        clicks
    }
}
