//! Settings as they take effect.

use super::App;
use crate::event::Size;
use crate::keymap::Keymap;
use crate::settings::{self, ColorDepth, Settings};
use crate::sgr::Depth;
use crate::theme::Theme;

/// How things look.
#[derive(Debug)]
pub struct Look {
    /// Of the terminal.
    pub size: Size,
    /// Colours that the terminal shows, where the settings leave that to it.
    pub depth: Depth,
    pub theme: Theme,
}

impl Look {
    /// The default theme on a terminal of a size.
    pub fn new(size: Size) -> Self {
        Self { size, depth: Depth::default(), theme: Theme::default() }
    }
}

impl App {
    /// What the person chose, as it is now.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Tells how many colours the terminal shows, for where the settings leave that to it.
    pub fn set_depth(&mut self, depth: Depth) {
        self.look.depth = depth;
        self.settings_changed();
    }

    /// Which keys run which commands.
    pub fn keymap(&mut self) -> &mut Keymap {
        &mut self.keys.keyboard.keymap
    }

    /// Other values for some settings and keys; of what is wrong, the first is told.
    pub(super) fn configure(&mut self, toml: &str) {
        let mut problems = settings::read(toml, &mut self.settings, &["keys"]);
        problems.extend(self.keys.keyboard.keymap.read(toml));
        self.settings_changed();
        if let Some(problem) = problems.first() {
            self.tell(format!("line {}: {}", problem.line, problem.message));
        }
    }

    pub(super) fn settings_changed(&mut self) {
        self.start_vi();
        self.input.keep_prefix = self.settings.history_search;
        let depth = match self.settings.color_depth {
            ColorDepth::Auto => self.look.depth,
            ColorDepth::True => Depth::True,
            ColorDepth::Indexed => Depth::Indexed,
            ColorDepth::Sixteen => Depth::Sixteen,
            ColorDepth::None => Depth::None,
        };
        match Theme::named(&self.settings.theme, depth) {
            Ok(theme) => self.look.theme = theme,
            Err(message) => self.tell(message),
        }
        if let Some(message) = self.strange_part() {
            self.tell(message);
        }
    }
}
