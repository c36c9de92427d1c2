//! The menu as rows, laid over a frame: at the right, or over all of a narrow terminal.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;

use super::Panel;
use crate::event::Size;
use crate::frame::Frame;
use crate::settings::{ROWS, Settings};
use crate::theme::{Role, Theme};
use crate::view::{Row, wrap};

/// Columns of the menu where there is room.
const COLUMNS: usize = 46;
/// Rows of settings, at most.
const LIST: usize = 14;
/// Rows of the description.
const DESCRIPTION: usize = 3;

/// Lays the menu over a frame of a terminal of that size.
pub fn lay(panel: &Panel, settings: &Settings, frame: &mut Frame, size: Size, theme: &Theme) {
    let columns = usize::from(size.columns);
    if columns == 0 || size.rows == 0 || frame.cells.area.width == 0 {
        return;
    }
    let width = COLUMNS.min(columns);
    let beside = columns >= COLUMNS + 30;
    let height = usize::from(size.rows);
    let mut rows = panel.rows(settings, width, height, theme);
    let top = if beside { 0 } else { (height - rows.len()).min(frame.cells.area.height.into()) };
    let total = (top + rows.len()).max(frame.cells.area.height.into());
    let mut content = std::mem::take(&mut frame.cells.content);
    content.resize(total * columns, Cell::EMPTY);
    frame.wrapped.resize(total, false);
    for (number, row) in rows.iter_mut().enumerate() {
        let start = (top + number) * columns;
        let mut under = Row { cells: content[start..start + columns].to_vec(), wrapped: false };
        under.cover(columns - width, std::mem::take(row));
        under.cells.resize(columns, Cell::EMPTY);
        content[start..start + columns].clone_from_slice(&under.cells);
        frame.wrapped[top + number] = false;
    }
    frame.cells = Buffer { area: Rect::new(0, 0, size.columns, total as u16), content };
    let column = (columns - width + panel.field_end()).min(columns - 1);
    frame.cursor = Some((column as u16, top as u16));
}

impl Panel {
    /// Columns up to the cursor in the first row.
    fn field_end(&self) -> usize {
        crate::glyph::width(&self.field()) + 1
    }

    fn field(&self) -> String {
        match &self.edited {
            Some(text) => format!("New value: {text}"),
            None => format!("Settings: {}", self.query),
        }
    }

    /// Search field, settings, description, keys: as many as there is room for.
    fn rows(&self, settings: &Settings, width: usize, height: usize, theme: &Theme) -> Vec<Row> {
        let base = theme.style(Role::Menu);
        let mut rows = vec![Row::of(&format!(" {}", self.field()), theme.style(Role::Heading))];
        let room = LIST.min(height.saturating_sub(2 + DESCRIPTION)).max(1);
        let top = (self.selected + 1).saturating_sub(room.div_ceil(2));
        let top = top.min(self.found.len().saturating_sub(room));
        rows.extend(
            (top..self.found.len().min(top + room)).map(|at| self.setting(at, settings, width, theme)),
        );
        if let Some(row) = self.row() {
            let text = format!("[{}] {}", row.group, row.doc);
            let lines = wrap(&text, width - 2, base.patch(theme.style(Role::MenuDetail)));
            for line in lines.into_iter().take(DESCRIPTION) {
                let mut row = Row::of(" ", base);
                row.cells.extend(line.cells);
                rows.push(row);
            }
        }
        rows.push(Row::of(" Left Right change  s save  Esc close", theme.style(Role::StatusBar)));
        rows.truncate(height);
        for row in &mut rows {
            row.cut(width);
            row.pad(width, base);
        }
        rows
    }

    /// `* name          value`; the star marks what was changed and not saved.
    fn setting(&self, at: usize, settings: &Settings, width: usize, theme: &Theme) -> Row {
        let row = &ROWS[self.found[at]];
        let selected = at == self.selected;
        let style = theme.style(if selected { Role::MenuSelected } else { Role::Menu });
        let changed = (row.get)(settings) != (row.get)(&self.saved);
        let mark = match (selected, changed) {
            (true, true) => ">*",
            (true, false) => "> ",
            (false, true) => " *",
            (false, false) => "  ",
        };
        let mut drawn = Row::of(&format!("{mark}{:<23}", row.name), style);
        drawn.push(&(row.get)(settings).to_string(), style);
        drawn.cut(width);
        drawn.pad(width, style);
        drawn
    }
}
