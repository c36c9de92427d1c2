//! `Scene` -> `Frame`: what is on the screen, laid out.
//!
//! Every part is made into rows by a function of its own; here they are put together.
//! Invariant: a frame is never higher than the terminal, and the cursor stands in it.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;

use crate::event::Size;
use crate::frame::Frame;
use crate::layout::Wrap;
use crate::protocol::Prompt;
use crate::scene::Scene;
use crate::theme::Theme;

mod bars;
mod doc;
mod input;
mod menu;
mod plan;
mod popup;
mod prompts;
mod row;
mod screen;
mod sideways;
mod signature;
#[cfg(test)]
mod tests;

pub(crate) use bars::line;
pub use plan::MENU_ROWS;
pub(crate) use prompts::Prompts;
pub(crate) use row::Row;
pub use screen::Hit;
use screen::Screen;

/// Draws the scene. The terminal's size is the scene's; a size of nothing gives an empty frame.
pub fn render(scene: &Scene<'_>, theme: &Theme) -> Frame {
    let drawn = arranged(scene, theme, |screen| {
        let (rows, cursor) = screen.draw();
        frame(rows, scene, Some(cursor), screen.top)
    });
    drawn.unwrap_or_else(|| frame(Vec::new(), scene, None, 0))
}

/// What stands at a column and row of the frame that the scene gives; `None` for nothing
/// of interest. Rows above the frame count as its first.
pub fn hit(scene: &Scene<'_>, column: u16, row: i32) -> Option<Hit> {
    let row = usize::try_from(row).unwrap_or(0);
    arranged(scene, &Theme::default(), |screen| screen.hit(column.into(), row)).flatten()
}

/// How many candidates of a menu with columns stand below each other; `None` for other menus.
pub fn menu_rows(scene: &Scene<'_>) -> Option<usize> {
    arranged(scene, &Theme::default(), screen::menu_rows).flatten()
}

/// Asks a scene that is arranged; `None` for a size of nothing.
fn arranged<T>(scene: &Scene<'_>, theme: &Theme, ask: impl FnOnce(&Screen<'_>) -> T) -> Option<T> {
    if scene.size.columns == 0 || scene.size.rows == 0 {
        return None;
    }
    let text = [scene.text, ghost(scene.suggestion)].concat();
    Some(ask(&Screen::new(scene, &text, theme)))
}

/// As much of a suggestion as is shown: a long one would push the screen's content away.
fn ghost(suggestion: &str) -> &str {
    const LINES: usize = 4;
    suggestion.match_indices('\n').nth(LINES - 1).map_or(suggestion, |(end, _)| &suggestion[..end])
}

/// How an input is wrapped: for motions by rows of the screen.
pub fn wrapping(prompt: &Prompt, text: &str, columns: u16, line_numbers: bool, theme: &Theme) -> Wrap {
    let columns = usize::from(columns).max(1);
    let indents = prompts(prompt, text, columns, line_numbers, theme).indents();
    Wrap { columns, indents }
}

fn prompts(prompt: &Prompt, text: &str, columns: usize, numbers: bool, theme: &Theme) -> Prompts {
    let lines = if numbers { text.matches('\n').count() + 1 } else { 1 };
    Prompts::new(prompt, columns, numbers, lines, theme)
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
    Frame { cells: Buffer { area, content }, wrapped, cursor, top, shape: scene.shape, full: false }
}
