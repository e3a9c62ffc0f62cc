//! The theme of a frame: the scheme and five tokens, and the colours derived from them.

use abacus_core::Decimal;
use abacus_core::number::dec;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::numeral;

use crate::color::Color;
use crate::problem::{Code, Problem};

abacus_core::closed_enum! {
    /// Light or dark.
    #[derive(Default)]
    pub enum Scheme {
        /// The reader's system setting.
        #[default]
        Auto = "auto",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

/// The background of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The host's own page. It is treated as our own ground, because its colour is unknown.
    Transparent,
    /// A colour.
    Solid(Color),
}

/// The theme that a host requests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Light or dark; if there is a ground, its lightness decides instead.
    pub scheme: Scheme,
    /// The colour of links, buttons and marks.
    pub accent: Option<Color>,
    /// The background of the text.
    pub ground: Option<Ground>,
    /// The colour of text.
    pub ink: Option<Color>,
    /// The radius of corners, in pixels.
    pub radius: Option<u8>,
    /// The factor on the text size.
    pub scale: Option<Decimal>,
}

/// The keys of a theme, in the order of its query.
pub const KEYS: [&str; 6] = ["theme", "accent", "ground", "ink", "radius", "scale"];

/// The greatest radius of corners.
const MAX_RADIUS: u8 = 24;
/// The minimum and the maximum text size.
const SCALES: [Decimal; 2] = [dec(8, 1), dec(2, 0)];
/// The maximum number of decimals of a text size.
const SCALE_DECIMALS: u32 = 4;

/// The outcome of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedTheme {
    /// Light, dark, or the system setting.
    pub scheme: Scheme,
    /// Properties of the document's root, by name. Properties not listed keep our own values.
    pub properties: Vec<(&'static str, String)>,
    /// The tokens that were refused.
    pub problems: Vec<Problem>,
}

/// Every property that a [`ResolvedTheme`] may set.
pub const PROPERTIES: [&str; 16] = [
    "--paper",
    "--surface",
    "--ink",
    "--muted",
    "--line",
    "--control-line",
    "--accent",
    "--on-accent",
    "--accent-tint",
    "--jade",
    "--jade-tint",
    "--amber",
    "--amber-tint",
    "--focus",
    "--radius",
    "font-size",
];

/// Our own colours, as in `styles/tokens.css`.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// The page background.
    pub paper: Color,
    /// The background of fields and cards.
    pub surface: Color,
    /// Text.
    pub ink: Color,
    /// Secondary text.
    pub muted: Color,
    /// Dividing lines.
    pub line: Color,
    /// The border of a control.
    pub control_line: Color,
    /// Links, buttons, marks.
    pub accent: Color,
    /// Text on the accent.
    pub on_accent: Color,
    /// The background of marked items.
    pub accent_tint: Color,
    /// Success.
    pub jade: Color,
    /// The background of success.
    pub jade_tint: Color,
    /// Warning.
    pub amber: Color,
    /// The background of a warning.
    pub amber_tint: Color,
    /// The focus ring.
    pub focus: Color,
}

impl Palette {
    /// Our own colours.
    pub const fn ours(is_dark: bool) -> Self {
        if is_dark { DARK } else { LIGHT }
    }

