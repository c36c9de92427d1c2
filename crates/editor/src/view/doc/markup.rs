//! A docstring's lines and the roles in them: headings of numpy and Google sections,
//! names of parameters, code. Whatever is not understood stays as it is.

use std::borrow::Cow;

use crate::python::syntax::highlight;
use crate::theme::{Role, Span};

mod inline;

use inline::inline;

/// One line, not yet folded.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// Cells before it, and before what is folded below it.
    pub indent: usize,
    /// Its text.
    pub pieces: Vec<Piece<'a>>,
}

/// Text of one role.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Piece<'a> {
    pub text: Cow<'a, str>,
    pub role: Role,
}

impl<'a> Line<'a> {
    /// A line of one role.
    pub fn of(text: &'a str, role: Role) -> Self {
        let body = text.trim_start_matches(' ');
        Self { indent: text.len() - body.len(), pieces: vec![piece(body, role)] }
    }
}

fn piece(text: &str, role: Role) -> Piece<'_> {
    Piece { text: Cow::Borrowed(text), role }
}

/// The lines of a docstring.
pub fn docstring(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut section = Section::default();
    let mut lines = text.lines().map(str::trim_end).peekable();
    std::iter::from_fn(move || {
        let line = lines.next()?;
        let underlined = lines.next_if(|below| is_underline(line, below)).is_some();
        Some(section.read(line, underlined))
    })
}

/// The lines of a source, highlighted.
pub fn code(source: &str) -> impl Iterator<Item = Line<'_>> {
    let spans = highlight(source);
    let mut start = 0;
    source.split('\n').map(move |text| {
        let line = colored(text, start, &spans);
        start += text.len() + 1;
        line
    })
}

/// Which part of the docstring the lines belong to.
#[derive(Debug, Default)]
struct Section {
    /// Its lines begin with names of parameters.
    names: bool,
    /// The names' indentation, once the first is seen.
    indent: Option<usize>,
    /// Behind `::` or a fence: code, until a line is indented less.
    fenced: bool,
}

impl Section {
    fn read<'a>(&mut self, line: &'a str, underlined: bool) -> Line<'a> {
        let body = line.trim_start();
        let indent = line.len() - body.len();
        if underlined || is_google_heading(body) {
            let name = body.trim_end_matches(':');
            *self = Self { names: has_names(name), ..Self::default() };
            return Line { indent, pieces: vec![piece(name, Role::Heading)] };
        }
        if body.starts_with("```") {
            self.fenced = !self.fenced;
            return Line { indent, pieces: vec![piece(body, Role::Comment)] };
        }
        if self.fenced {
            return colored(line, 0, &highlight(line));
        }
        if let Some(prompt) = [">>> ", "... "].into_iter().find(|prompt| body.starts_with(prompt)) {
            return doctest(body, indent, prompt.len());
        }
        if self.names && !body.is_empty() && *self.indent.get_or_insert(indent) == indent {
            return parameter(body, indent);
        }
        Line { indent, pieces: inline(body) }
    }
}

fn doctest(body: &str, indent: usize, prompt: usize) -> Line<'_> {
    let code = &body[prompt..];
    let mut line = colored(code, 0, &highlight(code));
    line.pieces.insert(0, Piece { text: Cow::Owned(" ".repeat(line.indent)), role: Role::Text });
    line.pieces.insert(0, piece(&body[..prompt], Role::Prompt));
    Line { indent, ..line }
}

/// `a : int`, `a (int): what it is`, `*rest: what they are`.
fn parameter(body: &str, indent: usize) -> Line<'_> {
    let end = body.find([':', '(']).map_or(body.len(), |end| body[..end].trim_end().len());
    let names = &body[..end];
    let is_letter = |char: char| char.is_alphanumeric() || matches!(char, '_' | '*' | '.' | '\\');
    let is_name = |name: &str| !name.is_empty() && name.chars().all(is_letter);
    if !names.split(", ").all(is_name) {
        return Line { indent, pieces: inline(body) };
    }
    let mut pieces = vec![piece(names, Role::Interpolation)];
    pieces.extend(inline(&body[end..]));
    Line { indent, pieces }
}

/// A line of a source with its spans; `start` is its offset in the source.
fn colored<'a>(text: &'a str, start: usize, spans: &[Span]) -> Line<'a> {
    let indent = text.len() - text.trim_start_matches(' ').len();
    let mut pieces = Vec::new();
    let mut at = indent;
    let first = spans.partition_point(|span| span.range.end <= start);
    for span in spans[first..].iter().take_while(|span| span.range.start < start + text.len()) {
        let from = span.range.start.saturating_sub(start).max(at);
        let to = (span.range.end - start).min(text.len()).max(from);
        pieces.push(piece(&text[at..from], Role::Text));
        pieces.push(piece(&text[from..to], span.role));
        at = to;
    }
    pieces.push(piece(&text[at..], Role::Text));
    Line { indent, pieces }
}

/// Whether a line of dashes makes the one above it a heading.
fn is_underline(title: &str, below: &str) -> bool {
    let below = below.trim();
    let dashes = below.len() >= 3 && (below.bytes().all(|b| b == b'-') || below.bytes().all(|b| b == b'='));
    dashes && !title.trim().is_empty() && title.trim().chars().count() <= below.len() + 2
}

fn is_google_heading(body: &str) -> bool {
    const TITLES: [&str; 20] = [
        "Args",
        "Arguments",
        "Attributes",
        "Example",
        "Examples",
        "Keyword Args",
        "Keyword Arguments",
        "Methods",
        "Note",
        "Notes",
        "Other Parameters",
        "Parameters",
        "Raises",
        "References",
        "Return",
        "Returns",
        "See Also",
        "Warning",
        "Warns",
        "Yields",
    ];
    body.strip_suffix(':').is_some_and(|title| TITLES.contains(&title))
}

fn has_names(title: &str) -> bool {
    const TITLES: [&str; 8] = [
        "Args",
        "Arguments",
        "Attributes",
        "Keyword Args",
        "Keyword Arguments",
        "Other Parameters",
        "Parameters",
        "Raises",
    ];
    TITLES.contains(&title)
}
