//! Settings as they take effect.

use super::App;
use super::background::Ground;
use crate::configuration::{self, Configuration, Themes};
use crate::event::{Effect, Size};
use crate::protocol::ToHost;
use crate::settings::{self, ColorDepth, Row, Settings, Value};
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
    /// The terminal's background, where that counts.
    pub ground: Ground,
    /// Those to choose from, beside the built-in ones.
    pub themes: Themes,
}

impl Look {
    /// The default theme on a terminal of a size.
    pub fn new(size: Size) -> Self {
        Self {
            size,
            depth: Depth::default(),
            theme: Theme::default(),
            ground: Ground::default(),
            themes: Themes::default(),
        }
    }
}

impl App {
    /// What the person chose, as it is now.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The colours in force.
    pub fn theme(&self) -> &Theme {
        &self.look.theme
    }

    /// Tells how many colours the terminal shows, for where the settings leave that to it.
    pub fn set_depth(&mut self, depth: Depth) {
        self.look.depth = depth;
        self.settings_changed();
    }

    /// Takes over all that a person's files say. For before the first prompt.
    pub fn set_configuration(&mut self, configuration: Configuration) {
        self.given = configuration.settings.clone();
        self.settings = configuration.settings;
        self.keys.keyboard = configuration.keyboard;
        self.look.themes = configuration.themes;
        self.settings_changed();
    }

    /// Other values for some settings, keys and themes; of what is wrong, the first is told.
    pub(super) fn configure(&mut self, toml: &str) {
        let (keyboard, themes) = (&mut self.keys.keyboard, &mut self.look.themes);
        let problems = configuration::read(toml, &mut self.settings, keyboard, themes);
        settings::read(toml, &mut self.given, configuration::FOREIGN);
        self.settings_changed();
        if let Some(problem) = problems.first() {
            self.tell(format!("line {}: {}", problem.line, problem.message));
        }
    }

    /// The person chose another value at the prompt. The host is told, since some count there.
    pub(super) fn choose(&mut self, name: &str, value: &Value) {
        if Row::find(name).is_some_and(|row| (row.set)(&mut self.settings, value)) {
            self.settings_changed();
            let (name, value) = (name.to_owned(), value.clone());
            self.effects.push(Effect::Ask(ToHost::Setting { name, value }));
        }
    }

    pub(super) fn settings_changed(&mut self) {
        self.set_up_vi();
        self.input.keep_prefix = self.settings.history_search;
        self.recolor();
        if let Some(message) = self.strange_part() {
            self.tell(message);
        }
    }

    /// The theme that the settings and the terminal ask for.
    pub(super) fn recolor(&mut self) {
        let depth = match self.settings.color_depth {
            ColorDepth::Auto => self.look.depth,
            ColorDepth::True => Depth::True,
            ColorDepth::Indexed => Depth::Indexed,
            ColorDepth::Sixteen => Depth::Sixteen,
            ColorDepth::None => Depth::None,
        };
        self.ask_background();
        match self.look.themes.find(self.theme_name(), depth) {
            Ok(theme) => self.look.theme = theme,
            // The host reads those of Pygments, and has told what is wrong.
            Err(_) if self.theme_name().starts_with("pygments:") => {}
            Err(message) => self.tell(message),
        }
    }
}
