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

/// All deals that are not deleted, in the order of their ids.
#[derive(Clone, Debug, Default)]
pub struct Rows(Vec<Rc<Row>>);

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
        let mut known = before.0.iter().peekable();
        let row = |deal: &Rc<Deal>| {
            while known.next_if(|row| row.deal.id < deal.id).is_some() {}
            match known.next_if(|row| Rc::ptr_eq(&row.deal, deal)) {
                Some(row) => Rc::clone(row),
                None => Rc::new(Row::new(Rc::clone(deal))),
            }
        };
        Self(book.shared().filter(|deal| !deal.deleted).map(row).collect())
    }

    /// The rows, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Row>> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl PartialEq for Rows {
    /// Whether they hold the same versions of the same deals.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.iter().zip(other.iter()).all(|(one, other)| Rc::ptr_eq(&one.deal, &other.deal))
    }
}
