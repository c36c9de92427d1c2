//! Digraphs: two characters that stand for one, of RFC 1345, and literal characters.

mod table;

use table::TABLE;

/// The character of a digraph, in either order; the second one where there is none.
pub fn look_up(first: char, second: char) -> char {
    find(first, second).or_else(|| find(second, first)).unwrap_or(second)
}

fn find(first: char, second: char) -> Option<char> {
    TABLE.iter().find_map(|row| {
        let mut chars = row.chars();
        while let (Some(one), Some(other), Some(both)) = (chars.next(), chars.next(), chars.next()) {
            if (one, other) == (first, second) {
                return Some(both);
            }
        }
        None
    })
}

/// What the keys behind `C-V` are: the text, and a key that came too late to belong to it.
/// `None` while more may come.
pub fn literal(keys: &[char]) -> Option<(String, Option<char>)> {
    let (radix, most, digits) = match keys.first()? {
        'u' => (16, 4, &keys[1..]),
        'U' => (16, 8, &keys[1..]),
        'x' | 'X' => (16, 2, &keys[1..]),
        'o' | 'O' => (8, 3, &keys[1..]),
        c if c.is_ascii_digit() => (10, 3, keys),
        c => return Some((c.to_string(), None)),
    };
    let valid: String = digits.iter().take_while(|c| c.is_digit(radix)).collect();
    let late = digits.get(valid.len()).copied();
    if late.is_none() && valid.len() < most {
        return None;
    }
    if let (true, Some(key)) = (valid.is_empty(), late) {
        // No digit: the key behind the letter is taken as it is.
        return Some((key.to_string(), None));
    }
    let number = u32::from_str_radix(&valid, radix).ok();
    let character = number.map_or(Some(keys[0]), char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((character.to_string(), late))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders_are_read() {
        let table = [('a', ':', 'ä'), (':', 'a', 'ä'), ('E', 'u', '€'), ('-', '>', '→'), ('x', 'y', 'y')];
        for (first, second, character) in table {
            assert_eq!(look_up(first, second), character, "{first}{second}");
        }
    }

    #[test]
    fn literal_numbers_end_with_their_last_digit_or_with_another_key() {
        assert_eq!(literal(&['u', '2', '0', 'a']), None);
        assert_eq!(literal(&['u', '2', '0', 'a', 'c']), Some(("€".into(), None)));
        assert_eq!(literal(&['6', '5', 'z']), Some(("A".into(), Some('z'))));
        assert_eq!(literal(&['\t']), Some(("\t".into(), None)));
    }
}
