//! A row of a frame as what a terminal is told to draw: glyphs, then a tail that is erased.
//!
//! Invariant: two glyphs are equal exactly when drawing one over the other changes nothing.

use ratatui_core::buffer::{Buffer, Cell, CellWidth};
use ratatui_core::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthChar;

/// What the terminal draws with after a reset.
pub(super) const PLAIN: Style = Style::new().fg(Color::Reset).bg(Color::Reset);

/// The modifiers that show on a blank.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// What one or two cells show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph<'a> {
    /// Column of its first cell.
    pub x: u16,
    /// Cells, 1 or 2.
    pub width: u16,
    pub symbol: &'a str,
    pub style: Style,
}

impl<'a> Glyph<'a> {
    fn of(cell: &'a Cell, x: u16, room: u16) -> Self {
        // A wide character at the edge and whatever a terminal would obey cannot be drawn.
        let obeyed = cell.symbol().chars().any(char::is_control);
        let width = if obeyed { 0 } else { cell.cell_width() };
        let (symbol, width) =
            if (1..=2.min(room)).contains(&width) { (cell.symbol(), width) } else { (" ", 1) };
        let (fg, modifier) = match symbol {
            " " => (Color::Reset, cell.modifier & SEEN_ON_BLANKS),
            _ => (cell.fg, cell.modifier),
        };
        Self { x, width, symbol, style: PLAIN.fg(fg).bg(cell.bg).add_modifier(modifier) }
    }

    /// The column behind it.
    pub fn end(&self) -> u16 {
        self.x + self.width
    }

    /// Whether erasing the cell gives the same.
    pub fn is_blank(&self) -> bool {
        self.symbol == " " && self.style == PLAIN
    }

    /// Whether erasing the cell with the background set gives the same.
    fn is_erasable(&self) -> bool {
        self.symbol == " " && self.style.add_modifier.is_empty()
    }

    /// The cells that a terminal may take for it, where they are not beyond doubt:
    /// terminals disagree about sequences of characters and about new emoji.
    pub fn doubtful(&self) -> Option<u16> {
        if self.symbol.is_ascii() {
            return None;
        }
        let sum: usize = self.symbol.chars().map(|char| char.width().unwrap_or(0)).sum();
        let emoji = self.symbol.chars().any(|char| ('\u{1f000}'..'\u{20000}').contains(&char));
        let flag = self.symbol.chars().any(|char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&char));
        let most = if flag { 4 } else { sum as u16 }.max(self.width);
        (emoji || most != self.width || sum as u16 != self.width).then_some(most)
    }
}

/// The cells of one row; none below the last one.
pub(super) fn row(cells: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(cells.area.width);
    cells.content.get(usize::from(y) * width..usize::from(y + 1) * width).unwrap_or_default()
}

/// The glyphs of a row, left to right. Together they fill it.
pub(super) fn glyphs(row: &[Cell]) -> impl Iterator<Item = Glyph<'_>> {
    let columns = row.len() as u16;
    let mut next = 0;
    std::iter::from_fn(move || {
        let glyph = Glyph::of(row.get(usize::from(next))?, next, columns - next);
        next = glyph.end();
        Some(glyph)
    })
}

/// Where the blanks at the end of a row start, and the style to erase them with.
pub(super) fn tail(row: &[Cell]) -> (u16, Style) {
    let (mut start, mut style) = (0, PLAIN);
    for glyph in glyphs(row) {
        if !glyph.is_erasable() {
            start = glyph.end();
        } else if glyph.x == start || glyph.style != style {
            (start, style) = (glyph.x, glyph.style);
        }
    }
    if usize::from(start) == row.len() { (start, PLAIN) } else { (start, style) }
}
