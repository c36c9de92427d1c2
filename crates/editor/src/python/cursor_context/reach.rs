//! The names that the input itself binds before the cursor, by the tree of the input.

mod expressions;
mod functions;
mod members;
mod narrow;
mod patterns;
mod scopes;
mod targets;

use ruff_python_ast::{ExceptHandler, Stmt, StmtIf};

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

    /// What a statement before the cursor's binds in its scope.
    fn done(&mut self, statement: &Stmt) {
        self.walruses(statement);
        match statement {
            Stmt::Assign(assign) => {
                assign.targets.iter().for_each(|target| self.assign(target, &assign.value));
            }
            Stmt::AnnAssign(assign) => {
                let annotation = self.text(&*assign.annotation).to_owned();
                self.target(&assign.target, How::Annotation, &annotation);
            }
            Stmt::TypeAlias(alias) => self.assign(&alias.name, &alias.value),
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Import(import) => import.names.iter().for_each(|alias| self.import(alias)),
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::Assert(assert) => self.narrow(&assert.test, true),
            Stmt::For(each) => {
                self.for_target(each);
                self.all_done(&[&each.body, &each.orelse]);
            }
            Stmt::While(each) => self.all_done(&[&each.body, &each.orelse]),
            Stmt::If(branch) => self.if_done(branch),
            Stmt::With(with) => {
                self.with_items(with);
                self.all_done(&[&with.body]);
            }
            Stmt::Try(attempt) => {
                self.all_done(&[&attempt.body]);
                for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
                    self.all_done(&[&handler.body]);
                }
                self.all_done(&[&attempt.orelse, &attempt.finalbody]);
            }
            Stmt::Match(choice) => {
                for case in &choice.cases {
                    self.pattern(&choice.subject, &case.pattern);
                    self.all_done(&[&case.body]);
                }
            }
            _ => {}
        }
    }

    fn all_done(&mut self, bodies: &[&[Stmt]]) {
        bodies.iter().copied().flatten().for_each(|statement| self.done(statement));
    }

    fn if_done(&mut self, branch: &StmtIf) {
        self.all_done(&[&branch.body]);
        for clause in &branch.elif_else_clauses {
            self.all_done(&[&clause.body]);
        }
        let leaves = matches!(
            branch.body.last(),
            Some(Stmt::Return(_) | Stmt::Raise(_) | Stmt::Continue(_) | Stmt::Break(_))
        );
        if leaves {
            self.narrow(&branch.test, false);
        }
    }
}
