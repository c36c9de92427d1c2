//! `Scene` -> `Frame`: what is on the screen, laid out.
//!
//! Every part is made into rows by a function of its own; here they are put together.
//! Invariant: a frame is never higher than the terminal, and the cursor stands in it.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;

use crate::event::Size;
use crate::frame::Frame;
use crate::layout::Layout;
use crate::protocol::Prompt;
use crate::scene::Scene;
use crate::theme::{Role, Theme};

mod input;
mod prompts;
mod row;
#[cfg(test)]
mod tests;

use input::Paint;
pub(crate) use prompts::Prompts;
use row::{Row, wrap};

/// Draws the scene. The terminal's size is the scene's; a size of nothing gives an empty frame.
pub fn render(scene: &Scene<'_>, theme: &Theme) -> Frame {
    let (columns, height) = (usize::from(scene.size.columns), usize::from(scene.size.rows));
    if columns == 0 || height == 0 {
        return frame(Vec::new(), scene, None, 0);
    }
    let ghosted = [scene.text, scene.suggestion].concat();
    let prompts = prompts(scene.prompt, &ghosted, columns, scene.line_numbers, theme);
    let layout = Layout::new(&ghosted, columns, prompts.indents(), scene.cursor);
    let (column, cursor_row) = layout.place(scene.cursor);
    let mut above = above(scene, columns, theme);
    above.extend(prompts.above.iter().cloned());
    let top = scroll(scene.top, cursor_row, layout.rows(), height);
    let window = (layout.rows() - top).min(height);
    above.drain(..above.len().saturating_sub(height - window));
    let paint = Paint {
        spans: scene.spans,
        overlays: &scene.overlays,
        selection: &scene.selection,
        ghost: scene.text.len(),
        theme,
    };
    let cursor = (column, above.len() + cursor_row - top);
    let mut rows = above;
    rows.extend(input::rows(&layout, &prompts, &paint, top..top + window));
    frame(rows, scene, Some(cursor), top)
}

/// Where each character of an input stands: for motions by rows of the screen.
pub fn layout<'a>(
    prompt: &Prompt,
    text: &'a str,
    cursor: usize,
    columns: u16,
    line_numbers: bool,
) -> Layout<'a> {
    let prompts = prompts(prompt, text, columns.into(), line_numbers, &Theme::default());
    Layout::new(text, columns.into(), prompts.indents(), cursor)
}

fn prompts(prompt: &Prompt, text: &str, columns: usize, numbers: bool, theme: &Theme) -> Prompts {
    let lines = if numbers { text.matches('\n').count() + 1 } else { 1 };
    Prompts::new(prompt, columns, numbers, lines, theme)
}

/// Half lines of others, then inputs that wait for their turn.
fn above(scene: &Scene<'_>, columns: usize, theme: &Theme) -> Vec<Row> {
    let mut rows = Vec::new();
    for tail in scene.tails.iter().filter(|tail| !tail.is_empty()) {
        rows.extend(wrap(tail, columns, theme.style(Role::Text)));
    }
    for text in &scene.submitted {
        let prompts = prompts(scene.prompt, text, columns, scene.line_numbers, theme);
        let layout = Layout::new(text, columns, prompts.indents(), usize::MAX);
        let paint = Paint { spans: &[], overlays: &[], selection: &[], ghost: text.len(), theme };
        rows.extend(prompts.above.iter().cloned());
        rows.extend(input::rows(&layout, &prompts, &paint, 0..layout.rows()));
    }
    rows
}

/// The first visible row: the one before, unless the cursor would not be seen, or less
/// than half of the room would be used though there is more to see.
fn scroll(before: usize, cursor: usize, rows: usize, room: usize) -> usize {
    if rows <= room {
        return 0;
    }
    before.min(rows - room.div_ceil(2)).max((cursor + 1).saturating_sub(room)).min(cursor)
}

fn frame(mut rows: Vec<Row>, scene: &Scene<'_>, cursor: Option<(usize, usize)>, top: usize) -> Frame {
    let Size { columns, .. } = scene.size;
    let area = Rect::new(0, 0, columns, rows.len() as u16);
    let mut content = Vec::with_capacity(area.area() as usize);
    let wrapped = rows.iter().map(|row| row.wrapped).collect();
    for row in &mut rows {
        row.cells.resize(columns.into(), Cell::EMPTY);
        content.append(&mut row.cells);
    }
    let cursor = cursor.map(|(column, row)| (column as u16, row as u16));
    Frame { cells: Buffer { area, content }, wrapped, cursor, top, shape: scene.shape }
}
