//! The completion menu: which candidates fit what was typed, in which order, and
//! which one is selected. It narrows by itself; nobody is asked again.
//!
//! Invariant: `selected` and `top` are rows that exist, or `None` and 0.

mod rank;

use nucleo_matcher::{Config, Matcher};

use crate::protocol::Candidate;
use crate::scene::MenuView;
use crate::settings::PrivateNames;
use rank::{Fit, Known};

/// A menu, open or with nothing to show.
pub struct Menu {
    /// Deduplicated, in the order of equals.
    known: Vec<Known>,
    matcher: Matcher,
    private: PrivateNames,
    anchor: usize,
    prefix: String,
    /// Those that fit, best first, as indices.
    rows: Vec<usize>,
    /// How many of the rows begin with the prefix.
    beginning: usize,
    selected: Option<usize>,
    top: usize,
}

impl Menu {
    /// A menu of candidates for the word that begins at `anchor`, a byte offset of the input.
    /// Nothing is shown before the first [`Menu::narrow`].
    pub fn new(candidates: Vec<Candidate>, anchor: usize) -> Self {
        Self::with_private(candidates, anchor, PrivateNames::Always)
    }

    /// A menu that offers private names, before an underscore is typed, as the setting says.
    pub fn with_private(candidates: Vec<Candidate>, anchor: usize, private: PrivateNames) -> Self {
        let mut config = Config::DEFAULT;
        config.normalize = false;
        config.prefer_prefix = true;
        Self {
            known: rank::in_order(candidates),
            matcher: Matcher::new(config),
            private,
            anchor,
            prefix: String::new(),
            rows: Vec::new(),
            beginning: 0,
            selected: None,
            top: 0,
        }
    }

    /// Keeps what fits the word as typed up to the cursor. `fuzzy` lets letters match with
    /// others between them; `used` counts how often a text was taken in this session.
    pub fn narrow(&mut self, prefix: &str, fuzzy: bool, used: &impl Fn(&str) -> u32) {
        prefix.clone_into(&mut self.prefix);
        let mut ranked = rank::fitting(&self.known, prefix, fuzzy, used, &mut self.matcher);
        if !prefix.starts_with('_') {
            rank::hide_private(&mut ranked, self.private);
        }
        ranked.sort_by_key(|&(rank, _)| rank);
        self.beginning = ranked.iter().filter(|(rank, _)| rank.fit != Fit::Fuzzy).count();
        self.rows = ranked.into_iter().map(|(_, index)| index).collect();
        self.selected = None;
        self.top = 0;
    }

    /// Whether there is something to show: not when all that begins with what was
    /// typed is just that.
    pub fn is_open(&self) -> bool {
        match self.beginning {
            0 => !self.rows.is_empty(),
            1 => self.beginnings().all(|candidate| candidate.text != self.prefix),
            _ => true,
        }
    }

    /// Byte offset of the input where the completed word begins.
    pub fn anchor(&self) -> usize {
        self.anchor
    }

    /// How many candidates fit.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no candidate fits.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The selected candidate.
    pub fn selected(&self) -> Option<&Candidate> {
        self.selected.map(|row| &self.known[self.rows[row]].candidate)
    }

    /// The first candidate that begins with the prefix, if one does.
    pub fn best(&self) -> Option<&Candidate> {
        self.beginnings().next()
    }

    /// The selected row.
    pub fn selected_row(&self) -> Option<usize> {
        self.selected
    }

    /// Selects the next row, from the last one the first.
    pub fn select_next(&mut self) {
        self.select(|selected, last| match selected {
            Some(row) if row < last => row + 1,
            _ => 0,
        });
    }

    /// Selects the previous row, from the first one the last.
    pub fn select_previous(&mut self) {
        self.select(|selected, last| match selected {
            None | Some(0) => last,
            Some(row) => row - 1,
        });
    }

    /// Selects the row `rows` further down (up when negative), at most the last or first one.
    pub fn select_page(&mut self, rows: isize) {
        self.select(|selected, last| selected.unwrap_or(0).saturating_add_signed(rows).min(last));
    }

    /// Selects a row, as the mouse does.
    pub fn select_row(&mut self, row: usize) {
        self.select(|_, last| row.min(last));
    }

    /// Selects nothing.
    pub fn deselect(&mut self) {
        self.selected = None;
    }

    fn select(&mut self, choose: impl Fn(Option<usize>, usize) -> usize) {
        if let Some(last) = self.rows.len().checked_sub(1) {
            self.selected = Some(choose(self.selected, last));
        }
    }

    /// What all candidates that begin with the prefix begin with; never shorter than
    /// the prefix. With none of them, the only one that fits otherwise.
    pub fn common_prefix(&self) -> &str {
        let mut texts = self.beginnings().map(|candidate| candidate.text.as_str());
        let Some(first) = texts.next() else {
            let only = self.rows.first().filter(|_| self.rows.len() == 1);
            return only.map_or(&self.prefix, |&index| &self.known[index].candidate.text);
        };
        let common = texts.fold(first, rank::common);
        if common.len() < self.prefix.len() { &self.prefix } else { common }
    }

    /// What replaces the typed word, and what follows it: of the selected candidate.
    pub fn accept(&self) -> Option<(&str, &str)> {
        self.selected().map(|candidate| (candidate.text.as_str(), candidate.suffix.as_str()))
    }

    /// What is drawn where `height` rows fit. Matched letters are told for the rows in sight only.
    pub fn view(&mut self, height: usize, columns: bool) -> MenuView<'_> {
        self.scroll(height);
        let sight = self.top..self.top + height;
        let (known, matcher, prefix) = (&self.known, &mut self.matcher, &self.prefix);
        let row = |(row, &index): (usize, &usize)| {
            let Known { candidate, .. } = &known[index];
            let letters = if sight.contains(&row) {
                rank::letters(&candidate.text, prefix, matcher)
            } else {
                Vec::new()
            };
            (candidate, letters)
        };
        let rows = self.rows.iter().enumerate().map(row).collect();
        MenuView { rows, selected: self.selected, top: self.top, anchor: self.anchor, columns }
    }

    /// Moves the first visible row no more than the selected one asks for.
    fn scroll(&mut self, height: usize) {
        let Some(selected) = self.selected else { return };
        self.top = self.top.clamp((selected + 1).saturating_sub(height), selected);
    }

    fn beginnings(&self) -> impl Iterator<Item = &Candidate> {
        let (prefix, folded) = (self.prefix.as_str(), rank::fold(&self.prefix));
        let known = self.rows.iter().map(|&index| &self.known[index]);
        known.filter(move |known| known.begin(prefix, &folded).is_some()).map(|known| &known.candidate)
    }
}

#[cfg(test)]
mod tests;
