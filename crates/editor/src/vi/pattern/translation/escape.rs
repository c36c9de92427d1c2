//! Letters behind a backslash, and sets in brackets.

use super::{Magic, Translation};
use crate::vi::pattern::set::{class_end, named, translate_set};

impl Translation<'_> {
    /// `\x` for a letter or a digit.
    pub(super) fn escape(&mut self, c: char) -> Result<(), String> {
        match c {
            'v' => self.magic = Magic::Very,
            'm' => self.magic = Magic::Yes,
            'M' => self.magic = Magic::No,
            'V' => self.magic = Magic::VeryNo,
            'c' => self.ignore_case = true,
            'C' => self.ignore_case = false,
            'z' => self.edge()?,
            '_' => self.over_lines()?,
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

    /// `\zs` and `\ze`: where the match begins and ends.
    fn edge(&mut self) -> Result<(), String> {
        match self.rest.next() {
            Some('s') => self.out.push_str("\\K"),
            Some('e') => {
                self.out.push_str("(?=");
                self.open += 1;
            }
            _ => return Err("the pattern has an unknown \\z".into()),
        }
        Ok(())
    }

    /// `\_x`: newlines belong to it.
    fn over_lines(&mut self) -> Result<(), String> {
        match self.rest.next() {
            Some('^') => self.out.push('^'),
            Some('$') => self.out.push('$'),
            Some('.') => self.push("(?s:.)"),
            Some('[') => self.class(true),
            Some(c) => self.with_newline(c)?,
            None => self.literal('_'),
        }
        Ok(())
    }

    pub(super) fn with_newline(&mut self, c: char) -> Result<(), String> {
        let set = named(c).ok_or_else(|| format!("the pattern has an unknown \\_{c}"))?;
        match set.strip_suffix("\\n") {
            Some(negated) => self.push(&format!("[{negated}]")),
            None => self.push(&format!("[{set}\\n]")),
        }
        Ok(())
    }

    /// `[...]`; a bracket that is not closed is itself.
    pub(super) fn class(&mut self, newline: bool) {
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
