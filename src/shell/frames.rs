//! The frames that a page shows.

use abacus_embed::Value;
use abacus_vault::Subscription;
use yew::Callback;

/// The port to the frames, which are of the same site as the page.
pub trait Frames {
    /// Sends a message to the frame with this id.
    fn post(&self, id: &str, message: &Value);
    /// Calls back for each message from a frame, with its id.
    fn on_message(&self, came: Callback<(String, Value)>) -> Subscription;
}
