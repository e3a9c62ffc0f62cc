use abacus_deals::Book;
use abacus_deals::upkeep::Usage;
use yew::prelude::*;

use crate::shell::ports::Ports;
use crate::shell::stored::everything;

/// The storage used by each kind of record while the book is this one.
#[hook]
pub fn use_usage(ports: &Ports, book: &Book) -> Usage {
    *use_memo((ports.clone(), book.clone()), |(ports, _)| Usage::of(&everything(&*ports.store)))
}
