//! Light or dark: the terminal is asked for its background, and nobody waits for the answer.

use super::App;
use super::phase::Phase;
use crate::configuration::AUTO;
use crate::event::Effect;

/// What is known of the terminal's background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    /// Nothing, and nobody asked.
    #[default]
    Unknown,
    /// Nothing yet.
    Asked,
    Dark,
    Light,
}

impl App {
    /// Asks once, where the theme depends on it and the terminal is ours.
    pub(super) fn ask_background(&mut self) {
        let ours = !matches!(self.phase, Phase::Starting | Phase::Away | Phase::Over);
        if ours && self.settings.theme == AUTO && self.look.ground == Ground::Unknown {
            self.look.ground = Ground::Asked;
            self.effects.push(Effect::AskBackground);
        }
    }

    /// The terminal has answered.
    pub(super) fn background(&mut self, red: u8, green: u8, blue: u8) {
        // Rec. 601's luma, in thousandths of 255.
        let luma = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
        self.look.ground = if luma < 127_500 { Ground::Dark } else { Ground::Light };
        self.recolor();
    }

    /// The theme in force. Until the background is known, the terminal's own colours fit any.
    pub(super) fn theme_name(&self) -> &str {
        match self.look.ground {
            _ if self.settings.theme != AUTO => &self.settings.theme,
            Ground::Unknown | Ground::Asked => "terminal",
            Ground::Dark => &self.settings.dark_theme,
            Ground::Light => &self.settings.light_theme,
        }
    }
}
