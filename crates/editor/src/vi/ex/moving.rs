//! `:m`, `:t` and `:co`.

use super::Line;
use crate::text::Text;
use crate::vi::mark::Place;
use crate::vi::motion::place_in_row;
use crate::vi::{Outcome, Vi, line};

impl Vi {
    /// The row below which lines go; `None` is above the first.
    pub(super) fn destination(&self, line: &Line, text: &Text) -> Result<Option<usize>, Outcome> {
        let (addresses, ..) = self.addresses(line.rest.trim_start(), text).map_err(Outcome::Say)?;
        let address = addresses.last().ok_or_else(|| Outcome::Say("which line?".into()))?;
        let row = usize::try_from(address.row).ok();
        if address.row < -1 || row.is_some_and(|row| row >= line::count(text.as_str())) {
            return Err(Outcome::Say("there are not so many lines".into()));
        }
        Ok(row)
    }

    pub(super) fn ex_copy(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let destination = match self.destination(line, text) {
            Ok(destination) => destination,
            Err(outcome) => return outcome,
        };
        let content = Self::rows_region(line, text).content(text.as_str());
        self.put_rows(&content.text, destination, text);
        Outcome::Done
    }

    /// Puts lines below a row, or above the first, and the cursor on the last of them.
    pub(super) fn put_rows(&mut self, lines: &str, below: Option<usize>, text: &mut Text) {
        let rows = lines.matches('\n').count() + 1;
        let at = line::nth(text.as_str(), below.unwrap_or(0));
        let (at, with) = match below {
            Some(_) => (line::end(text.as_str(), at), format!("\n{lines}")),
            None => (0, format!("{lines}\n")),
        };
        self.replace(text, at..at, &with);
        let first = below.map_or(0, |row| row + 1);
        let last = first + rows - 1;
        self.mark_rows(first, last);
        let at = place_in_row(text.as_str(), last);
        text.set_cursor(at);
    }

    fn mark_rows(&mut self, first: usize, last: usize) {
        self.memory.marks.put('[', Place { row: first, column: 0 });
        self.memory.marks.put(']', Place { row: last, column: 0 });
    }

    pub(super) fn ex_move(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let destination = match self.destination(line, text) {
            Ok(destination) => destination,
            Err(outcome) => return outcome,
        };
        let (first, last) = line.rows;
        if destination.is_some_and(|row| (first..last).contains(&row)) {
            return Outcome::Say("lines cannot be moved into themselves".into());
        }
        if destination == Some(last) || destination.map_or(0, |row| row + 1) == first {
            text.set_cursor(place_in_row(text.as_str(), last));
            return Outcome::Done;
        }
        let region = Self::rows_region(line, text);
        let content = region.content(text.as_str());
        let places = self.memory.held();
        self.delete_lines(region.range, text);
        let rows = last - first + 1;
        let below = destination.map(|row| if row > last { row - rows } else { row });
        self.put_rows(&content.text, below, text);
        self.memory.put_back(places, &|row| moved(row, (first, last), destination));
        Outcome::Done
    }
}

/// Where a row goes when rows are moved below another, or above the first.
fn moved(row: usize, (first, last): (usize, usize), below: Option<usize>) -> usize {
    let to = below.map_or(0, |row| row + 1);
    let rows = last - first + 1;
    match row {
        row if (first..=last).contains(&row) && to > last => row + to - last - 1,
        row if (first..=last).contains(&row) => row + to - first,
        row if row > last && row < to => row - rows,
        row if row >= to && row < first => row + rows,
        row => row,
    }
}
