//! Light or dark: as the system has it, or as chosen here. The sheet of tokens knows the attribute.

use abacus_core::closed_enum;

use crate::shell::ports::Settings;

/// The key that stores the choice. The script in front of the pages reads it, too, before anything is painted.
pub const KEY: &str = "sales-abacus:theme";

closed_enum! {
    /// The code is also that of the attribute of the page.
    #[derive(Default)]
    pub enum Theme {
        #[default]
        System = "system" ("跟随系统", "System"),
        Light = "light" ("浅色", "Light"),
        Dark = "dark" ("深色", "Dark"),
    }
}

impl Theme {
    /// The stored choice. Without one that is known, the system decides.
    pub(super) fn saved(settings: &dyn Settings) -> Self {
        settings.read(KEY).and_then(|saved| Self::from_code(&saved)).unwrap_or_default()
    }
}
