//! Functions, classes, and what the parameters of the cursor's function are.

use ruff_python_ast::{Decorator, Expr, Parameter, Parameters, StmtClassDef, StmtFunctionDef};

use super::{Class, Walker};
use crate::protocol::{Binding, How};
use crate::python::bytes;

impl Walker<'_> {
    pub(super) fn function(&mut self, function: &StmtFunctionDef) {
        let signature = self.signature(function);
        let name = function.name.as_str();
        self.bind(name, How::Function, &signature);
        for decorator in &function.decorator_list {
            if ["contextmanager", "asynccontextmanager"].iter().any(|known| is_named(decorator, known)) {
                let made = format!("{}({name})", self.text(&decorator.expression));
                self.bind(name, How::Assign, &made);
            }
        }
    }

    /// `(a, b=1) -> int`, with `async ` before it; with its body where only that tells what it returns.
    pub(super) fn signature(&self, function: &StmtFunctionDef) -> String {
        let keyword = if function.is_async { "async " } else { "" };
        let parameters = bytes(&*function.parameters);
        let end = match function.returns.as_deref() {
            Some(returns) => bytes(returns).end,
            None if self.holds(function) => parameters.end,
            None => bytes(function).end,
        };
        format!("{keyword}{}", &self.source[parameters.start..end])
    }

    pub(super) fn class(&mut self, class: &StmtClassDef) {
        let bases = self.bases(class).join(", ");
        self.bind(class.name.as_str(), How::Class, &bases);
        self.members(class);
    }

    pub(super) fn bases(&self, class: &StmtClassDef) -> Vec<String> {
        let arguments = class.arguments.iter().flat_map(|arguments| &arguments.args);
        arguments.map(|base| self.text(base).to_owned()).collect()
    }

    pub(super) fn in_function(&mut self, function: &StmtFunctionDef) {
        let class = self.reach.class.take();
        match &class {
            // The names of a class's body are not seen by its methods.
            Some(class) => self.reach.bindings.truncate(class.outer),
            None => self.function(function),
        }
        self.reach.bases = None;
        self.reach.returns = function.returns.as_deref().map(|returns| self.text(returns).to_owned());
        (self.reach.in_function, self.reach.in_loop) = (true, false);
        let receiver = class.and_then(|class| receiver(function, &class));
        let first = self.reach.bindings.len();
        self.parameters(&function.parameters);
        if let Some(receiver) = receiver {
            self.reach.bindings[first] = receiver;
        }
        self.body(&function.body);
    }

    pub(super) fn parameters(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            match (&parameter.parameter.annotation, parameter.default.as_deref()) {
                // Nothing but its default tells of it.
                (None, Some(default)) if !default.is_none_literal_expr() => {
                    let source = self.text(default).to_owned();
                    self.bind(parameter.name().as_str(), How::Assign, &source);
                }
                _ => self.parameter(&parameter.parameter),
            }
        }
        for (parameter, kind) in [(&parameters.vararg, "tuple"), (&parameters.kwarg, "dict")] {
            let Some(parameter) = parameter else { continue };
            let annotation = parameter.annotation.as_deref().map(|annotation| self.text(annotation));
            let source = match (annotation, kind) {
                (Some(annotation), "tuple") => format!("tuple[{annotation}, ...]"),
                (Some(annotation), _) => format!("dict[str, {annotation}]"),
                (None, kind) => kind.to_owned(),
            };
            self.bind(parameter.name.as_str(), How::Annotation, &source);
        }
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let annotation =
            parameter.annotation.as_deref().map_or("", |annotation| self.text(annotation)).to_owned();
        self.bind(parameter.name.as_str(), How::Annotation, &annotation);
    }
}

/// `self` or `cls`.
fn receiver(function: &StmtFunctionDef, class: &Class) -> Option<Binding> {
    let first = function.parameters.iter_non_variadic_params().next()?;
    let decorated = |name| function.decorator_list.iter().any(|decorator| is_named(decorator, name));
    let of_class = ["__new__", "__init_subclass__", "__class_getitem__"].contains(&function.name.as_str());
    let how = match () {
        () if decorated("staticmethod") => return None,
        () if of_class || decorated("classmethod") => How::Assign,
        () => How::Instance,
    };
    Some(Binding {
        name: first.name().as_str().to_owned(),
        how,
        source: class.name.clone(),
        index: Vec::new(),
    })
}

/// Whether a decorator is `@name` or `@module.name`.
pub(super) fn is_named(decorator: &Decorator, name: &str) -> bool {
    match &decorator.expression {
        Expr::Name(decorator) => decorator.id.as_str() == name,
        Expr::Attribute(decorator) => decorator.attr.as_str() == name,
        _ => false,
    }
}
