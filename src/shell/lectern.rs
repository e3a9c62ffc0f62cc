//! What a lesson on stage needs of the browser: what survives a reload, the clock, the whole screen, and the presenter's
//! window with the words that go between it and the stage.

use abacus_vault::Subscription;
use yew::Callback;

pub trait Lectern {
    /// What was kept in this tab, also through a reload.
    fn kept(&self) -> Option<String>;
    /// Keeps a text in this tab, where the browser allows it.
    fn keep(&self, text: &str);
    /// Milliseconds since 1970. It goes on while the page is loaded anew.
    fn now(&self) -> u64;
    /// Fills the screen with the page, or leaves it. A browser may refuse, as it does for a key of another window.
    fn toggle_full_screen(&self);
    /// Gives the stage the largest type, from these class names in their order, with which the step has room; the last one if
    /// none leaves it room.
    fn fit(&self, sizes: &[String]);
    /// Opens this page with another fragment in a window of its own. Whether there is one: a browser may refuse.
    fn open_beside(&self, fragment: &str) -> bool;
    /// Says something to the windows of this browser that listen to a channel. They may be none.
    fn say(&self, channel: &str, words: &str);
    /// Calls back with what other windows say on a channel.
    fn on_words(&self, channel: &str, heard: Callback<String>) -> Subscription;
}
