//! The terminal as a host would find it.

use super::*;
use crate::pty::Pty;
use rustix::termios::LocalModes;

fn attributes(pty: &Pty) -> (bool, bool) {
    let termios = tcgetattr(&pty.slave).unwrap();
    (termios.local_modes.contains(LocalModes::ECHO), termios.local_modes.contains(LocalModes::ICANON))
}

fn open(pty: &Pty) -> Terminal {
    Terminal::open(pty.slave.as_fd(), pty.slave.as_fd(), Modes { mouse: true, kitty: true }).unwrap()
}

#[test]
fn the_terminal_is_cooked_whenever_it_is_not_held() {
    let pty = Pty::open(Size { columns: 80, rows: 24 }).unwrap();
    let mut terminal = open(&pty);
    assert_eq!(attributes(&pty), (true, true));
    terminal.take().unwrap();
    assert_eq!(attributes(&pty), (false, false));
    terminal.give().unwrap();
    assert_eq!(attributes(&pty), (true, true));
    terminal.take().unwrap();
    drop(terminal);
    assert_eq!(attributes(&pty), (true, true));
}

#[test]
fn typed_keys_survive_each_switch() {
    let pty = Pty::open(Size { columns: 80, rows: 24 }).unwrap();
    let mut terminal = open(&pty);
    rustix::io::write(&pty.master, b"ahead").unwrap();
    terminal.take().unwrap();
    terminal.give().unwrap();
    terminal.take().unwrap();
    let mut buffer = [0; 64];
    assert_eq!(terminal.read(&mut buffer).unwrap(), b"ahead");
    assert_eq!(terminal.read(&mut buffer).unwrap(), b"");
}

#[test]
fn what_a_program_left_is_put_right() {
    let pty = Pty::open(Size { columns: 80, rows: 24 }).unwrap();
    let mut terminal = open(&pty);
    terminal.take().unwrap();
    terminal.give().unwrap();
    let mut left = tcgetattr(&pty.slave).unwrap();
    left.make_raw();
    tcsetattr(&pty.slave, OptionalActions::Now, &left).unwrap();
    terminal.write("\x1b[?1049h\x1b[31;4m\x1b[?25l\x1b[2;3r").unwrap();
    terminal.take().unwrap();
    terminal.write("").unwrap();
    let mut screen = vt100::Parser::default();
    screen.process(&pty.drain());
    assert!(!screen.screen().alternate_screen());
    assert!(!screen.screen().hide_cursor());
    assert!(screen.screen().bracketed_paste());
    assert_eq!(screen.screen().fgcolor(), vt100::Color::Default);
    terminal.give().unwrap();
    assert_eq!(attributes(&pty), (true, true));
    screen.process(&pty.drain());
    assert!(!screen.screen().bracketed_paste());
}

#[test]
fn what_stands_behind_an_enter_is_for_whom_it_concerns() {
    let pty = Pty::open(Size { columns: 80, rows: 24 }).unwrap();
    let mut terminal = open(&pty);
    terminal.take().unwrap();
    let mut buffer = [0; 64];
    rustix::io::write(&pty.master, b"input()\rname\r\x1b[200~a\rb\x1b[201~").unwrap();
    assert_eq!(terminal.read_line(&mut buffer).unwrap(), b"input()\n");
    assert!(terminal.has_more());
    terminal.give().unwrap();
    let length = rustix::io::read(&pty.slave, &mut buffer[..5]).unwrap();
    assert_eq!(&buffer[..length], b"name\n");
    terminal.take().unwrap();
    assert_eq!(terminal.read_line(&mut buffer).unwrap(), b"\x1b[200~a\nb\x1b[201~");
    assert!(!terminal.has_more());
    assert_eq!(terminal.read_line(&mut buffer).unwrap(), b"");
}
