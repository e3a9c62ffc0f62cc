//! Whether the app works offline, whether there is a newer version, and how to install it: a chunk of every page,
//! rendered in its footer.

mod view;
pub mod visits;
mod words;

use std::rc::Rc;

use yew::{Callback, Html};

pub use crate::shell::offline::view::view;
use crate::shell::session::PageSession;

/// The chunk, with the port that only it uses.
#[derive(Clone)]
pub struct Status {
    pub view: fn(&PageSession, &Rc<dyn Offline>) -> Html,
    pub port: Rc<dyn Offline>,
}

/// The port to the offline support.
pub trait Offline {
    /// The current status.
    fn state(&self) -> OfflineState;
    /// Starts making the app available offline, unless it has started, and calls back on every status change. Only the
    /// latest callback is called.
    fn watch(&self, changed: Callback<()>);
    /// Reloads this page in the newest version, unless something on it would be lost. Returns whether it does.
    fn update(&self) -> bool;
    /// Shows the browser's install prompt.
    fn install(&self);
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfflineState {
    pub status: CacheStatus,
    /// How the app can be installed; `None` if it is already installed or cannot be.
    pub install_method: Option<InstallMethod>,
    /// When this was reported, in minutes since 1970.
    pub minute: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CacheStatus {
    #[default]
    Unknown,
    Saving,
    /// All of this version is stored on the device.
    Ready,
    Failed,
    /// Not over https.
    Insecure,
    /// The browser has no service workers, or refuses them, as private windows do.
    Unsupported,
    /// The site has the kill switch in place of its worker.
    Off,
    /// A newer version is stored on the device; these are its release notes.
    New(Vec<ReleaseNote>),
}

/// A line of the release notes, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseNote {
    pub zh: String,
    pub en: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstallMethod {
    /// The browser prompts after a click on our button.
    Click,
    /// Through a menu of the browser.
    Menu,
}
