//! Files in: the user chooses or drops them, and each is read unless it is too large.

use abacus_deals::transfer::{BadFile, Encoding};
use yew::Callback;
use yew::events::DragEvent;

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
    /// Lets the user choose a file of contact cards, in the same way.
    fn pick_card(&self, picked: Callback<Picked>);
    /// Lets the user choose several files, which are called back together, in the order of their names. Those that are
    /// [too large together](abacus_deals::transfer::check_sizes) are not read.
    fn pick_several(&self, picked: Callback<Vec<Picked>>);
    /// The same for files that the user dropped; nothing is called back if something else was dropped.
    fn take_dropped(&self, drop: &DragEvent, picked: Callback<Vec<Picked>>);
    /// A decoder for this encoding, which takes its bytes piece by piece; `None` if the browser has none.
    fn decoder(&self, encoding: Encoding) -> Option<Box<dyn Decoder>>;
    /// The text of these bytes in an encoding; none if they are not valid in it.
    fn decode(&self, bytes: &[u8], encoding: Encoding) -> Option<String> {
        self.decoder(encoding)?.decode(bytes, true)
    }
}

pub trait Decoder {
    /// The text of the next bytes, which may end within a character unless they are the last; none if they are not valid.
    fn decode(&mut self, bytes: &[u8], is_last: bool) -> Option<String>;
}
