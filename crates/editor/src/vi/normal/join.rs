//! Joining lines.

use crate::text::Text;
use crate::vi::mark::Place;
use crate::vi::operator::region::Region;
use crate::vi::{Vi, line};

impl Vi {
    /// Joins the lines of a region; with `spaces` by vi's rules, else as they are.
    pub(in crate::vi) fn join(&mut self, region: &Region, spaces: bool, text: &mut Text) {
        let first = line::start(text.as_str(), region.range.start);
        text.set_cursor(region.cursor.max(first).min(line::end(text.as_str(), first)));
        if region.rows(text.as_str()) == 1 {
            text.set_cursor(first);
        }
        let joints = region.line_starts(text.as_str()).len() - 1;
        let mut ending = last_char(&text.as_str()[line::range(text.as_str(), first)]);
        let opened = line::end(text.as_str(), first);
        for _ in 0..joints {
            let end = line::end(text.as_str(), first);
            let string = text.as_str();
            let stop = if spaces { line::indent(string, end + 1) } else { end + 1 };
            let more = &string[stop..line::end(string, end + 1)];
            let space =
                spaces && end > first && !more.is_empty() && !more.starts_with(')') && ending != Some(' ');
            ending = last_char(more);
            self.move_joined(end + usize::from(space) - first, end + 1..stop, text);
            self.replace(text, end..stop, if space { " " } else { "" });
            text.set_cursor(end);
        }
        let row = line::row(text.as_str(), first) + 1;
        self.memory.marks.put('.', Place { row, column: 0 });
        self.memory.marks.set(text.as_str(), '[', opened);
        self.memory.marks.set(text.as_str(), ']', line::end(text.as_str(), first));
        text.set_cursor(line::clamp(text.as_str(), text.cursor()));
    }

    /// Moves the marks of a line that comes behind another one, without its indentation.
    fn move_joined(&mut self, column: usize, indent: std::ops::Range<usize>, text: &Text) {
        let row = line::row(text.as_str(), indent.start);
        for place in self.memory.places().filter(|place| place.row == row) {
            place.column = place.column.max(indent.len()).saturating_add(column) - indent.len();
        }
    }
}

fn last_char(text: &str) -> Option<char> {
    text.chars().next_back()
}