    fn properties(&self) -> [(&'static str, Color); 14] {
        [
            ("--paper", self.paper),
            ("--surface", self.surface),
            ("--ink", self.ink),
            ("--muted", self.muted),
            ("--line", self.line),
            ("--control-line", self.control_line),
            ("--accent", self.accent),
            ("--on-accent", self.on_accent),
            ("--accent-tint", self.accent_tint),
            ("--jade", self.jade),
            ("--jade-tint", self.jade_tint),
            ("--amber", self.amber),
            ("--amber-tint", self.amber_tint),
            ("--focus", self.focus),
        ]
    }
}

const LIGHT: Palette = Palette {
    paper: Color::hex(0x00fb_faf7),
    surface: Color::hex(0x00ff_ffff),
    ink: Color::hex(0x001b_2428),
    muted: Color::hex(0x0055_626a),
    line: Color::hex(0x00d9_d6cd),
    control_line: Color::hex(0x007c_868c),
    accent: Color::hex(0x00a8_321f),
    on_accent: Color::hex(0x00ff_ffff),
    accent_tint: Color::hex(0x00fb_eae6),
    jade: Color::hex(0x001f_6b4f),
    jade_tint: Color::hex(0x00e5_f2ec),
    amber: Color::hex(0x008a_5a00),
    amber_tint: Color::hex(0x00fd_f3dd),
    focus: Color::hex(0x000b_57d0),
};

const DARK: Palette = Palette {
    paper: Color::hex(0x0012_181b),
    surface: Color::hex(0x001a_2226),
    ink: Color::hex(0x00e8_e6e0),
    muted: Color::hex(0x00a3_aeb4),
    line: Color::hex(0x0032_3c41),
    control_line: Color::hex(0x0076_838a),
    accent: Color::hex(0x00f2_836f),
    on_accent: Color::hex(0x0012_181b),
    accent_tint: Color::hex(0x0034_211f),
    jade: Color::hex(0x006c_c7a0),
    jade_tint: Color::hex(0x0018_2c26),
    amber: Color::hex(0x00e2_b04a),
    amber_tint: Color::hex(0x002e_2718),
    focus: Color::hex(0x008a_b4f8),
};

/// The minimum contrast: 4.5 to 1 for text, 3 to 1 for the border of a control.
const TEXT: u64 = 45;
const EDGE: u64 = 30;

impl Theme {
    /// Sets a token by its key; an empty text restores our own. None if there is no such key.
    pub fn set(&mut self, key: &str, text: &str) -> Option<Result<(), Problem>> {
        let wanted = Some(text).filter(|text| !text.is_empty());
        let is_read = match key {
            "theme" => {
                let scheme = wanted.map_or(Some(Scheme::Auto), Scheme::from_code);
                scheme.into_iter().for_each(|scheme| self.scheme = scheme);
                scheme.is_some()
            }
            "accent" => put(&mut self.accent, wanted, Color::read),
            "ground" => put(&mut self.ground, wanted, read_ground),
            "ink" => put(&mut self.ink, wanted, Color::read),
            "radius" => put(&mut self.radius, wanted, read_radius),
            "scale" => put(&mut self.scale, wanted, read_scale),
            _ => return None,
        };
        Some(if is_read { Ok(()) } else { Err(Problem::new(key, Code::BadTheme)) })
    }

    /// The tokens that differ from ours, by key, in the order of [`KEYS`].
    pub fn tokens(&self) -> Vec<(&'static str, String)> {
        let ground = self.ground.map(|ground| match ground {
            Ground::Transparent => TRANSPARENT.to_owned(),
            Ground::Solid(color) => color.name(),
        });
        let tokens = [
            Some(self.scheme).filter(|scheme| *scheme != Scheme::Auto).map(|scheme| scheme.code().to_owned()),
            self.accent.map(Color::name),
            ground,
            self.ink.map(Color::name),
            self.radius.map(|radius| radius.to_string()),
            self.scale.map(|scale| scale.normalize().to_string()),
        ];
        KEYS.into_iter().zip(tokens).filter_map(|(key, token)| Some((key, token?))).collect()
    }

