//! The rows of all tables as one list, from which the key reference is written.

use super::action::{Action, NORMAL, VISUAL};
use super::insert::keys::INSERT;
use super::motion::MOTIONS;
use super::object::OBJECTS;
use super::operator::OPERATORS;
use super::{code, ex};

/// One line of the key reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where the keys mean this: a heading.
    pub group: &'static str,
    /// The keys, as they are typed; alternatives one after the other.
    pub keys: Vec<String>,
    /// What they do.
    pub doc: &'static str,
}

/// Everything that vi knows, in the order of its tables.
pub fn reference() -> Vec<Entry> {
    let entry = |group, keys: &[&str], doc| Entry {
        group,
        keys: keys.iter().map(|keys| code::spell(keys)).collect(),
        doc,
    };
    let actions =
        |group, rows: &'static [Action]| rows.iter().map(move |row| entry(group, row.keys, row.doc));
    let objects = OBJECTS.iter().map(|row| {
        let both = row.keys.iter().flat_map(|keys| [format!("i{keys}"), format!("a{keys}")]);
        Entry { group: "Text objects", keys: both.collect(), doc: row.doc }
    });
    let insert = INSERT.iter().map(|row| entry("Insert mode", &[row.key.encode_utf8(&mut [0; 4])], row.doc));
    let lines = ex::COMMANDS.iter().map(|row| Entry {
        group: "Commands by name",
        keys: vec![format!(":{}", row.name)],
        doc: row.doc,
    });
    MOTIONS
        .iter()
        .map(|row| entry("Motions", row.keys, row.doc))
        .chain(OPERATORS.iter().map(|row| entry("Operators", row.keys, row.doc)))
        .chain(objects)
        .chain(actions("Normal mode", NORMAL))
        .chain(actions("Visual mode", VISUAL))
        .chain(insert)
        .chain(lines)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn every_row_has_keys_and_a_sentence() {
        let rows = reference();
        assert!(rows.len() > 150, "{}", rows.len());
        assert!(rows.iter().all(|row| !row.doc.is_empty() && !row.keys.is_empty()));
        let delete = rows.iter().find(|row| row.group == "Operators" && row.keys == ["d"]);
        assert_eq!(delete.map(|row| row.doc), Some("deletes"));
    }
}
