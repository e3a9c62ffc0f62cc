//! How a file comes in: the user chooses one, and it is read if it is not too large.

use abacus_deals::transfer::{BadFile, Encoding};
use yew::Callback;

/// A file that the user chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// What it is called.
    pub name: String,
    /// What is in it, or why it was not read.
    pub bytes: Result<Vec<u8>, BadFile>,
}

/// What the app asks of the browser to let a file in.
pub trait Inbox {
    /// Lets the user choose a file. One that [is too large](abacus_deals::transfer::check_size) is not
    /// read. Who chooses none is not heard of.
    fn pick(&self, picked: Callback<Picked>);
    /// The text of some bytes in this encoding; none where they are no such text.
    fn decode(&self, bytes: &[u8], encoding: Encoding) -> Option<String>;
}