    /// The outcome of this theme for a reader whose system is light or dark. Every text has a contrast of at least 4.5
    /// to 1 on its ground: a token that would violate that is refused, and derived colours are chosen to satisfy it.
    pub fn resolve(&self, system_is_dark: bool) -> ResolvedTheme {
        let solid = match self.ground {
            Some(Ground::Solid(color)) => Some(color),
            Some(Ground::Transparent) | None => None,
        };
        let scheme = match solid {
            Some(ground) if ground.is_light() => Scheme::Light,
            Some(_) => Scheme::Dark,
            None => self.scheme,
        };
        let ours = Palette::ours(scheme == Scheme::Dark || scheme == Scheme::Auto && system_is_dark);
        let (palette, problems) = self.palette(ours, solid);
        let is_ours = |(name, color): &(&'static str, Color)| ours.properties().contains(&(*name, *color));
        let colors = palette.properties().into_iter().filter(|property| !is_ours(property));
        let mut properties: Vec<_> = colors.map(|(name, color)| (name, format!("#{}", color.name()))).collect();
        if self.ground == Some(Ground::Transparent) {
            properties.push(("--paper", TRANSPARENT.to_owned()));
        }
        properties.extend(self.radius.map(|radius| ("--radius", format!("{radius}px"))));
        let percent = self.scale.and_then(|scale| scale.times(Decimal::ONE_HUNDRED));
        properties.extend(percent.map(|percent| ("font-size", format!("{}%", percent.normalize()))));
        ResolvedTheme { scheme, properties, problems }
    }

    fn palette(&self, ours: Palette, solid: Option<Color>) -> (Palette, Vec<Problem>) {
        let grounds = solid.map_or([ours.paper, ours.surface], |ground| [ground; 2]);
        let reads = |color: Color| grounds.iter().all(|ground| color.reads_on(*ground, TEXT));
        let is_edge = |color: Color| grounds.iter().all(|ground| color.reads_on(*ground, EDGE));
        let [paper, surface] = grounds;
        let wanted = [("ink", self.ink), ("accent", self.accent)];
        let refused = wanted.into_iter().filter(|(_, color)| color.is_some_and(|color| !reads(color)));
        let problems = refused.map(|(key, _)| Problem::new(key, Code::BadTheme)).collect();
        let [ink, accent] = wanted.map(|(_, color)| color.filter(|color| reads(*color)));
        let (ink, is_our_ink) = match ink {
            Some(ink) => (ink, false),
            None if reads(ours.ink) => (ours.ink, solid.is_none()),
            // Either black or white is readable on any ground.
            None if reads(Color::BLACK) => (Color::BLACK, false),
            None => (Color::WHITE, false),
        };
        let or_ink = |color: Color, is_good: bool| if is_good { color } else { ink };
        let tint = |text: Color, tint: Color| {
            let is_good = solid.is_none() && [ink, text].iter().all(|text| text.reads_on(tint, TEXT));
            if is_good { tint } else { paper }
        };
        let mix = |percent| ink.over(paper, percent);
        let jade = or_ink(ours.jade, reads(ours.jade));
        let amber = or_ink(ours.amber, reads(ours.amber));
        let is_our_accent = accent.is_none() && reads(ours.accent);
        let accent = accent.unwrap_or_else(|| or_ink(ours.accent, is_our_accent));
        let palette = Palette {
            paper,
            surface,
            ink,
            muted: if is_our_ink { ours.muted } else { or_ink(mix(75), reads(mix(75))) },
            line: if is_our_ink { ours.line } else { mix(20) },
            control_line: if is_our_ink { ours.control_line } else { or_ink(mix(60), is_edge(mix(60))) },
            accent,
            on_accent: if is_our_accent && solid.is_none() { ours.on_accent } else { paper },
            accent_tint: if is_our_accent {
                tint(accent, ours.accent_tint)
            } else {
                tint(accent, accent.over(paper, 10))
            },
            jade,
            jade_tint: tint(jade, ours.jade_tint),
            amber,
            amber_tint: tint(amber, ours.amber_tint),
            focus: or_ink(ours.focus, is_edge(ours.focus)),
        };
        (palette, problems)
    }
}

/// The name of the transparent ground.
const TRANSPARENT: &str = "transparent";

fn read_ground(text: &str) -> Option<Ground> {
    if text == TRANSPARENT { Some(Ground::Transparent) } else { Color::read(text).map(Ground::Solid) }
}

fn read_radius(text: &str) -> Option<u8> {
    text.parse().ok().filter(|radius| *radius <= MAX_RADIUS)
}

fn read_scale(text: &str) -> Option<Decimal> {
    let [least, most] = SCALES;
    // Parsed as figures are: a second parser of decimals would be more code.
    let scale = numeral::read(text).ok().filter(|scale| !scale.percent && scale.sign.is_none())?.value.normalize();
    (scale >= least && scale <= most && scale.scale() <= SCALE_DECIMALS).then_some(scale)
}

/// Sets a token, or clears it if none is wanted. Returns whether it could be parsed.
fn put<T>(place: &mut Option<T>, wanted: Option<&str>, read: impl FnOnce(&str) -> Option<T>) -> bool {
    let token = wanted.map(read);
    let is_read = !matches!(token, Some(None));
    if is_read {
        *place = token.flatten();
    }
    is_read
}
