//! The system's clipboard, through the program that is there for it. OSC 52 reaches more
//! places, such as the far end of ssh, but many terminals refuse it.

use std::io::{self, Write};
use std::process::{Command, Stdio};

/// Programs that put their input on the clipboard, and the variable without which each is of no use.
const COPIERS: [(&str, &[&str]); 4] = [
    ("WAYLAND_DISPLAY", &["wl-copy"]),
    ("DISPLAY", &["xclip", "-selection", "clipboard"]),
    ("DISPLAY", &["xsel", "--clipboard", "--input"]),
    ("", &["pbcopy"]),
];

/// Puts a text on the clipboard, on a thread of its own. Fails when there can be none.
pub fn copy(text: String) -> io::Result<()> {
    let run = move || {
        let usable = |variable: &str| variable.is_empty() || std::env::var_os(variable).is_some();
        let mut copiers = COPIERS.iter().filter(|copier| usable(copier.0));
        // Without any of them the terminal's own way is all there is.
        copiers.find(|(_, command)| feed(command, &text).is_ok());
    };
    std::thread::Builder::new().name("sideloop-copy".into()).spawn(run).map(drop)
}

/// Runs a command with a text as its input.
fn feed(command: &[&str], text: &str) -> io::Result<()> {
    let mut child = Command::new(command[0])
        .args(&command[1..])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    let status = child.wait()?;
    written?;
    if status.success() { Ok(()) } else { Err(io::ErrorKind::Other.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_gets_the_text_and_its_failure_is_told() {
        assert!(feed(&["sh", "-c", "test \"$(cat)\" = text"], "text").is_ok());
        assert!(feed(&["sh", "-c", "cat; exit 1"], "text").is_err());
        assert!(feed(&["a program that is not there"], "text").is_err());
    }
}
