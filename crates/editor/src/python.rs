//! What sideloop knows of Python's syntax. Only the files below this module name
//! ruff's crates, so that their pace of change stays behind one wall.
//!
//! Invariant: everything here works on broken code, at every cursor.

pub mod complete_check;
pub mod cursor_context;
mod frames;
pub mod indent;
pub mod paste;
pub mod syntax;
mod token;

use std::ops::Range;

use ruff_python_ast::ModModule;
use ruff_python_parser::{Mode, ParseOptions, Parsed, parse_unchecked};
use ruff_text_size::Ranged;

/// Tokens, tree and errors of any text; never fails.
fn parse(source: &str) -> Parsed<ModModule> {
    parse_unchecked(source, ParseOptions::from(Mode::Module))
        .try_into_module()
        .expect("module mode gives a module")
}

/// A range of ruff's, in bytes.
fn bytes(ranged: impl Ranged) -> Range<usize> {
    let range = ranged.range();
    range.start().to_usize()..range.end().to_usize()
}
