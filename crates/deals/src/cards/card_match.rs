//! Which of the people on the cards are new to a deal.

use super::card::Card;
use crate::deal::Deal;
use crate::edit::Edit;
use crate::fields::{Field, TextField, person};
use crate::normalize::{is_blank, name_key};
use crate::people::Person;
use abacus_core::text::Locale;

/// The fields of a person that a card may fill.
static FACTS: [&Field<Person, String>; 5] =
    [&person::TITLE, &person::DEPARTMENT, &person::PHONE, &person::EMAIL, &person::NOTE];

/// A person on a card, as they would be added to the deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardPerson {
    /// The person, with a note and without an id.
    pub person: Person,
    /// How they relate to the deal.
    pub card_match: CardMatch,
    /// Whether the card is of the deal's customer.
    pub is_of_customer: bool,
    /// Whether it has a picture, which is left out.
    pub has_picture: bool,
    /// How many of its lines cannot be read.
    pub unread: usize,
}

/// How a person on a card relates to a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardMatch {
    /// Nobody in the deal has this name or number.
    New,
    /// An earlier card has the same name or number.
    Duplicate,
    /// They are already in the deal.
    Known {
        /// The id of the person.
        id: String,
        /// Their name in the deal, which may differ if only the number is the same.
        name: String,
        /// The fields that the card has and that are blank in the deal.
        adds: Vec<&'static Field<Person, String>>,
    },
}

/// Everybody on the cards, those of the customer first.
pub fn match_cards(deal: &Deal, cards: &[Card], locale: Locale) -> Vec<CardPerson> {
    let customer = name_key(&deal.customer);
    let is_of_customer = |card: &&Card| !is_blank(&customer) && name_key(&card.company) == customer;
    let (first, rest): (Vec<&Card>, Vec<&Card>) = cards.iter().partition(is_of_customer);
    let mut found: Vec<CardPerson> = Vec::new();
    for card in first.into_iter().chain(rest) {
        let person = Person { note: card.note(&deal.customer, locale), ..card.person.clone() };
        let known = deal.people.iter().find(|known| is_same(known, &person));
        let card_match = match known {
            Some(known) => {
                let is_new = |field: &&'static Field<Person, String>| {
                    is_blank(field.get(known)) && !is_blank(field.get(&person))
                };
                let adds = FACTS.into_iter().filter(is_new).collect();
                CardMatch::Known { id: known.id.clone(), name: known.name.clone(), adds }
            }
            None if found.iter().any(|before| is_same(&before.person, &person)) => CardMatch::Duplicate,
            None => CardMatch::New,
        };
        let is_of_customer = is_of_customer(&card);
        found.push(CardPerson {
            person,
            card_match,
            is_of_customer,
            has_picture: card.has_picture,
            unread: card.unread,
        });
    }
    found
}

impl CardPerson {
    /// Whether adding it changes anything.
    pub fn is_of_use(&self) -> bool {
        !matches!(&self.card_match, CardMatch::Known { adds, .. } if adds.is_empty())
    }

    /// What adding it does: a new person, or the missing fields of a known one.
    pub fn edits(&self) -> Vec<Edit> {
        match &self.card_match {
            CardMatch::New | CardMatch::Duplicate => vec![Edit::AddPerson(Box::new(self.person.clone()))],
            CardMatch::Known { id, adds, .. } => {
                let fill = |field: &&'static Field<Person, String>| {
                    Edit::Text(TextField::Person(id.clone(), field), field.get(&self.person).clone())
                };
                adds.iter().map(fill).collect()
            }
        }
    }
}

/// Whether two people have the same name or the same number.
fn is_same(one: &Person, other: &Person) -> bool {
    let is_shared = |one: String, other: String| !is_blank(&one) && one == other;
    is_shared(name_key(&one.name), name_key(&other.name)) || is_shared(number(&one.phone), number(&other.phone))
}

/// The digits of a number, however it is written and with or without China's country code; empty if they are too few to
/// identify somebody.
fn number(typed: &str) -> String {
    let digits: String = name_key(typed).chars().filter(char::is_ascii_digit).collect();
    let digits = digits
        .strip_prefix("0086")
        .or_else(|| digits.strip_prefix("86"))
        .filter(|rest| rest.len() >= 10)
        .unwrap_or(&digits);
    if digits.len() < 7 { String::new() } else { digits.trim_start_matches('0').to_owned() }
}
