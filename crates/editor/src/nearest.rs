//! What a misspelt word was meant to be.

/// A hint to append to a message: ` (did you mean mouse?)`, or nothing when no word comes near.
pub fn hint<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, among).map_or_else(String::new, |near| format!(" (did you mean {near}?)"))
}

/// The first of those that the fewest changes lead to, if one letter in three may be wrong.
fn nearest<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (word.chars().count() / 3).max(1);
    let measured = among.into_iter().map(|other| (distance(word, other), other));
    measured.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, it)| it)
}

/// How many letters are to be inserted, deleted, replaced or swapped with their neighbour
/// (the optimal string alignment distance). `-`, `_` and upper case count as what they stand for.
fn distance(one: &str, other: &str) -> usize {
    let letters = |word: &str| word.to_lowercase().replace('-', "_").chars().collect::<Vec<_>>();
    let (one, other) = (letters(one), letters(other));
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (above[j + 1] + 1).min(row[j] + 1).min(above[j] + usize::from(a != b));
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                let swapped: &Vec<usize> = &before;
                least = least.min(swapped[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_its_misspelling() {
        let words = ["mouse", "editing_mode", "theme", "dark_theme", "undo", "redo"];
        for (typed, meant) in [
            ("mouze", Some("mouse")),
            ("muose", Some("mouse")),
            ("mouses", Some("mouse")),
            ("editing-mode", Some("editing_mode")),
            ("Theme", Some("theme")),
            ("edit_mode", Some("editing_mode")),
            ("undoo", Some("undo")),
            ("x", None),
            ("", None),
            ("status_bar", None),
        ] {
            assert_eq!(nearest(typed, words), meant, "{typed}");
        }
        assert_eq!(hint("mouze", words), " (did you mean mouse?)");
        assert_eq!(hint("status_bar", words), "");
    }
}
