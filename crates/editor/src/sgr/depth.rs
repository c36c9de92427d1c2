//! How many colours there are, and which of them is nearest to another.

use ratatui_core::style::{Color, Style};

/// Colours that a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Depth {
    /// No colour: bold, underline and reverse only, as `NO_COLOR` asks for.
    None,
    /// The terminal's own 16.
    #[default]
    Sixteen,
    /// 16, a cube of 216 and 24 greys.
    Indexed,
    /// 24 bits.
    True,
}

impl Depth {
    /// The style with its colours brought down to what the terminal shows.
    pub fn style(self, style: Style) -> Style {
        let color = |color: Option<Color>| color.and_then(|color| self.color(color));
        Style { fg: color(style.fg), bg: color(style.bg), ..style }
    }

    /// The nearest colour that the terminal shows; `None` where it shows none.
    pub fn color(self, color: Color) -> Option<Color> {
        let Some((r, g, b)) = rgb(color) else { return (self != Self::None).then_some(color) };
        let known = index(color);
        match self {
            Self::None => None,
            Self::True => Some(color),
            Self::Indexed if known.is_some() => Some(color),
            Self::Indexed => Some(Color::Indexed(nearest((r, g, b), 16..=255))),
            Self::Sixteen if known.is_some_and(|index| index < 16) => Some(color),
            Self::Sixteen => Some(Color::Indexed(nearest((r, g, b), 0..=15))),
        }
    }
}

/// A colour's number among the 256; `None` for 24 bits and the terminal's default.
pub(super) fn index(color: Color) -> Option<u8> {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match color {
        Color::Indexed(index) => Some(index),
        named => (0u8..).zip(NAMED).find(|&(_, other)| other == named).map(|(index, _)| index),
    }
}

/// Red, green and blue, as xterm shows it; `None` for the terminal's default.
pub fn rgb(color: Color) -> Option<(u8, u8, u8)> {
    if let Color::Rgb(r, g, b) = color {
        return Some((r, g, b));
    }
    Some(match index(color)? {
        7 => (229, 229, 229),
        8 => (127, 127, 127),
        low @ 0..8 => channels(low, 0, 205),
        bright @ 8..16 => channels(bright - 8, 0, 255),
        grey @ 232.. => [8 + 10 * (grey - 232); 3].into(),
        cube => {
            let level = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
            let cube = cube - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
    })
}

fn channels(bits: u8, off: u8, on: u8) -> (u8, u8, u8) {
    let part = |bit: u8| if bits & bit == 0 { off } else { on };
    (part(1), part(2), part(4))
}

/// By the weighted distance known as "redmean", which is close to what an eye sees.
fn nearest(wanted: (u8, u8, u8), among: std::ops::RangeInclusive<u8>) -> u8 {
    let distance = |&candidate: &u8| {
        let (r, g, b) = rgb(Color::Indexed(candidate)).unwrap_or_default();
        let mean = i32::midpoint(wanted.0.into(), r.into());
        let square = |one: u8, other: u8| (i32::from(one) - i32::from(other)).pow(2);
        (((512 + mean) * square(wanted.0, r)) >> 8)
            + 4 * square(wanted.1, g)
            + (((767 - mean) * square(wanted.2, b)) >> 8)
    };
    among.min_by_key(distance).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_colour_is_taken() {
        for (depth, color, expected) in [
            (Depth::True, Color::Rgb(1, 2, 3), Some(Color::Rgb(1, 2, 3))),
            (Depth::Indexed, Color::Rgb(0, 0, 0), Some(Color::Indexed(16))),
            (Depth::Indexed, Color::Rgb(255, 0, 0), Some(Color::Indexed(196))),
            (Depth::Indexed, Color::Rgb(130, 130, 130), Some(Color::Indexed(244))),
            (Depth::Indexed, Color::Red, Some(Color::Red)),
            (Depth::Sixteen, Color::Indexed(196), Some(Color::Indexed(9))),
            (Depth::Sixteen, Color::Rgb(0, 200, 0), Some(Color::Indexed(2))),
            (Depth::Sixteen, Color::Red, Some(Color::Red)),
            (Depth::Sixteen, Color::Reset, Some(Color::Reset)),
            (Depth::None, Color::Red, None),
            (Depth::None, Color::Reset, None),
        ] {
            assert_eq!(depth.color(color), expected, "{depth:?} {color:?}");
        }
    }
}
