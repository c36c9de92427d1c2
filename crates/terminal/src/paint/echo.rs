//! A typed character, drawn before the frame that it belongs to is worked out.
//!
//! To work a frame out takes longer than all the rest of a key's way, most of it cold code.
//! Nearly always a character that is typed at the end of the text comes to stand at the
//! cursor, in the style of the word that it continues. So it is drawn there. The frame that
//! follows is drawn over this picture like over any other, and puts right what was wrong.

use ratatui_core::style::Style;

use super::glyphs::{Glyph, PLAIN, glyphs, row};
use super::pen::{Column, Pen};
use super::{Painter, Standing};

impl Painter {
    /// Draws a character at the cursor, which moves on; nothing where that could do more than
    /// to change this one cell. `c` is printable ASCII.
    pub fn echo(&mut self, c: char) -> Vec<u8> {
        let ((x, y), columns, bottom) = (self.cursor, self.size.columns, self.bottom);
        let Standing::Picture(picture) = &mut self.standing else { return Vec::new() };
        let style = match style(row(&picture.cells, y), x, c) {
            Some(style) if picture.cursor == Some((x, y)) && x + 1 < columns => style,
            _ => return Vec::new(),
        };
        let mut pen = Pen::new(columns, Column::At(x), y, bottom);
        pen.put(&Glyph { x, width: 1, symbol: c.encode_utf8(&mut [0; 4]), style }, y, false);
        pen.style(PLAIN);
        if let Some(cell) = picture.cells.cell_mut((x, y)) {
            cell.reset();
            cell.set_char(c).set_style(style);
        }
        (picture.cursor, self.cursor) = (Some((x + 1, y)), (x + 1, y));
        pen.out.into_bytes()
    }
}

/// What a character at `x` is likely to be drawn with; `None` where it is not one cell beyond doubt.
fn style(row: &[ratatui_core::buffer::Cell], x: u16, c: char) -> Option<Style> {
    let mut before = None;
    for glyph in glyphs(row) {
        if glyph.x == x {
            let replaces = glyph.width == 1 && glyph.doubtful().is_none();
            let word = |symbol: &str| symbol.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            let continues =
                before.filter(|before: &Glyph| word(before.symbol) && word(c.encode_utf8(&mut [0; 4])));
            return replaces.then(|| continues.map_or(PLAIN, |before| before.style));
        }
        before = Some(glyph);
    }
    None
}
