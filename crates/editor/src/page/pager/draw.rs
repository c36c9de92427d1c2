//! What the pager looks like: a window on the text, and a line below it.

use ratatui_core::style::Style;

use super::styled::Styled;
use super::{Goal, Line, Pager};
use crate::event::Size;
use crate::frame::Frame;
use crate::glyph::width;
use crate::page::canvas::{help, help_at, page};
use crate::python::syntax::highlight;
use crate::theme::{Role, Theme};
use crate::transcript::Writer;
use crate::view::Row;

use super::verb::{Verb, hints, verb_of_hint};

/// More text than that in one window is shown without colours.
const HIGHLIGHTED: usize = 1 << 17;

impl Pager {
    /// What it looks like on a terminal of a size.
    pub fn frame(&mut self, size: Size, theme: &Theme) -> Frame {
        if size != self.size {
            self.size = size;
            self.top.row = 0;
            self.top = self.top.min(self.last_top());
        }
        theme.clone_into(&mut *self.theme);
        let mut rows = self.window(theme);
        rows.resize(self.rows(), Row::default());
        let (row, cursor) = self.bottom(theme);
        rows.push(row);
        page(rows, size, cursor.map(|column| (column, self.rows())))
    }

    /// The rows that are seen.
    fn window(&self, theme: &Theme) -> Vec<Row> {
        let mut rows = Vec::new();
        let (room, columns) = (self.rows(), usize::from(self.size.columns));
        let styles = self.styles(theme);
        let mut skipped = self.top.row;
        for number in self.top.line..self.store.len() {
            if rows.len() >= room {
                break;
            }
            let line = Styled::new(self.store.line(number), styles.of(&self.store, number), &self.needle);
            if self.wrap {
                rows.extend(line.wrapped(columns.max(1), theme).into_iter().skip(skipped));
            } else {
                rows.push(line.scrolled(self.left, columns, theme));
            }
            skipped = 0;
        }
        rows.truncate(room);
        rows
    }

    /// The colours of the lines in the window.
    fn styles(&self, theme: &Theme) -> Styles {
        let start = self.store.start(self.top.line);
        let end = self.store.start(self.top.line + self.rows());
        let text = &self.store.as_str()[start..end];
        let spans = if self.python && text.len() <= HIGHLIGHTED { highlight(text) } else { Vec::new() };
        let mut parts = Vec::with_capacity(2 * spans.len());
        for span in spans {
            parts.push((start + span.range.start, theme.style(Role::Text)));
            parts.push((start + span.range.end, theme.style(span.role)));
        }
        Styles(parts)
    }

    /// What stays on the screen: the rows that are seen, with their colours.
    pub(super) fn seen(&self) -> String {
        let mut writer = Writer::default();
        for row in self.window(&self.theme) {
            row.each(|symbol, style| writer.push(symbol, style));
            writer.change(Style::new());
            if !row.wrapped {
                writer.newline();
            }
        }
        if !writer.out.is_empty() && !writer.out.ends_with('\n') {
            writer.newline();
        }
        writer.out
    }

    /// The last row, and the cursor's column in it.
    fn bottom(&self, theme: &Theme) -> (Row, Option<usize>) {
        let columns = usize::from(self.size.columns);
        let (text, cursor) = match &self.line {
            Line::Search(needle) => needle.line(),
            Line::Save(saving) => saving.line(),
            Line::Status if !self.told.is_empty() => {
                return (Row::of(&self.told, theme.style(Role::Message)), None);
            }
            Line::Status => return (self.status(columns, theme), None),
        };
        let skip = width(&text).saturating_sub(columns.saturating_sub(1));
        let row = Styled::new(&text, Vec::new(), "").scrolled(skip, columns, theme);
        (row, cursor.map(|cursor| width(&text[..cursor]).saturating_sub(skip)))
    }

    fn status(&self, columns: usize, theme: &Theme) -> Row {
        let mut row = Row::of(&self.place(), theme.style(Role::Heading));
        let room = columns.saturating_sub(row.width());
        row.cells.extend(help(&hints(), room, theme).cells);
        row
    }

    /// What a click on a column of the last row is for.
    pub(super) fn verb_at(&self, column: usize) -> Option<Verb> {
        let shown = matches!(self.line, Line::Status) && self.told.is_empty();
        let start = width(&self.place());
        let column = column.checked_sub(start).filter(|_| shown)?;
        let room = usize::from(self.size.columns).saturating_sub(start);
        verb_of_hint(help_at(&hints(), room, column)?)
    }

    /// What the text is, and where one is in it.
    fn place(&self) -> String {
        let length = self.store.len();
        let more = if self.more { "+" } else { "" };
        let waits = match self.goal {
            Goal::Follow => "  following",
            Goal::Find(_) if self.asked => "  looking",
            _ if self.asked && self.goal != Goal::Window => "  reading",
            _ => "",
        };
        let place =
            format!("{}  line {}/{length}{more}{waits}  ", self.title, (self.top.line + 1).min(length));
        place.trim_start().to_owned()
    }
}

/// Up to where in the whole text each style goes.
struct Styles(Vec<(usize, Style)>);

impl Styles {
    /// Those of one line, counted from its start.
    fn of(&self, store: &super::Store, number: usize) -> Vec<(usize, Style)> {
        let start = store.start(number);
        let end = start + store.line(number).len();
        let first = self.0.partition_point(|(to, _)| *to <= start);
        let last = self.0.partition_point(|(to, _)| *to < end);
        let parts = self.0[first..(last + 1).min(self.0.len()).max(first)].iter();
        parts.map(|(to, style)| (to - start, *style)).collect()
    }
}
