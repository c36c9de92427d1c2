//! What the host is asked about the text while it is being typed.

use std::time::Instant;

use super::App;
use super::completion::Completion;
use super::documentation::Documentation;
use super::prepare::Prepared;
use super::signature::Signatures;

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
