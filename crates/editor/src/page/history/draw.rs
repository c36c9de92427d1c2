//! What the browser looks like: the selected entry, the list with the newest at its
//! bottom, the query, and what keys do.

use super::age::age;
use super::choice::Mark;
use super::regions::Regions;
use super::verb::hints;
use super::{Browser, Focus, Scope};
use crate::event::Size;
use crate::frame::Frame;
use crate::glyph::{Glyph, glyphs, width};
use crate::history::History;
use crate::page::canvas::{code, help, page, rule};
use crate::python::syntax::highlight;
use crate::theme::{Role, Theme};
use crate::view::Row;

/// Longer entries are shown without colours: nobody reads them here.
const HIGHLIGHTED: usize = 1 << 16;

/// From so many columns on, each row of the list names the entry's directory.
const WIDE: usize = 100;

/// No more of an entry than this many bytes can be seen in a row of the list.
const SEEN: usize = 2_000;

impl Browser {
    /// What it looks like on a terminal of a size.
    pub fn frame(&mut self, history: &History, size: Size, theme: &Theme) -> Frame {
        let columns = usize::from(size.columns);
        let mut regions = Regions::new(size);
        self.list.set_height(regions.list.len());
        let room = regions.preview.len();
        regions.line = (self.line + 1).saturating_sub(room.max(1));
        let mut rows = self.preview(history, regions.line, room, columns, theme);
        rows.push(rule(&self.title(history), columns, theme));
        let window = self.list.window();
        rows.extend(std::iter::repeat_n(Row::default(), regions.list.len() - window.len()));
        rows.extend(window.rev().map(|row| self.item(row, history, columns, theme)));
        rows.push(self.query_row(columns, theme));
        rows.push(match (self.asking, self.told) {
            (true, _) => Row::of(&self.question(), theme.style(Role::Message)),
            (_, "") => help(&hints(self.focus == Focus::Query), columns, theme),
            (_, told) => Row::of(told, theme.style(Role::Message)),
        });
        let query = (self.query.column(), regions.list.end);
        let line = (4, (self.line - regions.line).min(room.saturating_sub(1)));
        self.regions = regions;
        page(rows, size, Some(if self.focus == Focus::Lines { line } else { query }))
    }

    fn preview(&self, history: &History, top: usize, room: usize, columns: usize, theme: &Theme) -> Vec<Row> {
        let mut rows = Vec::new();
        if let Some(entry) = self.selected() {
            let text = &history.entries()[entry];
            let spans = if text.len() > HIGHLIGHTED { Vec::new() } else { highlight(text) };
            let mut start = 0;
            for (number, line) in text.split('\n').enumerate().take(top + room) {
                if number >= top {
                    let mut row = self.gutter(entry, number, theme);
                    let end = text.floor_char_boundary(start + line.len().min(SEEN));
                    row.cells.extend(code(text, start..end, &spans, theme).cells);
                    row.cut(columns);
                    rows.push(row);
                }
                start += line.len() + 1;
            }
        }
        rows.resize(room, Row::default());
        rows
    }

    /// The mark of a line, and whether it is selected.
    fn gutter(&self, entry: usize, line: usize, theme: &Theme) -> Row {
        let number = self.number(Mark { entry, line: Some(line) });
        let pointer = if self.focus == Focus::Lines && line == self.line { ">" } else { " " };
        Row::of(&format!("{}{pointer}", mark(number)), theme.style(Role::LineNumber))
    }

    /// When, where and with what outcome the selected entry was entered.
    fn title(&self, history: &History) -> String {
        let Some(entry) = self.selected() else {
            return if history.entries().is_empty() { "no history yet" } else { "nothing fits" }.into();
        };
        let origin = history.origin(entry);
        let outcome = match origin.succeeded {
            Some(true) => "ran",
            Some(false) => "raised",
            None => "",
        };
        let session = if *origin.session == self.place.session { "this session" } else { "" };
        let parts = [&*age(origin, self.place.time, true), outcome, &*origin.directory, session];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// One row of the list: mark, age, outcome, text.
    fn item(&mut self, row: usize, history: &History, columns: usize, theme: &Theme) -> Row {
        let entry = self.entry(row);
        let selected = self.list.selected() == Some(row);
        let (text, origin) = (&history.entries()[entry], history.origin(entry));
        let number = self.number(Mark { entry, line: None });
        let lines = self.lines_marked(entry);
        let marked = if number.is_none() && lines > 0 { "  +".into() } else { mark(number) };
        let outcome = if origin.succeeded == Some(false) { "!" } else { " " };
        let pointer = if selected { ">" } else { " " };
        let base = if selected { theme.style(Role::MenuSelected) } else { theme.style(Role::Text) };
        let faint = if selected { base } else { theme.style(Role::LineNumber) };
        let mut row = Row::of(
            &format!("{pointer}{marked} {:>4}{outcome} ", age(origin, self.place.time, false)),
            faint,
        );
        let text = text[..text.floor_char_boundary(SEEN)].replace('\n', " ↵ ");
        let matched = self.filter.letters(&text);
        let found = if selected { base.patch(bold(theme)) } else { theme.style(Role::MenuMatch) };
        glyphs(&text, |Glyph { offset, symbol, width }| {
            let style = if matched.binary_search(&offset).is_ok() { found } else { base };
            row.put(symbol, width, style);
        });
        let place = last_part(&origin.directory);
        let place = if columns < WIDE || width(place) > columns / 3 { "" } else { place };
        let room = columns - width(place);
        row.cut(room.saturating_sub(usize::from(!place.is_empty())));
        if selected || !place.is_empty() {
            row.pad(room, base);
        }
        row.push(place, faint);
        row
    }

    /// The query, and how many entries of how many fit at the right.
    fn query_row(&self, columns: usize, theme: &Theme) -> Row {
        let mut row = Row::of(&self.query.line().0, theme.style(Role::Text));
        let scope = match self.scope {
            Scope::All => "all",
            Scope::Directory => "this directory",
            Scope::Session => "this session",
        };
        let marked =
            if self.marks.is_empty() { String::new() } else { format!("{} marked  ", self.marks.len()) };
        let mode = match (self.vi, self.focus) {
            (false, _) => "",
            (true, Focus::Query) => "INSERT  ",
            (true, Focus::List | Focus::Lines) => "NORMAL  ",
        };
        let right = format!("{mode}{marked}{scope} {}/{}", self.filter.hits().len(), self.entries.len());
        if row.width() + width(&right) < columns {
            row.pad(columns - width(&right), theme.style(Role::Text));
            row.push(&right, theme.style(Role::StatusBar));
        }
        row
    }
}

/// The name of a directory.
fn last_part(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

fn bold(theme: &Theme) -> ratatui_core::style::Style {
    let modifiers = theme.style(Role::MenuMatch).add_modifier | ratatui_core::style::Modifier::BOLD;
    ratatui_core::style::Style::new().add_modifier(modifiers)
}

/// Three cells.
fn mark(number: Option<usize>) -> String {
    number.map_or_else(|| "   ".into(), |number| format!("{number:>3}"))
}
