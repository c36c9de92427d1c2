//! Up to where a session has read the file, across other sessions' compactions.

use std::fs::File;
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::Path;

/// A place between two lines of one file.
#[derive(Debug, Default)]
pub struct Position {
    inode: u64,
    offset: u64,
    /// The last entry before the place, to find it again in a file that was rewritten.
    last: Vec<u8>,
}

impl Position {
    /// The end of a file that holds these bytes.
    pub fn at_end(file: &File, bytes: &[u8]) -> Self {
        let inode = file.metadata().map_or(0, |data| data.ino());
        Self { inode, offset: bytes.len() as u64, last: last_entry(bytes).unwrap_or_default().to_vec() }
    }

    /// The whole lines that were added since; a line still being written waits.
    /// A missing file has none.
    pub fn read_on(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            opened => opened?,
        };
        let data = file.metadata()?;
        let replaced = self.inode != data.ino() || self.offset > data.len();
        let from = if replaced { 0 } else { self.offset };
        let mut lines = read(&file, from, data.len())?;
        lines.truncate(lines.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1));
        (self.inode, self.offset) = (data.ino(), from + lines.len() as u64);
        if replaced {
            skip_known(&mut lines, &self.last);
        }
        if let Some(entry) = last_entry(&lines) {
            self.last = entry.to_vec();
        }
        Ok(lines)
    }
}

fn read(file: &File, from: u64, to: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(to - from).unwrap_or(0)];
    let mut filled = 0;
    while filled < bytes.len() {
        match file.read_at(&mut bytes[filled..], from + filled as u64)? {
            0 => break,
            length => filled += length,
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

/// Takes away what was read in the former file: all lines up to the last one like
/// `known`. Compaction completes entries by their outcome, so only the part before
/// that must be the same.
fn skip_known(lines: &mut Vec<u8>, known: &[u8]) {
    let known = known.strip_suffix(b"}\n").unwrap_or(known);
    if known.is_empty() {
        return;
    }
    let mut end = 0;
    let mut seen = None;
    for line in lines.split_inclusive(|byte| *byte == b'\n') {
        end += line.len();
        if line.starts_with(known) {
            seen = Some(end);
        }
    }
    lines.drain(..seen.unwrap_or(0));
}

/// The last line with a text; others are outcomes, which compaction folds away.
fn last_entry(lines: &[u8]) -> Option<&[u8]> {
    const TEXT: &[u8] = b",\"text\":";
    let has_text = |line: &&[u8]| line.windows(TEXT.len()).any(|window| window == TEXT);
    lines.split_inclusive(|byte| *byte == b'\n').rfind(has_text)
}
