//! How many cases of the browser tests are run.

use crate::wasm::Profile;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cases {
    /// Each behaviour once: what differs from others in nothing but its names takes turns, and what takes long is left to
    /// the soak.
    Some,
    All,
}

impl Cases {
    /// The site that is quickly built is the only one on which anything is left out.
    pub fn on(self, site: Profile) -> Self {
        if site == Profile::Browser { self } else { Self::All }
    }
}
