//! What stands above the input.

use crate::layout::Layout;
use crate::scene::Scene;
use crate::theme::{Role, Theme};
use crate::view::input::{self, Paint};
use crate::view::prompts;
use crate::view::row::{Row, wrap};
use crate::view::sideways::Sideways;

/// Half lines of others, then inputs that wait for their turn.
pub fn above(scene: &Scene<'_>, columns: usize, theme: &Theme) -> Vec<Row> {
    let mut rows = Vec::new();
    for tail in scene.tails.iter().filter(|tail| !tail.is_empty()) {
        rows.extend(wrap(tail, columns, theme.style(Role::Text)));
    }
    for &(text, spans) in &scene.submitted {
        let prompts = prompts(scene.prompt, text, columns, scene.line_numbers, theme);
        let layout = Layout::new(text, columns, prompts.indents(), usize::MAX);
        let paint = Paint { spans, overlays: &[], selection: &[], ghost: text.len(), theme };
        rows.extend(prompts.above.iter().cloned());
        rows.extend(input::rows(&layout, &prompts, &paint, 0..layout.rows(), Sideways::whole(columns)));
    }
    rows
}
