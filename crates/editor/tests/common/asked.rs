//! Asks the vim that is installed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long vim may take for one case; it waits for ever where a key is missing.
const PATIENCE: Duration = Duration::from_secs(5);

/// A directory of its own, in which vim is asked one case at a time.
pub struct Vim(PathBuf);

impl Vim {
    /// Makes the directory.
    pub fn new() -> Self {
        let directory = std::env::temp_dir().join(format!("vi-random-{}", std::process::id()));
        std::fs::create_dir_all(&directory).expect("a temporary directory");
        Self(directory)
    }

    /// What vim makes of the keys, as a text and a place; `None` where it cannot be asked.
    ///
    /// The keys are typed (`feedkeys`) and no script (`-s`), for in a script vim takes all
    /// changes for one step of undo.
    pub fn ask(&self, before: &str, keys: &str) -> Option<(String, String)> {
        let [buffer, script, out, at] = ["buffer", "keys", "out", "at"].map(|name| self.0.join(name));
        drop((std::fs::remove_file(&out), std::fs::remove_file(&at)));
        std::fs::write(&buffer, before.replace("\\n", "\n")).ok()?;
        std::fs::write(&script, typed(keys) + &report(&out, &at)).ok()?;
        run(&buffer, &script)?;
        let after = std::fs::read_to_string(out).ok()?.replace('\n', "\\n");
        Some((after, std::fs::read_to_string(at).ok()?.trim().to_owned()))
    }
}

impl Drop for Vim {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The notation of the cases as the bytes of a terminal.
fn typed(keys: &str) -> String {
    let typed = keys.replace("<Esc>", "\x1b").replace("<Enter>", "\r").replace("<BS>", "\x08");
    ('A'..='Z')
        .fold(typed, |typed, c| typed.replace(&format!("<C-{c}>"), &char::from(c as u8 & 0x1f).to_string()))
}

/// The keys by which vim tells what it made of the case, and goes.
fn report(out: &Path, at: &Path) -> String {
    format!(
        "\x1b\x1b:set encoding=utf-8\r:call writefile([line('.')-1.','.(charcol('.')-1)],'{}')\r:wq! {}\r:qa!\r",
        at.display(),
        out.display()
    )
}

fn run(buffer: &Path, script: &Path) -> Option<()> {
    let mut vim = Command::new("vim")
        .args(["--not-a-term", "-u", "NONE", "-i", "NONE", "-N", "-n", "--cmd"])
        .arg("set encoding=utf-8 sw=4 et nojoinspaces viminfo=")
        // A command on the command line leaves the cursor in the first column, and the mark with it.
        .args(["-c", "normal! ^m'"])
        .arg("-c")
        .arg(format!("call feedkeys(join(readfile('{}','b'),\"\\n\"),'t')", script.display()))
        .arg(buffer)
        .env("TERM", "xterm")
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let asked = Instant::now();
    while asked.elapsed() < PATIENCE {
        if vim.try_wait().ok()?.is_some() {
            return Some(());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    drop((vim.kill(), vim.wait()));
    None
}
