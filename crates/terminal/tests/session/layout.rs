//! A small view: prompt, wrapped input, floats, status bar.

use editor::event::Size;
use editor::frame::{CursorShape, Frame};
use ratatui_core::buffer::{Buffer, Cell, CellWidth};
use ratatui_core::layout::Rect;
use ratatui_core::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

/// Begins each prompt, and stands nowhere else.
pub const PROMPT: char = '❯';

/// A row that is being filled.
#[derive(Default, Clone)]
struct Line {
    glyphs: Vec<(String, Style)>,
    width: usize,
    wrapped: bool,
}

impl Line {
    fn push(&mut self, symbol: &str, style: Style) {
        self.width += usize::from(symbol.cell_width());
        self.glyphs.push((symbol.into(), style));
    }
}

/// The frame for an input; `cursor` counts glyphs and is cut to the input's length.
pub fn frame(size: Size, text: &str, cursor: usize, floats: &[u16], status: bool) -> Frame {
    let (mut lines, (x, y)) = wrap(text, cursor, size.columns.into());
    for (index, &width) in floats.iter().enumerate() {
        let mut line = Line::default();
        let style = if index == 1 {
            Style::new().add_modifier(Modifier::REVERSED)
        } else {
            Style::new().fg(Color::Blue)
        };
        for _ in 0..width {
            line.push(if index == 1 { " " } else { "m" }, style);
        }
        lines.push(line);
    }
    if status {
        let mut line = Line::default();
        line.push("s", Style::new().bg(Color::Green));
        for _ in 1..size.columns {
            line.push(" ", Style::new().bg(Color::Green));
        }
        lines.push(line);
    }
    let top = (y + 1).saturating_sub(size.rows.into());
    let height = (lines.len() - top).min(size.rows.into());
    let visible = &lines[top..top + height];
    let mut cells = Buffer::empty(Rect::new(0, 0, size.columns, height as u16));
    for (y, line) in visible.iter().enumerate() {
        let mut x = 0;
        for (symbol, style) in &line.glyphs {
            cells[(x, y as u16)].set_symbol(symbol).set_style(*style);
            x += symbol.cell_width();
        }
    }
    let wrapped = visible.iter().map(|line| line.wrapped).collect();
    Frame {
        cells,
        wrapped,
        cursor: Some((x as u16, (y - top) as u16)),
        top,
        shape: CursorShape::Default,
        full: false,
    }
}

fn wrap(text: &str, cursor: usize, columns: usize) -> (Vec<Line>, (usize, usize)) {
    let (mut lines, mut line) = (Vec::new(), Line::default());
    line.push(&PROMPT.to_string(), Style::new().fg(Color::Red));
    line.push(" ", Style::new());
    let mut place = None;
    for (index, glyph) in text.graphemes(true).chain([""]).enumerate() {
        let width = if matches!(glyph, "" | "\n") { 1 } else { usize::from(glyph.cell_width()) };
        if line.width + width > columns && glyph != "\n" || line.width == columns {
            line.wrapped = true;
            lines.push(std::mem::take(&mut line));
        }
        if index == cursor || (glyph.is_empty() && place.is_none()) {
            place = Some((line.width, lines.len()));
        }
        match glyph {
            "\n" => {
                lines.push(std::mem::take(&mut line));
                line.push("·", Style::new());
            }
            "" => {}
            "=" => line.push("=", Style::new().fg(Color::Green)),
            glyph => line.push(glyph, Style::new()),
        }
    }
    lines.push(line);
    (lines, place.expect("the end of the text is a place, too"))
}

/// The text down to the end of the line with the cursor.
pub fn input(frame: &Frame) -> String {
    let mut end = frame.cursor.map_or(0, |(_, y)| usize::from(y));
    while frame.wrapped[end] && end + 1 < frame.wrapped.len() {
        end += 1;
    }
    let cells = &frame.cells.content[..(end + 1) * usize::from(frame.cells.area.width)];
    cells.iter().map(Cell::symbol).collect()
}
