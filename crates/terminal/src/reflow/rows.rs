//! What becomes of the rows of a terminal, and of its cursor, at another width.
//!
//! Invariant: nothing is asked of the terminal. What stands on it is known cell by cell,
//! so where its cursor went can be computed.

use super::Reflow;

/// What stands in one row of the terminal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Cells of each character, up to the last one that is not blank.
    pub widths: Vec<u8>,
    /// Whether the terminal wrapped it into the next one.
    pub joined: bool,
}

impl Row {
    fn len(&self) -> usize {
        self.widths.iter().map(|&width| usize::from(width)).sum()
    }
}

/// The rows of a terminal, and its cursor (column, row) among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    /// How wide the terminal is.
    pub columns: usize,
    pub all: Vec<Row>,
    pub cursor: (usize, usize),
}

impl Rows {
    /// The same on a terminal that has become `columns` wide and re-wraps in that way.
    pub fn rewrapped(&self, columns: usize, reflow: Reflow) -> Self {
        if columns == self.columns {
            return self.clone();
        }
        let mut new = Self { columns, ..Self::default() };
        let mut first = 0;
        for line in self.all.split_inclusive(|row| !row.joined) {
            let y = self.cursor.1.checked_sub(first).filter(|&y| y < line.len());
            first += line.len();
            let (mut rows, cursor) = self.rewrapped_line(line, y, columns, reflow);
            if let Some((x, y)) = cursor {
                // At the very edge of a last row the next character will wrap.
                let edge = if rows[y].joined { columns - 1 } else { columns };
                new.cursor = (if x > edge { columns - 1 } else { x }, new.all.len() + y);
            }
            new.all.append(&mut rows);
        }
        new
    }

    /// One line; `y` is the cursor's row in it, if it is there.
    fn rewrapped_line(&self, line: &[Row], y: Option<usize>, columns: usize, reflow: Reflow) -> Line {
        let cursor = y.map(|y| (self.cursor.0, y));
        if reflow == Reflow::Never || (reflow == Reflow::Others && y.is_some()) {
            return (line.to_vec(), cursor);
        }
        let mut rows = wrap(line.iter().flat_map(|row| &row.widths), columns);
        let place = match reflow {
            Reflow::Columns if columns < self.columns => by_columns,
            Reflow::Columns => by_cells_before,
            _ => by_cells,
        };
        let cursor = cursor.map(|cursor| place(line, cursor, &rows, columns));
        // Blanks before the cursor count as text.
        while cursor.is_some_and(|(_, y)| y >= rows.len()) {
            rows.last_mut().into_iter().for_each(|row| row.joined = true);
            rows.push(Row::default());
        }
        (rows, cursor)
    }
}

/// Its rows, and the cursor if it is in one of them.
type Line = (Vec<Row>, Option<(usize, usize)>);

/// One line in rows of that many columns.
fn wrap<'a>(widths: impl Iterator<Item = &'a u8>, columns: usize) -> Vec<Row> {
    let mut rows = vec![Row::default()];
    let mut room = columns;
    for &width in widths {
        let cells = usize::from(width);
        if let Some(full) = rows.last_mut().filter(|_| cells > room) {
            full.joined = true;
            rows.push(Row::default());
            room = columns;
        }
        rows.last_mut().into_iter().for_each(|row| row.widths.push(width));
        room = room.saturating_sub(cells);
    }
    rows
}

/// The cursor goes with its character. Behind the last one it stays in its row as long as
/// it can: at the very edge it does not count as wrapped.
fn by_cells(line: &[Row], (x, y): (usize, usize), rows: &[Row], columns: usize) -> (usize, usize) {
    let mut offset = line[..y].iter().map(Row::len).sum::<usize>() + x;
    for (y, row) in rows[..rows.len() - 1].iter().enumerate() {
        if offset < row.len() {
            return (offset, y);
        }
        offset -= row.len();
    }
    let beyond = offset.saturating_sub(1) / columns;
    (offset - beyond * columns, rows.len() - 1 + beyond)
}

