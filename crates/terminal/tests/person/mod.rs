//! A person at a terminal with a session, and the host on the session's other side.
//! Every wait is bounded.

#![allow(clippy::unwrap_used, dead_code, reason = "a test's own helper; no test uses all of it")]

use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use editor::configuration::Configuration;
use editor::event::{Size, Stream};
use editor::protocol::{Prompt, ToHost, ToUi};
use editor::settings::Settings;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};
use rustix::termios::{LocalModes, tcgetattr};
use terminal::mailbox::Receiver;
use terminal::pty::Pty;
use terminal::thread::{Handle, Options, spawn};

pub const WIDE: Size = Size { columns: 80, rows: 24 };

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Person {
    pty: Pty,
    emulator: vt100::Parser,
    handle: Option<Handle>,
    host: Option<(Child, OwnedFd)>,
    history: PathBuf,
    raw: Vec<u8>,
}

impl Person {
    pub fn without_prompt(size: Size) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("sideloop-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        let history = std::env::temp_dir().join(name).join("history.jsonl");
        let pty = Pty::open(size).unwrap();
        let handle = Some(session(&pty, &history).unwrap());
        Self { pty, emulator: vt100::Parser::default(), handle, host: None, history, raw: Vec::new() }
    }

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

    /// Waits until the screen shows these rows among others.
    pub fn sees_somewhere(&mut self, rows: &str) {
        self.waits_for(rows, |screen, rows| screen.contains(rows));
    }

    pub fn new(size: Size) -> Self {
        let mut person = Self::without_prompt(size);
        person.ready();
        person
    }

    pub fn second_session(&self) -> Result<Handle, String> {
        session(&self.pty, &self.history)
    }

    pub fn types(&self, keys: &str) {
        rustix::io::write(&self.pty.master, keys.as_bytes()).unwrap();
    }

    pub fn resizes(&mut self, size: Size) {
        self.pty.resize(size).unwrap();
        let cells = |n: u16| n.try_into().unwrap();
        self.emulator.screen_mut().set_size(cells(size.rows), cells(size.columns));
    }

    /// Waits until the screen shows exactly these rows.
    pub fn sees(&mut self, rows: &str) {
        self.waits_for(rows, |screen, rows| screen == rows);
    }

    /// Waits until the screen ends so.
    pub fn sees_at_the_end(&mut self, rows: &str) {
        self.waits_for(rows, |screen, rows| screen.ends_with(rows));
    }

    fn waits_for(&mut self, expected: &str, is_there: impl Fn(&str, &str) -> bool) {
        let start = Instant::now();
        while !is_there(&self.rows(), expected) {
            assert!(start.elapsed() < PATIENCE, "expected\n{expected}\nbut there is\n{}", self.rows());
            self.watch();
        }
    }

