//! Bytes on the left, what they mean on the right.

use super::*;

/// Keys by name, `"..."` for a paste, `<...>` for the rest.
fn spell(inputs: &[Input]) -> String {
    let names: Vec<String> = inputs
        .iter()
        .map(|input| match input {
            Input::Key(key) => key.to_string(),
            Input::Paste(text) => format!("{text:?}"),
            Input::Mouse { kind, column, row } => format!("<{kind:?} {column},{row}>"),
            Input::Reply(reply) => format!("<{reply:?}>"),
        })
        .collect();
    names.join(" ")
}

/// Whole, and each byte alone: the same, and nothing is left over.
fn check(bytes: impl AsRef<[u8]>, expected: &str) {
    let bytes = bytes.as_ref();
    let mut whole = Decoder::default();
    let mut inputs = whole.feed(bytes);
    inputs.extend(whole.expire());
    assert_eq!(spell(&inputs), expected, "{:?}", bytes.escape_ascii().to_string());
    let mut single = Decoder::default();
    let mut inputs: Vec<Input> = bytes.iter().flat_map(|byte| single.feed(&[*byte])).collect();
    inputs.extend(single.expire());
    assert_eq!(spell(&inputs), expected, "byte by byte: {:?}", bytes.escape_ascii().to_string());
    assert_eq!(spell(&single.feed(b"z")), "z");
}

#[test]
fn characters() {
    check("aA1 é漢🙂", "a A 1 space é 漢 🙂");
    check(b"\r\t\x7f\x00\x01\x1a\n", "enter tab backspace ctrl-space ctrl-a ctrl-z enter");
    check(b"\x1c\x1d\x1e\x1f\x08", "ctrl-\\ ctrl-] ctrl-^ ctrl-_ ctrl-h");
}

#[test]
fn alt_is_an_escape_before() {
    check("\x1ba", "alt-a");
    check("\x1bA\x1b<", "alt-A alt-<");
    check("\x1b\r\x1b\x7f\x1b\x01", "alt-enter alt-backspace ctrl-alt-a");
    check("\x1bé", "alt-é");
    check("\x1b\x1b[A", "alt-up");
    check("\x1b\x1bOA", "alt-up");
    check("\x1b\x1bb", "escape alt-b");
}

#[test]
fn a_lone_escape_and_introducers() {
    check("\x1b", "escape");
    check("\x1b\x1b", "escape escape");
    check("\x1b\x1b\x1b", "escape escape escape");
    check("\x1b[", "alt-[");
    check("\x1bO", "alt-O");
    check("\x1b]", "alt-]");
    let mut decoder = Decoder::default();
    assert_eq!(decoder.patience(), None);
    decoder.feed(b"\x1b");
    assert_eq!(decoder.patience(), Some(ESCAPE_WAIT));
    decoder.feed(b"[1");
    assert_eq!(decoder.patience(), Some(SEQUENCE_WAIT));
    decoder.feed(b";5A");
    assert_eq!(decoder.patience(), None);
}

#[test]
fn arrows_and_their_kin() {
    for (xterm, application, name) in [
        ("\x1b[A", "\x1bOA", "up"),
        ("\x1b[B", "\x1bOB", "down"),
        ("\x1b[C", "\x1bOC", "right"),
        ("\x1b[D", "\x1bOD", "left"),
        ("\x1b[H", "\x1bOH", "home"),
        ("\x1b[F", "\x1bOF", "end"),
    ] {
        check(xterm, name);
        check(application, name);
    }
    check("\x1b[1~\x1b[4~\x1b[7~\x1b[8~", "home end home end");
    check("\x1b[2~\x1b[3~\x1b[5~\x1b[6~\x1b[Z", "insert delete pageup pagedown shift-tab");
    check("\x1b[1;5C\x1b[1;3D\x1b[1;2A\x1b[1;6B", "ctrl-right alt-left shift-up ctrl-shift-down");
    check("\x1b[3;5~\x1b[5;3~\x1b[1;2H", "ctrl-delete alt-pageup shift-home");
    check("\x1b[5C\x1bO5C", "ctrl-right ctrl-right");
}

#[test]
fn dialects() {
    check("\x1b[[A\x1b[[E", "f1 f5");
    check("\x1bOP\x1b[11~\x1b[15~\x1b[24~\x1b[1;5P", "f1 f1 f5 f12 ctrl-f1");
    check("\x1b[1;2R\x1bOR", "shift-f3 f3");
    check("\x1b[3$\x1b[3^\x1b[3@", "shift-delete ctrl-delete ctrl-shift-delete");
    check("\x1b[a\x1bOd", "shift-up ctrl-left");
    check("\x1bOM\x1bOj\x1bOp\x1bOy\x1bOX", "enter * 0 9 =");
}

#[test]
fn modify_other_keys() {
    check("\x1b[27;5;13~\x1b[27;2;13~\x1b[27;5;9~", "ctrl-enter shift-enter ctrl-tab");
    check("\x1b[27;5;97~\x1b[27;6;97~\x1b[27;3;97~", "ctrl-a ctrl-shift-a alt-a");
    check("\x1b[27;5;44~\x1b[27;4;65~", "ctrl-, alt-A");
}

