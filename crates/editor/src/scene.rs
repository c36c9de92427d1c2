//! Everything that may be on the screen at once, as plain values: what
//! `App` gathers and `view` lays out. Each part is drawn by one function.

use std::ops::Range;

use crate::event::Size;
use crate::frame::CursorShape;
use crate::protocol::{Candidate, Doc, Prompt, Signature};
use crate::theme::Span;

/// The live region, before layout.
#[derive(Debug, Clone)]
pub struct Scene<'a> {
    /// Of the terminal.
    pub size: Size,
    /// Unfinished lines of others' output, one for each stream, with SGR; drawn first.
    pub tails: Vec<&'a str>,
    /// Inputs sent but not yet accepted and their highlighting, drawn as they were, above the input.
    pub submitted: Vec<(&'a str, &'a [Span])>,
    /// Before the input.
    pub prompt: &'a Prompt,
    /// The input.
    pub text: &'a str,
    /// Highlighting of the input.
    pub spans: &'a [Span],
    /// Byte offset in the input.
    pub cursor: usize,
    /// `Frame::top` of the frame before; 0 for a new input.
    pub top: usize,
    /// Number the lines.
    pub line_numbers: bool,
    /// Wrap long lines; else they are moved sideways.
    pub wrap: bool,
    /// How the cursor looks.
    pub shape: CursorShape,
    /// Selected bytes; more than one range for a block selection.
    pub selection: Vec<Range<usize>>,
    /// Matching brackets, search matches: drawn over the highlighting.
    pub overlays: Vec<Span>,
    /// Ghost text behind the end of the input.
    pub suggestion: &'a str,
    /// Menu, signature, message, status bar.
    pub floats: Floats<'a>,
}

/// What hangs below the input, top to bottom. All of them may be there at once.
#[derive(Debug, Clone, Default)]
pub struct Floats<'a> {
    /// Candidates, under the cursor.
    pub menu: Option<MenuView<'a>>,
    /// Signature of the call at the cursor.
    pub signature: Option<SignatureView<'a>>,
    /// Documentation, and how many lines of it are scrolled away.
    pub doc: Option<(&'a Doc, usize)>,
    /// Why the input was not run.
    pub message: Option<&'a str>,
    /// `(reverse-i-search)`, `Repeat: 4`, `:s/a/b/`: text, and the cursor in it if it has it.
    pub line: Option<(String, Option<usize>)>,
    /// At the right edge of the input's first row, where there is room.
    pub right: Option<String>,
    /// Left and right half of the status bar.
    pub status: Option<(String, String)>,
}

/// A signature of the call at the cursor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SignatureView<'a> {
    /// The signature.
    pub signature: &'a Signature,
    /// Index of the parameter that is being given.
    pub current: Option<usize>,
    /// Which of the call's signatures it is, from 1.
    pub number: usize,
    /// How many signatures the call has.
    pub count: usize,
}

/// The menu: the candidates in rank order.
#[derive(Debug, Clone)]
pub struct MenuView<'a> {
    /// With the byte offsets of the matched letters.
    pub rows: Vec<(&'a Candidate, Vec<usize>)>,
    /// Index of the selected one.
    pub selected: Option<usize>,
    /// Index of the first visible one: it moves only when the selected one would leave.
    pub top: usize,
    /// Byte offset in the input where the completed word starts.
    pub anchor: usize,
    /// Fill the width with columns instead of one pop-up.
    pub columns: bool,
}
