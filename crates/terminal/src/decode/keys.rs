//! From pieces to keys, in the canonical form of `editor::key`.
//!
//! termina's parser knows what sequences mean; the rows here bring the dialects that
//! it does not know (rxvt, keypads, xterm's modifyOtherKeys) into the form it does.

use editor::event::MouseKind;
use editor::key::{Code, Key};
use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEventKind};

use super::{Input, Reply};

/// The key that types a character, control characters being `Ctrl` and another one. Enter is
/// a newline where the terminal makes one of it, so that `Ctrl-J` is the same key.
pub fn char_key(c: char) -> Key {
    match c {
        '\r' | '\n' => Key::plain(Code::Enter),
        '\t' => Key::plain(Code::Tab),
        '\x1b' => Key::plain(Code::Escape),
        '\x7f' => Key::plain(Code::Backspace),
        '\0' => Key::ctrl(' '),
        '\x01'..='\x1a' => Key::ctrl(char::from(c as u8 - 1 + b'a')),
        '\x1c'..='\x1f' => Key::ctrl(char::from(c as u8 + b'@')),
        c => Key::char(c),
    }
}

/// What a whole sequence means; `None` when that is nothing to us.
pub fn sequence(bytes: &[u8]) -> Option<Input> {
    if let [0x1b, b'O', b'j'..=b'y' | b'X' | b'M' | b'I' | b' '] = bytes {
        return Some(Input::Key(keypad(bytes[2])));
    }
    // What termina refuses half-way it would read on from as text.
    if !matches!(bytes, [0x1b, b'O' | b']', ..] | [0x1b, b'[', b'0'..=b'9' | b'<' | b'?'..=b'~', ..]) {
        return None;
    }
    let mut parser = termina::Parser::default();
    parser.parse(&dialect(bytes).unwrap_or_else(|| bytes.to_vec()), false);
    match parser.pop()? {
        termina::Event::Key(event) => key(event).map(Input::Key),
        termina::Event::Mouse(event) => {
            Some(Input::Mouse { kind: mouse(event.kind)?, column: event.column, row: event.row })
        }
        termina::Event::Csi(csi) => Reply::of_csi(&csi).map(Input::Reply),
        termina::Event::Osc(osc) => Reply::of_osc(&osc).map(Input::Reply),
        _ => None,
    }
}

/// The application keypad of VT100: `ESC O j` is `*`, up to `ESC O y`, which is `9`.
fn keypad(byte: u8) -> Key {
    match byte {
        b'M' => Key::plain(Code::Enter),
        b'I' => Key::plain(Code::Tab),
        b'X' => Key::char('='),
        b' ' => Key::char(' '),
        _ => Key::char(char::from(byte - b'j' + b'*')),
    }
}

/// The same sequence as xterm or kitty would send it, for terminals that differ.
fn dialect(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (intro, body) = (text.get(..2)?, text.get(2..)?);
    let (parameters, last) = body.split_at(body.len().checked_sub(1)?);
    let arrow = |modifier| Some(format!("\x1b[1;{modifier}{}", last.to_ascii_uppercase()).into_bytes());
    match (intro, last) {
        ("\x1b[", "~") => {
            let (modifier, code) = parameters.strip_prefix("27;")?.split_once(';')?;
            Some(format!("\x1b[{code};{modifier}u").into_bytes())
        }
        ("\x1b[", "$" | "^" | "@") => {
            let modifier = [("$", 2), ("^", 5), ("@", 6)].iter().find(|row| row.0 == last)?.1;
            Some(format!("\x1b[{parameters};{modifier}~").into_bytes())
        }
        ("\x1b[", "a" | "b" | "c" | "d") if parameters.is_empty() => arrow("2"),
        ("\x1bO", "a" | "b" | "c" | "d") => arrow("5"),
        ("\x1bO", _) if !parameters.is_empty() => arrow(parameters.rsplit(';').next()?),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let held = event.modifiers;
    let ours = event.kind != KeyEventKind::Release && !held.intersects(Modifiers::SUPER | Modifiers::HYPER);
    let key = Key {
        code: code(event.code).filter(|_| ours)?,
        ctrl: held.contains(Modifiers::CONTROL),
        alt: held.intersects(Modifiers::ALT | Modifiers::META),
        shift: held.contains(Modifiers::SHIFT) || event.code == KeyCode::BackTab,
    };
    Some(canonical(key))
}

/// One spelling for one key, whatever protocol told it.
fn canonical(key: Key) -> Key {
    let Code::Char(c) = key.code else { return key };
    let plain = |code| Key { code, ctrl: false, ..key };
    match (c, key.ctrl) {
        ('\0'..='\x1f' | '\x7f', _) => {
            let typed = char_key(c);
            Key { ctrl: typed.ctrl || key.ctrl, alt: key.alt, shift: key.shift, ..typed }
        }
        ('i' | 'I', true) => plain(Code::Tab),
        ('m' | 'M', true) => plain(Code::Enter),
        ('[', true) => plain(Code::Escape),
        (c, true) => Key { code: Code::Char(lower(c)), ..key },
        (c, false) if key.shift && c != ' ' => Key { code: Code::Char(upper(c)), shift: false, ..key },
        _ => key,
    }
}

fn lower(c: char) -> char {
    only(c, c.to_lowercase())
}

fn upper(c: char) -> char {
    only(c, c.to_uppercase())
}

/// A mapping to several characters (`ß`) is none.
fn only(c: char, mut mapped: impl ExactSizeIterator<Item = char>) -> char {
    if mapped.len() == 1 { mapped.next().unwrap_or(c) } else { c }
}

fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Escape => Code::Escape,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Function(n) => Code::F(n),
        _ => return None,
    })
}

fn mouse(kind: MouseEventKind) -> Option<MouseKind> {
    Some(match kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    })
}
