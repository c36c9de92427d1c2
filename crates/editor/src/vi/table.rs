//! What the rows of motions, objects, operators and commands have in common.

/// A row that is found by what is typed.
pub trait Keys {
    /// The sequences that mean this row.
    fn keys(&self) -> &'static [&'static str];
}

/// What must be typed after the keys of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Argument {
    /// Nothing.
    None,
    /// One character.
    Char,
    /// A line, ended by Enter.
    Line,
}

/// What looking up the beginning of the pending keys gave.
pub enum Found<'a, R> {
    /// This row, and how many bytes its keys take.
    Row(&'a R, usize),
    /// Some row begins like this.
    Begins,
    /// No row.
    Nothing,
}

/// Finds the row whose keys the pending ones begin with.
pub fn find<'a, R: Keys>(rows: &'a [R], pending: &str) -> Found<'a, R> {
    let mut begins = false;
    for row in rows {
        for keys in row.keys() {
            if pending.starts_with(keys) {
                return Found::Row(row, keys.len());
            }
            begins |= keys.starts_with(pending);
        }
    }
    if begins { Found::Begins } else { Found::Nothing }
}
