//! The deals of a book with what queries need, computed once for each version of a deal.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::super::assessment::{Contender, TasQuestion};
use super::super::deal::Deal;
use super::super::fields::{FIELDS, Field, contact, exit, fab, person, visit};
use super::super::normalize::name_key;
use super::super::visit::Quadrant;
use super::ranks::Ranks;
use super::sort::{Key, Sort};
use crate::Book;
use abacus_core::date::Date;
use abacus_core::text::Locale;

/// One deal in the list.
#[derive(Debug)]
pub struct Row {
    /// The deal; never a deleted one.
    pub deal: Rc<Deal>,
    words: OnceCell<String>,
}

/// All deals of a book. Copies share the rows, so comparing them is fast.
#[derive(Clone, Debug, Default)]
pub struct Rows(Rc<Content>);

#[derive(Debug, Default)]
struct Content {
    of: Book,
    rows: Vec<Rc<Row>>,
    deleted: usize,
    ranks: Ranks,
    by_customer: OnceCell<Order>,
    /// The last order requested, since most queries use the same one.
    last: RefCell<Option<(Sort, Date, Order)>>,
}

/// Rows in some order. Rows that are equal in it have the same number, later ones a greater one; those without a value
/// to sort by have [`LACKING`].
pub(super) type Order = Rc<[(usize, Rc<Row>)]>;

/// The number of rows that are last in either direction.
pub(super) const LACKING: usize = usize::MAX;

impl Row {
    fn new(deal: Rc<Deal>) -> Self {
        Self { deal, words: OnceCell::new() }
    }

    /// All searchable words of the deal, normalised as by `name_key`.
    pub(super) fn words(&self) -> &str {
        self.words.get_or_init(|| name_key(&typed(&self.deal).collect::<Vec<_>>().join(" \n")))
    }
}

/// The texts of a deal that are searched.
fn typed(deal: &Deal) -> impl Iterator<Item = Cow<'_, str>> {
    let own = FIELDS.iter().filter(|field| field.meta().searched).map(|field| field.typed(deal));
    let people = deal.people.iter().flat_map(|person| searched(person::TEXTS, person));
    let phones = deal.people.iter().filter_map(|person| unspaced(&person.phone)).map(Cow::Owned);
    let log = deal
        .log
        .iter()
        .flat_map(|contact| searched(contact::TEXTS, contact).chain([&*contact.goal, &*contact.expected_words]));
    let visits = deal.visits.iter().flat_map(|visit| {
        let questions = visit.questions.iter().flat_map(|question| [&*question.text, &*question.answer]);
        let lines = Quadrant::ALL.into_iter().map(|quadrant| &*visit.quadrants.get(quadrant).line);
        searched(visit::TEXTS, visit).chain(questions).chain(lines).chain(searched(visit::CASE, &visit.case))
    });
    let claims = searched(exit::TEXTS, &deal.exits).chain(deal.fab.iter().flat_map(|row| searched(fab::TEXTS, row)));
    let chances = Contender::ALL.into_iter().map(|who| deal.assessment.tas.of(who)).flat_map(|chances| {
        let lines = TasQuestion::ALL.into_iter().map(|question| &*chances.line(question).evidence);
        lines.chain([&*chances.name])
    });
    own.chain(people.chain(log).chain(visits).chain(claims).chain(chances).map(Cow::Borrowed)).chain(phones)
}

/// The digits of a number that is written in groups, since people also type them without spaces.
fn unspaced(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    (!digits.is_empty() && !phone.contains(&digits)).then_some(digits)
}

fn searched<'a, T>(fields: &'static [&'static Field<T, String>], of: &'a T) -> impl Iterator<Item = &'a str> {
    fields.iter().filter(|field| field.meta.searched).map(|field| &**field.get(of))
}

impl Rows {
    /// The rows of a book, with names in code point order. Rows of unchanged deals are taken from `before`, so that one
    /// edit costs one row.
    pub fn of(book: &Book, before: &Self) -> Self {
        if book.shares_records_with(&before.0.of) {
            before.clone()
        } else {
            Self::renewed(book, before, |_| Ranks::default())
        }
    }

    /// The same, with names in the order of a language. `rank` is called if names or language differ from those of
    /// `before`: it is given each name once, in code point order, and returns their ranks.
    pub fn ranked(book: &Book, before: &Self, locale: Locale, rank: impl FnOnce(&[&str]) -> Vec<usize>) -> Self {
        if book.shares_records_with(&before.0.of) && before.0.ranks.are_in(locale) {
            return before.clone();
        }
        Self::renewed(book, before, |rows| Ranks::of(rows.iter().map(|row| &*row.deal), locale, &before.0.ranks, rank))
    }

    fn renewed(book: &Book, before: &Self, ranks: impl FnOnce(&[Rc<Row>]) -> Ranks) -> Self {
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
        let ranks = ranks(&rows);
        Self(Rc::new(Content { of: book.clone(), rows, deleted, ranks, ..Content::default() }))
    }

    /// The rows of the deals that are not deleted, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Row>> {
        self.0.rows.iter()
    }

    pub(super) fn ranks(&self) -> &Ranks {
        &self.0.ranks
    }

    /// The rows in this order. Ties are ordered by customer and id.
    pub(super) fn in_order(&self, sort: Sort, today: Date) -> Order {
        let by_customer = self.0.by_customer.get_or_init(|| {
            numbered(self.iter().map(|row| (self.0.ranks.get(row.deal.customer.trim()), row)).collect(), |_| false)
        });
        if sort == Sort::Customer {
            return Rc::clone(by_customer);
        }
        let mut last = self.0.last.borrow_mut();
        match &*last {
            Some((known, day, order)) if (*known, *day) == (sort, today) => Rc::clone(order),
            _ => {
                let key = |row: &Row| sort.key(&row.deal, &self.0.ranks, today);
                let order = numbered(by_customer.iter().map(|(_, row)| (key(row), row)).collect(), Key::is_lacking);
                *last = Some((sort, today, Rc::clone(&order)));
                order
            }
        }
    }

    /// How many deals are deleted.
    pub fn deleted(&self) -> usize {
        self.0.deleted
    }

    /// How many are not deleted.
    pub fn len(&self) -> usize {
        self.0.rows.len()
    }

    /// Whether there are no deals, or only deleted ones.
    pub fn is_empty(&self) -> bool {
        self.0.rows.is_empty()
    }
}

/// Sorts stably by key and numbers the rows by their keys.
fn numbered<K: Ord>(mut rows: Vec<(K, &Rc<Row>)>, is_lacking: impl Fn(&K) -> bool) -> Order {
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    let equal = rows.chunk_by(|(one, _), (other, _)| one == other).enumerate();
    let numbered = equal.flat_map(|(number, rows)| {
        let number = if rows.first().is_some_and(|(key, _)| is_lacking(key)) { LACKING } else { number };
        rows.iter().map(move |(_, row)| (number, Rc::clone(row)))
    });
    numbered.collect()
}

impl PartialEq for Rows {
    /// Whether both are copies of the same rows.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
