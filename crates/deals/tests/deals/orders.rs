//! Names in the order of a language, which the browser knows; it is asked once.

use std::cell::{Cell, RefCell};

use super::any::any_text;
use super::any::deal::any_deal;
use super::views::ids;
use super::*;
use abacus_core::text::Locale;
use abacus_deals::view::{DealStatus, DueGroup, Query, Rows, Sort, salespeople, tags};

fn deal(id: &str, customer: &str, salesperson: &str) -> Deal {
    Deal { customer: customer.to_owned(), salesperson: salesperson.to_owned(), ..Deal::new(id) }
}

fn book(deals: &[Deal]) -> Book {
    let mut book = Book::default();
    deals.iter().for_each(|deal| book.insert(deal.clone()));
    book
}

/// The pinyin order of these names; other names follow by length.
fn pinyin(names: &[&str]) -> Vec<usize> {
    let key =
        |name: &str| (["安徽", "北京", "陈晨", "李雷", "王芳"].iter().position(|known| *known == name), name.len());
    let mut sorted: Vec<_> = names.iter().map(|name| (key(name), *name)).collect();
    sorted.sort_unstable();
    names.iter().map(|name| sorted.iter().position(|(_, one)| one == name).unwrap()).collect()
}

fn sorted_by(sort: Sort) -> Query {
    Query { sort, ..Query::default() }
}

#[test]
fn a_search_finds_ended_deals_with_exact_names_first() {
    let of = |id: &str, customer: &str, end: Option<End>| Deal { customer: customer.to_owned(), end, ..Deal::new(id) };
    let rows = super::views::rows(&[
        of("a", "Acme", None),
        of("b", "Acme North", Some(End::Lost)),
        of("c", "ＡＣＭＥ", Some(End::Paid)),
        of("d", "Beta", Some(End::Lost)),
        Deal { deleted: true, ..of("e", "Acme", Some(End::Lost)) },
    ]);
    for (search, expected) in [("acme", "cb"), ("acme n", "b"), ("beta", "d"), (" ", ""), ("gamma", "")] {
        let found = abacus_deals::view::ended(&rows, search, None, date(TODAY));
        let ids: String = found.iter().map(|row| row.deal.id.as_str()).collect();
        assert_eq!(ids, expected, "{search:?}");
    }
}

#[test]
fn names_are_sorted_in_the_order_of_the_browser() {
    let deals =
        [deal("a", "王芳", "李雷"), deal("b", "北京", "陈晨"), deal("c", "安徽", " "), deal("d", "陈晨", "王芳")];
    let plain = Rows::of(&book(&deals), &Rows::default());
    assert_eq!(ids(&sorted_by(Sort::Customer), &plain), "bcad", "without a browser, by code point");
    let rows = Rows::ranked(&book(&deals), &plain, Locale::Zh, pinyin);
    assert_eq!(ids(&sorted_by(Sort::Customer), &rows), "cbda");
    assert_eq!(ids(&Query { reversed: true, ..sorted_by(Sort::Customer) }, &rows), "adbc");
    assert_eq!(ids(&sorted_by(Sort::Salesperson), &rows), "badc");
    assert_eq!(ids(&sorted_by(Sort::Stage), &rows), "cbda", "ties are in that order, too");
    assert_eq!(salespeople(&rows), ["陈晨", "李雷", "王芳"]);
    let tagged = Deal { tags: ["王芳", "安徽"].map(str::to_owned).to_vec(), ..Deal::new("e") };
    assert_eq!(tags(&Rows::ranked(&book(&[tagged]), &rows, Locale::Zh, pinyin)), ["安徽", "王芳"]);
}

