//! What the host is asked about the text while it is being typed: completion, signatures,
//! documentation, and whether Enter would run it.

pub(super) mod completion;
mod documentation;
mod prepare;
pub(super) mod signature;

use std::time::Instant;

use super::App;
use completion::Completion;
use documentation::Documentation;
use prepare::Prepared;
use signature::Signatures;

/// Questions, and what the answers show.
#[derive(Debug, Default)]
pub struct Assist {
    pub completion: Completion,
    pub signatures: Signatures,
    pub documentation: Documentation,
    /// What is ready for Enter.
    pub prepared: Option<Prepared>,
    /// The number of the last question.
    pub seq: u64,
    /// When the text is to be read again.
    pub read_at: Option<Instant>,
}

impl App {
    /// The number of a new question.
    pub(super) fn next_seq(&mut self) -> u64 {
        self.assist.seq += 1;
        self.assist.seq
    }
}
