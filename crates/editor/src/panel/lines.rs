//! The menu's lines: settings under the headings of their groups, or those that were found.
//!
//! Invariant: a setting is selected, never a heading; nothing is where nothing was found.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::page::List;
use crate::settings::{ROWS, Row};

/// One line of the list.
#[derive(Clone, Copy)]
pub enum Line {
    Heading(&'static str),
    Setting(&'static Row),
}

/// The lines, and which one is selected.
pub struct Lines {
    lines: Vec<Line>,
    list: List,
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lines").field("list", &self.list).finish_non_exhaustive()
    }
}

impl Lines {
    /// All settings in the table's order, each group behind its name.
    pub fn all() -> Self {
        let mut lines = Vec::new();
        let mut group = "";
        for row in ROWS {
            if row.group != group {
                group = row.group;
                lines.push(Line::Heading(group));
            }
            lines.push(Line::Setting(row));
        }
        let mut all = Self { lines: Vec::new(), list: List::default() };
        all.show(lines);
        all
    }

    /// The settings whose name, group or description fits, the best first; names count most.
    pub fn look_for(&mut self, query: &str) {
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut Vec::new()), &mut matcher);
        let named = |row: &Row| format!("{} {}", row.name, row.group);
        let mut found: Vec<_> =
            ROWS.iter().enumerate().filter_map(|(at, row)| Some((score(&named(row))?, at, row))).collect();
        found.sort_by_key(|&(score, at, _)| (std::cmp::Reverse(score), at));
        let words = query.to_lowercase();
        let told = ROWS.iter().filter(|row| !words.is_empty() && row.doc.to_lowercase().contains(&words));
        let mut rows: Vec<&'static Row> = found.into_iter().map(|(_, _, row)| row).collect();
        for row in told {
            if rows.iter().all(|other| other.name != row.name) {
                rows.push(row);
            }
        }
        self.show(rows.into_iter().map(Line::Setting).collect());
    }

    fn show(&mut self, lines: Vec<Line>) {
        self.list.set_length(lines.len());
        self.lines = lines;
        self.list.select(0);
        self.step(0);
    }

    /// The selected setting.
    pub fn row(&self) -> Option<&'static Row> {
        self.selected().and_then(|line| self.setting(line))
    }

    /// Number of the selected line.
    pub fn selected(&self) -> Option<usize> {
        self.list.selected()
    }

    /// The lines that are seen in so many rows, with their numbers.
    pub fn window(&mut self, rows: usize) -> impl Iterator<Item = (usize, Line)> {
        let is_first = self.list.height() == 0;
        self.list.set_height(rows);
        if let Some(line) = self.selected().filter(|_| is_first) {
            self.list.select(0);
            self.select(line);
        }
        self.list.window().map(|number| (number, self.lines[number]))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    fn setting(&self, line: usize) -> Option<&'static Row> {
        match self.lines.get(line)? {
            Line::Setting(row) => Some(row),
            Line::Heading(_) => None,
        }
    }

    /// Moves by so many settings; `false` when it is at the end already.
    pub fn step(&mut self, by: isize) -> bool {
        let settings: Vec<usize> =
            (0..self.lines.len()).filter(|&line| self.setting(line).is_some()).collect();
        let here = settings.partition_point(|&line| Some(line) < self.selected());
        let to = here.saturating_add_signed(by).min(settings.len().saturating_sub(1));
        settings.get(to).is_some_and(|&line| self.select(line)) && to != here
    }

    /// Goes to the first setting of the next group, or of the one before.
    pub fn turn(&mut self, by: isize) -> bool {
        let heading = |&line: &usize| matches!(self.lines[line], Line::Heading(_));
        let headings: Vec<usize> = (0..self.lines.len()).filter(heading).collect();
        let Some(here) = headings.partition_point(|&line| Some(line) < self.selected()).checked_sub(1) else {
            return false;
        };
        let to = here.saturating_add_signed(by).min(headings.len() - 1);
        if to == here {
            return false;
        }
        // All of the group is seen, as far as there is room.
        let end = headings.get(to + 1).copied().unwrap_or(self.lines.len());
        self.list.select(end - 1);
        self.select(headings[to] + 1)
    }

    /// Selects a line and shows the heading above it; `false` for what is no setting.
    pub fn select(&mut self, line: usize) -> bool {
        if self.setting(line).is_none() {
            return false;
        }
        if line > 0 && self.setting(line - 1).is_none() {
            self.list.select(line - 1);
        }
        self.list.select(line);
        true
    }

    /// Selects a setting.
    pub fn select_row(&mut self, row: &Row) {
        let named = |line: &Line| matches!(line, Line::Setting(other) if other.name == row.name);
        if let Some(line) = self.lines.iter().position(named) {
            self.select(line);
        }
    }
}
