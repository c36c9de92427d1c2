//! Themes can be read, by the program and by people.

use super::*;
use crate::sgr::rgb;

/// WCAG 2's relative luminance.
fn luminance(color: Color) -> f64 {
    let (r, g, b) = rgb(color).expect("a colour of its own");
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// WCAG 2's contrast ratio, from 1 to 21.
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The backgrounds that a role is drawn on, when it has none of its own.
fn grounds(theme: &Theme, role: Role, background: Color) -> Vec<Color> {
    let of = |role| theme.style(role).bg.unwrap_or(background);
    match theme.style(role).bg {
        Some(own) => vec![own],
        None if matches!(role, Role::MenuMatch | Role::MenuDetail) => vec![of(Role::Menu)],
        None if role == Role::Text => vec![background, of(Role::Selection)],
        None => vec![background, of(Role::Menu)],
    }
}

#[test]
fn every_theme_can_be_read_by_people() {
    for name in names() {
        let theme = Theme::named(name, Depth::True).expect(name);
        let Some(background) = theme.background() else { continue };
        let high = name.starts_with("high-contrast");
        for &role in Role::ALL {
            let style = theme.style(role);
            // What was not typed is not to be taken for what was.
            let faint = matches!(role, Role::Suggestion | Role::LineNumber);
            let wanted = if high {
                7.0
            } else if faint {
                3.0
            } else {
                4.5
            };
            let fg = match style.fg {
                Some(fg) => fg,
                None if role == Role::Selection => theme.style(Role::Text).fg.expect("text has a colour"),
                None => panic!("{name}: {role:?} has no colour"),
            };
            for ground in grounds(&theme, role, background) {
                let found = contrast(fg, ground);
                assert!(found >= wanted, "{name}: {role:?} on {ground:?} has {found:.2}, wants {wanted}");
            }
        }
    }
}

#[test]
fn there_are_light_and_dark_ones() {
    let light =
        |name| luminance(Theme::named(name, Depth::True).expect(name).background()?).partial_cmp(&0.5);
    let count = |wanted| names().filter(|name| light(name) == Some(wanted)).count();
    assert!(count(std::cmp::Ordering::Greater) >= 5 && count(std::cmp::Ordering::Less) >= 5);
}

#[test]
fn themes_fit_the_terminal() {
    for name in names() {
        for depth in [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True] {
            let theme = Theme::named(name, depth).expect(name);
            for color in
                Role::ALL.iter().flat_map(|&role| [theme.style(role).fg, theme.style(role).bg]).flatten()
            {
                assert_eq!(depth.color(color), Some(color), "{name} {depth:?}");
            }
        }
    }
}

#[test]
fn nothing_is_told_by_colour_alone() {
    let theme = Theme::named("dracula", Depth::None).expect("a theme");
    let pairs = [
        (Role::Text, Role::Error),
        (Role::Text, Role::Suggestion),
        (Role::Text, Role::Selection),
        (Role::Text, Role::MatchingBracket),
        (Role::Text, Role::SearchMatch),
        (Role::Menu, Role::MenuSelected),
        (Role::Menu, Role::MenuMatch),
        (Role::Signature, Role::CurrentParameter),
        (Role::Documentation, Role::Heading),
    ];
    for (one, other) in pairs {
        assert_ne!(theme.style(one), theme.style(other), "{one:?} and {other:?}");
    }
}

#[test]
fn what_is_wrong_is_told_in_one_sentence() {
    let error = Theme::named("drcula", Depth::True).expect_err("no such theme");
    assert_eq!(error, "no theme is called \"drcula\" (did you mean dracula?)");
    let error = Theme::named("xyzzy", Depth::True).expect_err("no such theme");
    assert!(error.starts_with("no theme is called \"xyzzy\"; there are terminal, "), "{error}");
    for (text, expected) in [
        ("[roles]\nkeyword = \"pnik bold\"", "roles.keyword: no colour is called \"pnik\""),
        ("[roles]\nkeywort = \"red\"", "roles.keywort: no such role (did you mean keyword?)"),
        ("[roles]\nkeyword = 3", "roles.keyword: expected a text"),
        ("background = \"pnik\"", "background: no colour is called \"pnik\""),
        ("roles = 3", "roles: expected a table"),
        ("[roles]\nmenu = \"red on\"", "roles.menu: a colour is missing behind `on`"),
        ("[rolls]\n", "rolls: a theme has background, colors and roles"),
    ] {
        let told: Vec<_> = Theme::parse(text).1.into_iter().map(|fault| fault.message).collect();
        assert_eq!(told, [expected]);
    }
    assert_eq!(Theme::parse("[roles").1.len(), 1);
}

#[test]
fn a_theme_with_faults_has_all_the_rest() {
    let text =
        "[colors]\npink = \"#ff79cg\"\nred = \"#ff0000\"\n[roles]\nkeyword = \"red\"\nkeywort = \"red\"\n";
    let (theme, faults) = Theme::parse(text);
    assert_eq!(theme.style(Role::Keyword).fg, Some(Color::Rgb(255, 0, 0)));
    let lines: Vec<_> = faults.iter().map(|fault| text[..fault.at].lines().count() + 1).collect();
    assert_eq!(lines, [2, 6]);
}
