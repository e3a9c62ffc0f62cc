//! File input: the user chooses or drops files, and each is read unless it is too large.

use abacus_deals::transfer::{BadFile, Encoding};
use yew::Callback;
use yew::events::DragEvent;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedFile {
    pub name: String,
    /// Its content, or why it was not read.
    pub bytes: Result<Vec<u8>, BadFile>,
}

pub trait Inbox {
    /// Lets the user choose a file. One that [is too large](abacus_deals::transfer::check_size) is not read. If the
    /// user cancels, there is no callback.
    fn pick(&self, picked: Callback<PickedFile>);
    /// Lets the user choose a file of contact cards in the same way.
    fn pick_card(&self, picked: Callback<PickedFile>);
    /// Lets the user choose several files, passed to one callback in the order of their names. Those that [are too
    /// large together](abacus_deals::transfer::check_sizes) are not read.
    fn pick_several(&self, picked: Callback<Vec<PickedFile>>);
    /// The same for dropped files; no callback if something else was dropped.
    fn take_dropped(&self, drop: &DragEvent, picked: Callback<Vec<PickedFile>>);
    /// A decoder for this encoding, which takes the bytes in pieces; `None` if the browser has none.
    fn decoder(&self, encoding: Encoding) -> Option<Box<dyn Decoder>>;
    /// Decodes these bytes; `None` if they are not valid in this encoding.
    fn decode(&self, bytes: &[u8], encoding: Encoding) -> Option<String> {
        self.decoder(encoding)?.decode(bytes, true)
    }
}

pub trait Decoder {
    /// Decodes the next bytes, which may end within a character unless they are the last; `None` if they are not valid.
    fn decode(&mut self, bytes: &[u8], is_last: bool) -> Option<String>;
}
