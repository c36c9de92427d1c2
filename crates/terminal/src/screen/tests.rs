//! The screen on a terminal of vt100.

use super::*;
use crate::pty::Pty;
use crate::raw::Modes;
use editor::frame::CursorShape;
use ratatui_core::buffer::Buffer;
use std::os::fd::AsFd;

fn frame(text: &str) -> Frame {
    let cells = Buffer::with_lines([format!("{text:<80}")]);
    Frame {
        cells,
        wrapped: vec![false],
        cursor: Some((4, 0)),
        top: 0,
        shape: CursorShape::Default,
        full: false,
    }
}

/// What stands on the screen when a program left `output` before the prompt.
fn check(output: &str, expected: &str) {
    let pty = Pty::open(FALLBACK).unwrap();
    let terminal = Terminal::open(pty.slave.as_fd(), pty.slave.as_fd(), Modes::default()).unwrap();
    let mut screen = Screen::new(terminal, Reflow::of("xterm-256color", |_| None));
    screen.send(output).unwrap();
    screen.take_back().unwrap();
    screen.show(&frame(">>> ")).unwrap();
    screen.print("above\n").unwrap();
    screen.show(&frame(">>> ")).unwrap();
    let mut emulator = vt100::Parser::default();
    emulator.process(&pty.drain());
    assert_eq!(rows(&emulator), expected);
    screen.hand_over(&frame(">>> ")).unwrap();
    emulator.process(&pty.drain());
    assert_eq!(rows(&emulator), expected.strip_suffix(">>>").unwrap().trim_end());
}

fn rows(emulator: &vt100::Parser) -> String {
    let rows: Vec<_> = emulator.screen().rows(0, 80).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n").trim_end().to_owned()
}

#[test]
fn a_page_covers_the_prompt_and_gives_it_back() {
    let pty = Pty::open(FALLBACK).unwrap();
    let terminal = Terminal::open(pty.slave.as_fd(), pty.slave.as_fd(), Modes::default()).unwrap();
    let mut screen = Screen::new(terminal, Reflow::of("xterm-256color", |_| None));
    let mut emulator = vt100::Parser::default();
    let mut see = |screen: &mut Screen, frame: &Frame| {
        screen.show(frame).unwrap();
        emulator.process(&pty.drain());
        rows(&emulator)
    };
    screen.take_back().unwrap();
    assert_eq!(see(&mut screen, &frame(">>> one")), ">>> one");
    let page = Frame { full: true, ..frame("a page") };
    assert_eq!(see(&mut screen, &page), "a page");
    screen.print("meanwhile\n").unwrap();
    assert_eq!(see(&mut screen, &page), "a page");
    assert_eq!(see(&mut screen, &frame(">>> two")), "meanwhile\n>>> two");
}

#[test]
fn a_prompt_has_a_line_of_its_own() {
    check("", "above\n>>>");
    check("done\n", "done\nabove\n>>>");
    check("half", "half%\nabove\n>>>");
    check(&"x".repeat(80), &format!("{}\nabove\n>>>", "x".repeat(80)));
}
