//! Colours, type and width, as typed, and their validation.

use abacus_embed::{Code, Scheme, Theme};

/// The keys of the typed properties.
pub const COLORS: [&str; 3] = ["accent", "ground", "ink"];
pub const SIZES: [&str; 3] = ["radius", "scale", WIDTH];
pub const PROPERTIES: [&str; 6] = ["accent", "ground", "ink", "radius", "scale", WIDTH];
/// Light or dark, which is a choice.
pub const SCHEME: &str = "theme";
/// The only property that is not part of the theme.
pub const WIDTH: &str = "width";

/// The minimum and maximum width, in pixels.
pub const WIDTHS: [u32; 2] = [280, 2000];

/// Why a typed value is not used, or not always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be parsed, or is out of bounds.
    Unreadable,
    /// Too little contrast with its background.
    Contrast,
    /// The same, for readers whose system is dark.
    InDark,
    /// The same, for readers whose system is light.
    InLight,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appearance {
    texts: Vec<(String, String)>,
    /// The text being typed. It is neither validated nor used until it is complete.
    typing: Option<(String, String)>,
}

impl Appearance {
    pub fn of(theme: &Theme, width: Option<u32>) -> Self {
        let width = width.map(|width| (WIDTH, width.to_string()));
        let texts = theme.tokens().into_iter().chain(width);
        Self { texts: texts.map(|(key, text)| (key.to_owned(), text)).collect(), typing: None }
    }

    pub fn type_text(&mut self, key: &str, text: &str) {
        self.typing = Some((key.to_owned(), text.to_owned()));
    }

    pub fn set(&mut self, key: &str, text: &str) {
        self.typing = None;
        self.texts.retain(|(known, _)| known != key);
        self.texts.push((key.to_owned(), text.trim().to_owned()));
    }

    /// The text in the field of a key.
    pub fn shown(&self, key: &str) -> &str {
        self.typing.as_ref().filter(|(typed, _)| typed == key).map_or_else(|| self.text(key), |(_, text)| text)
    }

    fn text(&self, key: &str) -> &str {
        self.texts.iter().find(|(known, _)| known == key).map_or("", |(_, text)| text)
    }

    /// The same as a theme token: colours can be written in many ways.
    fn token(&self, key: &str) -> String {
        self.text(key).trim_start_matches('#').to_ascii_lowercase()
    }

    pub fn scheme(&self) -> Scheme {
        Scheme::from_code(self.text(SCHEME)).unwrap_or_default()
    }

    /// A usable colour, in the format of a colour input.
    pub fn color(&self, key: &str) -> Option<String> {
        let token = self.token(key);
        let is_color = matches!(Theme::default().set(key, &token), Some(Ok(()))) && token.len() == 6;
        is_color.then(|| format!("#{token}"))
    }

    pub fn theme(&self) -> Theme {
        let mut theme = self.readable();
        for key in COLORS {
            if self.fault(key) == Some(Fault::Contrast) {
                let _ours_again = theme.set(key, "");
            }
        }
        theme
    }

    fn readable(&self) -> Theme {
        let mut theme = Theme { scheme: self.scheme(), ..Theme::default() };
        for key in COLORS.iter().chain(&SIZES) {
            // A token that cannot be parsed leaves the default in place.
            let _told_beside_its_field = theme.set(key, &self.token(key));
        }
        theme
    }

    pub fn width(&self) -> Option<u32> {
        let [least, most] = WIDTHS;
        self.text(WIDTH).parse().ok().filter(|width| (least..=most).contains(width))
    }

    pub fn fault(&self, key: &str) -> Option<Fault> {
        let token = self.token(key);
        if token.is_empty() {
            return None;
        }
        if key == WIDTH {
            return self.width().is_none().then_some(Fault::Unreadable);
        }
        if !matches!(Theme::default().set(key, &token), Some(Ok(()))) {
            return Some(Fault::Unreadable);
        }
        let theme = self.readable();
        let is_refused = |is_dark| {
            theme.resolve(is_dark).problems.iter().any(|problem| problem.key == key && problem.code == Code::BadTheme)
        };
        match (is_refused(false), is_refused(true)) {
            (true, true) => Some(Fault::Contrast),
            (true, false) => Some(Fault::InLight),
            (false, true) => Some(Fault::InDark),
            (false, false) => None,
        }
    }
}
