//! Who gets the rows when there are few: pure numbers.

/// Most rows of the menu.
pub const MENU_ROWS: usize = 12;
/// Most rows of the documentation.
const DOC_ROWS: usize = 16;
/// Most rows of a message.
const MESSAGE_ROWS: usize = 4;

/// Rows of each part: first what it would like, then what it gets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Heights {
    pub message: usize,
    pub line: usize,
    pub menu: usize,
    pub signature: usize,
    pub status: usize,
    pub doc: usize,
    /// The documentation stands beside the menu, not below it.
    pub beside: bool,
    /// The input's rows, with its cursor's.
    pub input: usize,
}

impl Heights {
    /// Shares the terminal's rows out. The cursor's row comes first, then message, line,
    /// menu, signature, status and documentation, each with a little; then the rest of the
    /// input; what is still left goes to those who want more.
    pub fn grant(self, rows: usize) -> Self {
        let mut left = rows;
        let mut take = |want: usize| {
            let given = want.min(left);
            left -= given;
            given
        };
        let fair = (rows / 3).max(3);
        let mut got = Self { beside: self.beside, ..Self::default() };
        got.input = take(1);
        got.message = take(self.message.min(1));
        got.line = take(self.line);
        got.menu = take(self.menu.min(fair).min(MENU_ROWS));
        got.signature = take(self.signature);
        got.status = take(self.status);
        got.message += take(self.message.min(MESSAGE_ROWS).saturating_sub(got.message));
        let doc = self.doc.min(DOC_ROWS);
        let free = if self.beside { got.menu } else { 0 };
        got.doc = doc.min(free) + take(doc.min(fair).saturating_sub(free));
        got.input += take(self.input.saturating_sub(1));
        got.menu += take(self.menu.min(MENU_ROWS) - got.menu);
        let free = if self.beside { got.menu.saturating_sub(got.doc) } else { 0 };
        got.doc += (doc - got.doc).min(free);
        got.doc += take(doc - got.doc);
        got
    }

    /// Rows of what pops up below the cursor.
    pub fn popup(&self) -> usize {
        let pane = if self.beside { self.menu.max(self.doc) } else { self.menu + self.doc };
        self.signature + pane
    }

    /// Rows of what stands at the bottom.
    pub fn bottom(&self) -> usize {
        self.message + self.line + self.status
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rows: usize, beside: bool, expected: [usize; 7]) {
        let all =
            Heights { message: 1, line: 1, menu: 30, signature: 1, status: 1, doc: 40, beside, input: 50 };
        let got = all.grant(rows);
        let Heights { input, message, line, menu, signature, status, doc, .. } = got;
        assert_eq!([input, message, line, menu, signature, status, doc], expected, "{rows} rows");
        assert!(input.min(1) + got.popup() + got.bottom() <= rows);
    }

    #[test]
    fn the_most_important_come_first() {
        check(0, false, [0, 0, 0, 0, 0, 0, 0]);
        check(1, false, [1, 0, 0, 0, 0, 0, 0]);
        check(3, false, [1, 1, 1, 0, 0, 0, 0]);
        check(6, false, [1, 1, 1, 3, 0, 0, 0]);
        check(12, false, [1, 1, 1, 4, 1, 1, 3]);
        check(12, true, [4, 1, 1, 4, 1, 1, 4]);
        check(24, false, [4, 1, 1, 8, 1, 1, 8]);
        check(80, true, [50, 1, 1, 12, 1, 1, 16]);
    }
}
