//! Registers: what was yanked and deleted.

pub(super) mod clipboard;
pub(super) mod expression;
pub(super) mod macros;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// How the text of a register goes back into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Between characters.
    Chars,
    /// As whole lines.
    Lines,
    /// As a rectangle of so many columns.
    Block(usize),
}

/// The content of a register. Lines and blocks have no newline at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The text.
    pub text: String,
    /// How it goes back.
    pub shape: Shape,
}

impl Content {
    /// Text between characters.
    pub fn chars(text: impl Into<String>) -> Self {
        Self { text: text.into(), shape: Shape::Chars }
    }

    /// What a program outside gave: lines when it ends with a newline.
    pub fn foreign(text: &str) -> Self {
        match text.strip_suffix('\n') {
            Some(lines) => Self { text: lines.to_owned(), shape: Shape::Lines },
            None => Self::chars(text),
        }
    }

    /// The text as a program outside, or a macro, should see it.
    pub fn plain(&self) -> String {
        if self.shape == Shape::Lines { format!("{}\n", self.text) } else { self.text.clone() }
    }

    /// Whether it goes into one line.
    pub fn is_in_line(&self) -> bool {
        self.shape == Shape::Chars && !self.text.contains('\n')
    }

    fn append(&mut self, more: &Self) {
        let lines = self.shape == Shape::Lines || more.shape == Shape::Lines;
        if lines || self.shape != Shape::Chars {
            self.text.push('\n');
        }
        if lines {
            self.shape = Shape::Lines;
        }
        self.text.push_str(&more.text);
    }
}

/// All registers.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    contents: BTreeMap<char, Content>,
    /// The register that `""` stands for: the last one written.
    last: Option<char>,
}

/// Whether a register can be named for reading or writing.
pub fn is_valid(name: char) -> bool {
    name.is_ascii_alphanumeric() || "\"-_+*.:/%#=".contains(name)
}

impl Registers {
    /// What a register holds.
    pub fn get(&self, name: Option<char>) -> Option<&Content> {
        match name {
            None | Some('"') => self.contents.get(&self.last?),
            Some(name) => self.contents.get(&name.to_ascii_lowercase()),
        }
    }

    /// Sets a register without making it the unnamed one.
    pub fn set(&mut self, name: char, content: Content) {
        self.contents.insert(name, content);
    }

    /// What `y` does.
    pub fn yank(&mut self, name: Option<char>, content: Content) {
        match name {
            Some('_') => {}
            Some(name) if name != '"' => self.write(name, content),
            _ => self.write('0', content),
        }
    }

    /// What `d` and `c` do; `large` tells a deletion that goes to register 1.
    pub fn delete(&mut self, name: Option<char>, content: Content, large: bool) {
        if name == Some('_') {
            return;
        }
        let named = name.filter(|name| *name != '"');
        if let Some(name) = named {
            self.write(name, content.clone());
        }
        if large {
            for n in ('1'..='8').rev() {
                if let Some(older) = self.contents.remove(&n) {
                    self.contents.insert(char::from(n as u8 + 1), older);
                }
            }
            self.contents.insert('1', content.clone());
            if !named.is_some_and(|name| name.is_ascii_uppercase()) {
                self.last = Some('1');
            }
        }
        let one_line = content.shape != Shape::Lines && !content.text.contains('\n');
        if named.is_none() && one_line {
            self.write('-', content);
        }
    }

    /// What `q` recorded: it leaves the unnamed register alone, and what is appended joins the last line.
    pub fn record(&mut self, name: char, keys: &str) {
        let content = self.contents.entry(name.to_ascii_lowercase());
        match content {
            Entry::Occupied(mut old) if name.is_ascii_uppercase() => old.get_mut().text.push_str(keys),
            content => drop(content.insert_entry(Content::chars(keys))),
        }
    }

    /// Writes a register; an upper-case name appends.
    pub fn write(&mut self, name: char, content: Content) {
        let key = if name == '*' { '+' } else { name.to_ascii_lowercase() };
        match self.contents.get_mut(&key) {
            Some(old) if name.is_ascii_uppercase() => old.append(&content),
            _ => drop(self.contents.insert(key, content)),
        }
        self.last = Some(key);
    }
}
