//! The messages between the UI thread and the thread that called `embed()`.
//!
//! Plain data, so that the two could live in different processes. In Python each
//! message is a dict: `{"type": "run", "source": "1 + 1"}`.
//!
//! | message | answered by | rule |
//! |---|---|---|
//! | `Run` | `Accepted`, then `Go`, then `Ready`; or `Invalid`, `Incomplete` | never dropped |
//! | `Complete`, `Signature`, `Doc` | same name, same `seq` | a newer one replaces one still queued; an old `seq` is ignored |
//! | `Command` | `Replace`, same `seq` | an old `seq` is ignored |
//! | `Page` | `More`, to which `PageText` answers; in the end `Paged` | the caller waits on its descriptor |
//! | `Print` | nothing | a full mailbox makes the writer wait, with the GIL released |

use serde::{Deserialize, Serialize};

use crate::event::{Size, Stream};
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
    Page {
        /// What it is, in a word or two; may be empty.
        title: String,
        /// The first part, of whole lines.
        text: String,
        /// Colour it as Python; else it may have SGR sequences of its own.
        python: bool,
        /// Whether there is more.
        more: bool,
    },
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
    /// Leave: restore the terminal and end the thread.
    Close,
    /// Panic. For tests, which see that neither the terminal nor what is typed is lost then.
    Panic,
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

/// A Python expression, with the bindings of the text around it that an
/// answerer needs to know what its names mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expression {
    /// The expression's source.
    pub source: String,
    /// Names bound by the input itself before the cursor, innermost scope last.
    pub bindings: Vec<Binding>,
}

/// A name that the input binds, and how. Of two with the same name the later one holds,
/// and the names in `source` are those bound before it: `x = x.y()` speaks of an older `x`.
///
/// `A.x` is a member of the input's own class `A`, or of its instances: `def x` in its
/// body, `x: int`, `self.x = ...` in a method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binding {
    /// The name.
    pub name: String,
    /// How it came to be bound.
    pub how: How,
    /// The source of the expression, annotation or module that `how` speaks of.
    pub source: String,
    /// Which element of that it is, where the target is a tuple: `[1, 0]` for `v` in
    /// `for k, (v, w) in source`. Empty for the whole.
    #[serde(default)]
    pub index: Vec<usize>,
}

/// How a name is bound: `source` is the...
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// value of `name = source`, or of a walrus.
    Assign,
    /// iterable of `for name in source`, also in a comprehension.
    For,
    /// iterable of `async for`.
    AsyncFor,
    /// manager of `with source as name`.
    With,
    /// manager of `async with`.
    AsyncWith,
    /// annotation of `name: source`, also of a parameter or a property's result; may be empty.
    Annotation,
    /// class in `isinstance(name, source)` that holds at the cursor.
    Narrow,
    /// exception of `except source as name`.
    Except,
    /// module of `import source as name`.
    Import,
    /// `module:attribute` of `from module import attribute as name`.
    ImportFrom,
    /// signature of a `def` statement, `(a, b=1) -> int`, with `async ` before it for a coroutine function.
    Function,
    /// comma-separated bases of a class statement.
    Class,
    /// class whose instance `self` is, in a method of a class of the input; `source` is its name.
    Instance,
}

/// What is to be completed: the kind of thing, what was typed of it, and the names in reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The kind of thing.
    pub kind: Wanted,
    /// What was typed of it up to the cursor.
    pub prefix: String,
    /// Names bound by the input itself before the cursor, innermost scope last.
    pub bindings: Vec<Binding>,
}

/// The kind of thing that stands at the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Wanted {
    /// A name; inside the parentheses of a call also its keywords.
    Name {
        /// The innermost call whose argument the cursor is in.
        call: Option<Call>,
        /// Keywords of the language that fit here.
        keywords: Vec<String>,
    },
    /// An attribute, after the dot.
    Attribute {
        /// The expression before the dot.
        of: String,
    },
    /// A key or index, after the bracket.
    Key {
        /// The expression before the bracket.
        of: String,
        /// The quote that was typed, with its prefix (`r"`, `'`), or empty.
        quote: String,
    },
    /// A module after `import` or `from`; the prefix holds the part after the last dot.
    Module {
        /// The packages before the last dot, dotted; empty at the top.
        package: String,
        /// Leading dots of a relative import.
        level: u32,
    },
    /// A name after `from module import`.
    ImportName {
        /// The module, dotted.
        module: String,
        /// Leading dots of a relative import.
        level: u32,
        /// Those already listed.
        given: Vec<String>,
    },
    /// The text inside a string literal: a path, or a `Literal[...]` value of the call's parameter.
    Text {
        /// Prefix and quote as typed, `"` or `rb'`.
        quote: String,
        /// The call whose argument the string is.
        call: Option<Call>,
        /// An expression that the string is compared with or assigned to, or empty.
        beside: String,
        /// Whether `beside` is the annotation of what the string is for.
        annotation: bool,
    },
    /// A method to override, after `def` in a class body.
    Override {
        /// The class's bases, each as source.
        bases: Vec<String>,
    },
    /// Exceptions fit best here (`except`, `raise`).
    Exception,
    /// The right side of an annotated or compared place: enum members and names.
    Value {
        /// The annotation's, or compared expression's source.
        like: String,
        /// Whether `like` is an annotation rather than a value.
        annotation: bool,
        /// Keywords of the language that fit here.
        keywords: Vec<String>,
    },
    /// Nothing but keywords of the language, behind an operand or half a statement.
    Keyword {
        /// Those that fit.
        keywords: Vec<String>,
    },
}

/// A call that surrounds the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// What is called, as source.
    pub callee: String,
    /// How many positional arguments stand before the cursor's.
    pub positional: usize,
    /// Keywords that are given already, before or after the cursor.
    pub given: Vec<String>,
    /// The keyword whose value the cursor is in, or empty.
    pub keyword: String,
}

/// One entry of the completion menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// What replaces the prefix.
    pub text: String,
    /// What it is.
    pub kind: Kind,
    /// Type or value preview, short; may be empty.
    #[serde(default)]
    pub detail: String,
    /// Inserted behind the text when it is taken for good, such as `(` or `"]`.
    #[serde(default)]
    pub suffix: String,
}

/// What a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Kind {
    Parameter,
    Key,
    EnumMember,
    Variable,
    Property,
    Method,
    Function,
    Class,
    Exception,
    Module,
    Keyword,
    Constant,
    Path,
}

/// One signature of a callable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The callable's name.
    pub name: String,
    /// In order.
    pub parameters: Vec<Parameter>,
    /// The return annotation, or empty.
    #[serde(default)]
    pub returns: String,
}

/// One parameter of a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// Without stars.
    pub name: String,
    /// How it may be passed.
    pub kind: ParameterKind,
    /// As source, or empty.
    #[serde(default)]
    pub annotation: String,
    /// As source; `None` where the parameter is required.
    #[serde(default)]
    pub default: Option<String>,
}

/// `inspect.Parameter`'s kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ParameterKind {
    PositionalOnly,
    PositionalOrKeyword,
    VarPositional,
    KeywordOnly,
    VarKeyword,
}

/// What is known of an object.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doc {
    /// `name(a, b) -> c`, or the type.
    pub title: String,
    /// The docstring, dedented.
    pub text: String,
    /// Where it is defined, `file:line`, or empty.
    #[serde(default)]
    pub place: String,
    /// Its source, when that was asked for.
    #[serde(default)]
    pub source: String,
}
