//! The completion menu: one pop-up, or columns over the width.

use crate::glyph::{Glyph, glyphs, width};
use crate::protocol::{Candidate, Kind};
use crate::scene::MenuView;
use crate::theme::{Role, Theme};

use super::row::Row;

mod look;

use look::{Paint, word};

/// Room for the longest of `word`.
const KIND: usize = 5;
/// Longer previews are cut.
const DETAIL: usize = 40;
/// A preview in less room tells nothing.
const LEAST_DETAIL: usize = 8;

/// Where the menu stands and how its columns are divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MenuBox {
    /// Column of its left edge.
    pub column: usize,
    /// Columns of the whole.
    pub width: usize,
    /// Its rows.
    pub rows: usize,
    /// Index of the first candidate shown.
    pub first: usize,
    /// How many stand beside each other; 1 for a pop-up.
    pub across: usize,
    name: usize,
    kind: bool,
    detail: usize,
    marked: bool,
}

impl MenuBox {
    /// How many rows the menu would like to have.
    pub fn wanted(menu: &MenuView<'_>, columns: usize) -> usize {
        menu.rows.len().div_ceil(Self::across(menu, columns))
    }

    /// Places the menu below the column where the completed word starts.
    pub fn new(menu: &MenuView<'_>, anchor: usize, columns: usize, rows: usize) -> Self {
        let across = Self::across(menu, columns);
        let rows = rows.min(menu.rows.len().div_ceil(across));
        if across > 1 {
            return Self::grid(menu, columns, rows, across);
        }
        let marked = menu.rows.len() > rows;
        let widest = |of: fn(&Candidate) -> usize| menu.rows.iter().map(|row| of(row.0)).max().unwrap_or(0);
        let longest = widest(|candidate| width(&candidate.text));
        let mut room = columns.saturating_sub(3);
        let name = longest.min(room);
        room -= name;
        let kind = room >= KIND + 2 && menu.rows.iter().any(|row| row.0.kind != Kind::Text);
        room -= if kind { KIND + 2 } else { 0 };
        let detail = match widest(|candidate| width(&candidate.detail)).min(DETAIL) {
            0 => 0,
            _ if room < LEAST_DETAIL + 2 => 0,
            wanted => wanted.min(room - 2),
        };
        let parts = [1, name, if kind { KIND + 2 } else { 0 }, if detail > 0 { detail + 2 } else { 0 }];
        // The mark's column is kept when there is nothing to scroll: the pane beside stays put.
        let width = (parts.iter().sum::<usize>() + 2).min(columns);
        let column = anchor.saturating_sub(1).min(columns - width);
        let first = scrolled(menu, rows);
        Self { column, width, rows, first, across, name, kind, detail, marked }
    }

    /// Columns go down first; a page of them is shown, the one with the selected candidate.
    fn grid(menu: &MenuView<'_>, columns: usize, rows: usize, across: usize) -> Self {
        let page = (rows * across).max(1);
        let first = menu.selected.map_or(0, |selected| selected / page * page);
        let name = Self::cell(menu, columns) - 2;
        let shown = menu.rows.len().saturating_sub(first).min(page).div_ceil(rows.max(1));
        let width = shown * (name + 2);
        Self { column: 0, width, rows, first, across, name, kind: false, detail: 0, marked: false }
    }

    fn across(menu: &MenuView<'_>, columns: usize) -> usize {
        if menu.columns { (columns / Self::cell(menu, columns)).max(1) } else { 1 }
    }

    /// Columns of one candidate among others.
    fn cell(menu: &MenuView<'_>, columns: usize) -> usize {
        let longest = menu.rows.iter().map(|row| width(&row.0.text)).max().unwrap_or(0);
        (longest + 2).clamp(3, columns.max(3))
    }

    /// Index of the candidate at a column and row of the box.
    pub fn index(&self, column: usize, row: usize, candidates: usize) -> Option<usize> {
        let across = if self.across > 1 { column / (self.name + 2) } else { 0 };
        let index = self.first + across * self.rows + row;
        (row < self.rows && column < self.width && index < candidates).then_some(index)
    }

    /// The rows of the menu.
    pub fn draw(&self, menu: &MenuView<'_>, theme: &Theme) -> Vec<Row> {
        (0..self.rows).map(|row| self.draw_row(row, menu, theme)).collect()
    }

    fn draw_row(&self, number: usize, menu: &MenuView<'_>, theme: &Theme) -> Row {
        let mut row = Row::default();
        for across in 0..self.across {
            let index = self.first + across * self.rows + number;
            let Some((candidate, matched)) = menu.rows.get(index) else { continue };
            let selected = menu.selected == Some(index);
            let paint = Paint { theme, selected, matched };
            self.draw_candidate(&mut row, candidate, &paint);
        }
        if self.marked {
            let total = menu.rows.len();
            let thumb = (self.rows * self.rows).div_ceil(total).max(1);
            let start = (self.first * (self.rows - thumb)).div_ceil((total - self.rows).max(1));
            let mark = if (start..start + thumb).contains(&number) { "┃" } else { "│" };
            row.put(mark, 1, theme.style(Role::Menu).patch(theme.style(Role::MenuDetail)));
        } else if self.across == 1 {
            row.put(" ", 1, theme.style(Role::Menu));
        }
        row.clip(self.width);
        row
    }

    fn draw_candidate(&self, row: &mut Row, candidate: &Candidate, paint: &Paint<'_>) {
        let base = paint.base();
        let left = row.width() + 1;
        row.put(" ", 1, base);
        let mut name = Row::default();
        glyphs(&candidate.text, |Glyph { offset, symbol, width }| {
            name.put(symbol, width, paint.letter(offset));
        });
        name.cut(self.name);
        row.cells.append(&mut name.cells);
        row.pad(left + self.name, base);
        if self.kind {
            row.push("  ", base);
            let start = row.width();
            row.push(word(candidate.kind), paint.faint(Role::from(candidate.kind)));
            row.pad(start + KIND, base);
        }
        if self.detail > 0 {
            row.push("  ", base);
            let mut detail = Row::of(&candidate.detail, paint.faint(Role::MenuDetail));
            detail.cut(self.detail);
            row.pad(row.width() + self.detail - detail.width(), base);
            row.cells.append(&mut detail.cells);
        }
        row.put(" ", 1, base);
    }
}

/// The first visible row: as the scene has it, as long as the selected one is seen.
fn scrolled(menu: &MenuView<'_>, rows: usize) -> usize {
    let top = menu.top.min(menu.rows.len() - rows);
    match menu.selected {
        Some(selected) => {
            let selected = selected.min(menu.rows.len() - 1);
            top.clamp((selected + 1).saturating_sub(rows), selected.min(menu.rows.len() - rows))
        }
        None => top,
    }
}
