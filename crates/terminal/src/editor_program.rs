//! `$VISUAL` or `$EDITOR` on a text: the text that it leaves, or one sentence.
//!
//! The editor is the foreground process group while it runs, so that Ctrl-C and Ctrl-Z
//! are its own. When it stops, so do we, as a shell's job of several programs would.
//! The file is for the person's eyes only and is removed on every way out.
#![allow(unsafe_code, reason = "what is done between fork and exec")]

use std::fs::{OpenOptions, remove_file};
use std::io::{self, Write};
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, getpgrp, kill_process_group, waitpid};
use rustix::termios::tcsetpgrp;

use crate::mask::unblock_all;
use crate::reason::reason;
use crate::suspend::suspend;

/// Tried in this order where no variable names one: Debian's choice first.
const EDITORS: [&str; 4] = ["editor", "nano", "vim", "vi"];

/// Runs the person's editor on the terminal until it ends. The calling thread blocks
/// signals, SIGTTOU above all, and the terminal is as the host had it.
pub fn edit(text: &str, terminal: BorrowedFd<'_>) -> Result<String, String> {
    let editor = choose().ok_or("There is no editor: set VISUAL or EDITOR.")?;
    let file = Scratch::with(text)
        .map_err(|error| format!("The text cannot be given to an editor: {}.", reason(&error)))?;
    let status = run(&editor, &file.0, terminal)
        .map_err(|error| format!("{editor} cannot be run: {}.", reason(&error)))?;
    match status {
        None | Some(0) => {
            file.read().map_err(|error| format!("What {editor} wrote cannot be read: {}.", reason(&error)))
        }
        Some(127) => Err(format!("{editor} cannot be found.")),
        Some(status) => Err(format!("{editor} ended with status {status}; the input is unchanged.")),
    }
}

/// A shell command; words and quotes in it are the shell's.
fn choose() -> Option<String> {
    let named = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let paths = || std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
    let found = |name: &&&str| paths().iter().any(|path| path.join(name).is_file());
    named("VISUAL")
        .or_else(|| named("EDITOR"))
        .or_else(|| EDITORS.iter().find(found).map(|name| (*name).into()))
}

/// The exit status; `None` when somebody else waited for our child.
fn run(editor: &str, file: &Path, terminal: BorrowedFd<'_>) -> io::Result<Option<i32>> {
    let tty: OwnedFd = terminal.try_clone_to_owned()?;
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(file);
    command.stdin(tty.try_clone()?).stdout(tty.try_clone()?).stderr(tty.try_clone()?);
    let foreground = move || {
        // Not where the terminal is not this process's own: then it has no foreground.
        let _ = tcsetpgrp(&tty, rustix::process::getpid());
        unblock_all();
        Ok(())
    };
    // SAFETY: system calls only.
    unsafe { command.process_group(0).pre_exec(foreground) };
    let child = command.spawn()?;
    let pid = Pid::from_child(&child);
    let ended = wait(pid, terminal);
    let _ = tcsetpgrp(terminal, getpgrp());
    ended
}

fn wait(editor: Pid, terminal: BorrowedFd<'_>) -> io::Result<Option<i32>> {
    loop {
        match waitpid(Some(editor), WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => stop_along(editor, terminal),
            Ok(Some((_, status))) => return Ok(Some(code(status))),
            Ok(None) | Err(rustix::io::Errno::INTR) => {}
            Err(rustix::io::Errno::CHILD) => return Ok(None),
            Err(error) => return Err(error.into()),
        }
    }
}

/// As a shell counts: 128 and the signal that ended it.
fn code(status: WaitStatus) -> i32 {
    status.exit_status().unwrap_or_else(|| 128 + status.terminating_signal().unwrap_or_default())
}

fn stop_along(editor: Pid, terminal: BorrowedFd<'_>) {
    let _ = tcsetpgrp(terminal, getpgrp());
    suspend();
    let _ = tcsetpgrp(terminal, editor);
    let _ = kill_process_group(editor, Signal::CONT);
}

/// A file that is removed when it goes out of scope.
struct Scratch(PathBuf);

impl Scratch {
    fn with(text: &str) -> io::Result<Self> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let path = std::env::temp_dir().join(format!("sideloop-{}-{now}.py", std::process::id()));
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
        let scratch = Self(path);
        file.write_all(text.as_bytes())?;
        if !text.ends_with('\n') {
            file.write_all(b"\n")?;
        }
        Ok(scratch)
    }

    /// Without the newline that editors put at the end.
    fn read(&self) -> io::Result<String> {
        let text = String::from_utf8_lossy(&std::fs::read(&self.0)?).into_owned();
        Ok(text.strip_suffix('\n').map(str::to_owned).unwrap_or(text))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = remove_file(&self.0);
    }
}
