//! A file that a person asks for: an input, a session, what a pager shows, lines to edit.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::PathBuf;

use editor::event::Saved;

use crate::reason::reason;

/// Writes the text. `~/` stands for the home directory, other paths count from the working
/// directory. A file that is there is left alone unless it may be overwritten.
pub fn write(path: &str, text: &str, overwrite: bool) -> Saved {
    let mut options = OpenOptions::new();
    options.write(true);
    if overwrite {
        options.create(true).truncate(true)
    } else {
        options.create_new(true)
    };
    match options.open(expand(path)).and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Saved::Written(text.len()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Saved::Exists,
        Err(error) => Saved::Failed(reason(&error)),
    }
}

/// As much of a file as a prompt takes.
const LONGEST: u64 = 10 << 20;

/// Reads a text; the error is the end of a sentence. What is no regular file might never end.
pub fn read(path: &str) -> Result<String, String> {
    let path = expand(path);
    let kind = path.metadata().map_err(|error| reason(&error))?;
    if !kind.is_file() {
        return Err("it is no regular file".into());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| reason(&error))?;
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    if bytes.len() as u64 > LONGEST {
        return Err("it is longer than 10 MiB".into());
    }
    String::from_utf8(bytes).map_err(|_| "it is no UTF-8 text".into())
}

fn expand(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => path.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_overwritten_unless_it_may_be() {
        let directory = std::env::temp_dir().join(format!("sideloop-saved-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let path = directory.join("session.py");
        let path = path.to_str().unwrap();
        let check = |text, overwrite, saved, holds| {
            assert_eq!(write(path, text, overwrite), saved);
            assert_eq!(std::fs::read_to_string(path).unwrap(), holds);
        };
        check("one", false, Saved::Written(3), "one");
        check("two", false, Saved::Exists, "one");
        check("2", true, Saved::Written(1), "2");
        assert!(matches!(write(directory.to_str().unwrap(), "", true), Saved::Failed(_)));
        assert_eq!(read(path).unwrap(), "2");
        std::fs::write(path, b"\xff").unwrap();
        assert_eq!(read(path).unwrap_err(), "it is no UTF-8 text");
        assert_eq!(read("/dev/zero").unwrap_err(), "it is no regular file");
        assert!(read(directory.join("nothing").to_str().unwrap()).unwrap_err().ends_with("directory"));
        std::fs::remove_dir_all(directory).unwrap();
    }
}
