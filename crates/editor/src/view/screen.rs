//! The whole screen: where every part stands, then its rows.

mod above;
mod hit;

use ratatui_core::style::Style;

use crate::glyph::width;
use crate::layout::Layout;
use crate::scene::Scene;
use crate::theme::{Role, Theme};

use super::bars;
use super::doc;
use super::input::{self, Paint};
use super::menu::MenuBox;
use super::plan::{Heights, MENU_ROWS};
use super::popup::{Popup, doc_place};
use super::prompts::Prompts;
use super::row::Row;
use super::sideways::Sideways;

use above::above;
pub use hit::{Hit, menu_rows};

/// A scene, arranged. The terminal has at least one column and one row.
pub struct Screen<'a> {
    scene: &'a Scene<'a>,
    theme: &'a Theme,
    columns: usize,
    prompts: Prompts,
    layout: Layout<'a>,
    above: Vec<Row>,
    message: Vec<Row>,
    heights: Heights,
    popup: Popup,
    sideways: Sideways,
    /// Its column and row, as they are seen.
    cursor: (usize, usize),
    /// The first visible row of the input.
    pub top: usize,
    window: usize,
}

impl<'a> Screen<'a> {
    /// Arranges a scene; `text` is its input with the suggestion behind it.
    pub fn new(scene: &'a Scene<'a>, text: &'a str, theme: &'a Theme) -> Self {
        let (columns, rows) = (usize::from(scene.size.columns), usize::from(scene.size.rows));
        let prompts = super::prompts(scene.prompt, text, columns, scene.line_numbers, theme);
        let indent = prompts.indents().first;
        let wrap = if scene.wrap { columns } else { usize::MAX };
        let layout = Layout::new(text, wrap, prompts.indents(), scene.cursor);
        let (column, row) = layout.place(scene.cursor);
        let prompt = prompts.indents().of(layout.line_of(row));
        let sideways = if scene.wrap {
            Sideways::whole(columns)
        } else {
            Sideways::around(column, prompt, columns, theme.style(Role::LineNumber))
        };
        let anchor = sideways.seen(anchor(scene, &layout, (column, row)), prompt);
        let cursor = (sideways.seen(column, prompt), row);
        let message = scene.floats.message.map_or_else(Vec::new, |text| bars::message(text, columns, theme));
        let heights = wanted(scene, &layout, message.len(), anchor, indent).grant(rows);
        let popup = Popup::new(&scene.floats, heights, anchor, indent, columns);
        let above = above(scene, &prompts, columns, theme);
        let mut screen = Self {
            scene,
            theme,
            columns,
            prompts,
            layout,
            above,
            message,
            heights,
            popup,
            sideways,
            cursor,
            top: 0,
            window: 0,
        };
        screen.fit(rows - screen.heights.bottom());
        screen
    }

    /// Which rows of the input, and how many of those above it, are seen in so many rows.
    fn fit(&mut self, room: usize) {
        let popup = self.heights.popup();
        // The rows above give way, but for one: somebody's half line should be seen.
        let spared = usize::from(!self.above.is_empty() && room > popup + 4);
        let room = room - spared;
        let (cursor, rows) = (self.cursor.1, self.layout.rows());
        self.top = scroll(self.scene.top, cursor, rows, room, room - popup);
        self.window = (rows - self.top).min(room);
        let used = self.window.max(cursor - self.top + 1 + popup);
        self.above.drain(..self.above.len().saturating_sub(room + spared - used));
    }

    /// The rows, and column and row of the cursor.
    pub fn draw(&self) -> (Vec<Row>, (usize, usize)) {
        let mut rows = self.above.clone();
        let visible = self.top..self.top + self.window;
        rows.extend(input::rows(&self.layout, &self.prompts, &self.paint(), visible, self.sideways));
        self.draw_right(&mut rows);
        for float in self.popup.draw(&self.scene.floats, self.theme) {
            float.cover(&mut rows, self.below_cursor());
        }
        rows.extend(self.message.iter().take(self.heights.message).cloned());
        let cursor = self.draw_line(&mut rows);
        if let Some((left, right)) = self.scene.floats.status.as_ref().filter(|_| self.heights.status > 0) {
            rows.push(bars::status(left, right, self.columns, self.theme));
        }
        (rows, cursor)
    }

    /// At the right edge of the input's first row, a column before the end.
    fn draw_right(&self, rows: &mut [Row]) {
        let Some(right) = self.scene.floats.right.as_ref().filter(|_| self.top == 0) else { return };
        let Some(row) = rows.get_mut(self.above.len()) else { return };
        if row.width() + width(right) + 2 < self.columns {
            row.pad(self.columns - width(right) - 1, Style::new());
            row.push(right, self.theme.style(Role::LineNumber));
        }
    }

    /// The search line; it has the cursor, or the input has.
    fn draw_line(&self, rows: &mut Vec<Row>) -> (usize, usize) {
        let own = (self.cursor.0, self.below_cursor() - 1);
        let Some((text, cursor)) = self.scene.floats.line.as_ref().filter(|_| self.heights.line > 0) else {
            return own;
        };
        let (row, column) = bars::line(text, *cursor, self.columns, self.theme.style(Role::Text));
        rows.push(row);
        column.map_or(own, |column| (column, rows.len() - 1))
    }

    /// The frame's row below the cursor's.
    fn below_cursor(&self) -> usize {
        self.above.len() + self.cursor.1 - self.top + 1
    }

    fn paint(&self) -> Paint<'_> {
        Paint {
            spans: self.scene.spans,
            overlays: &self.scene.overlays,
            selection: &self.scene.selection,
            ghost: self.scene.text.len(),
            theme: self.theme,
        }
    }
}

/// Column where the completed word starts.
fn anchor(scene: &Scene<'_>, layout: &Layout<'_>, cursor: (usize, usize)) -> usize {
    match scene.floats.menu.as_ref().map(|menu| layout.place(menu.anchor)) {
        Some((column, row)) if row == cursor.1 => column,
        Some(_) => 0,
        None => cursor.0,
    }
}

/// What every part would like to have.
fn wanted(scene: &Scene<'_>, layout: &Layout<'_>, message: usize, anchor: usize, indent: usize) -> Heights {
    let floats = &scene.floats;
    let (columns, rows) = (usize::from(scene.size.columns), usize::from(scene.size.rows));
    let menu = floats.menu.as_ref().filter(|menu| !menu.rows.is_empty());
    let place = menu.map(|menu| MenuBox::new(menu, anchor, columns, MENU_ROWS));
    let (_, doc_columns, beside) = doc_place(place.as_ref(), indent, columns);
    Heights {
        message,
        line: floats.line.is_some().into(),
        menu: menu.map_or(0, |menu| MenuBox::wanted(menu, columns)),
        signature: floats.signature.is_some().into(),
        status: floats.status.is_some().into(),
        doc: floats.doc.map_or(0, |(text, _)| doc::height(text, doc_columns, rows)),
        beside,
        input: layout.rows(),
    }
}

/// The first visible row: the one before, unless the cursor or what pops up below it would
/// not be seen, or less than half of the room would be used though there is more to see.
/// `upper` of the room's rows are free of the pop-up.
fn scroll(before: usize, cursor: usize, rows: usize, room: usize, upper: usize) -> usize {
    let most = if rows <= room { 0 } else { rows - room.div_ceil(2) };
    before.min(most).max((cursor + 1).saturating_sub(upper)).min(cursor)
}
