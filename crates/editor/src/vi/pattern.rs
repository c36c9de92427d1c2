//! Vim's patterns, translated for the `fancy-regex` engine.
//!
//! Rules of the translation: `^` and `$` are those of lines, no class but `\_x`
//! and `\n` matches a newline, letters are compared exactly unless `\c` is given.

use std::ops::Range;

use fancy_regex::{Captures, Regex, RegexBuilder};

mod set;

use set::{class_end, named, translate_set};

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern(Regex);

impl Pattern {
    /// Compiles a pattern as vim reads it.
    pub fn new(source: &str) -> Result<Self, String> {
        let regex = Translation::of(source)?;
        let compiled = RegexBuilder::new(&regex).backtrack_limit(200_000).build();
        compiled.map(Self).map_err(|_| format!("cannot read the pattern {source:?}"))
    }

    /// All matches, from the first to the last, one behind the other. To the pattern the last
    /// line ends with a newline, as all do.
    pub fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let whole = format!("{text}\n");
        let found = self.0.find_iter(&whole).map_while(Result::ok).map(|found| found.range());
        found
            .take_while(|range| range.start <= text.len())
            .map(|range| range.start..range.end.min(text.len()))
            .collect()
    }

    /// The first match in a text from an offset on, with its groups.
    pub fn captures<'t>(&self, text: &'t str, from: usize) -> Option<Captures<'t>> {
        self.0.captures_from_pos(text, from).ok().flatten()
    }
}

/// How many of the special characters need no backslash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Magic {
    VeryNo,
    No,
    Yes,
    Very,
}

struct Translation<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    out: String,
    magic: Magic,
    ignore_case: bool,
    /// Where the last atom begins in `out`.
    atom: usize,
    groups: Vec<usize>,
    /// Look-aheads opened by `\ze`, to be closed at the end.
    open: usize,
    /// Whether a branch begins here, where `^` and `*` are special.
    fresh: bool,
}

impl<'a> Translation<'a> {
    fn of(source: &'a str) -> Result<String, String> {
        let mut it = Self {
            rest: source.chars().peekable(),
            out: String::new(),
            magic: Magic::Yes,
            ignore_case: false,
            atom: 0,
            groups: Vec::new(),
            open: 0,
            fresh: true,
        };
        while let Some(c) = it.rest.next() {
            it.one(c)?;
        }
        if !it.groups.is_empty() {
            return Err(format!("the pattern {source:?} has an unmatched ("));
        }
        it.out.push_str(&")".repeat(it.open));
        Ok(format!("(?m{}){}", if it.ignore_case { "i" } else { "" }, it.out))
    }

    /// One item: the character as it is special, or as it is not.
    fn one(&mut self, c: char) -> Result<(), String> {
        if c == '\\' {
            match self.rest.next() {
                Some(c) if self.needs_backslash(c) => return self.special(c),
                Some(c) if !c.is_ascii_punctuation() || c == '_' => return self.escape(c),
                escaped => self.literal(escaped.unwrap_or('\\')),
            }
        } else if self.needs_backslash(c) || c.is_ascii_alphanumeric() || !c.is_ascii() {
            self.literal(c);
        } else {
            return self.special(c);
        }
        Ok(())
    }

    /// Whether a character means something only behind a backslash, at this magic.
    fn needs_backslash(&self, c: char) -> bool {
        match c {
            '.' | '*' | '[' | '~' => self.magic < Magic::Yes,
            '+' | '=' | '?' | '{' | '|' | '(' | ')' | '<' | '>' | '@' | '%' | '&' => self.magic < Magic::Very,
            _ => false,
        }
    }

    fn literal(&mut self, c: char) {
        self.begin_atom();
        // Others, as `\<`, mean something with a backslash.
        if "\\.+*?()|[]{}^$".contains(c) {
            self.out.push('\\');
        }
        self.out.push(c);
    }

    fn begin_atom(&mut self) {
        self.atom = self.out.len();
        self.fresh = false;
    }

    fn push(&mut self, atom: &str) {
        self.begin_atom();
        self.out.push_str(atom);
    }

    fn special(&mut self, c: char) -> Result<(), String> {
        match c {
            '^' if self.fresh || self.magic == Magic::Very => self.out.push('^'),
            '$' if self.magic == Magic::Very || self.branch_ends() => self.out.push('$'),
            '.' => self.push("."),
            '*' if self.fresh => self.literal('*'),
            '*' => self.multi("*"),
            '+' => self.multi("+"),
            '=' | '?' => self.multi("?"),
            '{' => self.counted(),
            '|' => self.branch(),
            '(' => self.group("("),
            ')' => self.close()?,
            '<' => self.push("\\b(?=\\w)"),
            '>' => self.push("\\b(?<=\\w)"),
            '[' => self.class(false),
            '%' => self.percent(),
            '@' => self.look(),
            c => self.literal(c),
        }
        Ok(())
    }

