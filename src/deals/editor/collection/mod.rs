//! Collecting the money: the invoice, and the cost of the delay so far.

mod section;
mod words;

pub(super) use self::section::collection;
