//! Files in: the user chooses one, and it is read unless it is too large.

use abacus_deals::transfer::{BadFile, Encoding};
use yew::Callback;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    pub name: String,
    /// Its content, or why it was not read.
    pub bytes: Result<Vec<u8>, BadFile>,
}

pub trait Inbox {
    /// Lets the user choose a file. One that [is too large](abacus_deals::transfer::check_size) is not
    /// read. Choosing none calls nothing back.
    fn pick(&self, picked: Callback<Picked>);
    /// The text of these bytes in an encoding; none if they are not valid in it.
    fn decode(&self, bytes: &[u8], encoding: Encoding) -> Option<String>;
}
