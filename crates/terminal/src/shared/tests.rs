//! A session whose turns the host's thread takes.

use super::*;
use crate::mailbox::{HungUp, Receiver};
use crate::pty::Pty;
use crate::ui::tests::{Bench, is_cooked, ready};
use editor::event::Event;
use editor::key::{Code, Key};
use editor::protocol::ToUi;
use std::os::fd::AsFd;

/// A session whose own thread never takes a turn.
fn session() -> (HostSender, Receiver<ToHost>, Pty) {
    let Bench { ui, to_ui, to_host, from_ui, pty } = Bench::new(None);
    let claim = Claim::new(pty.slave.as_fd(), false).unwrap();
    (HostSender::new(to_ui, Arc::new(Shared::new(ui, claim, to_host))), from_ui, pty)
}

#[test]
fn the_terminal_has_changed_hands_when_send_returns() {
    let (line, from_ui, pty) = session();
    line.send(ready()).unwrap();
    assert!(!is_cooked(&pty));
    assert_eq!(from_ui.take(), Ok(Some(ToHost::Prompting)));
    for key in [Key::char('1'), Key::plain(Code::Enter)] {
        line.shared.live.lock().unwrap().as_mut().unwrap().ui.feed(Event::Key(key)).unwrap();
    }
    assert_eq!(from_ui.take(), Ok(Some(ToHost::Run { source: "1".into() })));
    line.send(ToUi::Accepted).unwrap();
    assert!(is_cooked(&pty));
    assert_eq!(from_ui.take(), Ok(Some(ToHost::Go)));
}

#[test]
fn a_thread_at_work_is_not_disturbed() {
    let (line, from_ui, pty) = session();
    let turn = line.shared.live.lock().unwrap();
    line.send(ready()).unwrap();
    drop(turn);
    assert!(is_cooked(&pty));
    assert_eq!(from_ui.take(), Ok(None));
    assert!(line.shared.turn(Ok(vec![What::Host])));
    assert!(!is_cooked(&pty));
}

#[test]
fn a_panic_in_the_hosts_thread_ends_the_session_and_is_told() {
    crate::panic::install_hook();
    let (line, from_ui, pty) = session();
    line.send(ready()).unwrap();
    line.shared.attend(|_| panic!("boom"));
    assert!(is_cooked(&pty));
    assert!(!line.shared.turn(Ok(Vec::new())));
    let told = std::iter::from_fn(|| from_ui.take().unwrap_or_default())
        .find(|message| matches!(message, ToHost::Panicked { .. } | ToHost::Eof));
    assert!(matches!(told, Some(ToHost::Panicked { message }) if message.starts_with("boom (")));
    assert_eq!(line.send(ready()), Err(HungUp));
}
