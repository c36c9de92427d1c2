//! Saves settings to the person's file: read, changed, and put in its place as a whole.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use editor::settings::{Value, write};

use crate::reason::reason;

/// Writes other values into the file, which need not exist. Returns its path as people
/// write it; fails with one sentence, and the file is as it was.
pub fn save(path: Option<&Path>, changes: &[(&'static str, Value)]) -> Result<String, String> {
    let path = path.ok_or("This session has no settings file.")?;
    let told = |error: io::Error| format!("{} cannot be saved: {}.", path.display(), reason(&error));
    // A link stays one.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = match fs::read_to_string(&place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read.map_err(told)?,
    };
    let after = write(&before, changes)?;
    if after != before {
        replace(&place, &after).map_err(told)?;
    }
    Ok(path.display().to_string())
}

fn replace(place: &Path, text: &str) -> io::Result<()> {
    if let Some(directory) = place.parent() {
        fs::create_dir_all(directory)?;
    }
    let beside = PathBuf::from(format!("{}.{}.new", place.display(), std::process::id()));
    let written = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        if let Ok(metadata) = fs::metadata(place) {
            file.set_permissions(metadata.permissions())?;
        }
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&beside, place));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}
