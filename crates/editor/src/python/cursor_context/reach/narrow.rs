//! What a condition says of the classes of names where it holds.

use ruff_python_ast::{BoolOp, Expr, UnaryOp};

use super::Walker;
use crate::protocol::How;

impl Walker<'_> {
    /// Binds names to the classes that they are instances of when the test is `outcome`.
    pub(super) fn narrow(&mut self, test: &Expr, outcome: bool) {
        match test {
            Expr::BoolOp(all) if (all.op == BoolOp::And) == outcome => {
                all.values.iter().for_each(|test| self.narrow(test, outcome));
            }
            Expr::UnaryOp(not) if not.op == UnaryOp::Not => self.narrow(&not.operand, !outcome),
            Expr::Call(call) if outcome => {
                let called = call.func.as_name_expr().map(|name| name.id.as_str());
                if let (Some("isinstance"), [of, class]) = (called, &*call.arguments.args) {
                    let class = self.text(class).to_owned();
                    self.narrow_to(of, &class);
                }
            }
            _ => {}
        }
    }

    pub(super) fn narrow_to(&mut self, of: &Expr, class: &str) {
        let of = of.as_named_expr().map_or(of, |named| &named.target);
        if let Expr::Name(name) = of {
            self.bind(name.id.as_str(), How::Narrow, class);
        }
    }
}
