//! What vi asks of its surroundings, and the modes it shows.

/// What is to be done besides what has been done to the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing; the key did its work.
    Done,
    /// Nothing yet; the command wants more keys.
    Pending,
    /// The key means nothing in insert mode; it may mean something elsewhere.
    Unbound,
    /// Enter in normal mode: accept the text. Where that cannot be, send `+` instead.
    Accept,
    /// `j` or `k` at the edge of the text: go so many entries through the history.
    History(Direction, usize),
    /// `/` or `?` with a pattern that is not in the text: search the history for it, older
    /// entries for `/` as shells do, newer ones for `?`, turned around by `N`.
    Search(Direction),
    /// The search came around the end of the text; in an entry of the history it may go on
    /// to the next one.
    Wrapped(Direction),
    /// `:e`: edit the text in an editor.
    Edit,
    /// `:w FILE`: write this text to a file.
    Write {
        /// The file as it was typed.
        path: String,
        /// The lines to write, with their newlines.
        text: String,
        /// `!`: a file that is there may be overwritten.
        overwrite: bool,
        /// `:wq`: and then quit.
        quit: bool,
    },
    /// `:r FILE`: read the file, and give its text to [`super::Vi::read`].
    Read(String),
    /// `:q`.
    Quit,
    /// Put this text on the system clipboard.
    Copy(String),
    /// Fetch the system clipboard and give it to [`super::Vi::pasted`].
    Paste,
    /// The command failed; nothing was changed.
    Bell,
    /// The command failed; one sentence tells why.
    Say(String),
}

/// Through the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Direction {
    Older,
    Newer,
}

/// The modes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Mode {
    #[default]
    Normal,
    Insert,
    Replace,
    Visual,
    VisualLine,
    VisualBlock,
    CommandLine,
}

impl Mode {
    /// Whether there is a selection.
    pub fn is_visual(self) -> bool {
        matches!(self, Self::Visual | Self::VisualLine | Self::VisualBlock)
    }

    /// Whether typed characters go into the text.
    pub fn is_insert(self) -> bool {
        matches!(self, Self::Insert | Self::Replace)
    }
}
