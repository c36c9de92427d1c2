//! The system's clipboard, through the program that is there for it. OSC 52 reaches more
//! places, such as the far end of ssh, but many terminals refuse it.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// Programs that put their input on the clipboard, and the variable without which each is of no use.
const COPIERS: [(&str, &[&str]); 4] = [
    ("WAYLAND_DISPLAY", &["wl-copy"]),
    ("DISPLAY", &["xclip", "-selection", "clipboard"]),
    ("DISPLAY", &["xsel", "--clipboard", "--input"]),
    ("", &["pbcopy"]),
];

/// Programs that print the clipboard.
const PASTERS: [(&str, &[&str]); 4] = [
    ("WAYLAND_DISPLAY", &["wl-paste", "--no-newline"]),
    ("DISPLAY", &["xclip", "-selection", "clipboard", "-o"]),
    ("DISPLAY", &["xsel", "--clipboard", "--output"]),
    ("", &["pbpaste"]),
];

/// A program that hangs, since the one that owns the selection does, is not waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// As much of the clipboard as a prompt takes, in bytes.
const LONGEST: usize = 10 << 20;

/// Whether the variable that a program needs is there.
fn is_usable(variable: &str) -> bool {
    variable.is_empty() || std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// What is on the clipboard; `None` where no program tells it within a second. The terminal is
/// not asked (OSC 52): most refuse, some ask the person, and what comes back looks typed.
pub fn fetch() -> Option<String> {
    let deadline = Instant::now() + PATIENCE;
    let mut pasters = PASTERS.iter().filter(|paster| is_usable(paster.0));
    pasters.find_map(|(_, command)| output(command, deadline))
}

/// What a command prints, if it ends well and in time.
fn output(command: &[&str], deadline: Instant) -> Option<String> {
    let mut child = Command::new(command[0])
        .args(&command[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let printed = printed(&mut child, deadline);
    if printed.is_none() {
        let _ = child.kill();
    }
    let ended = child.wait();
    printed.filter(|_| ended.is_ok_and(|status| status.success()))
}

fn printed(child: &mut Child, deadline: Instant) -> Option<String> {
    let mut pipe = child.stdout.take()?;
    let (mut bytes, mut chunk) = (Vec::new(), [0; 1 << 14]);
    while bytes.len() <= LONGEST {
        let left = Timespec::try_from(deadline.checked_duration_since(Instant::now())?).ok()?;
        if poll(&mut [PollFd::new(&pipe, PollFlags::IN)], Some(&left)).ok()? == 0 {
            return None;
        }
        match pipe.read(&mut chunk).ok()? {
            0 => return String::from_utf8(bytes).ok(),
            length => bytes.extend_from_slice(&chunk[..length]),
        }
    }
    None
}

/// Puts a text on the clipboard, on a thread of its own. Fails when there can be none.
pub fn copy(text: String) -> io::Result<()> {
    let run = move || {
        let mut copiers = COPIERS.iter().filter(|copier| is_usable(copier.0));
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
    fn what_a_command_prints_is_taken_if_it_ends_well_and_in_time() {
        let long = Instant::now() + Duration::from_mins(1);
        assert_eq!(output(&["sh", "-c", "printf 'a\nb'"], long).as_deref(), Some("a\nb"));
        assert_eq!(output(&["sh", "-c", "echo a; exit 1"], long), None);
        assert_eq!(output(&["a program that is not there"], long), None);
        assert_eq!(output(&["sleep", "60"], Instant::now()), None);
    }

    #[test]
    fn a_command_gets_the_text_and_its_failure_is_told() {
        assert!(feed(&["sh", "-c", "test \"$(cat)\" = text"], "text").is_ok());
        assert!(feed(&["sh", "-c", "cat; exit 1"], "text").is_err());
        assert!(feed(&["a program that is not there"], "text").is_err());
    }
}
