//! Operators.

pub(super) mod fill;
pub(super) mod operate;
pub(super) mod region;
pub(super) mod scope;
pub(super) mod shift;

use super::table::Keys;

/// What an operator does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Operator {
    Delete,
    Change,
    Yank,
    ShiftRight,
    ShiftLeft,
    SwapCase,
    Lower,
    Upper,
    Rot13,
    Reindent,
    Format,
    FormatInPlace,
    Filter,
}

impl Operator {
    /// Whether it takes text away.
    pub fn removes(self) -> bool {
        matches!(self, Self::Delete | Self::Change)
    }

    /// Whether it marks by itself where it began and ended.
    pub fn sets_marks(self) -> bool {
        matches!(self, Self::Change | Self::ShiftLeft | Self::ShiftRight | Self::Format | Self::FormatInPlace)
    }

    /// Whether it works on whole lines whatever is given to it.
    pub fn takes_lines(self) -> bool {
        matches!(
            self,
            Self::ShiftLeft
                | Self::ShiftRight
                | Self::Reindent
                | Self::Format
                | Self::FormatInPlace
                | Self::Filter
        )
    }
}

/// One operator.
pub struct Row {
    /// What is typed.
    pub keys: &'static [&'static str],
    /// What is typed after it to mean the line.
    pub doubled: &'static [&'static str],
    /// What it does.
    pub doc: &'static str,
    /// Which one it is.
    pub operator: Operator,
}

impl Keys for Row {
    fn keys(&self) -> &'static [&'static str] {
        self.keys
    }
}

const fn row(
    keys: &'static [&'static str],
    doubled: &'static [&'static str],
    doc: &'static str,
    operator: Operator,
) -> Row {
    Row { keys, doubled, doc, operator }
}

/// All operators.
pub static OPERATORS: &[Row] = &[
    row(&["d"], &["d"], "deletes", Operator::Delete),
    row(&["c"], &["c"], "changes: deletes and inserts", Operator::Change),
    row(&["y"], &["y"], "yanks: copies to a register", Operator::Yank),
    row(&[">"], &[">"], "indents", Operator::ShiftRight),
    row(&["<"], &["<"], "dedents", Operator::ShiftLeft),
    row(&["="], &["="], "indents as the line above", Operator::Reindent),
    row(&["g~"], &["~", "g~"], "swaps upper and lower case", Operator::SwapCase),
    row(&["gu"], &["u", "gu"], "makes lower case", Operator::Lower),
    row(&["gU"], &["U", "gU"], "makes upper case", Operator::Upper),
    row(&["g?"], &["?", "g?"], "turns letters by 13 places", Operator::Rot13),
    row(&["gw"], &["w", "gw"], "fills lines, the cursor where it was", Operator::FormatInPlace),
    row(&["!"], &["!"], "begins a `:` line with the lines", Operator::Filter),
    row(&["gq"], &["q", "gq"], "fills lines to 79 columns", Operator::Format),
];