    /// `$` is special where a branch ends.
    fn branch_ends(&self) -> bool {
        let rest: String = self.rest.clone().take(2).collect();
        rest.is_empty() || matches!(&*rest, "\\|" | "\\)" | "\\n" | "\\&") || rest.starts_with('\n')
    }

    fn multi(&mut self, multi: &str) {
        let atom = self.out.split_off(self.atom);
        self.out.extend(["(?:", &atom, ")", multi]);
    }

    fn counted(&mut self) {
        let inner: String = self.rest.by_ref().take_while(|c| *c != '}').collect();
        let inner = inner.trim_end_matches('\\');
        let (lazy, range) = match inner.strip_prefix('-') {
            Some(range) => ("?", range),
            None => ("", inner),
        };
        let multi = match range.split_once(',') {
            None if range.is_empty() => "*".to_owned(),
            None => format!("{{{range}}}"),
            Some(("", "")) => "*".to_owned(),
            Some(("", most)) => format!("{{0,{most}}}"),
            Some((least, most)) => format!("{{{least},{most}}}"),
        };
        self.multi(&(multi + lazy));
    }

    fn branch(&mut self) {
        self.out.push('|');
        self.atom = self.out.len();
        self.fresh = true;
    }

    fn group(&mut self, open: &str) {
        self.groups.push(self.out.len());
        self.out.push_str(open);
        self.atom = self.out.len();
        self.fresh = true;
    }

    fn close(&mut self) -> Result<(), String> {
        self.atom = self.groups.pop().ok_or("the pattern has an unmatched )")?;
        self.out.push(')');
        self.fresh = false;
        Ok(())
    }

    fn percent(&mut self) {
        match self.rest.next() {
            Some('(') => self.group("(?:"),
            Some('^') => self.push("\\A"),
            Some('$') => self.push("\\z"),
            Some(c) => {
                self.literal('%');
                self.literal(c);
            }
            None => self.literal('%'),
        }
    }

    /// `\@=` and its sisters turn the atom before into a look-around.
    fn look(&mut self) {
        let mut kind = String::new();
        while let Some(c) = self.rest.next_if(|c| "<>=!".contains(*c)) {
            kind.push(c);
            if c != '<' {
                break;
            }
        }
        let atom = self.out.split_off(self.atom);
        self.out.extend(["(?", &kind, &atom, ")"]);
    }

    /// `\x` for a letter or a digit.
    fn escape(&mut self, c: char) -> Result<(), String> {
        match c {
            'v' => self.magic = Magic::Very,
            'm' => self.magic = Magic::Yes,
            'M' => self.magic = Magic::No,
            'V' => self.magic = Magic::VeryNo,
            'c' => self.ignore_case = true,
            'C' => self.ignore_case = false,
            'z' => match self.rest.next() {
                Some('s') => self.out.push_str("\\K"),
                Some('e') => {
                    self.out.push_str("(?=");
                    self.open += 1;
                }
                _ => return Err("the pattern has an unknown \\z".into()),
            },
            '_' => match self.rest.next() {
                Some('^') => self.out.push('^'),
                Some('$') => self.out.push('$'),
                Some('.') => self.push("(?s:.)"),
                Some('[') => self.class(true),
                Some(c) => self.with_newline(c)?,
                None => self.literal('_'),
            },
            'n' => self.push("\\n"),
            't' => self.push("\\t"),
            'r' => self.push("\\r"),
            'e' => self.push("\\x1b"),
            '1'..='9' => self.push(&format!("(?:\\{c})")),
            c => match named(c) {
                // Upper and lower case classes stay what they are when case is ignored.
                Some(set) if "luLU".contains(c) => self.push(&format!("(?-i:[{set}])")),
                Some(set) => self.push(&format!("[{set}]")),
                None => self.literal(c),
            },
        }
        Ok(())
    }

    fn with_newline(&mut self, c: char) -> Result<(), String> {
        let set = named(c).ok_or_else(|| format!("the pattern has an unknown \\_{c}"))?;
        match set.strip_suffix("\\n") {
            Some(negated) => self.push(&format!("[{negated}]")),
            None => self.push(&format!("[{set}\\n]")),
        }
        Ok(())
    }

    /// `[...]`; a bracket that is not closed is itself.
    fn class(&mut self, newline: bool) {
        let rest: String = self.rest.clone().collect();
        let negated = rest.starts_with('^');
        let body = &rest[usize::from(negated)..];
        let Some(end) = class_end(body) else { return self.literal('[') };
        let mut set = translate_set(&body[..end]);
        if negated != newline {
            set.push_str("\\n");
        }
        self.push(&format!("[{}{set}]", if negated { "^" } else { "" }));
        let taken = rest[..=(usize::from(negated) + end)].chars().count();
        self.rest.by_ref().take(taken).for_each(drop);
    }
}
