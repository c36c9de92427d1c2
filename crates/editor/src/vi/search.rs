//! Searching: `/ ? n N * #`, with vim's offsets.

use std::ops::Range;

use super::Options;
use super::line;
use super::motion::Reach;
use super::pattern::Pattern;
use super::walk::Walk;

mod offset;
mod word;

use offset::Offset;
pub use word::word_at;

/// What was searched for, so that it can be repeated.
#[derive(Debug, Clone)]
pub struct Search {
    /// The pattern as it was typed.
    pub source: String,
    pattern: Pattern,
    forward: bool,
    offset: Offset,
}

impl Search {
    /// What was typed after `/` or `?`; an empty pattern is the last one.
    pub fn typed(key: char, typed: &str, last: Option<&Self>, options: &Options) -> Result<Self, String> {
        let (source, offset) = split(typed, key);
        let source = if source.is_empty() {
            last.ok_or("no previous search pattern")?.source.clone()
        } else {
            source.replace(&format!("\\{key}"), &key.to_string())
        };
        let offset = match offset {
            None if typed.is_empty() => last.map_or(Offset::Start(0), |last| last.offset),
            offset => Offset::read(offset.unwrap_or("")),
        };
        Ok(Self { pattern: Pattern::new(&options.cased(&source))?, source, forward: key == '/', offset })
    }

    /// For a pattern that came by another way, as that of `:s`.
    pub fn pattern(source: &str, options: &Options) -> Result<Self, String> {
        Ok(Self {
            pattern: Pattern::new(&options.cased(source))?,
            source: source.to_owned(),
            forward: true,
            offset: Offset::Start(0),
        })
    }

    /// The same the other way.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { forward: !self.forward, ..self.clone() }
    }

    /// Whether it looks towards the end of the text.
    pub fn is_forward(&self) -> bool {
        self.forward
    }

    /// Whether a row has a match.
    pub fn is_in_row(&self, text: &str, row: usize) -> bool {
        let whole = format!("{text}\n");
        let start = line::nth(text, row);
        let found = self.pattern.captures(&whole, start).and_then(|found| Some(found.get(0)?.start()));
        found.is_some_and(|at| at <= line::end(text, start))
    }

    /// Where the `count`th match is, around the ends of the text.
    pub fn run(&self, text: &str, at: usize, count: usize) -> Option<(usize, Reach)> {
        let matches = self.pattern.matches(text);
        if matches.is_empty() {
            return None;
        }
        let key = |range: &Range<usize>| match self.offset {
            Offset::End(_) => line::prev(text, range.end).max(range.start),
            // A match at the end of a line is found where the cursor can be: on its last character.
            _ => line::clamp(text, range.start),
        };
        let from = self.from(text, at);
        let n = matches.len();
        let first = if self.forward {
            matches.iter().position(|range| from.is_none_or(|from| key(range) > from)).unwrap_or(0)
        } else {
            matches.iter().rposition(|range| from.is_none_or(|from| key(range) < from)).unwrap_or(n - 1)
        };
        let more = (count - 1) % n;
        let found = if self.forward { (first + more) % n } else { (first + n - more) % n };
        Some(self.land(text, &matches[found], key(&matches[found])))
    }

    /// The place to search from: a character offset is taken back first, not to stay where one is.
    fn from(&self, text: &str, at: usize) -> Option<usize> {
        let (Offset::Start(n) | Offset::End(n)) = self.offset else { return Some(at) };
        let mut walk = Walk { text, at };
        for _ in 0..n.unsigned_abs() {
            if n > 0 { walk.back_in() } else { walk.forward_in() }?;
        }
        Some(walk.at)
    }

    fn land(&self, text: &str, range: &Range<usize>, at: usize) -> (usize, Reach) {
        match self.offset {
            Offset::Start(n) => (shift(text, at, n), Reach::Exclusive),
            Offset::End(n) => (shift(text, at, n), Reach::Inclusive),
            Offset::Lines(n) => {
                let row = line::row(text, range.start).saturating_add_signed(n);
                (line::nth(text, row), Reach::Lines)
            }
        }
    }

    /// Where it is first found.
    pub fn first(&self, text: &str) -> Option<usize> {
        Some(line::clamp(text, self.pattern.matches(text).first()?.start))
    }

    /// Where it is first found above the line of a place, and not in a comment.
    pub fn first_above(&self, text: &str, at: usize) -> Option<usize> {
        let above = line::start(text, at);
        let commented = |at: usize| text[line::indent(text, at)..].starts_with(['#', '%']);
        let found = self.pattern.matches(text).into_iter().map(|range| range.start);
        found.take_while(|at| *at < above).find(|at| !commented(*at))
    }

    /// The match at the cursor, or else the next one.
    pub fn around(&self, text: &str, at: usize, forward: bool) -> Option<Range<usize>> {
        let matches = self.pattern.matches(text);
        let found = if forward {
            matches.iter().find(|range| range.end > at || range.start >= at).or_else(|| matches.first())
        } else {
            matches.iter().rfind(|range| range.start <= at).or_else(|| matches.last())
        };
        found.cloned()
    }
}

fn shift(text: &str, at: usize, n: isize) -> usize {
    let mut walk = Walk { text, at };
    for _ in 0..n.unsigned_abs() {
        if if n > 0 { walk.forward_in() } else { walk.back_in() }.is_none() {
            break;
        }
    }
    walk.at
}

/// Splits off the search that `;` and its key begin behind an offset.
pub fn split_chain(typed: &str, key: char) -> (&str, Option<(char, &str)>) {
    let Some(offset) = split(typed, key).1 else { return (typed, None) };
    let Some((before, more)) = offset.split_once(';') else { return (typed, None) };
    let first = &typed[..typed.len() - offset.len() + before.len()];
    match more.chars().next() {
        Some(key @ ('/' | '?')) => (first, Some((key, &more[1..]))),
        _ => (first, None),
    }
}

/// Splits `pattern/offset` at the first unescaped separator outside of brackets.
pub fn split(typed: &str, separator: char) -> (&str, Option<&str>) {
    let (mut escaped, mut class) = (false, None::<usize>);
    for (i, c) in typed.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' if class.is_none() && typed[i..].contains(']') => class = Some(i),
            ']' if class.is_some_and(|open| !matches!(&typed[open + 1..i], "" | "^")) => class = None,
            c if c == separator && class.is_none() => return (&typed[..i], Some(&typed[i + c.len_utf8()..])),
            _ => {}
        }
    }
    (typed, None)
}
