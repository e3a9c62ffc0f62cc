//! The page around this one, if there is one.

use abacus_embed::{TooLarge, Value};
use abacus_vault::Subscription;
use yew::Callback;

/// The port to the parent of a page in a frame.
pub trait Parent {
    /// The query of the address, with its `?`.
    fn query(&self) -> String;
    /// The absolute form of an address that is relative to this page.
    fn absolute(&self, address: &str) -> String;
    /// Posts a message to the parent if its origin is `target`; `*` is any.
    fn post(&self, message: &Value, target: &str);
    /// Calls back for each incoming message, from any sender.
    fn on_message(&self, came: Callback<Incoming>) -> Subscription;
    /// Calls back with the height of the page in whole pixels, at most once per frame: after the first layout, and
    /// whenever it changes.
    fn on_height(&self, changed: Callback<u32>) -> Subscription;
    /// Whether the reader's system is in dark mode.
    fn is_dark(&self) -> bool;
    /// Calls back when that changes.
    fn on_dark(&self, changed: Callback<()>) -> Subscription;
    /// Sets these properties on the document's root, and removes all others of [`abacus_embed::theme::PROPERTIES`].
    fn paint(&self, properties: &[(&'static str, String)]);
    /// Milliseconds since the page was opened.
    fn now(&self) -> u64;
}

/// A message, read within the limits of its budget.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Whether it is from the parent of this page.
    pub is_parent: bool,
    pub origin: String,
    /// When it arrived, in the time of [`Parent::now`].
    pub at: u64,
    pub message: Result<Value, TooLarge>,
}
