//! The menu as rows, beside the prompt or, on a narrow terminal, below it.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;

use super::Panel;
use super::lines::Line;
use super::regions::{Hints, Regions};
use crate::event::Size;
use crate::frame::Frame;
use crate::glyph::width;
use crate::settings::{Row as Setting, Settings};
use crate::theme::{Role, Theme};
use crate::view::{Row, line};

/// Columns of the menu where there is room beside it.
const COLUMNS: u16 = 46;
/// Columns that the prompt keeps at least.
const PROMPT: u16 = 30;
/// Columns of the longest name.
pub(super) const NAMES: usize = 23;
/// Rows of the menu below the prompt, at least, as far as the terminal has them.
const ROWS: u16 = 8;
/// Rows of lines, at most.
const LIST: usize = 16;
/// Rows of the description, at most.
const DESCRIPTION: usize = 3;

/// Whether there is room beside the prompt.
pub fn is_beside(size: Size) -> bool {
    size.columns >= COLUMNS + PROMPT
}

/// What is left for the prompt on a terminal of that size.
pub fn room(size: Size) -> Size {
    match size {
        Size { columns: 0, .. } | Size { rows: 0, .. } => size,
        _ if is_beside(size) => Size { columns: size.columns - COLUMNS, ..size },
        _ => Size { rows: size.rows.saturating_sub(ROWS).max(1), ..size },
    }
}

impl Panel {
    /// Draws the menu on a frame that was drawn in `room(size)`.
    pub fn draw(&mut self, settings: &Settings, frame: &mut Frame, size: Size, theme: &Theme) {
        let columns = usize::from(size.columns);
        let used = usize::from(frame.cells.area.height);
        if columns == 0 || size.rows == 0 || used == 0 {
            return;
        }
        let (wide, top) = if is_beside(size) { (COLUMNS.into(), 0) } else { (columns, used) };
        let left = columns - wide;
        self.regions = Regions { left, top, hints: self.hints(settings), ..Regions::default() };
        let (rows, cursor) = self.rows(settings, wide, usize::from(size.rows) - top, theme);
        self.regions.rows = rows.len();
        cover(frame, &rows, (left, top), size.columns);
        if !rows.is_empty() {
            frame.cursor = Some(((left + cursor).min(columns - 1) as u16, top as u16));
        }
    }

    /// Search field, lines, description, hints: as many as there is room for; and the
    /// cursor's column in the first of them.
    fn rows(&mut self, settings: &Settings, wide: usize, height: usize, theme: &Theme) -> (Vec<Row>, usize) {
        let base = theme.style(Role::Menu);
        let (head, cursor) = self.head(wide, theme);
        let hints = usize::from(height > 2);
        let description = DESCRIPTION.min(height.saturating_sub(6));
        let room = height.saturating_sub(1 + hints + description).min(LIST).min(self.lines.len());
        let mut rows = vec![head];
        self.regions.list = 1..1 + room;
        let selected = self.lines.selected();
        let window: Vec<_> = self.lines.window(room).collect();
        self.regions.first = window.first().map_or(0, |(number, _)| *number);
        for (number, line) in window {
            rows.push(match line {
                Line::Heading(group) => Row::of(&format!(" {group}"), base.patch(theme.style(Role::Heading))),
                Line::Setting(row) => self.setting(row, selected == Some(number), settings, wide, theme),
            });
        }
        let detail = base.patch(theme.style(Role::MenuDetail));
        let told = self.lines.row().map_or("No setting has that name.", |row| row.doc);
        let told = words(told, wide.saturating_sub(2), description);
        rows.extend(told.iter().map(|line| Row::of(&format!(" {line}"), detail)));
        if hints > 0 {
            rows.push(hint_row(self.regions.hints, theme));
        }
        rows.truncate(height);
        for row in &mut rows {
            row.cut(wide);
            row.pad(wide, base);
        }
        (rows, cursor)
    }

    /// `Settings: what is looked for`, or the text that is edited; and the cursor's column.
    fn head(&self, wide: usize, theme: &Theme) -> (Row, usize) {
        let (text, cursor) = match (&self.edited, &self.query) {
            (Some(edited), _) => edited.line(),
            (None, Some(query)) => (format!("Settings: /{query}"), None),
            (None, None) => ("Settings".to_owned(), None),
        };
        let cursor = cursor.unwrap_or(text.len());
        let (row, column) = line(&text, Some(cursor), wide.saturating_sub(1), theme.style(Role::Heading));
        let mut head = Row::of(" ", theme.style(Role::Heading));
        head.cells.extend(row.cells);
        (head, 1 + column.unwrap_or(0))
    }

    /// `>*name          value`; the star marks what is not as in the file.
    fn setting(&self, row: &Setting, selected: bool, settings: &Settings, wide: usize, theme: &Theme) -> Row {
        let style = theme.style(if selected { Role::MenuSelected } else { Role::Menu });
        let changed = (row.get)(settings) != (row.get)(&self.saved);
        let pointer = if selected { ">" } else { " " };
        let mark = if changed { "*" } else { " " };
        let mut drawn = Row::of(&format!("{pointer}{mark}{:<NAMES$} ", row.name), style);
        drawn.push(&(row.get)(settings).to_string(), style);
        drawn.cut(wide);
        drawn.pad(wide, style);
        drawn
    }
}

fn hint_row(hints: Hints, theme: &Theme) -> Row {
    let mut row = Row::default();
    for (number, (hint, _)) in hints.iter().enumerate() {
        let (key, does) = hint.split_once(' ').unwrap_or((hint, ""));
        row.push(if number == 0 { " " } else { "  " }, theme.style(Role::StatusBar));
        row.push(key, theme.style(Role::StatusBarStrong));
        row.push(&format!(" {does}"), theme.style(Role::StatusBar));
    }
    row
}

/// At most `most` lines of whole words; a mark tells that there are more.
fn words(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last_mut().filter(|line| line.is_empty() || width(line) + width(word) < columns);
        match last {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => line.extend([" ", word]),
            None => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// Lays rows over a frame, from a column and row on; it gets as wide as the terminal, and as high
/// as they want.
fn cover(frame: &mut Frame, over: &[Row], (left, top): (usize, usize), columns: u16) {
    let (used, under) = (usize::from(frame.cells.area.height), usize::from(frame.cells.area.width));
    let total = used.max(top + over.len());
    let mut content = Vec::with_capacity(total * usize::from(columns));
    for number in 0..total {
        let mut row = Row::default();
        if number < used {
            row.cells.extend_from_slice(&frame.cells.content[number * under..(number + 1) * under]);
        }
        row.cells.resize(columns.into(), Cell::EMPTY);
        if let Some(above) = number.checked_sub(top).and_then(|at| over.get(at)) {
            row.cover(left, above.clone());
        }
        content.append(&mut row.cells);
    }
    frame.wrapped = vec![false; total];
    frame.cells = Buffer { area: Rect::new(0, 0, columns, total as u16), content };
}
