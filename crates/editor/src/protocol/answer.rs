//! What the host knows of live objects: candidates, signatures, documentation.

use serde::{Deserialize, Serialize};

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
    /// How much likelier it is meant than others that fit as well; negative for what hardly is.
    #[serde(default)]
    pub likely: i32,
}

/// What a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    Parameter,
    Key,
    EnumMember,
    /// A word of which no more is known.
    Text,
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
#[allow(missing_docs, reason = "the names say it")]
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
