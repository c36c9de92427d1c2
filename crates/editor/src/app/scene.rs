//! Gathers what is on the screen.

use std::ops::Range;

use super::App;
use super::assist::completion::Completion;
use super::phase::{Phase, Submitted};
use crate::event::Size;
use crate::frame::CursorShape;
use crate::panel;
use crate::scene::{Floats, Scene};
use crate::settings::{Completions, Cursor};
use crate::theme::{Role, Span};
use crate::vi;

/// So many candidates are seen at a time.
const MENU_ROWS: usize = 12;

impl App {
    pub(super) fn scene<'a>(&'a self, completion: &'a mut Completion) -> Scene<'a> {
        match &self.phase {
            Phase::Starting | Phase::Away | Phase::Leaving | Phase::Over => {
                Scene { size: Size { columns: 0, rows: 0 }, ..self.plain_scene() }
            }
            Phase::Prompting => self.full_scene(completion),
            Phase::Checking(submitted) if submitted.reveal.is_some() => self.waiting_scene(submitted),
            Phase::Checking(submitted) => Scene {
                submitted: vec![(submitted.text.as_str().trim_end(), &submitted.spans)],
                ..self.full_scene(completion)
            },
        }
    }

    /// The input and what hangs on it.
    fn full_scene<'a>(&'a self, completion: &'a mut Completion) -> Scene<'a> {
        let suggestion = if self.input.at_end() { self.input.suggestion.rest() } else { "" };
        Scene {
            selection: self.selection(),
            overlays: self.overlays(),
            suggestion,
            floats: self.floats(completion),
            ..self.plain_scene()
        }
    }

    /// The input that was sent, as it stood, and nothing below it yet.
    fn waiting_scene<'a>(&'a self, submitted: &'a Submitted) -> Scene<'a> {
        let text = submitted.text.as_str().trim_end();
        Scene { text, spans: &submitted.spans, cursor: text.len(), ..self.plain_scene() }
    }

    fn plain_scene(&self) -> Scene<'_> {
        Scene {
            size: self.prompt_size(),
            tails: self.output.tails(),
            submitted: Vec::new(),
            prompt: &self.prompt,
            text: self.input.as_str(),
            spans: self.drawn.spans(),
            cursor: self.input.at(),
            top: self.drawn.top,
            line_numbers: self.settings.line_numbers,
            wrap: self.settings.wrap_lines,
            shape: self.shape(),
            selection: Vec::new(),
            overlays: Vec::new(),
            suggestion: "",
            floats: Floats::default(),
        }
    }

    /// The settings menu leaves the prompt less room.
    fn prompt_size(&self) -> Size {
        if self.panel.is_some() { panel::room(self.look.size) } else { self.look.size }
    }

    fn selection(&self) -> Vec<Range<usize>> {
        if self.is_vi() && self.keys.vi.mode().is_visual() {
            return self.keys.vi.selection(&self.input.text);
        }
        self.input.text.selection().into_iter().collect()
    }

    fn shape(&self) -> CursorShape {
        match self.settings.cursor {
            Cursor::Modal if self.is_vi() => match self.keys.vi.shape() {
                vi::Shape::Block => CursorShape::Block,
                vi::Shape::Bar => CursorShape::Beam,
                vi::Shape::Underline => CursorShape::Underline,
            },
            Cursor::Terminal | Cursor::Modal => CursorShape::Default,
            Cursor::Block => CursorShape::Block,
            Cursor::Underline => CursorShape::Underline,
            Cursor::Beam => CursorShape::Beam,
        }
    }

    fn overlays(&self) -> Vec<Span> {
        if let Some(search) = &self.search {
            return search.found().map(|range| Span { range, role: Role::SearchMatch }).into_iter().collect();
        }
        let pair = if self.settings.matching_brackets { self.drawn.brackets(self.input.at()) } else { None };
        let span = |at: usize| Span { range: Range { start: at, end: at + 1 }, role: Role::MatchingBracket };
        pair.map(|(one, other)| [one.min(other), one.max(other)].map(span)).into_iter().flatten().collect()
    }

    fn floats<'a>(&'a self, completion: &'a mut Completion) -> Floats<'a> {
        let columns = self.settings.completions == Completions::Columns;
        // The settings menu takes the room below the prompt of a narrow terminal.
        let pops_up = self.panel.is_none() || panel::is_beside(self.look.size);
        Floats {
            menu: completion.shown().filter(|_| pops_up).map(|menu| menu.view(MENU_ROWS, columns)),
            signature: self.assist.signatures.shown().filter(|_| pops_up),
            doc: self.assist.documentation.shown().filter(|_| pops_up),
            message: self.notice.as_ref().map(|notice| notice.text.as_str()),
            line: self.line(),
            right: self.right_prompt(),
            status: self.settings.status_bar.then(|| self.status()),
        }
    }

    /// The line below the input, and the cursor in it.
    fn line(&self) -> Option<(String, Option<usize>)> {
        if let Some(saving) = &self.record.saving {
            return Some(saving.line());
        }
        let argument = self.keys.keyboard.argument();
        match (&self.search, self.keys.vi.command_line().filter(|_| self.is_vi())) {
            (Some(search), _) => Some((search.line(), None)),
            (None, Some((prompt, line, cursor))) => {
                Some((format!("{prompt}{line}"), Some(prompt.len_utf8() + cursor)))
            }
            (None, None) if argument.given => Some((format!("Repeat: {}", argument.count), None)),
            (None, None) => None,
        }
    }
}
