//! Every setting, as one table: group, name, type, default, one sentence.
//!
//! The struct, the reader of the TOML file, `docs/settings.md`, the settings menu
//! and the keyword arguments of `embed()` all come from the rows below.

mod choice;
mod kind;
mod read;
mod reference;
mod write;

pub use choice::{
    AltEnter, ColorDepth, Completions, Cursor, EditingMode, Evaluate, PrivateNames, PromptStyle, ViStart,
};
pub use kind::{Field, Value};
pub use read::{Problem, read, set};
pub use reference::reference;
pub use write::write;

/// Declares `Settings` and `ROWS` from the table.
macro_rules! settings {
    ($([$group:literal] $($name:ident: $type:ty = $default:expr, $doc:literal;)+)+) => {
        /// What a person may choose. Fields are in the table's order.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Settings { $($(#[doc = $doc] pub $name: $type,)+)+ }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($($name: $default.into(),)+)+ }
            }
        }

        /// The table itself.
        pub const ROWS: &[Row] = &[$($(Row {
            group: $group,
            name: stringify!($name),
            doc: $doc,
            expected: <$type as Field>::EXPECTED,
            choices: <$type as Field>::CHOICES,
            get: |settings| settings.$name.get(),
            set: |settings, value| match <$type as Field>::from_value(value) {
                Some(value) => { settings.$name = value; true }
                None => false,
            },
        },)+)+];
    };
}

/// One setting.
#[derive(Clone, Copy)]
pub struct Row {
    /// The table of the TOML file that it stands in.
    pub group: &'static str,
    /// Its key there, unique over all groups; also the keyword argument of `embed()`.
    pub name: &'static str,
    /// One sentence.
    pub doc: &'static str,
    /// What values it takes, in words.
    pub expected: &'static str,
    /// The words it takes, when they are a closed set.
    pub choices: &'static [&'static str],
    /// Its value.
    pub get: fn(&Settings) -> Value,
    /// Changes it; `false` when the value does not fit.
    pub set: fn(&mut Settings, &Value) -> bool,
}

impl Row {
    /// The row of a name.
    pub fn find(name: &str) -> Option<&'static Self> {
        ROWS.iter().find(|row| row.name == name)
    }
}

/// The settings that have another value than before.
pub fn changes(before: &Settings, after: &Settings) -> Vec<(&'static str, Value)> {
    let changed = ROWS.iter().filter(|row| (row.get)(before) != (row.get)(after));
    changed.map(|row| (row.name, (row.get)(after))).collect()
}

settings! {
    ["input"]
    editing_mode: EditingMode = EditingMode::Emacs, "Which keys edit: emacs's or vi's.";
    alt_enter: AltEnter = AltEnter::Run, "What Alt-Enter does: run the input, or insert a newline.";
    enter_twice: bool = true, "An empty last line ends a block; off, only Alt-Enter runs one.";
    auto_indent: bool = true, "Indent and dedent as the block asks for.";
    validate: bool = true, "Keep an input with a syntax error at the prompt.";
    mouse: bool = false, "Place the cursor, select and choose with the mouse; Shift keeps the terminal's own selection.";
    confirm_exit: bool = true, "Ask before Ctrl-D leaves.";
    suspend: bool = true, "Ctrl-Z suspends the program.";
    emacs_in_vi_insert: bool = true, "Keep emacs's keys in vi's insert mode, but for vi's own Ctrl-D, K, O, R, T, U, V and W.";
    vi_start: ViStart = ViStart::Insert, "The mode of vi that a prompt begins in; last is the one that the last input ended in.";
    vi_free_backspace: bool = true, "In vi's insert mode, Backspace, Ctrl-W and Ctrl-U also remove what was there before.";
    ["completion"]
    complete_while_typing: bool = true, "Show candidates without being asked.";
    completions: Completions = Completions::PopUp, "How candidates are laid out.";
    fuzzy: bool = true, "Match letters with others between them.";
    private_names: PrivateNames = PrivateNames::Always, "Whether names that begin with one underscore are offered before it is typed; they come last.";
    evaluate: Evaluate = Evaluate::Safe, "How far completion may go: safe never runs your code, none looks at names only, full may run properties and calls.";
    custom_dir: bool = true, "Ask a class's own __dir__ for its attributes, within a time budget.";
    signature: bool = true, "Show the signature of the call at the cursor.";
    documentation: bool = true, "Show documentation beside the selected candidate.";
    ["history"]
    history: bool = true, "Keep inputs in a file shared by all sessions.";
    history_file: String = "", "Where history is kept; empty for the platform's state directory.";
    auto_suggest: bool = true, "Suggest the rest of the input from history.";
    history_search: bool = true, "Up and Down keep to entries that begin with what was typed.";
    ["display"]
    prompt_style: PromptStyle = PromptStyle::Classic, "The look of the prompts.";
    syntax_highlighting: bool = true, "Colour the input, results and tracebacks.";
    matching_brackets: bool = true, "Mark the bracket that matches the one at the cursor.";
    blank_line_after_input: bool = false, "An empty line between an input and what it prints.";
    blank_line_after_output: bool = false, "An empty line between an evaluation and the next prompt.";
    wrap_lines: bool = true, "Wrap long lines of the input; off, they move sideways with the cursor.";
    line_numbers: bool = false, "Number the lines of a long input.";
    status_bar: bool = false, "Show a bar with the mode, the history position and keys.";
    status_parts: String = "mode position recording tasks | venv python settings keys", "The status bar's parts, those behind | at the right: mode, position, recording, tasks, python, venv, settings, history, keys.";
    right_prompt: bool = false, "Show at the right edge how long the last evaluation took.";
    transient_prompt: bool = false, "Keep a short prompt before accepted inputs.";
    shell_marks: bool = false, "Mark prompts, inputs and outputs, so that the terminal can jump between them (OSC 133).";
    cursor: Cursor = Cursor::Modal, "The cursor's shape; modal changes with vi's modes.";
    pager: bool = false, "Open results and tracebacks longer than the screen in a pager, tracebacks at their end.";
    max_lines: u32 = 1_000u32, "Longer results are cut, with a line that says how to see all; 0 for no limit.";
    accessible: bool = false, "Line by line, nothing painted again, as screen readers want it; the terminal edits, without history or candidates. From the next session on.";
    terminal_title: String = "", "The terminal's title during a session; empty leaves it alone.";
    ["colors"]
    theme: String = "terminal", "The colours' name; auto takes one of the two below, pygments:NAME a style of Pygments.";
    dark_theme: String = "github-dark", "What auto takes on a dark background.";
    light_theme: String = "github-light", "What auto takes on a light background.";
    color_depth: ColorDepth = ColorDepth::Auto, "How many colours the terminal gets.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_takes_its_own_value_and_refuses_another_type() {
        let mut settings = Settings::default();
        for row in ROWS {
            let value = (row.get)(&settings);
            assert!((row.set)(&mut settings, &value), "{}", row.name);
            let strange = match value {
                Value::Flag(_) => Value::Number(7),
                _ => Value::Flag(true),
            };
            assert!(!(row.set)(&mut settings, &strange), "{}", row.name);
            assert_eq!(ROWS.iter().filter(|other| other.name == row.name).count(), 1, "{}", row.name);
        }
        assert_eq!(settings, Settings::default());
    }
}
