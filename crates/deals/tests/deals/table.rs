//! The list as a table: sorting, filtering and totals.

use super::views::{ids, rows, some};
use super::*;
use abacus_deals::view::{DealStatus, Query, Sort, Tally, tags};

#[test]
fn the_table_sorts_by_gate_salesperson_and_days() {
    let deal = |id: &str, salesperson: &str, reached: Option<&str>| {
        let mut deal = Deal { salesperson: salesperson.to_owned(), ..Deal::new(id) };
        reached.into_iter().for_each(|day| deal.apply(Edit::Stage(Stage::Needs, date(day))));
        deal
    };
    let rows = rows(&[
        deal("a", "陈晨", Some("2026-02-01")),
        deal("b", "", None),
        Deal { people: numbered(vec![person("李雷", &[Role::User])]), ..deal("c", "ＡＮＮ", Some("2026-01-01")) },
        Deal {
            assessment: Assessment { grade: Some(Grade::B), ..Assessment::default() },
            ..deal("d", "ann", Some(TODAY))
        },
    ]);
    for (sort, expected, reversed) in
        [(Sort::Gate, "badc", "cadb"), (Sort::Salesperson, "cdab", "acdb"), (Sort::Days, "cadb", "dacb")]
    {
        assert_eq!(ids(&Query { sort, ..Query::default() }, &rows), expected, "{sort:?}");
        assert_eq!(ids(&Query { sort, reversed: true, ..Query::default() }, &rows), reversed, "{sort:?} reversed");
    }
    assert_eq!(ids(&Query { grade: Some(Grade::B), ..Query::default() }, &rows), "d");
    assert_eq!(ids(&Query { grade: Some(Grade::A), ..Query::default() }, &rows), "");
}

#[test]
fn tags_are_offered_once_and_amounts_added_by_currency() {
    let tagged =
        |id: &str, tags: &[&str]| Deal { tags: tags.iter().map(|&tag| tag.to_owned()).collect(), ..Deal::new(id) };
    assert_eq!(tags(&rows(&[tagged("a", &["VIP", "华东"]), tagged("b", &["ｖｉｐ", " "])])), ["VIP", "华东"]);
    let rows = some();
    let all = Query { status: DealStatus::All, ..Query::default() }.answer(&rows, date(TODAY));
    let tally = Tally::of(all.iter().map(|row| &*row.deal));
    let sums: Vec<_> = tally.amounts.iter().map(|(currency, sum)| (currency.code(), *sum)).collect();
    assert_eq!(sums, [("CNY", Some(amount("14"))), ("EUR", Some(amount("9")))]);
    assert_eq!((tally.count, tally.without_amount), (6, 3));
}