/// The same, but in the gap before a wide character that went to the next row the cursor stays
/// behind the character before it.
fn by_cells_before(line: &[Row], (x, y): (usize, usize), rows: &[Row], columns: usize) -> (usize, usize) {
    if line[y].joined && x > 0 && x >= line[y].len() {
        let (x, y) = by_cells(line, (x - 1, y), rows, columns);
        return (x + 1, y);
    }
    by_cells(line, (x, y), rows, columns)
}

/// The cursor goes down one row for each `columns` columns that it is too far right, as long as
/// there is more of its own old row, which does not count what moves into the next one.
fn by_columns(line: &[Row], (mut x, y): (usize, usize), rows: &[Row], columns: usize) -> (usize, usize) {
    let start: usize = line[..y].iter().map(Row::len).sum();
    let (end, joined) = (start + line[y].len(), line[y].joined);
    let (mut at, mut past) = (0, rows[0].len());
    // What is left of the row above comes first, even if nothing of this row fits behind it.
    while at + 1 < rows.len() && (past < start || (past == start && rows[at].len() == columns)) {
        at += 1;
        past += rows[at].len();
    }
    x += start - (past - rows[at].len()).min(start);
    loop {
        let excess = end.saturating_sub(past);
        let stays = match excess {
            0 => joined || x <= columns,
            _ => x < columns || (joined && excess < columns),
        };
        if stays {
            return (x, at);
        }
        x -= columns;
        at += 1;
        past += rows.get(at).map_or(0, Row::len);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of a terminal 6 wide, `\` at the end of those that run on, `w_` for a wide character.
    #[track_caller]
    fn check(
        rows: &[&str],
        cursor: (usize, usize),
        columns: usize,
        reflow: Reflow,
        expected: (&[usize], usize),
    ) {
        let row = |text: &&str| Row {
            widths: text
                .trim_end_matches('\\')
                .replace("w_", "w")
                .chars()
                .map(|c| 1 + u8::from(c == 'w'))
                .collect(),
            joined: text.ends_with('\\'),
        };
        let before = Rows { columns: 6, all: rows.iter().map(row).collect(), cursor };
        let after = before.rewrapped(columns, reflow);
        let lengths: Vec<_> = after.all.iter().map(Row::len).collect();
        assert_eq!((lengths.as_slice(), after.cursor.1), expected, "{rows:?} {columns} {reflow:?}");
    }

    #[test]
    fn the_cursor_goes_where_the_terminal_takes_it() {
        use Reflow::{Cells, Columns, Never, Others};
        for reflow in [Cells, Columns] {
            check(&["abcdef"], (5, 0), 4, reflow, (&[4, 2], 1));
            check(&["abcd"], (4, 0), 4, reflow, (&[4], 0));
            check(&["ab"], (5, 0), 4, reflow, (&[2, 0], 1));
            check(&["abcdef\\", "gh"], (2, 1), 8, reflow, (&[8], 0));
            check(&["abcdef\\", "gh"], (2, 1), 4, reflow, (&[4, 4], 1));
            check(&["abcdef", "gh"], (2, 1), 4, reflow, (&[4, 2, 2], 2));
            check(&["abcw_f"], (5, 0), 4, reflow, (&[3, 3], 1));
        }
        let with_a_gap = ["abcdef\\", "ghijk\\", "w_"];
        check(&with_a_gap, (5, 1), 11, Cells, (&[11, 2], 1));
        check(&with_a_gap, (5, 1), 11, Columns, (&[11, 2], 0));
        check(&["abcdef\\", "gh"], (5, 0), 4, Cells, (&[4, 4], 1));
        check(&["abcdef\\", "gh"], (5, 0), 4, Columns, (&[4, 4], 0));
        check(&["abcdw_\\", "gh"], (6, 0), 6, Cells, (&[6, 2], 0));
        check(&["above.", "abcdef\\", "gh"], (1, 2), 4, Others, (&[4, 2, 6, 2], 3));
        check(&["above.", "abcdef"], (5, 1), 4, Never, (&[6, 6], 1));
    }
}
