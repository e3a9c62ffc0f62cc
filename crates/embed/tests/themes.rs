use abacus_embed::color::Color;
use abacus_embed::theme::{Ground, KEYS, PROPERTIES, Palette};
use abacus_embed::{Code, Problem, ResolvedTheme, Scheme, Theme};
use proptest::prelude::*;

fn theme(tokens: &[(&str, &str)]) -> Theme {
    let mut theme = Theme::default();
    tokens.iter().for_each(|(key, token)| theme.set(key, token).unwrap().unwrap());
    theme
}

/// The contrast of two colours, in floating point and exactly as WCAG 2 defines it.
fn contrast(one: Color, other: Color) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |Color([r, g, b])| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colour of a property in a look.
fn color(resolved: &ResolvedTheme, is_dark: bool, name: &str) -> Color {
    let ours = Palette::ours(is_dark);
    let own = match name {
        "--paper" => ours.paper,
        "--surface" => ours.surface,
        "--ink" => ours.ink,
        "--muted" => ours.muted,
        "--control-line" => ours.control_line,
        "--accent" => ours.accent,
        "--on-accent" => ours.on_accent,
        "--accent-tint" => ours.accent_tint,
        "--jade" => ours.jade,
        "--jade-tint" => ours.jade_tint,
        "--amber" => ours.amber,
        "--amber-tint" => ours.amber_tint,
        "--focus" => ours.focus,
        other => panic!("{other}"),
    };
    let set = resolved.properties.iter().find(|(known, value)| *known == name && value != "transparent");
    set.map_or(own, |(_, value)| Color::read(value.trim_start_matches('#')).unwrap())
}

/// Foregrounds with their backgrounds, and the contrast they need.
const PAIRS: [(&str, &str, f64); 19] = [
    ("--ink", "--paper", 4.5),
    ("--ink", "--surface", 4.5),
    ("--ink", "--accent-tint", 4.5),
    ("--ink", "--jade-tint", 4.5),
    ("--ink", "--amber-tint", 4.5),
    ("--muted", "--paper", 4.5),
    ("--muted", "--surface", 4.5),
    ("--accent", "--paper", 4.5),
    ("--accent", "--surface", 4.5),
    ("--accent", "--accent-tint", 4.5),
    ("--on-accent", "--accent", 4.5),
    ("--jade", "--paper", 4.5),
    ("--jade", "--jade-tint", 4.5),
    ("--amber", "--paper", 4.5),
    ("--amber", "--amber-tint", 4.5),
    ("--control-line", "--paper", 3.0),
    ("--control-line", "--surface", 3.0),
    ("--focus", "--paper", 3.0),
    ("--focus", "--surface", 3.0),
];

fn is_dark(resolved: &ResolvedTheme, system_is_dark: bool) -> bool {
    resolved.scheme == Scheme::Dark || resolved.scheme == Scheme::Auto && system_is_dark
}

fn any_color() -> impl Strategy<Value = Color> {
    any::<[u8; 3]>().prop_map(Color)
}

fn any_theme() -> impl Strategy<Value = Theme> {
    let ground = prop_oneof![Just(Ground::Transparent), any_color().prop_map(Ground::Solid)];
    let (color, ground) = (proptest::option::of(any_color()), proptest::option::of(ground));
    (0_usize..3, color, ground, proptest::option::of(any_color())).prop_map(|(scheme, accent, ground, ink)| Theme {
        scheme: Scheme::ALL[scheme],
        accent,
        ground,
        ink,
        ..Theme::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn everything_is_readable_with_any_theme(theme in any_theme(), system_is_dark in any::<bool>()) {
        let resolved = theme.resolve(system_is_dark);
        let is_dark = is_dark(&resolved, system_is_dark);
        for (text, ground, least) in PAIRS {
            let reached = contrast(color(&resolved, is_dark, text), color(&resolved, is_dark, ground));
            // The table of linear light is exact to a ten-thousandth.
            prop_assert!(reached > least - 0.005, "{text} on {ground}: {reached} in {resolved:?}");
        }
        prop_assert!(resolved.properties.iter().all(|(name, _)| PROPERTIES.contains(name)));
        let refused = |key| resolved.problems.contains(&Problem::new(key, Code::BadTheme));
        let asked = |name, wanted: Option<Color>, key| wanted.is_none_or(|wanted| refused(key) != (color(&resolved, is_dark, name) == wanted));
        prop_assert!(asked("--ink", theme.ink, "ink") || refused("ink"));
        prop_assert!(asked("--accent", theme.accent, "accent") || refused("accent"));
    }

    #[test]
    fn contrast_matches_wcag(one in any_color(), other in any_color()) {
        let exact = contrast(one, other);
        if (exact - 4.5).abs() > 0.005 {
            prop_assert_eq!(one.reads_on(other, 45), exact > 4.5);
        }
        let (black, white) = (contrast(one, Color::BLACK), contrast(one, Color::WHITE));
        if (black - white).abs() > 0.01 {
            prop_assert_eq!(one.is_light(), black > white);
        }
        prop_assert_eq!(Color::read(&one.name()), Some(one));
    }
}

#[test]
fn without_tokens_our_own_theme_applies() {
    for system_is_dark in [false, true] {
        let resolved = Theme::default().resolve(system_is_dark);
        assert_eq!(resolved, ResolvedTheme { scheme: Scheme::Auto, properties: vec![], problems: vec![] });
    }
    assert!(Theme::default().tokens().is_empty());
}

#[test]
fn with_a_ground_the_scheme_follows_its_lightness() {
    for (ground, scheme) in
        [("ffffff", Scheme::Light), ("102030", Scheme::Dark), ("808080", Scheme::Light), ("transparent", Scheme::Dark)]
    {
        assert_eq!(theme(&[("theme", "dark"), ("ground", ground)]).resolve(false).scheme, scheme, "{ground}");
    }
    let resolved = theme(&[("ground", "transparent"), ("accent", "005a9c")]).resolve(false);
    assert!(resolved.properties.contains(&("--paper", "transparent".to_owned())), "{resolved:?}");
    assert!(resolved.properties.contains(&("--accent", "#005a9c".to_owned())), "{resolved:?}");
}

#[test]
fn an_unreadable_token_is_refused_and_replaced_by_ours() {
    let pale = theme(&[("theme", "light"), ("accent", "ffcc00"), ("ink", "cccccc")]);
    let resolved = pale.resolve(true);
    assert_eq!(resolved.problems, [Problem::new("ink", Code::BadTheme), Problem::new("accent", Code::BadTheme)]);
    assert_eq!(resolved.properties, []);
    // The same accent is readable on a dark ground, which the system may have.
    let auto = theme(&[("accent", "ffcc00")]);
    assert_eq!((auto.resolve(true).problems.len(), auto.resolve(false).problems.len()), (0, 1));
}

#[test]
fn size_and_corners_are_set_and_an_empty_token_resets() {
    let mut theme = theme(&[("radius", "24"), ("scale", "1.1"), ("theme", "dark")]);
    let properties = theme.resolve(false).properties;
    assert_eq!(properties, [("--radius", "24px".to_owned()), ("font-size", "110%".to_owned())]);
    KEYS.into_iter().for_each(|key| theme.set(key, "").unwrap().unwrap());
    assert_eq!(theme, Theme::default());
    assert_eq!(theme.set("colour", "red"), None);
}
