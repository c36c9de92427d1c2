//! Messages in, messages out, and what the descriptor tells of them.

use super::*;
use std::os::fd::AsFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

#[derive(Debug, PartialEq)]
enum Note {
    Keep(u32),
    Ask(u32),
    Text(usize),
}

impl Message for Note {
    fn is_overwritten(&self) -> bool {
        matches!(self, Self::Ask(_))
    }
    fn weight(&self) -> usize {
        if let Self::Text(weight) = self { *weight } else { 0 }
    }
}

fn readable(fd: impl AsFd) -> bool {
    let mut fds = [PollFd::new(&fd, PollFlags::IN)];
    poll(&mut fds, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).unwrap() == 1
}

#[test]
fn readable_exactly_when_there_is_something_to_take() {
    let (sender, receiver) = mailbox().unwrap();
    assert!(!readable(&receiver));
    assert_eq!(receiver.take(), Ok(None));
    for n in 0..3 {
        sender.send(Note::Keep(n)).unwrap();
    }
    for n in 0..3 {
        assert!(readable(&receiver));
        assert_eq!(receiver.take(), Ok(Some(Note::Keep(n))));
    }
    assert!(!readable(&receiver));
    sender.send(Note::Keep(9)).unwrap();
    drop(sender.clone());
    drop(sender);
    assert_eq!(receiver.take(), Ok(Some(Note::Keep(9))));
    assert!(readable(&receiver));
    assert_eq!(receiver.take(), Err(HungUp));
    assert!(readable(&receiver));
}

#[test]
fn a_message_that_is_awaited_is_taken_and_no_other() {
    let (sender, receiver) = mailbox().unwrap();
    assert!(!receiver.take_this(&Note::Keep(1)));
    sender.send(Note::Keep(1)).unwrap();
    sender.send(Note::Keep(2)).unwrap();
    assert!(!receiver.take_this(&Note::Keep(2)));
    assert!(receiver.take_this(&Note::Keep(1)));
    assert!(readable(&receiver));
    assert!(receiver.take_this(&Note::Keep(2)));
    assert!(!readable(&receiver));
}

#[test]
fn what_was_left_and_not_taken_rouses() {
    let (sender, receiver) = mailbox().unwrap();
    sender.leave(Note::Keep(1)).unwrap();
    assert!(!readable(&receiver));
    assert_eq!(receiver.take(), Ok(Some(Note::Keep(1))));
    sender.rouse();
    assert!(!readable(&receiver));
    sender.leave(Note::Keep(2)).unwrap();
    sender.rouse();
    assert!(readable(&receiver));
    assert_eq!(receiver.take(), Ok(Some(Note::Keep(2))));
    assert!(!readable(&receiver));
}

#[test]
fn a_newer_question_replaces_one_still_queued() {
    let (sender, receiver) = mailbox().unwrap();
    for note in [Note::Ask(1), Note::Keep(2), Note::Ask(3)] {
        sender.send(note).unwrap();
    }
    assert_eq!(receiver.take(), Ok(Some(Note::Keep(2))));
    assert_eq!(receiver.take(), Ok(Some(Note::Ask(3))));
    assert_eq!(receiver.take(), Ok(None));
}

#[test]
fn a_full_mailbox_holds_back_weighty_messages_only() {
    let (sender, receiver) = mailbox().unwrap();
    sender.send(Note::Text(LIMIT + 1)).unwrap();
    sender.send(Note::Keep(1)).unwrap();
    let (done, waited) = std::sync::mpsc::channel();
    let writer = std::thread::spawn(move || {
        let outcome = sender.send(Note::Text(1));
        done.send(()).unwrap();
        outcome
    });
    assert!(waited.try_recv().is_err());
    assert_eq!(receiver.take(), Ok(Some(Note::Text(LIMIT + 1))));
    assert_eq!(writer.join().unwrap(), Ok(()));
    assert_eq!(receiver.take(), Ok(Some(Note::Keep(1))));
    assert_eq!(receiver.take(), Ok(Some(Note::Text(1))));
}

#[test]
fn a_waiting_writer_learns_that_the_receiver_is_gone() {
    let (sender, receiver) = mailbox().unwrap();
    sender.send(Note::Text(LIMIT + 1)).unwrap();
    let writer = std::thread::spawn(move || sender.send(Note::Text(1)));
    drop(receiver);
    assert_eq!(writer.join().unwrap(), Err(HungUp));
}
