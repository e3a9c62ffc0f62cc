//! Collecting the money: the invoice, and what waiting for it has cost so far.

mod section;
mod words;

pub(super) use self::section::collection;
