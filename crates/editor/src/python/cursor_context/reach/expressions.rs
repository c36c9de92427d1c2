//! Names bound inside expressions: by comprehensions, lambdas and walruses, and
//! what conditions say.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{
    Arguments, BoolOp, Comprehension, Expr, ExprBoolOp, ExprCall, ExprIf, ExprLambda, Stmt,
};

use super::Walker;
use crate::protocol::How;
use crate::python::bytes;

impl Walker<'_> {
    /// What the expressions around the cursor bind in a statement.
    pub(super) fn expressions(&mut self, statement: &Stmt) {
        walk_stmt(self, statement);
    }

    /// The same in one expression.
    pub(super) fn expressions_of(&mut self, expression: &Expr) {
        self.visit_expr(expression);
    }

    /// `name := value` before the cursor, in the statement but not in the statements of its body.
    pub(super) fn walruses(&mut self, statement: &Stmt) {
        if self.text(statement).contains(":=") {
            let mut found = Walruses(Vec::new());
            walk_stmt(&mut found, statement);
            for (target, value) in found.0 {
                if bytes(value).end <= self.cursor {
                    self.assign(target, value);
                }
            }
        }
    }

    /// Those of a condition that holds.
    fn walruses_in(&mut self, test: &Expr) {
        let mut found = Walruses(Vec::new());
        found.visit_expr(test);
        found.0.iter().for_each(|(target, value)| self.assign(target, value));
    }

    fn comprehension(&mut self, generators: &[Comprehension]) {
        // The part before `for` sees all targets; each part behind sees those before it.
        let cursor = self.cursor;
        let inside = generators.iter().any(|generator| self.holds(generator));
        for generator in generators {
            if inside && bytes(&generator.iter).end > self.cursor {
                break;
            }
            let source = self.text(&generator.iter).to_owned();
            let how = if generator.is_async { How::AsyncFor } else { How::For };
            self.target(&generator.target, how, &source);
            let tests = generator.ifs.iter().filter(|test| !inside || bytes(*test).end <= cursor);
            for test in tests {
                self.walruses_in(test);
                self.narrow(test, true);
            }
        }
    }

    fn lambda(&mut self, lambda: &ExprLambda) {
        let Some(parameters) = &lambda.parameters else { return };
        self.parameters(parameters);
        if let (Some((how, source)), Some(first)) = (self.called_with.take(), parameters.args.first()) {
            self.bind(first.name().as_str(), how, &source);
        }
    }

    /// What a function calls the lambda with that the cursor is in: an element of the argument
    /// behind it; of the last one, where it is a keyword's; else what the function says.
    fn given_to_lambda(&self, call: &ExprCall) -> Option<(How, String)> {
        let Arguments { args, keywords, .. } = &call.arguments;
        if self.holds(&*call.func) {
            return args.first().map(|given| (How::Assign, self.text(given).to_owned()));
        }
        let at_cursor = |one: &Expr| one.is_lambda_expr() && self.holds(one);
        let behind = match args.iter().position(at_cursor) {
            Some(number) => args.get(number + 1),
            None if keywords.iter().any(|keyword| at_cursor(&keyword.value)) => args.last(),
            None => return None,
        };
        match (behind, &*call.func) {
            (_, Expr::Attribute(method)) if ["sub", "subn"].contains(&method.attr.as_str()) => {
                Some((How::Annotation, "re.Match".to_owned()))
            }
            (Some(elements), _) => Some((How::For, self.text(elements).to_owned())),
            (None, function) => Some((How::Called, self.text(function).to_owned())),
        }
    }

    fn conjunction(&mut self, all: &ExprBoolOp) {
        let (cursor, outcome) = (self.cursor, all.op == BoolOp::And);
        for test in all.values.iter().filter(|test| bytes(*test).end <= cursor) {
            self.narrow(test, outcome);
        }
    }

    fn choice(&mut self, choice: &ExprIf) {
        if self.holds(&*choice.body) {
            self.narrow(&choice.test, true);
        } else if self.holds(&*choice.orelse) {
            self.narrow(&choice.test, false);
        }
    }
}

impl<'a> Visitor<'a> for Walker<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if self.holds(statement) {
            walk_stmt(self, statement);
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if !self.holds(expression) {
            return;
        }
        match expression {
            Expr::ListComp(all) => self.comprehension(&all.generators),
            Expr::SetComp(all) => self.comprehension(&all.generators),
            Expr::DictComp(all) => self.comprehension(&all.generators),
            Expr::Generator(all) => self.comprehension(&all.generators),
            Expr::Call(call) => self.called_with = self.given_to_lambda(call),
            Expr::Lambda(lambda) if self.holds(&*lambda.body) => self.lambda(lambda),
            Expr::BoolOp(all) => self.conjunction(all),
            Expr::If(choice) => self.choice(choice),
            _ => {}
        }
        walk_expr(self, expression);
    }
}

/// Collects targets and values.
struct Walruses<'a>(Vec<(&'a Expr, &'a Expr)>);

impl<'a> Visitor<'a> for Walruses<'a> {
    fn visit_stmt(&mut self, _: &'a Stmt) {}

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Named(named) = expression {
            self.0.push((&named.target, &named.value));
        }
        if !matches!(expression, Expr::Lambda(_)) {
            walk_expr(self, expression);
        }
    }
}
