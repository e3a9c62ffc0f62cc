//! What the funnel counts at each rung.

use super::views::{held, ids, rows, some};
use super::*;
use abacus_deals::view::{DealStatus, Neglect, Query, Scope, funnel, rhythm_fragment, salespeople};

#[test]
fn the_funnel_totals_each_currency_separately() {
    let found = funnel(&some(), &Scope::default(), date(TODAY));
    let analyse = &found.stages[0].1.open;
    assert_eq!((analyse.count, analyse.without_amount), (3, 1));
    let sums: Vec<_> = analyse.amounts.iter().map(|(currency, sum)| (currency.code(), *sum)).collect();
    assert_eq!(sums, [("CNY", Some(amount("5"))), ("EUR", Some(amount("9")))]);
    assert_eq!(found.stages[2].1.open.count, 1);
    assert_eq!(found.ends.map(|(end, tally)| (end, tally.count)), [(End::Paid, 1), (End::Lost, 1)]);
}

/// A deal that reached “trust” on the first of March and went on, or was lost, after this many days.
fn moved(id: &str, salesperson: &str, days: i32, to: Option<Stage>) -> Deal {
    let mut deal = Deal { salesperson: salesperson.to_owned(), ..Deal::new(id) };
    let first = date("2026-03-01");
    deal.apply(Edit::Stage(Stage::Trust, first));
    let later = first.plus_days(days).unwrap();
    deal.apply(to.map_or(Edit::End(Some(End::Lost), later), |stage| Edit::Stage(stage, later)));
    deal
}

#[test]
fn the_funnel_reports_what_left_a_stage_and_after_how_long() {
    let book = [
        moved("a", "陈晨", 4, Some(Stage::Needs)),
        moved("b", "陈晨", 10, Some(Stage::Collect)),
        moved("c", "李 雷", 9, None),
        Deal { stage: Stage::Value, ..Deal::new("d") },
        Deal { stage: Stage::Trust, salesperson: "王芳".to_owned(), ..Deal::new("e") },
    ];
    let all = funnel(&rows(&book), &Scope::default(), date(TODAY));
    let [analyse, trust, needs, ..] = &all.stages.map(|(_, step)| step);
    assert_eq!((analyse.went_on, analyse.lost, analyse.median_days()), (5, 0, None));
    assert_eq!((trust.went_on, trust.lost, trust.open.count), (3, 1, 1));
    assert_eq!(trust.share_that_went_on(), Some(amount("0.75")));
    assert_eq!((trust.median_days(), trust.known_stays()), (Some(amount("9")), 3));
    assert_eq!((needs.went_on, needs.lost, needs.share_that_went_on()), (2, 0, Some(amount("1"))));
    assert_eq!(trust.missing_beads, 3, "a guide and two of the four; the salesperson is there");
    let one = Scope { salesperson: " 陈晨 ".to_owned(), ..Scope::default() };
    let own = funnel(&rows(&book), &one, date(TODAY));
    assert_eq!(own.stages[1].1.median_days(), Some(amount("7")), "the mean of the two in the middle");
    assert_eq!(own.stages[1].1.share_that_went_on(), Some(amount("1")));
    assert_eq!(salespeople(&rows(&book)), ["李 雷", "王芳", "陈晨"]);
}

#[test]
fn a_deal_overdue_for_contact_is_counted_and_found() {
    let met = |id: &str, days: i32| {
        let mut deal = Deal { log: vec![held("c1", date(TODAY).plus_days(-days).unwrap())], ..Deal::new(id) };
        deal.apply(Edit::Assess(AssessmentEdit::Grade(Some(Grade::B))));
        deal
    };
    let rows = rows(&[met("a", 7), met("b", 8), Deal { end: Some(End::Lost), ..met("c", 90) }]);
    assert_eq!(funnel(&rows, &Scope::default(), date(TODAY)).stages[0].1.neglected, 1);
    let neglected = Some(Neglect::Overdue);
    assert_eq!(ids(&Query { neglected, status: DealStatus::All, ..Query::default() }, &rows), "b");
    assert_eq!(rhythm_fragment(&rows, &Scope::default(), date(TODAY)).as_deref(), Some("a=0&b=2&c=0&d=0&e=0"));
}

#[test]
fn deals_never_contacted_are_counted_separately() {
    let begun = Deal { log: vec![Contact::new("c1", date(TODAY))], ..Deal::new("b") };
    let planned = Deal { log: vec![held("c1", date(TODAY).plus_days(1).unwrap())], ..Deal::new("c") };
    let met = Deal { log: vec![held("c1", date("2025-01-01"))], ..Deal::new("d") };
    let delivered = Deal { stage: Stage::Collect, ..Deal::new("e") };
    let rows = rows(&[Deal::new("a"), begun, planned, met, delivered, Deal { end: Some(End::Lost), ..Deal::new("f") }]);
    let found = funnel(&rows, &Scope::default(), date(TODAY));
    let counts = found.stages.map(|(_, step)| (step.never_contacted, step.neglected));
    assert_eq!((counts[0], counts[5]), ((3, 0), (0, 0)), "an unfinished entry or one of tomorrow is not a contact");
    let neglected = Some(Neglect::Never);
    assert_eq!(ids(&Query { neglected, status: DealStatus::All, ..Query::default() }, &rows), "abc");
    for (neglect, fragment) in [(Neglect::Overdue, "neglected=1"), (Neglect::Never, "neglected=never")] {
        assert_eq!(Query { neglected: Some(neglect), ..Query::default() }.encode(), fragment);
    }
}
