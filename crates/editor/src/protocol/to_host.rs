//! What the prompt says: inputs to run, questions, and where the person stands.

use serde::{Deserialize, Serialize};

use super::question::{Expression, Question};
use crate::settings::Value;

/// From the UI thread to the caller of `embed()`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToHost {
    /// Compile this; answer `Accepted`, `Invalid` or `Incomplete`.
    Run {
        /// The input, whole.
        source: String,
    },
    /// Enter would run this as it stands: compile it if there is time, and run nothing.
    Prepare {
        /// The input, whole.
        source: String,
    },
    /// The terminal is yours: evaluate what was accepted, then send `Ready`.
    Go,
    /// The terminal is the prompt's again: from here on Ctrl-C is a key, no signal. Follows
    /// each `Ready`, so that the caller knows when it may give its SIGINT handler back.
    Prompting,
    /// Which candidates fit at the cursor?
    Complete {
        /// Rises with each question.
        seq: u64,
        /// What is asked.
        question: Question,
    },
    /// Which signatures has the call at the cursor?
    Signature {
        /// Rises with each question.
        seq: u64,
        /// The function that is called.
        callee: Expression,
    },
    /// Documentation of an expression, for a pane (`printed == false`) or the screen.
    Doc {
        /// Rises with each question.
        seq: u64,
        /// What it is about.
        of: Expression,
        /// Also the source, as for `obj??`.
        source: bool,
    },
    /// Run a command written in Python; answer `Replace`.
    Command {
        /// Rises with each question.
        seq: u64,
        /// What it is bound by.
        name: String,
        /// The input.
        text: String,
        /// Bytes of the text before the cursor.
        cursor: usize,
    },
    /// Answers `Called`: from here on Ctrl-C is a key again.
    Called,
    /// The person changed a setting at the prompt.
    Setting {
        /// Its name.
        name: String,
        /// Its value.
        value: Value,
    },
    /// The next part of what the pager shows, please: answer `PageText`.
    More,
    /// The pager is closed and the terminal is yours again: go on.
    Paged,
    /// The person wants to leave (Ctrl-D on an empty line).
    Eof,
    /// Ctrl-C, in a session that reads for another program.
    Interrupt,
    /// The UI thread failed; the text being typed is kept in history.
    Panicked {
        /// What the panic said.
        message: String,
    },
}
