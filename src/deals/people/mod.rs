//! The people on the customer's side: the four roles, a card for each person, and chips to choose people.

mod add_person;
mod card_words;
mod cards;
mod chips;
mod colleagues;
mod names;
mod paging;
mod person_card;
mod section;
mod support_map;
mod words;

pub(crate) use self::chips::Chip;
pub use self::chips::PeopleChips;
pub(crate) use self::colleagues::Colleagues;
pub use self::names::{names, several, with_roles};
pub(crate) use self::paging::use_paging;
pub(crate) use self::person_card::{card, name_field, tests};
pub use self::section::{People, PeopleProps, convergence, part};
pub use self::words::{GUIDE, NEW_PERSON, NO_ROLE, PERSON_ROLE, add_in_role, choice, name, removed, roles};
