//! The frames that a page shows.

use abacus_embed::Value;
use abacus_vault::Subscription;
use yew::Callback;

/// The port to them. They are of the same site as the page.
pub trait Frames {
    /// Says something to the frame with this id.
    fn post(&self, id: &str, message: &Value);
    /// Calls back for each message that one of them sends, with its id.
    fn on_message(&self, came: Callback<(String, Value)>) -> Subscription;
}
