//! What stands above the input.

use crate::layout::Layout;
use crate::scene::Scene;
use crate::theme::{Role, Theme};
use crate::view;
use crate::view::input::{self, Paint};
use crate::view::prompts::Prompts;
use crate::view::row::{Row, wrap};
use crate::view::sideways::Sideways;

/// Half lines of others, inputs that wait for their turn, then all but the last row of the prompt.
pub fn above(scene: &Scene<'_>, prompts: &Prompts, columns: usize, theme: &Theme) -> Vec<Row> {
    let mut rows = Vec::new();
    for tail in scene.tails.iter().filter(|tail| !tail.is_empty()) {
        rows.extend(wrap(tail, columns, theme.style(Role::Text)));
    }
    for &(text, spans) in &scene.submitted {
        let prompts = view::prompts(scene.prompt, text, columns, scene.line_numbers, theme);
        let layout = Layout::new(text, columns, prompts.indents(), usize::MAX);
        let paint = Paint { spans, overlays: &[], selection: &[], ghost: text.len(), theme };
        rows.extend(prompts.above.iter().cloned());
        rows.extend(input::rows(&layout, &prompts, &paint, 0..layout.rows(), Sideways::whole(columns)));
    }
    rows.extend(prompts.above.iter().cloned());
    rows
}
