//! Case, character by character.

/// The other case.
pub fn swap(c: char) -> String {
    if c.is_uppercase() { lower(c) } else { upper(c) }
}

/// Lower case.
pub fn lower(c: char) -> String {
    single(c.to_lowercase(), c)
}

/// Upper case; a character with no single upper case, as ß, stays, except where vim has one.
pub fn upper(c: char) -> String {
    single(c.to_uppercase(), c)
}

fn single(mut changed: impl Iterator<Item = char>, c: char) -> String {
    match (changed.next(), changed.next()) {
        (Some(one), None) => one.to_string(),
        _ => c.to_string(),
    }
}

/// 13 letters further.
pub fn rot13(c: char) -> String {
    let turned = |base: u8| char::from((c as u8 - base + 13) % 26 + base);
    match c {
        'a'..='z' => turned(b'a').to_string(),
        'A'..='Z' => turned(b'A').to_string(),
        _ => c.to_string(),
    }
}