#[test]
fn kitty() {
    check("\x1b[27u\x1b[97;5u\x1b[97;3u\x1b[13;2u", "escape ctrl-a alt-a shift-enter");
    check("\x1b[97:65;4u\x1b[97;6u\x1b[49:33;4u", "alt-A ctrl-shift-a alt-!");
    check("\x1b[105;5u\x1b[109;5u\x1b[91;5u", "tab enter escape");
    check("\x1b[97;1:2u\x1b[97;1:3u\x1b[97;9u\x1b[57441u", "a");
    check("\x1b[9;2u\x1b[127;5u\x1b[57414u\x1b[32;5u", "shift-tab ctrl-backspace enter ctrl-space");
    check("\x1b[?1u", "<Keyboard(1)>");
}

#[test]
fn pastes_come_whole() {
    check("\x1b[200~a\r\n\tb\x1b[A\x1b[201~c", r#""a\r\n\tb\u{1b}[A" c"#);
    check("\x1b[200~\x1b[201~", r#""""#);
    check(b"\x1b[200~\xff\x1b[201~", "\"\u{fffd}\"");
    let long = "line\n".repeat(200_000);
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    for chunk in format!("\x1b[200~{long}\x1b[201~").as_bytes().chunks(4093) {
        assert!(inputs.is_empty());
        assert_eq!(decoder.patience(), None);
        inputs = decoder.feed(chunk);
    }
    assert_eq!(inputs, [Input::Paste(long)]);
}

#[test]
fn mouse() {
    check("\x1b[<0;5;3M\x1b[<32;6;3M\x1b[<0;6;3m", "<Press 4,2> <Drag 5,2> <Release 5,2>");
    check("\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<1;1;1M", "<WheelUp 0,0> <WheelDown 0,0>");
    check(b"\x1b[M \x21\x22x", "<Press 0,1> x");
}

#[test]
fn replies_are_no_text() {
    check("\x1b]11;rgb:1e1e/2020/ffff\x1b\\x", "<Background(30, 32, 255)> x");
    check("\x1b]11;rgb:00/00/00\x07", "<Background(0, 0, 0)>");
    check("\x1b[24;80R", "<Cursor { column: 79, row: 23 }>");
    check("\x1b[?62;22c\x1b[>41;354;0c\x1b[?2026;2$y\x1b[0n", "");
    check("\x1bP>|XTerm(354)\x1b\\\x1b_Gi=1;OK\x1b\\\x1b]52;c;YQ==\x07", "");
    check("\x1b[I\x1b[O", "");
    let mut decoder = Decoder::default();
    decoder.expect_cursor_report();
    assert_eq!(spell(&decoder.feed(b"\x1b[1;2R\x1b[1;2R")), "<Cursor { column: 1, row: 0 }> shift-f3");
}

#[test]
fn noise_is_harmless() {
    check(b"a\xff\xfe\x80b", "a b");
    check(b"\xe6\xbcx", "x");
    check(b"\xed\xa0\x80x\xf0\x9f\x99", "x");
    check(b"\x1b[1;\x1b[Ax", "up x");
    check("\x1b[999999999999;5~\x1b[;;;;m\x1b[u\x1b[<M", "");
    check("\x1b[1;5", "");
    let mut decoder = Decoder::default();
    for first in 0..=u8::MAX {
        for second in 0..=u8::MAX {
            decoder.feed(&[0x1b, b'[', first, second, b'~', 0x1b, second, first]);
            decoder.expire();
        }
    }
    decoder.feed(b"\x1b[201~\x07\x1b\\");
    decoder.expire();
    assert_eq!(spell(&decoder.feed(b"x")), "x");
}

/// Parts of an awaited answer with a pause behind each, then a key.
#[track_caller]
fn check_parts(parts: &[&str], expected: &str) {
    let mut decoder = Decoder::default();
    decoder.await_background(true);
    let mut inputs = Vec::new();
    for part in parts {
        inputs.extend(decoder.feed(part.as_bytes()));
        if decoder.patience().is_some() {
            inputs.extend(decoder.expire());
        }
        assert_eq!(decoder.patience(), None, "somebody would wait for ever behind {part:?}");
    }
    inputs.extend(decoder.feed(b"z"));
    assert_eq!(spell(&inputs), expected, "{parts:?}");
}

#[test]
fn an_awaited_answer_is_never_typed_text() {
    const ANSWER: &str = "\x1b]11;rgb:1e1e/2020/ffff\x1b\\";
    for cut in 2..ANSWER.len() {
        check_parts(&[&ANSWER[..cut], &ANSWER[cut..]], "<Background(30, 32, 255)> z");
    }
    check_parts(&[&ANSWER[..1], &ANSWER[1..]], "escape <Background(30, 32, 255)> z");
    let bytes: Vec<&str> = (1..ANSWER.len()).map(|at| &ANSWER[at..=at]).collect();
    check_parts(&[&["\x1b"], bytes.as_slice()].concat(), "escape <Background(30, 32, 255)> z");
}

#[test]
fn keys_are_keys_while_an_answer_is_awaited() {
    check_parts(&["\x1b"], "escape z");
    check_parts(&["\x1b", "x"], "escape x z");
    check_parts(&["\x1b", "]"], "escape ] z");
    check_parts(&["\x1b]"], "alt-] z");
    check_parts(&["\x1b]", "1x"], "alt-] 1 x z");
    check_parts(&["\x1b]11;rgb:12", "print"], "alt-] 1 1 ; r g b : 1 2 p r i n t z");
}
