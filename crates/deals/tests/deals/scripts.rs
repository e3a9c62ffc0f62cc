//! A search finds a word in any script.

use super::any::any_text;
use super::views::rows;
use super::*;
use abacus_deals::view::{DealStatus, Query, Rows};
use abacus_deals::{End, Variants, variants};

fn found(search: &str, rows: &Rows, variants: Option<Variants>) -> String {
    let query = Query { search: search.to_owned(), ..Query::default() };
    query.answer_in(rows, variants, date(TODAY)).iter().map(|row| row.deal.id.as_str()).collect()
}

fn customer(id: &str, customer: &str) -> Deal {
    Deal { customer: customer.to_owned(), ..Deal::new(id) }
}

#[test]
fn simplified_and_traditional_characters_find_each_other() {
    let rows = rows(&[
        customer("a", "1 新客户"),
        customer("b", "2 新客戶"),
        customer("c", "3 客 户"),
        customer("d", "Acme 臺北后里"),
    ]);
    for (search, with, without) in [
        ("客户", "ab", "a"),
        ("客戶", "ab", "b"),
        ("戶", "abc", "b"),
        ("台北後裡", "d", ""),
        ("ACME 台", "d", ""),
        ("客户户", "", ""),
        ("", "abcd", "abcd"),
    ] {
        assert_eq!(found(search, &rows, Some(variants)), with, "{search}");
        assert_eq!(found(search, &rows, None), without, "{search}, without the table");
    }
}

proptest! {
    #[test]
    fn matching_ended_deals_are_those_not_open(
        deals in prop::collection::vec((any_text(), prop::option::of(prop::sample::select(&End::ALL[..]))), 0..8),
        search in any_text(),
        status in prop::sample::select(&DealStatus::ALL[..]),
    ) {
        let deal = |(place, (name, end)): (usize, (String, Option<End>))| Deal { end, ..customer(&place.to_string(), &name) };
        let rows = rows(&deals.into_iter().enumerate().map(deal).collect::<Vec<_>>());
        let count = |status| Query { search: search.clone(), status, ..Query::default() }.answer(&rows, date(TODAY)).len();
        let expected = if status == DealStatus::Open { count(DealStatus::All) - count(DealStatus::Open) } else { 0 };
        let query = Query { search: search.clone(), status, ..Query::default() };
        prop_assert_eq!(query.ended_that_fit(&rows, None, date(TODAY)), expected);
    }

    #[test]
    fn a_match_as_typed_is_also_a_match_in_other_scripts(text in prop_oneof![any_text(), "[客户戶国國后後里裡a ]{0,6}"], search in "[客户戶后後a]{0,2}") {
        let rows = rows(&[customer("a", &text)]);
        let other: String = text.chars().map(|c| variants(c).chars().next().unwrap_or(c)).collect();
        prop_assert_eq!(found(&other, &rows, Some(variants)), "a");
        if found(&search, &rows, None) == "a" {
            prop_assert_eq!(found(&search, &rows, Some(variants)), "a");
        }
    }
}
