//! Statements that end before the cursor: what they bind in their scope, and so do those inside them.

use ruff_python_ast::{
    ExceptHandler, Stmt, StmtAnnAssign, StmtAssign, StmtFor, StmtIf, StmtMatch, StmtTry, StmtWith,
};

use super::Walker;
use crate::protocol::How;

impl Walker<'_> {
    /// What a statement before the cursor's binds in its scope.
    pub(super) fn done(&mut self, statement: &Stmt) {
        self.walruses(statement);
        match statement {
            Stmt::Assign(assign) => self.assign_done(assign),
            Stmt::AnnAssign(assign) => self.annotated(assign),
            Stmt::TypeAlias(alias) => self.assign(&alias.name, &alias.value),
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Import(import) => import.names.iter().for_each(|alias| self.import(alias)),
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::Assert(assert) => self.narrow(&assert.test, true),
            Stmt::For(each) => self.for_done(each),
            Stmt::While(each) => self.all_done(&[&each.body, &each.orelse]),
            Stmt::If(branch) => self.if_done(branch),
            Stmt::With(with) => self.with_done(with),
            Stmt::Try(attempt) => self.try_done(attempt),
            Stmt::Match(choice) => self.match_done(choice),
            _ => {}
        }
    }

    fn all_done(&mut self, bodies: &[&[Stmt]]) {
        bodies.iter().copied().flatten().for_each(|statement| self.done(statement));
    }

    fn assign_done(&mut self, assign: &StmtAssign) {
        assign.targets.iter().for_each(|target| self.assign(target, &assign.value));
    }

    fn annotated(&mut self, assign: &StmtAnnAssign) {
        let annotation = self.text(&*assign.annotation).to_owned();
        self.target(&assign.target, How::Annotation, &annotation);
    }

    fn for_done(&mut self, each: &StmtFor) {
        self.for_target(each);
        self.all_done(&[&each.body, &each.orelse]);
    }

    fn with_done(&mut self, with: &StmtWith) {
        self.with_items(with);
        self.all_done(&[&with.body]);
    }

    fn try_done(&mut self, attempt: &StmtTry) {
        self.all_done(&[&attempt.body]);
        for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
            self.all_done(&[&handler.body]);
        }
        self.all_done(&[&attempt.orelse, &attempt.finalbody]);
    }

    fn match_done(&mut self, choice: &StmtMatch) {
        for case in &choice.cases {
            self.pattern(&choice.subject, &case.pattern);
            self.all_done(&[&case.body]);
        }
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
