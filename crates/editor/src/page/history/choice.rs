//! What is chosen: marked entries and lines, or else what is selected.

use super::{Browser, Focus};
use crate::history::History;
use crate::page::PageEffect;

/// An entry, or one of its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub entry: usize,
    /// From 0; `None` for all of them.
    pub line: Option<usize>,
}

impl Mark {
    fn text(self, history: &History) -> &str {
        let text = &history.entries()[self.entry];
        self.line.map_or(text, |line| text.split('\n').nth(line).unwrap_or_default())
    }
}

impl Browser {
    /// What a mark would be made at.
    fn here(&self) -> Option<Mark> {
        let line = (self.focus == Focus::Lines).then_some(self.line);
        self.selected().map(|entry| Mark { entry, line })
    }

    /// The number of a mark, from 1, in the order in which marks were made.
    pub(super) fn number(&self, mark: Mark) -> Option<usize> {
        self.marks.iter().position(|other| *other == mark).map(|index| index + 1)
    }

    /// How many lines of an entry are marked.
    pub(super) fn lines_marked(&self, entry: usize) -> usize {
        self.marks.iter().filter(|mark| mark.entry == entry && mark.line.is_some()).count()
    }

    /// Marks what is selected, or takes the mark back, and moves on.
    pub(super) fn mark(&mut self, then: isize, history: &History) -> PageEffect {
        let Some(mark) = self.here() else { return PageEffect::Bell };
        match self.number(mark) {
            Some(number) => drop(self.marks.remove(number - 1)),
            None => self.marks.push(mark),
        }
        // Lines are marked on the way down, entries on the way up, to older ones.
        self.step(if self.focus == Focus::Lines { -then.abs() } else { then }, history);
        PageEffect::Stay
    }

    fn chosen(&self) -> Vec<Mark> {
        if self.marks.is_empty() { self.here().into_iter().collect() } else { self.marks.clone() }
    }

    fn text(&self, history: &History) -> Option<String> {
        let texts: Vec<&str> = self.chosen().into_iter().map(|mark| mark.text(history)).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    pub(super) fn insert(&self, history: &History) -> PageEffect {
        self.text(history).map_or(PageEffect::Bell, PageEffect::Insert)
    }

    pub(super) fn copy(&mut self, history: &History) -> PageEffect {
        let Some(text) = self.text(history) else { return PageEffect::Bell };
        self.told = "Copied.";
        PageEffect::Copy(text)
    }

    pub(super) fn ask(&mut self) -> PageEffect {
        self.asking = !self.chosen().is_empty();
        if self.asking { PageEffect::Stay } else { PageEffect::Bell }
    }

    /// The question that stands in the place of the help.
    pub(super) fn question(&self) -> String {
        match self.doomed().as_slice() {
            [_] => "Delete this entry for good? y/n".into(),
            entries => format!("Delete {} entries for good? y/n", entries.len()),
        }
    }

    /// Deletes the chosen entries, whole.
    pub(super) fn delete(&mut self, history: &History) -> PageEffect {
        let texts = self.doomed().into_iter().map(|entry| history.entries()[entry].clone()).collect();
        self.marks.clear();
        self.told = "Deleted.";
        PageEffect::Forget(texts)
    }

    fn doomed(&self) -> Vec<usize> {
        let mut entries: Vec<usize> = self.chosen().into_iter().map(|mark| mark.entry).collect();
        entries.sort_unstable();
        entries.dedup();
        entries
    }
}
