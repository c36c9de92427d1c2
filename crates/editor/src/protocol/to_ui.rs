//! What the host says: verdicts, answers, text to show, and when it is ready.

use serde::{Deserialize, Serialize};

use super::answer::{Candidate, Doc, Signature};
use crate::event::{Size, Stream};

/// From the caller of `embed()` to the UI thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToUi {
    /// Prompt for the next input; the evaluation before it, if any, is over.
    Ready {
        /// What to show before the input.
        prompt: Prompt,
        /// Whether the evaluation raised; `None` when there was none.
        #[serde(default)]
        succeeded: Option<bool>,
    },
    /// The input compiles: hand the terminal over and say `Go`.
    Accepted,
    /// The input does not compile.
    Invalid {
        /// Counts from 1.
        line: usize,
        /// Counts from 1, in characters.
        column: usize,
        /// One line.
        message: String,
    },
    /// The input wants more lines.
    Incomplete,
    /// Answers `Complete`.
    Completions {
        /// The question's.
        seq: u64,
        /// Unordered; the UI filters and ranks.
        candidates: Vec<Candidate>,
    },
    /// What is known already of an answer to `Complete` that may take long.
    Early {
        /// The question's.
        seq: u64,
        /// As in the answer.
        candidates: Vec<Candidate>,
    },
    /// Answers `Signature`; empty when there is none.
    Signatures {
        /// The question's.
        seq: u64,
        /// More than one for overloads.
        signatures: Vec<Signature>,
    },
    /// Answers `Doc`.
    Documentation {
        /// The question's.
        seq: u64,
        /// `None` when there is nothing to tell.
        doc: Option<Doc>,
    },
    /// Answers `Command`: what the input is now. Out of date when the input was edited meanwhile.
    Replace {
        /// The question's.
        seq: u64,
        /// The input; `None` leaves it as it is.
        text: Option<String>,
        /// Bytes of the text before the cursor.
        #[serde(default)]
        cursor: usize,
        /// Run it.
        #[serde(default)]
        submit: bool,
    },
    /// For the prompt's sake code of the person's own begins to run: a command, a completer, a
    /// validator. From here on Ctrl-C interrupts it, and SIGINT is ours.
    Calling,
    /// That code is over: answer `Called`.
    Called,
    /// What the input showed that was run last: its result or its error, for the session's file.
    Shown {
        /// As it was shown; may hold SGR sequences.
        text: String,
    },
    /// Other prompts for the input that is being typed.
    Prompt {
        /// What to show before it.
        prompt: Prompt,
    },
    /// Text for above the prompt.
    Print {
        /// Half lines are kept for each stream.
        stream: Stream,
        /// May hold escape sequences.
        text: String,
    },
    /// Show text in a pager; answered by `Paged` when the person leaves it. Meanwhile the
    /// caller waits for its descriptor and answers `More`, so that only what is read is made.
    Page(NewPage),
    /// Answers `More`; may also come by itself when a text grows.
    PageText {
        /// The next part.
        text: String,
        /// Whether there is more.
        more: bool,
    },
    /// The size of a terminal that cannot be asked (of another machine).
    Resize(Size),
    /// The session reads one text for another program, where Ctrl-C is told as `Interrupt`.
    Read {
        /// Enter, completion and pastes know Python.
        python: bool,
        /// Enter may begin a new line.
        multiline: bool,
    },
    /// What the status bar tells of the program.
    Status {
        /// The interpreter's name and version.
        python: String,
        /// The virtual environment's name, or empty.
        #[serde(default)]
        venv: String,
        /// Tasks of the session's loop that are not done.
        #[serde(default)]
        tasks: u32,
    },
    /// Other values for some settings, by name.
    Configure {
        /// TOML, as in the file.
        toml: String,
    },
    /// As if Ctrl-C were pressed at the prompt; away from it, nothing.
    Interrupt,
    /// Leave: restore the terminal and end the thread.
    Close,
}

/// A text for the pager.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NewPage {
    /// What it is, in a word or two; may be empty.
    pub title: String,
    /// The first part, of whole lines.
    pub text: String,
    /// Colour it as Python; else it may have SGR sequences of its own.
    pub python: bool,
    /// Open it at its end, where a traceback says what happened.
    pub at_end: bool,
    /// Whether there is more.
    pub more: bool,
}

/// What stands before the input. May hold SGR sequences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// Before the first line, such as `>>> `.
    pub primary: String,
    /// Before the others, such as `... `.
    pub continuation: String,
}

impl Default for Prompt {
    fn default() -> Self {
        Self { primary: ">>> ".into(), continuation: "... ".into() }
    }
}
