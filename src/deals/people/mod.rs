//! TODO

pub mod add_person;
pub mod people_chips;
pub mod person_card;
pub mod section;
pub mod support_map;
pub mod words;
