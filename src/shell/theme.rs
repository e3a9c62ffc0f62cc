//! Light or dark: as the system has it, or as chosen here. The sheet of tokens knows the attribute.

use abacus_core::text::Text;

use crate::shell::ports::Settings;
use crate::shell::words;

/// The key that stores the choice. The script in front of the pages reads it, too, before anything is painted.
pub const KEY: &str = "sales-abacus:theme";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name under which it is stored, and that of the attribute of the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::System => words::THEME_SYSTEM,
            Self::Light => words::THEME_LIGHT,
            Self::Dark => words::THEME_DARK,
        }
    }

    /// The stored choice. Without one that is known, the system decides.
    pub(super) fn saved(settings: &dyn Settings) -> Self {
        let saved = settings.read(KEY).unwrap_or_default();
        Self::ALL.into_iter().find(|theme| theme.name() == saved).unwrap_or_default()
    }
}
