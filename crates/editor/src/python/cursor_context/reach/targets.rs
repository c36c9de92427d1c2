//! Names bound by assignments, loops, context managers and imports.

use ruff_python_ast::{Alias, Expr, StmtFor, StmtImportFrom, StmtWith};

use super::Walker;
use crate::protocol::How;
use crate::python::bytes;

impl Walker<'_> {
    pub(super) fn assign(&mut self, target: &Expr, value: &Expr) {
        if let (Some(targets), Some(values)) = (elements(target), elements(value))
            && targets.len() == values.len()
            && !targets.iter().chain(values).any(Expr::is_starred_expr)
        {
            return targets.iter().zip(values).for_each(|(target, value)| self.assign(target, value));
        }
        let source = self.text(value).to_owned();
        self.target(target, How::Assign, &source);
    }

    pub(super) fn target(&mut self, target: &Expr, how: How, source: &str) {
        self.element(target, how, source, &[]);
    }

    /// Binds the names of a target to the element of the source that `index` leads to.
    pub(super) fn element(&mut self, target: &Expr, how: How, source: &str, index: &[usize]) {
        match target {
            Expr::Name(name) => self.bind_element(name.id.as_str(), how, source, index.to_vec()),
            Expr::Starred(starred) => self.element(&starred.value, How::Rest, source, rest_of(index)),
            _ => {
                for (number, element) in elements(target).unwrap_or_default().iter().enumerate() {
                    self.element(element, how, source, &[index, &[number]].concat());
                    if element.is_starred_expr() {
                        break;
                    }
                }
            }
        }
    }

    pub(super) fn for_target(&mut self, each: &StmtFor) {
        let source = self.text(&*each.iter).to_owned();
        let how = if each.is_async { How::AsyncFor } else { How::For };
        self.target(&each.target, how, &source);
    }

    /// Those before the cursor.
    pub(super) fn with_items(&mut self, with: &StmtWith) {
        let how = if with.is_async { How::AsyncWith } else { How::With };
        for item in &with.items {
            if let Some(target) =
                item.optional_vars.as_deref().filter(|target| bytes(target).end <= self.cursor)
            {
                let source = self.text(&item.context_expr).to_owned();
                self.target(target, how, &source);
            }
        }
    }

    pub(super) fn import(&mut self, alias: &Alias) {
        let module = alias.name.as_str();
        if let Some(name) = &alias.asname {
            return self.bind(name.as_str(), How::Import, module);
        }
        let top = module.split('.').next().unwrap_or_default();
        self.bind(top, How::Import, top);
    }

    pub(super) fn import_from(&mut self, import: &StmtImportFrom) {
        let module = import.module.as_ref().map_or("", |module| module.as_str());
        let dots = ".".repeat(import.level as usize);
        for alias in import.names.iter().filter(|alias| alias.name.as_str() != "*") {
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            self.bind(name.as_str(), How::ImportFrom, &format!("{dots}{module}:{}", alias.name.as_str()));
        }
    }
}

/// Where the whole is of which a part at `index` is.
fn rest_of(index: &[usize]) -> &[usize] {
    index.split_last().map_or(&[], |(_, whole)| whole)
}

/// The elements of a tuple or list.
fn elements(expression: &Expr) -> Option<&[Expr]> {
    match expression {
        Expr::Tuple(tuple) => Some(&tuple.elts),
        Expr::List(list) => Some(&list.elts),
        _ => None,
    }
}
