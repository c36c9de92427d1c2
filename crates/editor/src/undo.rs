//! The past and the undone future of a text, as groups of changes.
//!
//! Invariant: a new change drops the future.

/// One replacement, with all that is needed to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where, in bytes.
    pub at: usize,
    /// What stood there.
    pub removed: String,
    /// What stands there now.
    pub inserted: String,
    /// Where the cursor was before, in bytes.
    pub cursor: usize,
}

/// Groups of changes, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Undo {
    open: Vec<Change>,
    done: Vec<Vec<Change>>,
    undone: Vec<Vec<Change>>,
}

impl Undo {
    /// Adds a change to the open group.
    pub fn push(&mut self, change: Change) {
        if change.removed != change.inserted {
            self.undone.clear();
            self.open.push(change);
        }
    }

    /// Makes the open group a step of undo, though nothing changed yet.
    pub fn touch(&mut self, at: usize, cursor: usize) {
        self.undone.clear();
        self.open.push(Change { at, removed: String::new(), inserted: String::new(), cursor });
    }

    /// Whether changes were made since the last checkpoint.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// How many groups are closed.
    pub fn depth(&self) -> usize {
        self.done.len()
    }

    /// Closes the open group.
    pub fn checkpoint(&mut self) {
        if !self.open.is_empty() {
            self.done.push(std::mem::take(&mut self.open));
        }
    }

    /// Opens the last group again: what follows joins it.
    pub fn resume(&mut self) {
        if self.open.is_empty() {
            self.open = self.done.pop().unwrap_or_default();
        }
    }

    /// Closes the open group, and tells how many there are.
    pub fn steps(&mut self) -> usize {
        self.checkpoint();
        self.done.len()
    }

    /// Makes one group of all those behind the first `steps`.
    pub fn join(&mut self, steps: usize) {
        self.checkpoint();
        if self.done.len() > steps {
            let joined = self.done.drain(steps..).flatten().collect();
            self.done.push(joined);
        }
    }

    /// Moves the last group to the future; its changes are to be taken back, last one first.
    pub fn undo(&mut self) -> Option<Vec<Change>> {
        self.checkpoint();
        let group = self.done.pop()?;
        self.undone.push(group.clone());
        Some(group)
    }

    /// Moves the next group of the future to the past; its changes are to be made in order.
    pub fn redo(&mut self) -> Option<Vec<Change>> {
        let group = self.undone.pop()?;
        self.done.push(group.clone());
        Some(group)
    }

    /// The changes that `undo` would take back.
    pub fn last_group(&self) -> &[Change] {
        if self.open.is_empty() { self.done.last().map_or(&[], Vec::as_slice) } else { &self.open }
    }
}
