//! What pops up below the cursor: signature, menu, documentation.

use ratatui_core::style::Style;

use crate::scene::Floats;
use crate::theme::Theme;

use super::doc;
use super::menu::MenuBox;
use super::plan::Heights;
use super::row::Row;
use super::signature;

/// Rows at a column and at a row below the cursor's.
pub struct Float {
    column: usize,
    row: usize,
    rows: Vec<Row>,
}

/// Where the menu and the documentation stand.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Popup {
    pub menu: Option<MenuBox>,
    /// Row of the menu, below the cursor's.
    pub menu_row: usize,
    doc: (usize, usize),
    doc_row: usize,
    heights: Heights,
    indent: usize,
    columns: usize,
}

/// Column and columns of the documentation, and whether it finds room at the menu's right side.
pub fn doc_place(menu: Option<&MenuBox>, indent: usize, columns: usize) -> (usize, usize, bool) {
    let narrow = |left: usize| (columns - left).min(doc::COLUMNS);
    if let Some(menu) = menu.filter(|menu| menu.across == 1) {
        let left = menu.column + menu.width + 1;
        if left + doc::LEAST_COLUMNS <= columns {
            return (left, narrow(left), true);
        }
    }
    let left = if indent + doc::LEAST_COLUMNS <= columns { indent } else { 0 };
    (left, narrow(left), false)
}

impl Popup {
    /// Places the parts; `indent` is the column where the input starts.
    pub fn new(floats: &Floats<'_>, heights: Heights, anchor: usize, indent: usize, columns: usize) -> Self {
        let menu = floats.menu.as_ref().filter(|_| heights.menu > 0);
        let menu = menu.map(|menu| MenuBox::new(menu, anchor, columns, heights.menu));
        let menu_row = heights.signature;
        let beside = menu.as_ref().filter(|_| heights.beside);
        let (column, width, beside) = doc_place(beside, indent, columns);
        let (doc, doc_row) = ((column, width), menu_row + if beside { 0 } else { heights.menu });
        Self { menu, menu_row, doc, doc_row, heights, indent, columns }
    }

    /// Draws the parts.
    pub fn draw(&self, floats: &Floats<'_>, theme: &Theme) -> Vec<Float> {
        let mut drawn = Vec::new();
        if let Some(call) = floats.signature.filter(|_| self.heights.signature > 0) {
            let row = signature::one_of(&call, self.columns, theme);
            let column = self.indent.min(self.columns - row.width());
            drawn.push(Float { column, row: 0, rows: vec![row] });
        }
        if let (Some(place), Some(menu)) = (self.menu, &floats.menu) {
            drawn.push(Float { column: place.column, row: self.menu_row, rows: place.draw(menu, theme) });
        }
        if let Some((text, scroll)) = floats.doc.filter(|_| self.heights.doc > 0) {
            let (column, columns) = self.doc;
            let rows = doc::doc(text, scroll, columns, self.heights.doc, theme);
            drawn.push(Float { column, row: self.doc_row, rows });
        }
        drawn
    }
}

impl Float {
    /// Lays the float over rows, of which number `below` is the one below the cursor's.
    pub fn cover(self, rows: &mut Vec<Row>, below: usize) {
        let width = self.rows.iter().map(Row::width).max().unwrap_or(0);
        for (number, mut row) in self.rows.into_iter().enumerate() {
            let at = below + self.row + number;
            if at >= rows.len() {
                rows.resize(at + 1, Row::default());
            }
            if rows[at].width() > self.column {
                row.pad(width, Style::new());
            }
            rows[at].cover(self.column, row);
            rows[at].wrapped = false;
        }
    }
}
