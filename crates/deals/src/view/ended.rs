//! Ended deals to offer when a deal is searched for, since a meeting may be about one of them, too.

use std::rc::Rc;

use super::query::{DealStatus, Query};
use super::row::{Row, Rows};
use crate::Variants;
use crate::normalize::{is_blank, name_key};
use abacus_core::date::Date;

/// The ended deals that match these words, first those whose customer or name is exactly that. Empty without words:
/// nobody looks for an ended deal without naming it.
#[must_use]
pub fn ended(rows: &Rows, search: &str, variants: Option<Variants>, today: Date) -> Vec<Rc<Row>> {
    if is_blank(search) {
        return Vec::new();
    }
    let query = Query { search: search.to_owned(), status: DealStatus::All, ..Query::default() };
    let mut found = query.answer_in(rows, variants, today);
    found.retain(|row| !row.deal.is_open());
    let typed = name_key(search);
    found.sort_by_key(|row| ![&row.deal.customer, &row.deal.title].into_iter().any(|name| name_key(name) == typed));
    found
}
