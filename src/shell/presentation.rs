//! The browser features of a lesson on stage: state that survives a reload, the clock, full screen, and the presenter's
//! window with its message channel.

use abacus_vault::Subscription;
use yew::Callback;

pub trait Presentation {
    /// The text kept in this tab, which survives a reload.
    fn saved(&self) -> Option<String>;
    /// Keeps a text in this tab, if the browser allows it.
    fn save(&self, text: &str);
    /// Milliseconds since 1970. It keeps counting while the page reloads.
    fn now(&self) -> u64;
    /// Enters or leaves full screen. A browser may refuse, as it does for a key pressed in another window.
    fn toggle_full_screen(&self);
    /// Gives the stage the first of these class names, ordered from the largest type, with which the step fits; the
    /// last one if none fits.
    fn fit(&self, sizes: &[String]);
    /// Opens this page with another fragment in a window of its own. Returns false if the browser refuses.
    fn open_presenter(&self, fragment: &str) -> bool;
    /// Broadcasts a message to the windows of this browser that listen on a channel, if any.
    fn send(&self, channel: &str, words: &str);
    /// Calls back with the messages of other windows on a channel.
    fn on_message(&self, channel: &str, heard: Callback<String>) -> Subscription;
}
