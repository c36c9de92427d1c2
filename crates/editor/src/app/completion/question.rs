//! Until the parser answers: the word before the cursor.

use crate::motion;
use crate::protocol::{Question, Wanted};

pub fn question(text: &str, at: usize) -> Option<Question> {
    let start = motion::skip_back(text, at, |c| c == '_' || c.is_alphanumeric());
    let prefix = text[start..at].to_owned();
    let kind = match text[..start].strip_suffix('.') {
        Some(before) => {
            let from =
                motion::skip_back(before, before.len(), |c| c == '_' || c == '.' || c.is_alphanumeric());
            Wanted::Attribute { of: before[from..].to_owned() }
        }
        None => Wanted::Name { call: None, keywords: Vec::new() },
    };
    Some(Question { kind, prefix, bindings: Vec::new() })
}
