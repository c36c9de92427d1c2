//! Bytes that are no UTF-8, among text: as characters of a private area, and back.
//!
//! Others write what they like, and a terminal that expects another encoding shows it right.
//! So such a byte stands in a text as one character until the text is written. Those
//! characters themselves are taken for the bytes of their UTF-8: nothing is ever changed.
//!
//! Bytes from 0x80 to 0x9f are controls to a terminal of 8 bits. They become U+FFFD.

use std::borrow::Cow;

/// What a byte is added to; 0x80 and more are used, private characters that have no meaning.
const BASE: u32 = 0x10_f000;
const FIRST: char = '\u{10f080}';
const LAST: char = '\u{10f0ff}';
/// What the UTF-8 of all of them begins with.
const LEAD: u8 = 0xf4;

/// Whether a character stands for a byte.
pub fn is_foreign(char: char) -> bool {
    (FIRST..=LAST).contains(&char)
}

/// Bytes as a text, from which `to_bytes` makes them again.
pub fn to_text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) if !bytes.contains(&LEAD) => text.into(),
        _ => {
            let mut text = String::with_capacity(bytes.len());
            for chunk in bytes.utf8_chunks() {
                chunk.valid().chars().for_each(|char| push_char(char, &mut text));
                text.extend(
                    chunk.invalid().iter().map(|&byte| if byte < 0xa0 { '\u{fffd}' } else { stand_in(byte) }),
                );
            }
            text.into()
        }
    }
}

/// The text with U+FFFD for each byte: what a cell can show.
pub fn shown(text: String) -> String {
    if text.contains(is_foreign) { text.replace(is_foreign, "\u{fffd}") } else { text }
}

/// The UTF-8 of a text, and the bytes among it as they came.
pub fn to_bytes(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.contains(&LEAD) {
        return text.into();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, after)) = rest.split_first() {
        let byte = rest.first_chunk().copied().and_then(byte_of);
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &rest[4..] } else { after };
    }
    bytes.into()
}

fn push_char(char: char, text: &mut String) {
    if is_foreign(char) {
        text.extend(char.encode_utf8(&mut [0; 4]).bytes().map(stand_in));
    } else {
        text.push(char);
    }
}

fn stand_in(byte: u8) -> char {
    char::from_u32(BASE + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The byte that the UTF-8 of a character stands for.
fn byte_of(utf8: [u8; 4]) -> Option<u8> {
    let char = std::str::from_utf8(&utf8).ok()?.chars().next()?;
    is_foreign(char).then(|| (u32::from(char) - BASE) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(bytes: &[u8], seen: &str, written: &[u8]) {
        let text = to_text(bytes).into_owned();
        assert_eq!(to_bytes(text.as_bytes()), written, "{bytes:x?}");
        assert_eq!(shown(text), seen, "{bytes:x?}");
    }

    #[test]
    fn a_byte_is_a_character_until_it_is_written() {
        check(b"plain", "plain", b"plain");
        check(b"caf\xe9!", "caf\u{fffd}!", b"caf\xe9!");
        check(b"\xe6\xbcx", "\u{fffd}\u{fffd}x", b"\xe6\xbcx");
        check("\u{1f52c}漢".as_bytes(), "\u{1f52c}漢", "\u{1f52c}漢".as_bytes());
        check(b"\xff\xf4", "\u{fffd}\u{fffd}", b"\xff\xf4");
        // A control of 8 bits.
        check(b"a\x9b2Jb", "a\u{fffd}2Jb", "a\u{fffd}2Jb".as_bytes());
        check("\u{10f0e9}".as_bytes(), &"\u{fffd}".repeat(4), "\u{10f0e9}".as_bytes());
    }

    proptest! {
        #[test]
        fn text_stays_what_it_was(text in "\\PC*|[\u{10f070}-\u{10f110}]*") {
            let held = to_text(text.as_bytes());
            prop_assert_eq!(to_bytes(held.as_bytes()), text.as_bytes());
        }
    }
}
