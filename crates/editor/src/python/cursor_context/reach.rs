//! The names that the input itself binds before the cursor, by the tree of the input.

mod expressions;
mod functions;
mod members;
mod narrow;
mod patterns;
mod targets;

use ruff_python_ast::{ExceptHandler, Stmt, StmtClassDef, StmtFor, StmtIf, StmtTry, StmtWith};

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
        let mut walker = Walker { source, cursor, reach: self };
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

    /// What the statement that the cursor is in binds before it.
    fn around(&mut self, statement: &Stmt) {
        self.walruses(statement);
        match statement {
            Stmt::FunctionDef(function) if self.holds_body(&function.body) => self.in_function(function),
            Stmt::ClassDef(class) if self.holds_body(&class.body) => self.in_class(class),
            Stmt::For(each) => self.in_for(each),
            Stmt::While(each) if self.holds_body(&each.body) => {
                self.reach.in_loop = true;
                self.narrow(&each.test, true);
                self.body(&each.body);
            }
            Stmt::If(branch) => self.in_if(branch),
            Stmt::With(with) => self.in_with(with),
            Stmt::Try(attempt) => self.in_try(attempt),
            Stmt::Match(choice) => self.in_match(choice),
            _ => self.expressions(statement),
        }
    }

    fn in_class(&mut self, class: &StmtClassDef) {
        self.class(class);
        let name = class.name.as_str().to_owned();
        self.reach.class = Some(Class { name, outer: self.reach.bindings.len() });
        self.reach.bases = Some(self.bases(class));
        (self.reach.in_function, self.reach.in_loop) = (false, false);
        self.body(&class.body);
    }

    fn in_for(&mut self, each: &StmtFor) {
        let in_body = self.holds_body(&each.body);
        if !in_body && !self.holds_body(&each.orelse) {
            return self.expressions_of(&each.iter);
        }
        self.for_target(each);
        self.reach.in_loop |= in_body;
        self.body(if in_body { &each.body } else { &each.orelse });
    }

    fn in_if(&mut self, branch: &StmtIf) {
        if self.holds_body(&branch.body) {
            self.narrow(&branch.test, true);
            return self.body(&branch.body);
        }
        self.expressions_of(&branch.test);
        for clause in &branch.elif_else_clauses {
            if self.holds_body(&clause.body) {
                clause.test.iter().for_each(|test| self.narrow(test, true));
                return self.body(&clause.body);
            }
            clause.test.iter().for_each(|test| self.expressions_of(test));
        }
    }

    fn in_with(&mut self, with: &StmtWith) {
        self.with_items(with);
        with.items.iter().for_each(|item| self.expressions_of(&item.context_expr));
        self.body(&with.body);
    }

    fn in_try(&mut self, attempt: &StmtTry) {
        self.body(&attempt.body);
        for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
            if let (Some(name), Some(kind), true) =
                (&handler.name, handler.type_.as_deref(), self.holds_body(&handler.body))
            {
                let source = self.text(kind).to_owned();
                self.bind(name.as_str(), How::Except, &source);
            }
            self.body(&handler.body);
        }
        self.body(&attempt.orelse);
        self.body(&attempt.finalbody);
    }
}
