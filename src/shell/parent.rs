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
    /// Says something to the parent if its origin is `target`; `*` is any.
    fn post(&self, message: &Value, target: &str);
    /// Calls back for each message that comes, whoever sends it.
    fn on_message(&self, came: Callback<Incoming>) -> Subscription;
    /// Calls back with the height of the page, in whole pixels and at most once a frame: once it is laid out, and whenever it
    /// has become another.
    fn on_height(&self, changed: Callback<u32>) -> Subscription;
    /// Whether the reader's system is dark.
    fn is_dark(&self) -> bool;
    /// Calls back when it has become dark, or light.
    fn on_dark(&self, changed: Callback<()>) -> Subscription;
    /// Gives the document's root these properties and no others of [`abacus_embed::theme::PROPERTIES`].
    fn paint(&self, properties: &[(&'static str, String)]);
    /// Milliseconds since the page began.
    fn now(&self) -> u64;
}

/// A message, read as far as its budget goes.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Whether it comes from the parent of this page.
    pub is_parent: bool,
    pub origin: String,
    /// When it came, as [`Parent::now`] counts.
    pub at: u64,
    pub message: Result<Value, TooLarge>,
}
