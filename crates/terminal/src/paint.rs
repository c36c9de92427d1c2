//! Frames in, bytes out: what a terminal must be sent so that it shows a frame.
//!
//! Invariants: what was printed above the live region is never touched again. Nothing is
//! ever asked of the terminal, and no row is named by its number on the screen. All bytes
//! of one call belong into one write.

mod above;
mod difference;
mod echo;
mod fresh;
mod glyphs;
mod pen;

use editor::event::Size;
use editor::frame::{CursorShape, Frame};

use crate::reflow::{Reflow, Rows};
use difference::{Picture, draw, park};
use pen::{Column, Pen};

/// Knows what stands on the terminal, from the first row of the live region down.
#[derive(Debug)]
pub struct Painter {
    size: Size,
    reflow: Reflow,
    standing: Standing,
    /// Column and row of the terminal's cursor within the picture.
    cursor: (u16, u16),
    /// The last row that is known to exist.
    bottom: u16,
    visible: bool,
    shape: CursorShape,
}

/// What is on the terminal from the first row of the live region down.
#[derive(Debug)]
enum Standing {
    /// Nothing of ours: others used it.
    Nothing,
    /// What was drawn.
    Picture(Picture),
    /// What was drawn, as the terminal re-wrapped it since.
    Rewrapped(Rows),
}

impl Painter {
    /// A painter for a terminal of that size, whose cursor is at the start of a line.
    pub fn new(size: Size, reflow: Reflow) -> Self {
        let (size, cursor, bottom) = (at_least_one(size), (0, 0), 0);
        Self {
            size,
            reflow,
            standing: Standing::Nothing,
            cursor,
            bottom,
            visible: true,
            shape: CursorShape::Default,
        }
    }

    /// The row of the picture that the terminal's cursor stands in, also where it is hidden.
    pub fn row(&self) -> u16 {
        self.cursor.1
    }

    /// Prints whole lines above the live region, for good, and draws the frame: one
    /// synchronized update, or nothing when nothing changed.
    ///
    /// `above` may hold escape sequences and lines wider than the terminal.
    pub fn show(&mut self, above: &str, frame: &Frame) -> Vec<u8> {
        let (mut pen, standing) = self.start();
        let old = if above.is_empty() {
            standing.unwrap_or_else(|| {
                pen.erase_from(0);
                Picture::default()
            })
        } else {
            let standing = standing.unwrap_or_default();
            let stands = above::print(&mut pen, above, &standing, self.size.rows);
            if stands { standing } else { Picture::default() }
        };
        let new = Picture::of(frame, self.size.columns);
        draw(&mut pen, &old, &new);
        park(&mut pen, frame.cursor);
        self.standing = Standing::Picture(new);
        self.finish(&pen, frame)
    }

    /// The terminal has another size: the next frame is drawn afresh, where this one stood.
    pub fn resize(&mut self, size: Size) {
        let size = at_least_one(size);
        let rows = match self.take() {
            Standing::Nothing => None,
            Standing::Picture(picture) => Some(picture.rows(self.cursor)),
            Standing::Rewrapped(rows) => Some(rows),
        };
        if let Some(rows) = rows {
            self.standing = Standing::Rewrapped(rows.rewrapped(size.columns.into(), self.reflow));
        }
        self.size = size;
    }

    /// Erases the live region; the cursor is at its start and looks as it used to.
    pub fn leave(&mut self) -> Vec<u8> {
        let nothing = matches!(self.standing, Standing::Nothing);
        let mut pen = self.start().0;
        if !nothing {
            pen.erase_from(0);
        }
        let shape = shape(self.shape, CursorShape::Default);
        let bytes = format!("{}{shape}{}", pen.out, if self.visible { "" } else { "\x1b[?25h" });
        self.forget();
        bytes.into_bytes()
    }

    /// Leaves the live region as it stands; the cursor is at the start of the row below it.
    pub fn abandon(&mut self) -> Vec<u8> {
        let height = match &self.standing {
            Standing::Picture(picture) => picture.height(),
            Standing::Nothing | Standing::Rewrapped(_) => 0,
        };
        let below = height.saturating_sub(self.cursor.1 + 1);
        self.forget();
        [&b"\n".repeat(below.into())[..], b"\r\n"].concat()
    }

    /// Others used the terminal: the next frame is drawn in the cursor's row, from its start.
    pub fn forget(&mut self) {
        *self = Self::new(self.size, self.reflow);
    }

    /// Scrolls all there is above the live region off the screen, into the terminal's
    /// history; the next frame is drawn at the top.
    pub fn clear(&mut self) -> Vec<u8> {
        let mut pen = self.start().0;
        pen.erase_from(0);
        pen.out.extend(std::iter::repeat_n("\r\n", (self.size.rows - 1).into()));
        pen.out.push_str("\x1b[H");
        self.standing = Standing::Nothing;
        pen.out.into_bytes()
    }

    /// Others used the terminal and may have left anything, such as half a line: the next
    /// frame is drawn at the start of a line, and looks as it should.
    pub fn fresh_line(&mut self) -> Vec<u8> {
        self.forget();
        fresh::fresh_line(self.size.columns, self.size.rows).into_bytes()
    }

    fn take(&mut self) -> Standing {
        std::mem::replace(&mut self.standing, Standing::Nothing)
    }

    /// The pen where the terminal's cursor is, and what stands there if it is known.
    fn start(&mut self) -> (Pen, Option<Picture>) {
        let columns = self.size.columns;
        let (x, y) = self.cursor;
        match self.take() {
            Standing::Nothing => (Pen::new(columns, Column::Unsure, 0, 0), None),
            Standing::Picture(picture) => (Pen::new(columns, Column::At(x), y, self.bottom), Some(picture)),
            Standing::Rewrapped(rows) => {
                // What was pushed off the screen is out of reach.
                let y = rows.cursor.1.min(usize::from(self.size.rows - 1)) as u16;
                (Pen::new(columns, Column::Unsure, y, y), None)
            }
        }
    }

    /// Wraps up what the pen wrote. The cursor is hidden while it travels between rows.
    fn finish(&mut self, pen: &Pen, frame: &Frame) -> Vec<u8> {
        let Column::At(x) = pen.x else { unreachable!("a parked cursor is somewhere") };
        (self.cursor, self.bottom) = ((x, pen.y), pen.bottom);
        let visible = frame.cursor.is_some();
        let hide = self.visible && (pen.travelled || !visible);
        let hide_first = if hide { "\x1b[?25l" } else { "" };
        let show_last = if visible && (hide || !self.visible) { "\x1b[?25h" } else { "" };
        let shape = shape(self.shape, frame.shape);
        (self.visible, self.shape) = (visible, frame.shape);
        match [hide_first, &pen.out, shape, show_last].concat() {
            nothing if nothing.is_empty() => Vec::new(),
            bytes => format!("\x1b[?2026h{bytes}\x1b[?2026l").into_bytes(),
        }
    }
}

/// A terminal that does not know its size says that it has none.
fn at_least_one(size: Size) -> Size {
    Size { columns: size.columns.max(1), rows: size.rows.max(1) }
}

/// DECSCUSR, where it is needed.
fn shape(from: CursorShape, to: CursorShape) -> &'static str {
    match to {
        _ if from == to => "",
        CursorShape::Default => "\x1b[0 q",
        CursorShape::Block => "\x1b[2 q",
        CursorShape::Underline => "\x1b[4 q",
        CursorShape::Beam => "\x1b[6 q",
    }
}
