//! The marks and the selection that undo brings back.

use std::collections::BTreeMap;

use crate::text::Text;
use crate::vi::Vi;
use crate::vi::mark::Marks;
use crate::vi::visual::Last;

/// Marks and selection before each step of undo, by how many steps are before it; after it was
/// undone, those that were there then.
#[derive(Debug, Default)]
pub struct Past(BTreeMap<usize, (Marks, Option<Last>)>);

impl Vi {
    /// A step of undo begins with the next change.
    pub(in crate::vi) fn begin_step(&mut self, text: &Text) {
        let step = text.undo_depth();
        self.memory.changes.begin();
        self.past.0.split_off(&step);
        self.past.0.insert(step, (self.memory.marks.named(), self.memory.visual));
    }

    /// A step was undone, or done again.
    pub(in crate::vi) fn exchange_marks(&mut self, step: usize) {
        let Some((marks, visual)) = self.past.0.get_mut(&step) else { return };
        *marks = self.memory.marks.put_back(marks);
        if visual.is_some() {
            std::mem::swap(visual, &mut self.memory.visual);
        }
    }
}
