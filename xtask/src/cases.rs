//! How many cases of the browser tests are run.

use crate::wasm::Profile;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cases {
    /// Each behaviour once: near-identical cases take turns, and slow ones are left to the soak.
    Some,
    All,
}

impl Cases {
    /// Cases are skipped only on the quick build.
    pub fn on(self, site: Profile) -> Self {
        if site == Profile::Browser { self } else { Self::All }
    }
}
