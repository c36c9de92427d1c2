//! A person at a terminal with a session, and the host on the session's other side.
//! Every wait is bounded.

#![allow(clippy::unwrap_used, dead_code, reason = "a test's own helper; no test uses all of it")]

mod messages;
mod process;

use std::os::fd::{AsFd, OwnedFd};
use std::path::PathBuf;
use std::process::Child;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use editor::event::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{LocalModes, tcgetattr};
use terminal::pty::Pty;
use terminal::thread::Handle;

use messages::session;

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

    pub fn prints(&self, text: &str) {
        rustix::io::write(&self.pty.slave, text.as_bytes()).unwrap();
    }

    pub fn evaluation_reads(&self) -> String {
        assert!(readable(&self.pty.slave, PATIENCE));
        let mut buffer = [0; 256];
        let length = rustix::io::read(&self.pty.slave, &mut buffer).unwrap();
        String::from_utf8_lossy(&buffer[..length]).into_owned()
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

fn readable(fd: impl AsFd, wait: Duration) -> bool {
    let wait = Timespec { tv_sec: wait.as_secs().cast_signed(), tv_nsec: wait.subsec_nanos().into() };
    poll(&mut [PollFd::new(&fd, PollFlags::IN)], Some(&wait)).unwrap() > 0
}

/// A line without the sequences before it.
fn plain(line: &str) -> String {
    let from = line.rfind(|c: char| !c.is_ascii_digit() && c != ':').map_or(0, |at| at + 1);
    line[from..].to_owned()
}
