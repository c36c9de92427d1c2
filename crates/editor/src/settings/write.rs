//! Writes values into a TOML text; comments, order and whatever else stands there stay.

use toml_edit::{DocumentMut, Item, Table};

use super::{Row, Value};

/// The text with other values for some settings, or one sentence when it is not TOML.
pub fn write(text: &str, changes: &[(&'static str, Value)]) -> Result<String, String> {
    let mut document: DocumentMut =
        text.parse().map_err(|_| "The settings file is not TOML; it was left alone.".to_owned())?;
    for (name, value) in changes {
        let Some(row) = Row::find(name) else { continue };
        let group = document.entry(row.group).or_insert_with(|| Item::Table(Table::new()));
        let Some(table) = group.as_table_like_mut() else {
            return Err(format!("{} is no table in the settings file; it was left alone.", row.group));
        };
        match table.get_mut(name).and_then(Item::as_value_mut) {
            Some(before) => {
                let decor = before.decor().clone();
                *before = plain(value);
                *before.decor_mut() = decor;
            }
            None => drop(table.insert(name, Item::Value(plain(value)))),
        }
    }
    Ok(document.to_string())
}

fn plain(value: &Value) -> toml_edit::Value {
    match value {
        Value::Flag(flag) => (*flag).into(),
        Value::Number(number) => i64::from(*number).into(),
        Value::Word(word) => word.as_str().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_order_stay() {
        let before = "# mine\n[display]\nmax_lines = 5 # few\n\n[input]\n# a mouse\nmouse = false\n";
        let changes = [
            ("mouse", Value::Flag(true)),
            ("max_lines", Value::Number(9)),
            ("theme", Value::Word("nord".into())),
        ];
        let after = "# mine\n[display]\nmax_lines = 9 # few\n\n[input]\n# a mouse\nmouse = true\n\n\
                     [colors]\ntheme = \"nord\"\n";
        assert_eq!(write(before, &changes).as_deref(), Ok(after));
        assert_eq!(write("", &changes[..1]).as_deref(), Ok("[input]\nmouse = true\n"));
        assert!(write("[input\n", &changes).is_err());
    }
}
