//! From one text to the next: with `j` and `k` in the same column, or to what is searched for.

use super::motion::at_wanted;
use super::{Direction, Vi, line};
use crate::text::Text;

impl Vi {
    /// The display column that `j` and `k` aim at; `usize::MAX` is the end of every line.
    pub fn wanted_column(&self, text: &Text) -> usize {
        self.memory.want.unwrap_or_else(|| line::columns(text.as_str(), text.cursor()).start)
    }

    /// What was searched for last.
    pub fn searched(&self) -> &str {
        self.memory.search.as_ref().map_or("", |search| &search.source)
    }

    /// Where in another text is what was searched for last, in bytes.
    pub fn finds(&self, text: &str) -> Option<usize> {
        self.memory.search.as_ref()?.first(text)
    }

    /// Another text was come to in normal mode: from above or from below, aiming at a column.
    pub fn arrive(&mut self, direction: Direction, column: usize, text: &mut Text) {
        let edge = match direction {
            Direction::Older => text.as_str().len(),
            Direction::Newer => 0,
        };
        let at = at_wanted(text.as_str(), edge, column, false);
        text.set_cursor(at);
        self.memory.want = Some(column);
    }
}
