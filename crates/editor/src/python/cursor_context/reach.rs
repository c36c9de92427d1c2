//! The names that the input itself binds before the cursor, by the tree of the input.

mod expressions;
mod functions;
mod members;
mod narrow;
mod patterns;
mod scopes;
mod statements;
mod targets;

use ruff_python_ast::Stmt;

use crate::protocol::{Binding, How};
use crate::python::{bytes, parse};

/// What the cursor's scopes give it.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// Innermost scope last.
    pub(super) bindings: Vec<Binding>,
    /// The bases of the class in whose body, not in a method, the cursor is.
    pub(super) bases: Option<Vec<String>>,
    /// The return annotation of the function that the cursor is in.
    pub(super) returns: Option<String>,
    pub(super) in_function: bool,
    pub(super) in_loop: bool,
    class: Option<Class>,
}

impl Reach {
    /// What a text gives the cursor in it, at which a name must stand, in addition to what is known already.
    pub(super) fn extend(&mut self, source: &str, cursor: usize) {
        let parsed = parse(source);
        let mut walker = Walker { source, cursor, reach: self, called_with: None };
        walker.body(parsed.suite());
    }
}

/// The class whose body is being walked, and how many bindings there were before its own.
#[derive(Debug, Clone)]
struct Class {
    name: String,
    outer: usize,
}

struct Walker<'a> {
    source: &'a str,
    cursor: usize,
    reach: &'a mut Reach,
    /// What the lambda that comes next is called with.
    called_with: Option<(How, String)>,
}

impl Walker<'_> {
    fn text(&self, ranged: impl ruff_text_size::Ranged) -> &str {
        &self.source[bytes(ranged)]
    }

    fn holds(&self, ranged: impl ruff_text_size::Ranged) -> bool {
        bytes(ranged).contains(&self.cursor)
    }

    fn holds_body(&self, body: &[Stmt]) -> bool {
        match body {
            [first, .., last] => (bytes(first).start..bytes(last).end).contains(&self.cursor),
            [only] => self.holds(only),
            [] => false,
        }
    }

    fn bind(&mut self, name: &str, how: How, source: &str) {
        self.bind_element(name, how, source, Vec::new());
    }

    fn bind_element(&mut self, name: &str, how: How, source: &str, index: Vec<usize>) {
        self.reach.bindings.push(Binding { name: name.to_owned(), how, source: source.to_owned(), index });
    }

    fn body(&mut self, body: &[Stmt]) {
        for statement in body {
            match bytes(statement) {
                range if range.start > self.cursor => return,
                range if range.end <= self.cursor => self.done(statement),
                _ => return self.around(statement),
            }
        }
    }
}
