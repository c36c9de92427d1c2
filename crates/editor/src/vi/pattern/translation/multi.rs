//! Repetitions, branches, groups and look-arounds.

use super::Translation;

impl Translation<'_> {
    pub(super) fn multi(&mut self, multi: &str) {
        let atom = self.out.split_off(self.atom);
        self.out.extend(["(?:", &atom, ")", multi]);
    }

    pub(super) fn counted(&mut self) {
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

    pub(super) fn branch(&mut self) {
        self.out.push('|');
        self.atom = self.out.len();
        self.fresh = true;
    }

    pub(super) fn group(&mut self, open: &str) {
        self.groups.push(self.out.len());
        self.out.push_str(open);
        self.atom = self.out.len();
        self.fresh = true;
    }

    pub(super) fn close(&mut self) -> Result<(), String> {
        self.atom = self.groups.pop().ok_or("the pattern has an unmatched )")?;
        self.out.push(')');
        self.fresh = false;
        Ok(())
    }

    pub(super) fn percent(&mut self) {
        match self.rest.next() {
            Some('(') => self.group("(?:"),
            Some('[') => self.optional_sequence(),
            Some('^') => self.push("\\A"),
            Some('$') => self.push("\\z"),
            Some(c) => {
                self.literal('%');
                self.literal(c);
            }
            None => self.literal('%'),
        }
    }

    /// `\%[abc]`: as many of the characters as there are, from the first on.
    fn optional_sequence(&mut self) {
        let inner: Vec<char> = self.rest.by_ref().take_while(|c| *c != ']').collect();
        let nested = inner.iter().rev().fold(String::new(), |rest, c| {
            let quoted = if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() };
            format!("(?:{quoted}{rest})?")
        });
        self.push(&nested);
    }

    /// `\@=` and its sisters turn the atom before into a look-around.
    pub(super) fn look(&mut self) {
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
}
