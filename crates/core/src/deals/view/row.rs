//! The deals of a book with what questions about them need, worked out once for each version of a deal.

use std::cell::OnceCell;
use std::rc::Rc;

use super::super::book::Book;
use super::super::deal::Deal;
use super::super::names::name_key;

/// One deal in the list.
#[derive(Debug)]
pub struct Row {
    /// The deal; never a deleted one.
    pub deal: Rc<Deal>,
    words: OnceCell<String>,
}

/// All deals of a book. A copy shares them, and is quick to tell from others.
#[derive(Clone, Debug, Default)]
pub struct Rows(Rc<Content>);

#[derive(Debug, Default)]
struct Content {
    of: Book,
    rows: Vec<Rc<Row>>,
    deleted: usize,
    by_name: OnceCell<Vec<Rc<Row>>>,
}

impl Row {
    fn new(deal: Rc<Deal>) -> Self {
        Self { deal, words: OnceCell::new() }
    }

    /// Every word by which the deal can be found, in the form in which spellings are equal.
    pub(super) fn words(&self) -> &str {
        self.words.get_or_init(|| {
            let deal = &*self.deal;
            let own = [&deal.customer, &deal.title, &deal.salesperson, &deal.next_step.action, &deal.notes];
            let people = deal.people.iter().flat_map(|person| [&person.name, &person.title, &person.department]);
            let all: Vec<&str> = own.into_iter().chain(people).chain(&deal.tags).map(String::as_str).collect();
            name_key(&all.join(" \n"))
        })
    }
}

impl Rows {
    /// The rows of a book. Rows of deals that are still the same are taken over from `before`, so that one
    /// edit costs the work of one row.
    #[must_use]
    pub fn of(book: &Book, before: &Self) -> Self {
        if book.shares_deals_with(&before.0.of) {
            return before.clone();
        }
        let mut known = before.iter().peekable();
        let row = |deal: &Rc<Deal>| {
            while known.next_if(|row| row.deal.id < deal.id).is_some() {}
            match known.next_if(|row| Rc::ptr_eq(&row.deal, deal)) {
                Some(row) => Rc::clone(row),
                None => Rc::new(Row::new(Rc::clone(deal))),
            }
        };
        let rows: Vec<_> = book.shared().filter(|deal| !deal.deleted).map(row).collect();
        let deleted = book.shared().count().saturating_sub(rows.len());
        Self(Rc::new(Content { of: book.clone(), rows, deleted, by_name: OnceCell::new() }))
    }

    /// The rows of the deals that are not deleted, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Row>> {
        self.0.rows.iter()
    }

    /// The same rows in the order of their customers; those of one customer in the order of their ids.
    pub(super) fn by_name(&self) -> &[Rc<Row>] {
        self.0.by_name.get_or_init(|| {
            let mut rows: Vec<_> = self.iter().map(|row| (row.deal.customer.trim(), row)).collect();
            rows.sort_by_key(|(customer, _)| *customer);
            rows.into_iter().map(|(_, row)| Rc::clone(row)).collect()
        })
    }

    /// How many deals are deleted.
    #[must_use]
    pub fn deleted(&self) -> usize {
        self.0.deleted
    }

    /// How many are not deleted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.rows.len()
    }

    /// Whether none is, or all are deleted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.rows.is_empty()
    }
}

impl PartialEq for Rows {
    /// Whether they are copies of the same rows.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
