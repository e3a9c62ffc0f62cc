//! Whether the app works without a network, whether there is a newer version, and how to install it: a chunk of every
//! page, drawn in its footer.

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

/// The port to what keeps the app on this device.
pub trait Offline {
    /// What is known by now.
    fn told(&self) -> Told;
    /// Begins to keep the app on this device, unless it has begun, and calls back whenever something else is known. Only
    /// the latest callback is called.
    fn watch(&self, changed: Callback<()>);
    /// Opens this page in the newest version, unless something on it would be lost. Returns whether it does.
    fn update(&self) -> bool;
    /// Lets the browser ask whether to install the app.
    fn install(&self);
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub standing: Standing,
    /// How the app can be installed, unless it is or cannot.
    pub way: Option<Way>,
    /// When that was told, in minutes since 1970.
    pub minute: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    #[default]
    Unknown,
    Saving,
    /// All of this version is on the device.
    Ready,
    Failed,
    /// Not over https.
    Insecure,
    /// The browser has no service workers, or refuses them, as private windows do.
    Unsupported,
    /// The site has the kill switch in place of its worker.
    Off,
    /// A newer version is on the device, with what is new in it.
    New(Vec<Note>),
}

/// A line of the notes of a version, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub zh: String,
    pub en: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The browser asks on a click of ours.
    Click,
    /// A menu of the browser.
    Menu,
}
