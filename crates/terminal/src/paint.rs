//! Frames in, bytes out: what a terminal must be sent so that it shows a frame.
//!
//! Invariants: what was printed above the live region is never touched again. Nothing is
//! ever asked of the terminal, and no row is named by its number on the screen. All bytes
//! of one call belong into one write.

mod difference;
mod glyphs;
mod pen;

use editor::event::Size;
use editor::frame::{CursorShape, Frame};

use crate::reflow::Reflow;
use difference::{Picture, draw, park};
use pen::{Column, Pen};

/// Knows what stands on the terminal, from the first row of the live region down.
#[derive(Debug)]
pub struct Painter {
    size: Size,
    #[allow(dead_code, reason = "read when the size changes")]
    reflow: Reflow,
    /// What was drawn; `None` when others used the terminal since.
    picture: Option<Picture>,
    /// Column and row of the terminal's cursor within the picture.
    cursor: (u16, u16),
    /// The last row that is known to exist.
    bottom: u16,
    visible: bool,
    shape: CursorShape,
}

impl Painter {
    /// A painter for a terminal of that size, whose cursor is at the start of a line.
    pub fn new(size: Size, reflow: Reflow) -> Self {
        let (cursor, bottom) = ((0, 0), 0);
        Self { size, reflow, picture: None, cursor, bottom, visible: true, shape: CursorShape::Default }
    }

    /// Prints whole lines above the live region, for good, and draws the frame: one
    /// synchronized update, or nothing when nothing changed.
    ///
    /// `above` may hold escape sequences and lines wider than the terminal.
    pub fn show(&mut self, above: &str, frame: &Frame) -> Vec<u8> {
        let mut pen = self.pen();
        let mut old = self.picture.take().unwrap_or_else(|| {
            pen.erase_from(0);
            Picture::default()
        });
        if !above.is_empty() {
            pen.erase_from(0);
            print(&mut pen, above);
            old = Picture::default();
        }
        let new = Picture::of(frame, self.size.columns);
        draw(&mut pen, &old, &new);
        park(&mut pen, frame.cursor);
        self.picture = Some(new);
        self.finish(pen, frame)
    }

    /// The terminal has another size: the next frame is drawn afresh, where this one stood.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
    }

    /// Erases the live region; the cursor is at its start and looks as it used to.
    pub fn leave(&mut self) -> Vec<u8> {
        let mut pen = self.pen();
        pen.erase_from(0);
        let shape = shape(self.shape, CursorShape::Default);
        let bytes = format!("{}{shape}{}", pen.out, if self.visible { "" } else { "\x1b[?25h" });
        self.forget();
        (self.visible, self.shape) = (true, CursorShape::Default);
        bytes.into_bytes()
    }

    /// Others used the terminal: the next frame is drawn in the cursor's row, from its start.
    pub fn forget(&mut self) {
        (self.picture, self.cursor, self.bottom) = (None, (0, 0), 0);
    }

    fn pen(&self) -> Pen {
        let (x, y) = self.cursor;
        let x = if self.picture.is_some() { Column::At(x) } else { Column::Unsure };
        Pen::new(self.size.columns, x, y, self.bottom)
    }

    /// Wraps up what the pen wrote. The cursor is hidden while it travels between rows.
    fn finish(&mut self, pen: Pen, frame: &Frame) -> Vec<u8> {
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

/// Prints lines from the pen's position on and starts a live region below them.
fn print(pen: &mut Pen, above: &str) {
    for line in above.lines() {
        pen.out.push_str(line);
        pen.out.push_str("\r\n");
    }
    (pen.x, pen.y, pen.bottom) = (Column::At(0), 0, 0);
    if above.contains('\x1b') {
        pen.out.push_str("\x1b[m");
        pen.erase_from(0);
    }
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
