//! A transcript of a session: its prompts stripped, its output dropped.

/// The code of a transcript; `None` when the text is none. It is one when its
/// first line has a prompt: no Python begins like that, or it is a lone `...`.
pub(super) fn code(text: &str) -> Option<String> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let (margin, first) = first.split_at(first.len() - first.trim_start().len());
    let starts = primary(first).is_some();
    let goes_on = first.starts_with("... ") && text.contains(">>> ");
    if !(starts || goes_on) {
        return None;
    }
    let mut code = Vec::new();
    let mut in_input = goes_on;
    for line in text.lines() {
        let line = line.strip_prefix(margin).unwrap_or(line);
        let rest = primary(line).or_else(|| continuation(line).filter(|_| in_input));
        in_input = rest.is_some();
        code.extend(rest);
    }
    Some(code.join("\n"))
}

/// What follows `>>> ` or `In [3]: `.
fn primary(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(">>>") {
        return behind_blank(rest);
    }
    let (number, rest) = line.strip_prefix("In [")?.split_once("]:")?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| behind_blank(rest)).flatten()
}

/// What follows `... ` or `   ...: `.
fn continuation(line: &str) -> Option<&str> {
    if let Some(rest) = line.trim_start().strip_prefix("...:") {
        return behind_blank(rest);
    }
    behind_blank(line.strip_prefix("...")?)
}

fn behind_blank(rest: &str) -> Option<&str> {
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}
