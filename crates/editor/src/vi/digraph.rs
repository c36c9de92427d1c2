//! Digraphs: two characters that stand for one, of RFC 1345, and literal characters.

mod table;

use table::TABLE;

/// The character of a digraph, in either order; the second one where there is none, with its
/// eighth bit set behind a space.
pub fn look_up(first: char, second: char) -> char {
    let meta = || char::from_u32(second as u32 | 0x80).filter(|_| first == ' ' && second.is_ascii());
    find(first, second).or_else(|| find(second, first)).or_else(meta).unwrap_or(second)
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
    let (mut base, mut unicode, mut number, mut digits) = (Base::Decimal, false, 0_u32, 0);
    for &key in keys {
        if let Some(other) = Base::named(key) {
            base = base.max(other);
            unicode |= matches!(other, Base::Short | Base::Long);
        } else if let Some(digit) = key.to_digit(base.radix()) {
            number = number.saturating_mul(base.radix()).saturating_add(digit);
            digits += 1;
        } else {
            // With no digit before it, the key is taken as it is.
            let late = Some(key).filter(|_| digits > 0);
            return Some((if digits > 0 { character(number, unicode) } else { key }.to_string(), late));
        }
        if digits >= base.most() {
            return Some((character(number, unicode).to_string(), None));
        }
    }
    None
}

/// How the number of a character is written; of several letters the greatest counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Base {
    Decimal,
    Octal,
    Short,
    Long,
    Byte,
}

impl Base {
    fn named(letter: char) -> Option<Self> {
        match letter {
            'o' | 'O' => Some(Self::Octal),
            'u' => Some(Self::Short),
            'U' => Some(Self::Long),
            'x' | 'X' => Some(Self::Byte),
            _ => None,
        }
    }

    fn radix(self) -> u32 {
        match self {
            Self::Decimal => 10,
            Self::Octal => 8,
            Self::Short | Self::Long | Self::Byte => 16,
        }
    }

    /// How many digits it has at most.
    fn most(self) -> usize {
        match self {
            Self::Decimal | Self::Octal => 3,
            Self::Short => 4,
            Self::Long => 8,
            Self::Byte => 2,
        }
    }
}

/// The character with a number, which is a byte's where Unicode was not asked for.
fn character(number: u32, unicode: bool) -> char {
    let number = if unicode { number } else { number.min(255) };
    char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER)
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
        assert_eq!(literal(&['u', '4', 'e', 'x']), Some(("N".into(), None)));
        assert_eq!(literal(&['\t']), Some(("\t".into(), None)));
    }
}
