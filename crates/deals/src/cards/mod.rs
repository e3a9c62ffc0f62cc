//! People from the contact cards of phones and mail programs: vCard 2.1, 3.0 and 4.0, as written in practice.
//!
//! What a card says about a person goes into the person's fields or else into the note; what neither can hold, such as
//! a photo, is reported. The reader is our own: no crate knows what Chinese phones write. GBK is decoded by the
//! browser, since its table would be larger than all of this.

mod card;
mod card_match;
mod line;
mod value;

pub use self::card::{Card, CardExtra};
pub use self::card_match::{CardMatch, CardPerson, match_cards};

use self::card::Draft;
use self::line::{Property, properties};
use self::value::Charset;
use crate::transfer::{Encoding, is_cards};

/// The maximum size of a file of cards in bytes: 5 MB, including the photos that are dropped.
pub const MOST_CARD_BYTES: usize = 5_000_000;
/// The maximum number of cards read from one file.
pub const MOST_CARDS: usize = 2_000;

/// Decodes bytes in an encoding; `None` if they are not valid in it.
pub type Decode<'a> = &'a dyn Fn(&[u8], Encoding) -> Option<String>;

/// The content of a file of cards.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cards {
    /// The cards, in their order.
    pub cards: Vec<Card>,
    /// How many cards beyond [`MOST_CARDS`] were not read.
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
    // Values that declare no encoding are assumed to share one.
    let silent = Charset::of_silent(properties.iter());
    let mut cards = Cards::default();
    let mut open: Vec<Draft> = Vec::new();
    for property in &properties {
        if property.is("BEGIN", "VCARD") {
            // A nested card is that of an assistant (`AGENT`); otherwise the outer one was not closed.
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
    /// Whether it begins or ends something of this kind, as in `BEGIN:VCARD`.
    fn is(&self, name: &str, what: &str) -> bool {
        self.name == name && self.value.trim_ascii().eq_ignore_ascii_case(what.as_bytes())
    }
}