    pub fn waits_until(&self, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < PATIENCE);
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Reads until so many lines have passed that hold a colon.
    pub fn sees_all_of(&mut self, lines: usize) -> Vec<String> {
        let start = Instant::now();
        let (mut found, mut rest) = (Vec::new(), Vec::new());
        while found.len() < lines {
            rest.extend(self.watch());
            while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = rest.drain(..=end).collect();
                let line = String::from_utf8_lossy(&line);
                found.extend(line.contains(':').then(|| plain(line.trim_end())));
            }
            assert!(start.elapsed() < PATIENCE, "{} lines only", found.len());
        }
        found
    }

    fn rows(&self) -> String {
        let columns = self.screen().size().1.get();
        let rows: Vec<_> = self.screen().rows(0, columns).map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n").trim_end().to_owned()
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }

    pub fn bytes_so_far(&self) -> &[u8] {
        &self.raw
    }

    fn watch(&mut self) -> Vec<u8> {
        let mut buffer = vec![0; 1 << 16];
        if !readable(&self.pty.master, Duration::from_millis(20)) {
            return Vec::new();
        }
        let length = rustix::io::read(&self.pty.master, &mut buffer).unwrap_or(0);
        buffer.truncate(length);
        self.emulator.process(&buffer);
        self.raw.extend(&buffer);
        buffer
    }

    pub fn is_cooked(&self) -> bool {
        let modes = tcgetattr(&self.pty.slave).unwrap().local_modes;
        modes.contains(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG)
    }

    pub fn host_says(&self, message: ToUi) {
        self.handle.as_ref().unwrap().to_ui.send(message).unwrap();
    }

    /// The next message that is no question about the text.
    pub fn host_gets(&self) -> ToHost {
        loop {
            let message = next(&self.handle.as_ref().unwrap().from_ui).expect("the session hung up");
            let question = |message: &ToHost| {
                matches!(
                    message,
                    ToHost::Complete { .. }
                        | ToHost::Prepare { .. }
                        | ToHost::Signature { .. }
                        | ToHost::Doc { .. }
                        | ToHost::Prompting
                )
            };
            if !question(&message) {
                return message;
            }
        }
    }

    pub fn ready(&mut self) {
        self.host_says(ToUi::Ready { prompt: Prompt::default(), succeeded: None });
        self.waits_until(|person| !person.is_cooked());
    }

    pub fn evaluates(&mut self, source: &str) {
        self.types(&format!("{source}\r"));
        assert_eq!(self.host_gets(), ToHost::Run { source: source.into() });
        self.host_says(ToUi::Accepted);
        assert_eq!(self.host_gets(), ToHost::Go);
    }

    pub fn prints(&self, text: &str) {
        rustix::io::write(&self.pty.slave, text.as_bytes()).unwrap();
    }

    pub fn evaluation_reads(&self) -> String {
        assert!(readable(&self.pty.slave, PATIENCE));
        let mut buffer = [0; 256];
        let length = rustix::io::read(&self.pty.slave, &mut buffer).unwrap();
        String::from_utf8_lossy(&buffer[..length]).into_owned()
    }

    pub fn writers(&self, count: usize, lines: usize) -> Vec<JoinHandle<()>> {
        let sender = self.handle.as_ref().unwrap().to_ui.clone();
        let write = |writer: usize| {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for n in 0..lines {
                    let text = format!("{writer}:{n}\n");
                    sender.send(ToUi::Print { stream: Stream::Stdout, text }).unwrap();
                }
            })
        };
        (0..count).map(write).collect()
    }

    pub fn host_closes(&mut self) {
        self.handle.take().unwrap().close();
        while !self.watch().is_empty() {}
    }

    pub fn host_goes_away(&mut self) {
        drop(self.handle.take());
    }

    /// The terminal's window is closed; the host's side and the history file stay.
    pub fn hangs_up(mut self) -> (Left, PathBuf) {
        (Left(self.handle.take().unwrap()), std::mem::take(&mut self.history))
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        if let Some((mut host, wire)) = self.host.take() {
            drop(wire);
            let _ = host.kill();
            let _ = host.wait();
        }
    }
}

/// The host's side when the terminal is gone.
pub struct Left(Handle);

impl Left {
    pub fn waits_for_the_end(&mut self) {
        while next(&self.0.from_ui).is_some() {}
    }
}

fn session(pty: &Pty, history: &std::path::Path) -> Result<Handle, String> {
    spawn(Options {
        input: pty.slave.as_fd(),
        output: pty.slave.as_fd(),
        config: None,
        configuration: Configuration {
            settings: Settings { auto_suggest: false, ..Settings::default() },
            ..Configuration::default()
        },
        history: Some(history.to_owned()),
        term: "xterm-256color".into(),
        patch_stdout: true,
        nested: false,
    })
}

fn next(from_ui: &Receiver<ToHost>) -> Option<ToHost> {
    loop {
        assert!(readable(from_ui, PATIENCE), "the session says nothing");
        match from_ui.take() {
            Ok(Some(message)) => return Some(message),
            Ok(None) => {}
            Err(_) => return None,
        }
    }
}

fn readable(fd: impl AsFd, wait: Duration) -> bool {
    let wait = Timespec { tv_sec: wait.as_secs().cast_signed(), tv_nsec: wait.subsec_nanos().into() };
    poll(&mut [PollFd::new(&fd, PollFlags::IN)], Some(&wait)).unwrap() > 0
}

/// A line without the sequences before it.
fn plain(line: &str) -> String {
    let from = line.rfind(|c: char| !c.is_ascii_digit() && c != ':').map_or(0, |at| at + 1);
    line[from..].to_owned()
}
