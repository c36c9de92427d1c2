//! Text as a terminal shows it: one glyph for each thing that takes cells.
//!
//! Invariant: every glyph is one or two cells wide and holds nothing that a
//! terminal would obey. What has no width or is a control character is spelt out.

use ratatui_core::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// Tabs go to the next multiple of this many cells, counted from the line's own start.
pub const TAB: usize = 4;

/// What one or two cells show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// Byte offset of the character it stands for; several may share one.
    pub offset: usize,
    /// What the first cell holds.
    pub symbol: &'a str,
    /// Cells, 1 or 2.
    pub width: usize,
}

/// Calls `each` for every glyph of one line, which holds no newline.
pub fn glyphs<'a>(line: &'a str, mut each: impl FnMut(Glyph<'a>)) {
    if is_plain(line) {
        for offset in 0..line.len() {
            each(Glyph { offset, symbol: &line[offset..=offset], width: 1 });
        }
        return;
    }
    let mut column = 0;
    for (offset, symbol) in line.grapheme_indices(true) {
        let to_stop = TAB - column % TAB;
        let mut put = |symbol, width| {
            column += width;
            each(Glyph { offset, symbol, width });
        };
        match symbol.as_bytes()[0] {
            b'\t' => (0..to_stop).for_each(|_| put(" ", 1)),
            control if control < b' ' || control == 0x7f => caret(control, put),
            _ => match usize::from(symbol.cell_width()) {
                0 => spell(symbol, put),
                _ if symbol.chars().any(char::is_control) => spell(symbol, put),
                width => put(symbol, width.min(2)),
            },
        }
    }
}

/// How many cells a line takes.
pub fn width(line: &str) -> usize {
    if is_plain(line) {
        return line.len();
    }
    let mut width = 0;
    glyphs(line, |glyph| width += glyph.width);
    width
}

/// Whether each byte is one glyph of one cell. No early way out: so it is vectorised.
pub fn is_plain(line: &str) -> bool {
    line.bytes().fold(true, |plain, byte| plain & (b' '..0x7f).contains(&byte))
}

/// `^A` for the character 1, as everybody writes it.
fn caret<'a>(control: u8, mut put: impl FnMut(&'a str, usize)) {
    const LETTERS: &str = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_";
    let at = usize::from(control);
    put("^", 1);
    put(LETTERS.get(at..=at).unwrap_or("?"), 1);
}

/// `<200b>`: nobody should run what cannot be seen.
fn spell<'a>(invisible: &str, mut put: impl FnMut(&'a str, usize)) {
    const DIGITS: &str = "0123456789abcdef";
    for char in invisible.chars() {
        put("<", 1);
        let code = u32::from(char);
        let digits = (u32::BITS - code.leading_zeros()).div_ceil(4).max(2);
        for place in (0..digits).rev() {
            let digit = (code >> (4 * place) & 0xf) as usize;
            put(&DIGITS[digit..=digit], 1);
        }
        put(">", 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, drawn: &str, cells: usize) {
        let mut all = String::new();
        glyphs(line, |glyph| all.push_str(glyph.symbol));
        assert_eq!((all.as_str(), width(line)), (drawn, cells), "{line:?}");
    }

    #[test]
    fn every_character_is_seen() {
        check("plain", "plain", 5);
        check("漢字", "漢字", 4);
        check("e\u{301}", "e\u{301}", 1);
        check("\u{301}a", "<301>a", 6);
        check("👩\u{200d}🔬🇺🇦", "👩\u{200d}🔬🇺🇦", 4);
        check("❤\u{fe0f}", "❤\u{fe0f}", 2);
        check("a\tb\t\tc", "a   b       c", 13);
        check("\x1b[0m\x7f\r", "^[[0m^?^M", 9);
        check("a\u{200b}b\u{202e}", "a<200b>b<202e>", 14);
        check("\u{9b}", "<9b>", 4);
        check("ｶﾞ", "ｶﾞ", 2);
    }
}
