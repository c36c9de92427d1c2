//! From "save this" to a file: its name, and whether one that is there is overwritten.

use crate::event::Saved;
use crate::key::Key;
use crate::minibuffer::{Minibuffer, Typed};

/// A file that is about to be written.
#[derive(Debug, Clone)]
pub struct Saving {
    name: Minibuffer,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The person types the file's name.
    Naming,
    /// The file is being written.
    Writing,
    /// There is such a file: is it to be overwritten?
    Asking,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Step {
    Stay,
    Bell,
    Cancel,
    Write { path: String, overwrite: bool },
}

impl Saving {
    /// Asks for the name of the file that is to hold `what`.
    pub fn new(what: &str) -> Self {
        Self { name: Minibuffer::new(format!("Write {what} to: ")), stage: Stage::Naming }
    }

    /// The line to show, and the cursor in it.
    pub fn line(&self) -> (String, Option<usize>) {
        match self.stage {
            Stage::Naming => self.name.line(),
            Stage::Writing => (format!("Writing {}", self.name.as_str()), None),
            Stage::Asking => (format!("{} exists. Overwrite? y/n", self.name.as_str()), None),
        }
    }

    /// A key that a person pressed.
    pub fn key(&mut self, key: Key) -> Step {
        match self.stage {
            Stage::Naming => match self.name.key(key) {
                Typed::Done if !self.name.as_str().trim().is_empty() => self.write(false),
                Typed::Changed | Typed::Moved => Step::Stay,
                Typed::Done | Typed::Cancel => Step::Cancel,
                Typed::Unknown => Step::Bell,
            },
            Stage::Writing if self.name.clone().key(key) == Typed::Cancel => Step::Cancel,
            Stage::Writing => Step::Stay,
            Stage::Asking if key.types() == Some('y') => self.write(true),
            Stage::Asking => Step::Cancel,
        }
    }

    /// A paste goes to the name.
    pub fn paste(&mut self, text: &str) {
        if self.stage == Stage::Naming {
            self.name.insert(text);
        }
    }

    fn write(&mut self, overwrite: bool) -> Step {
        self.stage = Stage::Writing;
        Step::Write { path: self.name.as_str().trim().to_owned(), overwrite }
    }

    /// What came of it: a sentence when it is over, `None` when there is something to ask.
    pub fn saved(&mut self, saved: Saved) -> Option<String> {
        let path = self.name.as_str().trim();
        match saved {
            Saved::Written(bytes) => Some(format!("Wrote {bytes} bytes to {path}.")),
            Saved::Failed(reason) => Some(format!("{path} cannot be written: {reason}.")),
            Saved::Exists => {
                self.stage = Stage::Asking;
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::sequence;

    fn press(saving: &mut Saving, keys: &str) -> Step {
        sequence(keys).unwrap().into_iter().map(|key| saving.key(key)).last().unwrap()
    }

    fn write(path: &str, overwrite: bool) -> Step {
        Step::Write { path: path.into(), overwrite }
    }

    #[test]
    fn a_file_that_is_there_is_overwritten_only_on_demand() {
        let mut saving = Saving::new("it");
        assert_eq!(press(&mut saving, "a . p y enter"), write("a.py", false));
        assert_eq!(saving.line().0, "Writing a.py");
        assert_eq!(saving.saved(Saved::Exists), None);
        assert_eq!(saving.line().0, "a.py exists. Overwrite? y/n");
        assert_eq!(press(&mut saving.clone(), "n"), Step::Cancel);
        assert_eq!(press(&mut saving, "y"), write("a.py", true));
        assert_eq!(saving.saved(Saved::Written(3)).unwrap(), "Wrote 3 bytes to a.py.");
    }

    #[test]
    fn no_name_is_no_file() {
        assert_eq!(press(&mut Saving::new("it"), "enter"), Step::Cancel);
        assert_eq!(press(&mut Saving::new("it"), "a escape"), Step::Cancel);
    }
}
