//! Where an entry of history comes from.

use std::sync::Arc;

use crate::event::Entry;

/// When, where and by whom an input was entered, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Seconds since 1970, UTC; 0 when that is not known.
    pub time: u64,
    /// The working directory; empty when that is not known.
    pub directory: Arc<str>,
    /// The session; empty when that is not known.
    pub session: Arc<str>,
    /// `Some(false)` when it raised, `None` when that is not known.
    pub succeeded: Option<bool>,
}

impl Origin {
    /// Of an entry. Neighbours mostly share their directory and session, so the one
    /// before lends its strings.
    pub fn of(entry: &Entry, before: Option<&Self>) -> Self {
        let shared = |text: &str, same: Option<&Arc<str>>| {
            same.filter(|same| ***same == *text).map_or_else(|| text.into(), Arc::clone)
        };
        Self {
            time: entry.time,
            directory: shared(&entry.directory, before.map(|before| &before.directory)),
            session: shared(&entry.session, before.map(|before| &before.session)),
            succeeded: entry.succeeded,
        }
    }
}

/// A short number for a text: it names an entry that was deleted without telling what it
/// said. FNV-1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
pub fn digest(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
