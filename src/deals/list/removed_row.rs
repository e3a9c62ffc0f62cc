//! A deal that leaves the list while its row has the focus, because another tab has deleted or ended it. A screen
//! reader user would otherwise be moved to another deal without notice.

use std::rc::Rc;

use abacus_deals::view::{Query, Row};
use yew::prelude::*;

use crate::deals::list::rows::SharedRows;
use crate::shell::event::{focus, focused_attribute};

/// The rows the list showed, and the query they answer.
pub(super) type Answer<'a> = (&'a [Rc<Row>], &'a Query);

/// The row that left, and the one that takes its focus: the next one, or else the previous one. `None` if the deal is
/// still there or the query has changed.
pub(super) fn removed_row(id: &str, before: Answer<'_>, now: Answer<'_>) -> Option<[Rc<Row>; 2]> {
    let ((before, asked), (now, asks)) = (before, now);
    let is_there = |row: &&Rc<Row>| now.iter().any(|other| other.deal.id == row.deal.id);
    let place = before.iter().position(|row| row.deal.id == id).filter(|_| asked == asks)?;
    let left = before.get(place).filter(|row| !is_there(row))?;
    let (above, below) = before.split_at(place);
    let next = below.iter().find(is_there).or_else(|| above.iter().rfind(is_there))?;
    Some([left, next].map(Rc::clone))
}

/// If that was the last row, the focus moves to the title, and this announces it: the rows are gone.
#[hook]
pub(super) fn use_empty_list_focus(
    place: &NodeRef,
    rows: &SharedRows,
    query: &Query,
    title: &NodeRef,
    on_removed: &Callback<Option<Rc<Row>>>,
) {
    let before = use_mut_ref(|| None::<(SharedRows, Query)>);
    let now = (rows.clone(), query.clone());
    let before = before.replace(Some(now.clone())).filter(|(_, asked)| rows.0.is_empty() && asked == query);
    let last = before.zip(focused_attribute(place, "data-deal"));
    let last = last.and_then(|((rows, _), id)| rows.0.iter().find(|row| row.deal.id == id).cloned());
    use_effect_with(now, {
        let (title, on_removed) = (title.clone(), on_removed.clone());
        move |(rows, _)| {
            if rows.0.is_empty() {
                last.iter().for_each(|_| focus(&title));
                on_removed.emit(last);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::removed_row;
    use abacus_deals::view::{Query, Row, Rows};
    use abacus_deals::{Book, Deal, encode, key};
    use std::rc::Rc;

    fn rows(ids: &str) -> Vec<Rc<Row>> {
        let mut book = Book::default();
        ids.chars().map(|id| Deal::new(&id.to_string())).for_each(|deal| book.read(&key(&deal.id), &encode(&deal)));
        Rows::of(&book, &Rows::default()).iter().cloned().collect()
    }

    #[test]
    fn the_next_row_takes_the_focus_of_a_removed_one() {
        let query = Query::default();
        let next = |id: &str, before: &str, now: &str| {
            let found = removed_row(id, (&rows(before), &query), (&rows(now), &query));
            found.map(|[left, next]| format!("{} {}", left.deal.id, next.deal.id))
        };
        assert_eq!(next("b", "abcd", "acd").as_deref(), Some("b c"));
        assert_eq!(next("b", "abcd", "ad").as_deref(), Some("b d"), "several at once");
        assert_eq!(next("d", "abcd", "abc").as_deref(), Some("d c"), "the last one");
        assert_eq!(next("c", "cd", "abd").as_deref(), Some("c d"), "while others are added");
        assert_eq!(next("b", "abcd", "bd"), None, "it is still there");
        assert_eq!(next("b", "b", ""), None, "no row is left");
        assert_eq!(next("x", "ab", "a"), None);
    }

    #[test]
    fn a_row_removed_by_a_new_query_is_not_announced() {
        let narrowed = Query { search: "a".to_owned(), ..Query::default() };
        assert!(removed_row("b", (&rows("ab"), &Query::default()), (&rows("a"), &narrowed)).is_none());
    }
}
