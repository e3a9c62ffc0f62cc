//! People out of the contact cards of phones and mail programs: vCard 2.1, 3.0 and 4.0, as they are really written.
//!
//! What a card says of a person goes into the fields of one; what it says besides, into the note; what neither can hold,
//! such as a photo, is told. The reader is ours: no crate knows what Chinese phones write, and the table of GBK, which
//! would weigh more than all of this, is the browser's.

mod card;
mod line;
mod offer;
mod value;

pub use self::card::{Beside, Card};
pub use self::offer::{Offer, Offered, offer};

use self::card::Draft;
use self::line::{Property, properties};
use self::value::Charset;
use crate::transfer::{Encoding, is_cards};

/// The most bytes that a file of cards may have: 5 MB, with the photos that are left out.
pub const MOST_CARD_BYTES: usize = 5_000_000;
/// The most cards that are read of one file.
pub const MOST_CARDS: usize = 2_000;

/// Decodes bytes in an encoding; `None` if they are not valid in it.
pub type Decode<'a> = &'a dyn Fn(&[u8], Encoding) -> Option<String>;

/// What a file of cards holds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cards {
    /// The cards, in their order.
    pub cards: Vec<Card>,
    /// How many more cards there are than are read.
    pub beyond: usize,
    /// Whether the file breaks off within the last card.
    pub breaks_off: bool,
}

/// Why a file has no cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadCards {
    /// More than [`MOST_CARD_BYTES`].
    TooLarge,
    /// Not a file of contact cards.
    NotCards,
}

/// Reads a file of contact cards.
///
/// # Errors
/// [`BadCards`].
pub fn read_cards(bytes: &[u8], decode: Decode<'_>) -> Result<Cards, BadCards> {
    if bytes.len() > MOST_CARD_BYTES {
        return Err(BadCards::TooLarge);
    }
    if !is_cards(bytes) {
        return Err(BadCards::NotCards);
    }
    let whole = match Encoding::of(bytes) {
        wide @ (Encoding::Utf16Le | Encoding::Utf16Be) => {
            Some(decode(bytes, wide).ok_or(BadCards::NotCards)?.trim_start_matches('\u{feff}').to_owned())
        }
        Encoding::Utf8 | Encoding::Gb18030 | Encoding::Big5 => None,
    };
    let bytes = whole.as_ref().map_or_else(|| bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes), String::as_bytes);
    let properties = properties(bytes);
    // Nobody writes two encodings into one file without saying so.
    let silent = Charset::of_silent(properties.iter());
    let mut cards = Cards::default();
    let mut open: Vec<Draft> = Vec::new();
    for property in &properties {
        if property.is("BEGIN", "VCARD") {
            // A card within a card is an assistant's; any other one was not closed.
            let outer = open.pop();
            let is_within = outer.as_ref().is_some_and(Draft::awaits_another);
            match outer {
                Some(outer) if is_within => open.push(outer),
                Some(unclosed) => cards.take(unclosed),
                None => {}
            }
            open.push(Draft::default());
        } else if property.is("END", "VCARD") {
            open.pop().into_iter().for_each(|card| cards.take(card));
        } else if let Some(card) = open.last_mut() {
            card.take(property, silent, decode);
        }
    }
    cards.breaks_off = !open.is_empty();
    open.into_iter().for_each(|card| cards.take(card));
    if cards.cards.is_empty() { Err(BadCards::NotCards) } else { Ok(cards) }
}

impl Cards {
    fn take(&mut self, draft: Draft) {
        match draft.finish() {
            Some(_) if self.cards.len() >= MOST_CARDS => self.beyond = self.beyond.saturating_add(1),
            Some(card) => self.cards.push(card),
            None => {}
        }
    }
}

impl Property {
    /// Whether it opens or closes something of this kind.
    fn is(&self, name: &str, what: &str) -> bool {
        self.name == name && self.value.trim_ascii().eq_ignore_ascii_case(what.as_bytes())
    }
}
