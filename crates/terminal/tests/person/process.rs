//! A host in a process of its own, as a shell has it.

use std::os::fd::AsRawFd;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use editor::event::Size;
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};
use terminal::pty::Pty;

use super::{PATIENCE, Person};

impl Person {
    /// At the terminal of a process of its own, the test `host` of this program.
    pub fn with_host(size: Size) -> Self {
        let pty = Pty::open(size).unwrap();
        let (theirs, wire) = rustix::pipe::pipe().unwrap();
        rustix::io::fcntl_setfd(&wire, rustix::io::FdFlags::CLOEXEC).unwrap();
        let end = || std::process::Stdio::from(pty.slave.try_clone().unwrap());
        let program = std::env::current_exe().unwrap();
        let script = r#"exec 3</dev/fd/"$1"; exec "$0" --exact host --include-ignored --nocapture -q"#;
        let mut command = Command::new("sh");
        command.arg("-c").arg(script).arg(program).arg(theirs.as_raw_fd().to_string());
        command.env("SIDELOOP_HOST", "1").env("VISUAL", "printf 'edited\\ntext\\n' >").process_group(0);
        command.stdin(end()).stdout(end()).stderr(end());
        let host = Some((command.spawn().unwrap(), wire));
        let emulator = vt100::Parser::default();
        Self { pty, emulator, handle: None, host, history: PathBuf::new(), raw: Vec::new() }
    }

    /// The process of the host gets a signal.
    pub fn signals(&self, signal: Signal) {
        kill_process(self.host_id(), signal).unwrap();
    }

    /// Waits until the host has stopped or ended.
    pub fn waits_for_the_host(&self) -> WaitStatus {
        let start = Instant::now();
        loop {
            let options = WaitOptions::UNTRACED | WaitOptions::NOHANG;
            if let Some((_, status)) = waitpid(Some(self.host_id()), options).unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the host goes on");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn host_id(&self) -> Pid {
        Pid::from_child(&self.host.as_ref().unwrap().0)
    }

    /// The host acts on a word.
    pub fn does(&self, word: &str) {
        let (_, wire) = self.host.as_ref().unwrap();
        rustix::io::write(wire, format!("{word}\n").as_bytes()).unwrap();
    }
}
