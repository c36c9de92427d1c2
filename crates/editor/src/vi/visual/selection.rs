//! What is selected, as a region.

use crate::text::Text;
use crate::vi::operator::region::Region;
use crate::vi::{Mode, Vi, line};

impl Vi {
    /// What is selected. The newline under the end of a selection of characters belongs to it,
    /// unless lines are taken anyway.
    pub(in crate::vi) fn selected(&self, text: &Text, takes_lines: bool) -> Region {
        let (string, cursor) = (text.as_str(), text.cursor());
        let anchor = text.anchor().unwrap_or(cursor);
        match self.mode {
            Mode::VisualBlock => {
                let block = Region::block(string, anchor, cursor, self.memory.want == Some(usize::MAX));
                self.repeated_width().map_or(block.clone(), |width| block.with_width(string, anchor, width))
            }
            Mode::VisualLine => {
                Region { cursor: self.line_start_or_cursor(text), ..Region::lines(string, anchor, cursor) }
            }
            _ if takes_lines => Region::lines(string, anchor, cursor),
            _ => Region::chars(anchor.min(cursor)..line::next(string, anchor.max(cursor))),
        }
    }

    /// The selection as whole lines, as `D`, `Y` and `S` take it.
    pub(in crate::vi) fn selected_lines(&mut self, text: &mut Text) -> Region {
        let anchor = text.anchor().unwrap_or(text.cursor());
        let lines = Region::lines(text.as_str(), anchor, text.cursor());
        let region = Region { cursor: self.line_start_or_cursor(text), ..lines };
        self.leave_visual(text);
        region
    }

    /// The lines of the selection, with the cursor put where it begins.
    pub(in crate::vi) fn selected_start(&mut self, text: &mut Text) -> Region {
        let region = self.selected(text, true);
        self.leave_visual(text);
        let lines = Region::lines(text.as_str(), region.range.start, region.range.end);
        text.set_cursor(region.cursor);
        Region { cursor: region.cursor, ..lines }
    }

    /// Where a selection of lines begins: its anchor counts as the first column, but not where
    /// the dot selects them.
    pub(in crate::vi) fn line_start_or_cursor(&self, text: &Text) -> usize {
        let anchor = text.anchor().unwrap_or(text.cursor());
        let anchor = if self.repeating { anchor } else { line::start(text.as_str(), anchor) };
        anchor.min(text.cursor())
    }
}
