//! What is asked about the text at the cursor, which the host never sees as a whole.

use serde::{Deserialize, Serialize};

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
    /// iterable of which `*name` takes the rest, in an unpacking.
    Rest,
    /// function that is called with a lambda whose parameter the name is.
    Called,
    /// class of a pattern that matches the name with its positional part `index`.
    Matched,
    /// signature of a `def` statement, `(a, b=1) -> int`, with `async ` before it for a coroutine function;
    /// behind a whole one that does not say what it returns stands its body.
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
    /// The first positional argument before the cursor's, as source, or empty.
    pub first: String,
}
