//! Sets of characters in patterns: `[a-z]`, and the letters that stand for sets.

/// Where the closing bracket is; the first character may be one that does not close.
pub fn class_end(body: &str) -> Option<usize> {
    let mut chars = body.char_indices().peekable();
    let mut first = true;
    while let Some((i, c)) = chars.next() {
        match c {
            ']' if !first => return Some(i),
            '\\' if chars.peek().is_some_and(|(_, c)| "]^-\\ntrebdoxuU".contains(*c)) => drop(chars.next()),
            '[' if body[i..].starts_with("[:") => {
                let close = body[i..].find(":]")? + i + 1;
                while chars.next_if(|(i, _)| *i <= close).is_some() {}
            }
            _ => {}
        }
        first = false;
    }
    None
}

/// The inside of brackets as the engine reads it.
pub fn translate_set(body: &str) -> String {
    let mut out = String::new();
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        if let Some(end) = rest.strip_prefix("[:").and_then(|rest| rest.find(":]")) {
            out.push_str(posix(&rest[..end + 4]));
            rest = &rest[end + 4..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match (c, rest.chars().next()) {
            ('\\', Some(next)) if "]^-\\ntre".contains(next) => {
                if next == 'e' {
                    out.push_str("\\x1b");
                } else {
                    out.extend(['\\', next]);
                }
                rest = &rest[1..];
            }
            ('-', _) => out.push('-'),
            (c, _) if "\\[]^&~".contains(c) => out.extend(['\\', c]),
            (c, _) => out.push(c),
        }
    }
    if out.starts_with('-') { format!("\\{out}") } else { out }
}

/// A class by name. None matches a newline, though two of the engine's do.
fn posix(class: &str) -> &str {
    match class {
        "[:space:]" => "\\t\\x0b\\x0c\\r ",
        "[:cntrl:]" => "\\x00-\\x09\\x0b-\\x1f\\x7f",
        class => class,
    }
}

/// The characters that `\x` stands for; a negation ends with the newline.
pub fn named(c: char) -> Option<&'static str> {
    Some(match c {
        's' => " \\t",
        'S' => "^ \\t\\n",
        'd' => "0-9",
        'D' => "^0-9\\n",
        'w' => "0-9A-Za-z_",
        'W' => "^0-9A-Za-z_\\n",
        'x' => "0-9A-Fa-f",
        'X' => "^0-9A-Fa-f\\n",
        'o' => "0-7",
        'O' => "^0-7\\n",
        'h' => "A-Za-z_",
        'H' => "^A-Za-z_\\n",
        'a' => "A-Za-z",
        'A' => "^A-Za-z\\n",
        'l' => "a-z",
        'L' => "^a-z\\n",
        'u' => "A-Z",
        'U' => "^A-Z\\n",
        'i' | 'k' => "\\w",
        'I' | 'K' => "\\w--[0-9]",
        'f' | 'F' => "\\w/.+,#$%~=-",
        'p' | 'P' => "^\\x00-\\x1f\\x7f",
        _ => return None,
    })
}
