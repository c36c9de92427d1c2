//! The members of a class of the input: what its body binds, and what its methods
//! assign to `self`.

use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
use ruff_python_ast::{Expr, ParameterWithDefault, Stmt, StmtClassDef, StmtFunctionDef};

use super::Walker;
use super::functions::is_named;
use crate::protocol::How;

impl Walker<'_> {
    pub(super) fn members(&mut self, class: &StmtClassDef) {
        let name = class.name.as_str();
        for statement in &class.body {
            if let Stmt::FunctionDef(method) = statement {
                self.assigned_to_self(name, method);
            }
            if !self.holds(statement) || statement.is_function_def_stmt() {
                self.member(name, statement);
            }
        }
    }

    fn member(&mut self, class: &str, statement: &Stmt) {
        match statement {
            Stmt::FunctionDef(method) => self.method(class, method),
            Stmt::AnnAssign(assign) => {
                if let Expr::Name(name) = &*assign.target {
                    let annotation = self.text(&*assign.annotation).to_owned();
                    self.bind(&format!("{class}.{}", name.id), How::Annotation, &annotation);
                }
            }
            Stmt::Assign(assign) => {
                for name in assign.targets.iter().filter_map(Expr::as_name_expr) {
                    let value = self.text(&*assign.value).to_owned();
                    self.bind(&format!("{class}.{}", name.id), How::Assign, &value);
                }
            }
            Stmt::ClassDef(inner) => {
                let bases = self.bases(inner).join(", ");
                self.bind(&format!("{class}.{}", inner.name), How::Class, &bases);
            }
            _ => {}
        }
    }

    fn method(&mut self, class: &str, method: &StmtFunctionDef) {
        let name = format!("{class}.{}", method.name);
        let decorated = |name| method.decorator_list.iter().any(|decorator| is_named(decorator, name));
        if decorated("property") || decorated("cached_property") {
            let returns = method.returns.as_deref().map_or("", |returns| self.text(returns)).to_owned();
            return self.bind(&name, How::Annotation, &returns);
        }
        let signature = self.signature(method);
        self.bind(&name, How::Function, &signature);
    }

    fn assigned_to_self(&mut self, class: &str, method: &StmtFunctionDef) {
        let Some(receiver) = method.parameters.iter_non_variadic_params().next() else { return };
        let mut found = Assigned { receiver: receiver.name().as_str(), members: Vec::new() };
        found.visit_body(&method.body);
        for (name, annotation, value) in found.members {
            if value.is_some_and(|value| self.holds(value)) {
                continue;
            }
            let parameter = value.and_then(|value| parameter(method, value));
            let annotation = annotation
                .or_else(|| parameter.and_then(|parameter| parameter.parameter.annotation.as_deref()));
            let default = parameter.and_then(|parameter| parameter.default.as_deref());
            let (how, source) = match (annotation, default.or(value)) {
                (Some(annotation), _) => (How::Annotation, annotation),
                (None, Some(value)) => (How::Assign, value),
                (None, None) => continue,
            };
            let source = self.text(source).to_owned();
            self.bind(&format!("{class}.{name}"), how, &source);
        }
    }
}

/// The parameter that a value is.
fn parameter<'a>(method: &'a StmtFunctionDef, value: &Expr) -> Option<&'a ParameterWithDefault> {
    let name = value.as_name_expr()?.id.as_str();
    method.parameters.iter_non_variadic_params().find(|parameter| parameter.name().as_str() == name)
}

/// Collects `receiver.name = value`, with annotations.
struct Assigned<'a> {
    receiver: &'a str,
    members: Vec<(&'a str, Option<&'a Expr>, Option<&'a Expr>)>,
}

impl<'a> Assigned<'a> {
    fn add(&mut self, target: &'a Expr, annotation: Option<&'a Expr>, value: Option<&'a Expr>) {
        if let (Expr::Tuple(targets), Some(Expr::Tuple(values))) = (target, value) {
            let pairs = targets.elts.iter().zip(&values.elts);
            return pairs.for_each(|(target, value)| self.add(target, None, Some(value)));
        }
        if let Expr::Attribute(attribute) = target
            && attribute.value.as_name_expr().is_some_and(|name| name.id.as_str() == self.receiver)
        {
            self.members.push((attribute.attr.as_str(), annotation, value));
        }
    }
}

impl<'a> StatementVisitor<'a> for Assigned<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Assign(assign) => {
                assign.targets.iter().for_each(|target| self.add(target, None, Some(&assign.value)));
            }
            Stmt::AnnAssign(assign) => {
                self.add(&assign.target, Some(&assign.annotation), assign.value.as_deref());
            }
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            _ => walk_stmt(self, statement),
        }
    }
}
