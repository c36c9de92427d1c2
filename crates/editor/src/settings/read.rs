//! Reads a TOML text into settings; whatever is wrong is told and passed over.

use toml_edit::{Document, Item, TableLike};

use super::{ROWS, Row, Settings, Value};
use crate::nearest::hint;

/// Something wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Counts from 1.
    pub line: usize,
    /// One sentence: the key, and what was expected.
    pub message: String,
}

/// Applies the text to the settings, and tells what was wrong; the rest counts.
/// Tables that are no group of settings (such as `keys`) are left to their readers.
pub fn read(text: &str, settings: &mut Settings, foreign: &[&str]) -> Vec<Problem> {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            return vec![Problem { line: line(text, at), message: error.message().replace('\n', ", ") }];
        }
    };
    let mut problems = Vec::new();
    for (group, item) in document.iter() {
        let at = line(text, document.key(group).and_then(toml_edit::Key::span).map_or(0, |span| span.start));
        match item.as_table_like() {
            _ if foreign.contains(&group) => {}
            Some(table) if groups().any(|known| known == group) => {
                read_group(text, group, table, settings, &mut problems);
            }
            None if groups().any(|known| known == group) => {
                problems.push(Problem { line: at, message: format!("{group}: expected a table") });
            }
            _ => problems.push(Problem { line: at, message: no_group(group, foreign) }),
        }
    }
    problems.sort_by_key(|problem| problem.line);
    problems
}

fn read_group(
    text: &str,
    group: &str,
    table: &dyn TableLike,
    settings: &mut Settings,
    problems: &mut Vec<Problem>,
) {
    for (name, item) in table.iter() {
        let at = table.key(name).and_then(toml_edit::Key::span).map_or(0, |span| span.start);
        let row = Row::find(name).filter(|row| row.group == group);
        let message = match row {
            None => format!("{group}.{name}: {}", no_setting(group, name)),
            Some(row) if set(row, item, settings) => continue,
            Some(row) => {
                format!("{group}.{name}: expected {}, not {}", row.expected, item.to_string().trim())
            }
        };
        problems.push(Problem { line: line(text, at), message });
    }
}

fn groups<'a>() -> impl Iterator<Item = &'a str> {
    ROWS.iter().map(|row| row.group)
}

/// Why a name at the top means nothing: perhaps the heading above it is missing.
fn no_group(name: &str, foreign: &[&str]) -> String {
    if let Some(row) = Row::find(name) {
        return format!("{name}: belongs below [{}]", row.group);
    }
    let known = groups().chain(foreign.iter().copied()).chain(ROWS.iter().map(|row| row.name));
    format!("{name}: no such group of settings{}", hint(name, known))
}

/// Why a name means nothing in its group.
fn no_setting(group: &str, name: &str) -> String {
    if let Some(row) = Row::find(name) {
        return format!("belongs below [{}]", row.group);
    }
    let (own, others): (Vec<&Row>, Vec<&Row>) = ROWS.iter().partition(|row| row.group == group);
    let known = own.into_iter().chain(others).map(|row| row.name);
    format!("no such setting{}", hint(name, known))
}

/// Gives a setting its value; `false` where it takes no such value.
pub fn set(row: &Row, item: &Item, settings: &mut Settings) -> bool {
    value(item).is_some_and(|value| (row.set)(settings, &value))
}

fn value(item: &Item) -> Option<Value> {
    match item.as_value()? {
        toml_edit::Value::Boolean(flag) => Some(Value::Flag(*flag.value())),
        toml_edit::Value::Integer(number) => u32::try_from(*number.value()).ok().map(Value::Number),
        toml_edit::Value::String(word) => Some(Value::Word(word.value().clone())),
        _ => None,
    }
}

fn line(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::EditingMode;

    #[test]
    fn what_is_wrong_is_told_and_the_rest_counts() {
        let text = "theme = \"nord\"\nx = 1\n[input]\nediting_mode = \"vi\"\nmouse = 3\nmouze = true\n\
                    pager = true\nx = 1\n\n[keys]\nx = 1\n[colours]\n";
        let mut settings = Settings::default();
        let problems = read(text, &mut settings, &["keys"]);
        assert_eq!(settings.editing_mode, EditingMode::Vi);
        let told: Vec<_> = problems.iter().map(|p| (p.line, p.message.as_str())).collect();
        assert_eq!(
            told,
            [
                (1, "theme: belongs below [colors]"),
                (2, "x: no such group of settings"),
                (5, "input.mouse: expected true or false, not 3"),
                (6, "input.mouze: no such setting (did you mean mouse?)"),
                (7, "input.pager: belongs below [display]"),
                (8, "input.x: no such setting"),
                (12, "colours: no such group of settings (did you mean colors?)"),
            ]
        );
    }

    #[test]
    fn a_group_is_a_table() {
        let problems = read("\ninput = 3\n", &mut Settings::default(), &[]);
        assert_eq!(problems, [Problem { line: 2, message: "input: expected a table".into() }]);
    }

    #[test]
    fn a_broken_file_is_one_problem_with_its_line() {
        let problems = read("[input]\nmouse = \n", &mut Settings::default(), &[]);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].line, 2);
    }
}
