//! A small view: prompt, wrapped input, floats, status bar.

use editor::event::Size;
use editor::frame::{CursorShape, Frame};
use ratatui_core::buffer::{Buffer, CellWidth};
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
        (0..width).for_each(|_| line.push(if index == 1 { " " } else { "m" }, style));
        lines.push(line);
    }
    if status {
        let mut line = Line::default();
        line.push("s", Style::new().bg(Color::Green));
        (1..size.columns).for_each(|_| line.push(" ", Style::new().bg(Color::Green)));
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
    Frame { cells, wrapped, cursor: Some((x as u16, (y - top) as u16)), top, shape: CursorShape::Default }
}

fn wrap(text: &str, cursor: usize, columns: usize) -> (Vec<Line>, (usize, usize)) {
    let mut lines = vec![Line::default()];
    lines[0].push(&PROMPT.to_string(), Style::new().fg(Color::Red));
    lines[0].push(" ", Style::new());
    let mut place = None;
    let spot = |lines: &[Line]| (lines[lines.len() - 1].width, lines.len() - 1);
    for (index, glyph) in text.graphemes(true).chain([""]).enumerate() {
        let width = if matches!(glyph, "" | "\n") { 1 } else { usize::from(glyph.cell_width()) };
        if spot(&lines).0 + width > columns && glyph != "\n" || spot(&lines).0 == columns {
            lines.last_mut().unwrap().wrapped = true;
            lines.push(Line::default());
        }
        if index == cursor || (glyph.is_empty() && place.is_none()) {
            place = Some(spot(&lines));
        }
        match glyph {
            "\n" => {
                lines.push(Line::default());
                lines.last_mut().unwrap().push("·", Style::new());
            }
            "" => {}
            "=" => lines.last_mut().unwrap().push("=", Style::new().fg(Color::Green)),
            glyph => lines.last_mut().unwrap().push(glyph, Style::new()),
        }
    }
    (lines, place.unwrap())
}

/// The text down to the end of the line with the cursor.
pub fn input(frame: &Frame) -> String {
    let mut end = frame.cursor.map_or(0, |(_, y)| usize::from(y));
    while frame.wrapped[end] && end + 1 < frame.wrapped.len() {
        end += 1;
    }
    let cells = &frame.cells.content[..(end + 1) * usize::from(frame.cells.area.width)];
    cells.iter().map(|cell| cell.symbol()).collect()
}
