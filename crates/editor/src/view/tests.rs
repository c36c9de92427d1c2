//! Whole frames, drawn as text.

mod floats;
mod input;
mod random;

use super::*;
use crate::event::Size;
use crate::frame::{CursorShape, Frame};
use crate::scene::Floats;

/// A scene of an input with `|` for its cursor, without anything around it.
fn scene<'a>(text: &'a str, cursor: usize, columns: u16, rows: u16, prompt: &'a Prompt) -> Scene<'a> {
    Scene {
        size: Size { columns, rows },
        tails: Vec::new(),
        submitted: Vec::new(),
        prompt,
        text,
        spans: &[],
        cursor,
        top: 0,
        line_numbers: false,
        wrap: true,
        shape: CursorShape::Default,
        selection: Vec::new(),
        overlays: Vec::new(),
        suggestion: "",
        floats: Floats::default(),
    }
}

/// The frame's rows without trailing blanks, `|` before the cursor's cell, `~` behind a
/// row that runs on.
pub fn draw(frame: &Frame) -> Vec<String> {
    let width = usize::from(frame.cells.area.width);
    let draw_row = |(number, row): (usize, &[Cell])| {
        let mut text = String::new();
        let mut hidden = 0;
        for (column, cell) in row.iter().enumerate() {
            if frame.cursor == Some((column as u16, number as u16)) {
                text.push('|');
            }
            if hidden == 0 {
                text.push_str(cell.symbol());
                hidden = crate::glyph::width(cell.symbol());
            }
            hidden -= 1;
        }
        text.truncate(text.trim_end().len());
        if frame.wrapped[number] {
            text.push('~');
        }
        text
    };
    frame.cells.content.chunks(width).enumerate().map(draw_row).collect()
}

#[track_caller]
fn check_with(
    text: &str,
    (columns, rows): (u16, u16),
    change: impl FnOnce(&mut Scene<'_>),
    expected: &[&str],
) {
    let cursor = text.find('|').expect("a cursor");
    let text = text.replacen('|', "", 1);
    let prompt = Prompt::default();
    let mut scene = scene(&text, cursor, columns, rows, &prompt);
    change(&mut scene);
    assert_eq!(draw(&render(&scene, &Theme::default())), expected, "{text:?}");
}

#[track_caller]
fn check(text: &str, size: (u16, u16), expected: &[&str]) {
    check_with(text, size, |_| {}, expected);
}
