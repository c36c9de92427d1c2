//! The way down to the cursor: each block that it is in.

use ruff_python_ast::{ExceptHandler, Stmt, StmtClassDef, StmtFor, StmtIf, StmtTry, StmtWith};

use super::{Class, Walker};
use crate::protocol::How;

impl Walker<'_> {
    /// What the statement that the cursor is in binds before it.
    pub(super) fn around(&mut self, statement: &Stmt) {
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
                if attempt.is_star {
                    self.bind(name.as_str(), How::Annotation, "ExceptionGroup");
                } else {
                    self.bind(name.as_str(), How::Except, &source);
                }
            }
            self.body(&handler.body);
        }
        self.body(&attempt.orelse);
        self.body(&attempt.finalbody);
    }
}
