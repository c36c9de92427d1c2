//! A session on a pseudo-terminal, whose turns are taken by hand.

use super::*;
use crate::pty::Pty;
use crate::raw::{Modes, Terminal};
use crate::reflow::Reflow;
use editor::event::Size;
use editor::protocol::Prompt;
use editor::settings::Settings;
use rustix::termios::{LocalModes, tcgetattr};
use std::os::fd::AsFd;

/// A session, what the host sends to and receives from it, and its terminal.
pub struct Bench {
    pub ui: Ui,
    pub to_ui: Sender<ToUi>,
    pub to_host: Sender<ToHost>,
    pub from_ui: Receiver<ToHost>,
    pub pty: Pty,
}

impl Bench {
    pub fn new(history: Option<PathBuf>) -> Self {
        let size = Size { columns: 80, rows: 24 };
        let pty = Pty::open(size).unwrap();
        let terminal = Terminal::open(pty.slave.as_fd(), pty.slave.as_fd(), Modes::default()).unwrap();
        let screen = Screen::new(terminal, Reflow::of("xterm", |_| None));
        let ((to_ui, from_host), (to_host, from_ui)) = (mailbox().unwrap(), mailbox().unwrap());
        let app = App::new(Settings::default(), size);
        let memory = Memory::new(history, "session".into());
        let ui = Ui::new(app, screen, memory, None, from_host, to_host.clone(), Arc::default()).unwrap();
        Self { ui, to_ui, to_host, from_ui, pty }
    }

    fn host(&mut self, message: ToUi) {
        self.to_ui.send(message).unwrap();
        assert!(self.ui.turn(Ok(vec![What::Host])));
    }

    /// The terminal has these keys; whether more of them would be heard after a turn.
    fn keys(&mut self) -> bool {
        assert!(self.ui.turn(Ok(vec![What::Keys])));
        self.ui.sleep().keys
    }

    fn told(&self) -> Vec<ToHost> {
        std::iter::from_fn(|| self.from_ui.take().unwrap()).collect()
    }
}

pub fn ready() -> ToUi {
    ToUi::Ready { prompt: Prompt::default(), succeeded: None }
}

pub fn is_cooked(pty: &Pty) -> bool {
    tcgetattr(&pty.slave).unwrap().local_modes.contains(LocalModes::ECHO)
}

#[test]
fn what_is_typed_behind_an_input_is_read_by_its_evaluation() {
    let mut bench = Bench::new(None);
    bench.host(ready());
    rustix::io::write(&bench.pty.master, b"input()\rname\r").unwrap();
    assert!(bench.keys());
    assert!(!bench.keys());
    bench.host(ToUi::Accepted);
    assert_eq!(bench.told(), [ToHost::Prompting, ToHost::Run { source: "input()".into() }, ToHost::Go]);
    let mut line = [0; 64];
    let length = rustix::io::read(&bench.pty.slave, &mut line).unwrap();
    assert_eq!(&line[..length], b"name\n");
}

#[test]
fn lines_that_do_not_run_are_read_with_those_behind_them() {
    let mut bench = Bench::new(None);
    bench.host(ready());
    rustix::io::write(&bench.pty.master, b"if x:\r  y\r\r  z\r\r1\r").unwrap();
    bench.keys();
    std::thread::sleep(bench.ui.sleep().until.unwrap().saturating_duration_since(Instant::now()));
    assert!(bench.ui.turn(Ok(Vec::new())));
    assert_eq!(bench.told(), [ToHost::Prompting, ToHost::Run { source: "if x:\n  y\n\n  z".into() }]);
}

#[test]
fn a_key_is_echoed_before_all_else_that_comes_of_it_and_of_what_follows() {
    let mut bench = Bench::new(None);
    bench.host(ready());
    bench.pty.drain();
    rustix::io::write(&bench.pty.master, b"x").unwrap();
    bench.keys();
    assert_eq!(bench.pty.drain(), b"x");
    bench.host(ToUi::Interrupt);
    assert!(String::from_utf8_lossy(&bench.pty.drain()).contains('\n'), "Ctrl-C dropped the line");
    rustix::io::write(&bench.pty.master, b"y").unwrap();
    bench.keys();
    rustix::io::write(&bench.pty.master, b"z").unwrap();
    bench.keys();
    assert_eq!(bench.pty.drain(), b"yz");
    assert!(bench.ui.turn(Ok(vec![What::Time])));
    assert_eq!(bench.pty.drain(), b"");
    rustix::io::write(&bench.pty.master, b"\r").unwrap();
    bench.keys();
    assert_eq!(bench.told().pop(), Some(ToHost::Run { source: "yz".into() }));
}

#[test]
fn keys_come_before_the_output_of_others() {
    let mut bench = Bench::new(None);
    bench.host(ready());
    bench.pty.drain();
    rustix::io::write(&bench.pty.master, b"x").unwrap();
    assert!(bench.ui.turn(Ok(vec![What::Captured])));
    assert_eq!(bench.pty.drain(), b"x");
}
