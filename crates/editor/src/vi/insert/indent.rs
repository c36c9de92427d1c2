//! `C-T` and `C-D` while inserting.

use crate::text::Text;
use crate::vi::{Mode, Outcome, Vi, indent, line};

impl Vi {
    pub(in crate::vi) fn indent_more(&mut self, text: &mut Text) -> Outcome {
        self.reindent_line(true, text)
    }

    pub(in crate::vi) fn indent_less(&mut self, text: &mut Text) -> Outcome {
        let at = text.cursor();
        let all = self.insertion.as_ref().is_some_and(|it| matches!(it.last, '0' | '^'));
        if !all || at == line::start(text.as_str(), at) {
            return self.reindent_line(false, text);
        }
        let before = line::prev(text.as_str(), at);
        if self.mode == Mode::Replace {
            self.restore(text);
        } else {
            self.replace(text, before..at, "");
        }
        text.set_cursor(before);
        let indent = line::start(text.as_str(), before)..line::indent(text.as_str(), before);
        self.change_indent(indent, "", text)
    }

    pub(in crate::vi) fn reindent_line(&mut self, more: bool, text: &mut Text) -> Outcome {
        let (range, with) = indent::rounded(text.as_str(), text.cursor(), self.options.shift_width, more);
        self.change_indent(range, &with, text)
    }

    pub(in crate::vi) fn change_indent(
        &mut self,
        range: std::ops::Range<usize>,
        with: &str,
        text: &mut Text,
    ) -> Outcome {
        let at = text.cursor();
        let (start, old) = (range.start, range.len());
        let new = with.len();
        self.replace(text, range, with);
        text.set_cursor((at + new).saturating_sub(old).max(start));
        if let Some(insertion) = &mut self.insertion
            && insertion.start > start
        {
            insertion.start = (insertion.start + new).saturating_sub(old).max(start);
        }
        Outcome::Done
    }
}
