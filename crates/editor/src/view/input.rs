//! The input as rows: prompts, highlighting, selection, ghost text.

use std::ops::Range;

use ratatui_core::style::Style;

use crate::layout::{Layout, Placed};
use crate::theme::{Role, Span, Theme};

use super::prompts::Prompts;
use super::row::Row;
use super::sideways::Sideways;

/// How the input's bytes look.
#[derive(Debug, Clone, Copy)]
pub struct Paint<'a> {
    /// Sorted, without overlap.
    pub spans: &'a [Span],
    /// Laid over them, in order.
    pub overlays: &'a [Span],
    /// Laid over those.
    pub selection: &'a [Range<usize>],
    /// Ghost text starts here.
    pub ghost: usize,
    /// How roles look.
    pub theme: &'a Theme,
}

impl Paint<'_> {
    /// The style of a byte. `next` is the first span that may hold it, and is moved on.
    fn style(&self, offset: usize, next: &mut usize) -> Style {
        if offset >= self.ghost {
            return self.theme.style(Role::Suggestion);
        }
        while self.spans.get(*next).is_some_and(|span| span.range.end <= offset) {
            *next += 1;
        }
        let span = self.spans.get(*next).filter(|span| span.range.start <= offset);
        let mut style = self.theme.style(span.map_or(Role::Text, |span| span.role));
        for overlay in self.overlays.iter().filter(|overlay| overlay.range.contains(&offset)) {
            style = style.patch(self.theme.style(overlay.role));
        }
        if self.is_selected(offset) { style.patch(self.theme.style(Role::Selection)) } else { style }
    }

    fn is_selected(&self, offset: usize) -> bool {
        self.selection.iter().any(|range| range.contains(&offset))
    }
}

/// The rows of a range, painted, as far as they are seen.
pub fn rows(
    layout: &Layout<'_>,
    prompts: &Prompts,
    paint: &Paint<'_>,
    range: Range<usize>,
    sideways: Sideways,
) -> Vec<Row> {
    let mut rows = vec![Row::default(); range.len()];
    for line in layout.lines(range.clone()) {
        let (first, start) = layout.start(line);
        let prompt = prompts.indents().of(line);
        if range.contains(&first) {
            rows[first - range.start] = prompts.of(line, paint.theme);
        }
        let mut span = paint.spans.partition_point(|span| span.range.end <= start);
        layout.walk(line, |placed| {
            let Placed { glyph, row, .. } = placed;
            let at = row.wrapping_sub(range.start);
            if at < rows.len() {
                let style = paint.style(start + glyph.offset, &mut span);
                sideways.put(&mut rows[at], prompt, &placed, style);
            }
            if row > first && (1..=rows.len()).contains(&at) {
                rows[at - 1].wrapped = true;
            }
        });
        let (end, last) = layout.end_of(line);
        let at = last.wrapping_sub(range.start);
        if at < rows.len() && paint.is_selected(end) && rows[at].width() < sideways.columns {
            rows[at].put(" ", 1, paint.theme.style(Role::Selection));
        }
    }
    rows
}
