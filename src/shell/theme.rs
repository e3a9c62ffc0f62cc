//! Light or dark: following the system, or as chosen here. The style sheet of tokens uses the attribute.

use abacus_core::closed_enum;

use crate::shell::ports::Settings;

/// The key that stores the choice. The script in the head of the pages also reads it, before the first paint.
pub const KEY: &str = "sales-abacus:theme";

closed_enum! {
    /// The code is also the value of the page's attribute.
    #[derive(Default)]
    pub enum Theme {
        #[default]
        System = "system" ("跟随系统", "System"),
        Light = "light" ("浅色", "Light"),
        Dark = "dark" ("深色", "Dark"),
    }
}

impl Theme {
    /// The stored choice. Without a valid one, the system decides.
    pub(super) fn saved(settings: &dyn Settings) -> Self {
        settings.read(KEY).and_then(|saved| Self::from_code(&saved)).unwrap_or_default()
    }
}