#[test]
fn the_browser_is_asked_again_for_new_names_or_languages() {
    let asked = Cell::new(0);
    let rank = |names: &[&str]| {
        asked.set(asked.get() + 1);
        pinyin(names)
    };
    let mut book = book(&[deal("a", "王芳", ""), deal("b", "王芳", "李雷")]);
    let rows = Rows::ranked(&book, &Rows::default(), Locale::Zh, rank);
    let same = Rows::ranked(&book, &rows, Locale::Zh, rank);
    assert!(rows == same && asked.get() == 1);
    book.insert(Deal { title: "更多".to_owned(), ..deal("a", "王芳", "") });
    let titled = Rows::ranked(&book, &same, Locale::Zh, rank);
    assert!(titled != same && asked.get() == 1, "another deal with the same names");
    let english = Rows::ranked(&book, &titled, Locale::En, rank);
    assert!(english != titled && asked.get() == 2, "another language");
    book.insert(deal("c", "安徽", ""));
    let _more = Rows::ranked(&book, &english, Locale::En, rank);
    assert_eq!(asked.get(), 3, "another name");
}

#[test]
fn an_invalid_ranking_is_ignored() {
    let deals = [deal("a", "王芳", ""), deal("b", "安徽", "")];
    let rows = Rows::ranked(&book(&deals), &Rows::default(), Locale::Zh, |_| vec![1]);
    assert_eq!(ids(&sorted_by(Sort::Customer), &rows), "ba");
}

proptest! {
    #[test]
    fn the_list_is_sorted_by_what_its_rows_show(deals in prop::collection::vec(any_deal(), 0..8)) {
        let deals: Vec<Deal> = (0..).zip(deals).map(|(number, deal)| Deal { id: format!("d{number}"), ..deal }).collect();
        let rows = Rows::of(&book(&deals), &Rows::default());
        let all = Query { status: DealStatus::All, ..Query::default() }.answer(&rows, date(TODAY));
        let shown = |deal: &Deal| {
            let (group, due) = DueGroup::of(deal, date(TODAY));
            (group, due.map(|(day, _)| day))
        };
        prop_assert!(all.windows(2).all(|pair| shown(&pair[0].deal) <= shown(&pair[1].deal)));
    }

    #[test]
    fn rows_without_the_sort_value_come_last(
        deals in prop::collection::vec(any_deal(), 0..8), reversed: bool,
    ) {
        let deals: Vec<Deal> = (0..).zip(deals).map(|(number, deal)| Deal { id: format!("d{number}"), ..deal }).collect();
        let rows = Rows::of(&book(&deals), &Rows::default());
        let lacks = |sort: Sort, deal: &Deal| match sort {
            Sort::Close => deal.expected_close.is_none(),
            Sort::NextStep => deal.next_step.date.is_none(),
            Sort::Amount => deal.amount.is_none(),
            Sort::Days => deal.reached.days_since(deal.stage, date(TODAY)).is_none(),
            _ => false,
        };
        for sort in Sort::ALL {
            let query = Query { status: DealStatus::All, reversed, ..sorted_by(sort) };
            let answer = query.answer(&rows, date(TODAY));
            prop_assert!(answer.is_sorted_by_key(|row| lacks(sort, &row.deal)), "{:?}", sort);
        }
    }

    #[test]
    fn ranks_order_any_names_the_same_way(
        named in prop::collection::vec((any_text(), any_text()), 0..9), turn in any::<prop::sample::Index>(),
        sort in prop::sample::select(&[Sort::Customer, Sort::Salesperson, Sort::Stage][..]),
    ) {
        let deals: Vec<Deal> =
            named.iter().enumerate().map(|(number, (one, other))| deal(&format!("d{number}"), one, other)).collect();
        let mut turned = deals.clone();
        if !turned.is_empty() {
            turned.rotate_left(turn.index(deals.len()));
        }
        let given = RefCell::new(Vec::new());
        let rank = |names: &[&str]| {
            given.borrow_mut().push(names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
            (0..names.len()).rev().collect()
        };
        let rows = Rows::ranked(&book(&deals), &Rows::default(), Locale::Zh, rank);
        let found = ids(&sorted_by(sort), &rows);
        let other = Rows::ranked(&book(&turned), &Rows::default(), Locale::Zh, rank);
        prop_assert_eq!(&ids(&sorted_by(sort), &other), &found, "the order of the input does not matter");
        prop_assert_eq!(found.matches('d').count(), deals.len(), "each once");
        let given = given.into_inner();
        prop_assert_eq!(&given[0], &given[1]);
        prop_assert!(given[0].windows(2).all(|pair| pair[0] < pair[1]), "each once, in order: {:?}", &given[0]);
    }
}
