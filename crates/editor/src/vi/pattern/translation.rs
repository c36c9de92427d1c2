//! From vim's notation to the engine's, item by item.

mod escape;
mod multi;

/// How many of the special characters need no backslash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Magic {
    VeryNo,
    No,
    Yes,
    Very,
}

/// A pattern on its way to the engine: what is left to read, and what is written.
pub(super) struct Translation<'a> {
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
    pub(super) fn of(source: &'a str) -> Result<String, String> {
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
}
