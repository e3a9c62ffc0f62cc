//! How much room the app takes on this device.

use abacus_core::deals::Book;
use abacus_core::space::{Usage, total};
use yew::prelude::*;

use crate::state::ports::Ports;
use crate::state::stored::everything;

/// How many UTF-16 units are filled, while the book is this one.
#[hook]
pub fn use_total(ports: &Ports, book: &Book) -> usize {
    *use_memo((ports.clone(), book.clone()), |(ports, _)| {
        let stored = everything(&*ports.store);
        total(stored.iter().map(|(key, text)| (key.as_str(), text.as_str())))
    })
}

/// What fills them, while the book is this one.
#[hook]
pub fn use_usage(ports: &Ports, book: &Book) -> Usage {
    *use_memo((ports.clone(), book.clone()), |(ports, _)| Usage::of(&everything(&*ports.store)))
}
