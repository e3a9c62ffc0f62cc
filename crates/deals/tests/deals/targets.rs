//! Target customers: the rung of the funnel before the first stage.

use super::views::{ids, rows};
use super::*;
use abacus_deals::FunnelStage;
use abacus_deals::view::{DealStatus, Query, Scope, Sort, funnel};

fn target(id: &str, since: &str) -> Deal {
    let mut deal = Deal { amount: Some(amount("100")), ..Deal::new(id) };
    deal.apply(Edit::Target(true, date(since)));
    deal
}

fn then(mut deal: Deal, edits: &[Edit]) -> Deal {
    edits.iter().for_each(|edit| deal.apply(edit.clone()));
    deal
}

fn to(stage: Stage, day: &str) -> Edit {
    Edit::Stage(stage, date(day))
}

#[test]
fn a_mark_counts_until_the_analysis_begins() {
    let deal = target("a", "2026-02-01");
    assert_eq!((FunnelStage::of(&deal), deal.stage), (FunnelStage::Target, Stage::Analyse));
    let begun = then(deal.clone(), &[Edit::Target(false, date("2026-02-08"))]);
    assert_eq!(FunnelStage::of(&begun), FunnelStage::Stage(Stage::Analyse));
    assert_eq!((begun.target, begun.days_as_target()), (Some(date("2026-02-01")), Some(7)));
    let again = then(begun, &[Edit::Target(true, date("2026-02-09"))]);
    assert_eq!((FunnelStage::of(&again), again.days_as_target()), (FunnelStage::Target, None));
    let moved = then(deal.clone(), &[to(Stage::Trust, "2026-02-11")]);
    assert_eq!((FunnelStage::of(&moved), moved.days_as_target()), (FunnelStage::Stage(Stage::Trust), Some(10)));
    let back = then(moved, &[to(Stage::Analyse, "2026-02-12")]);
    assert_eq!(FunnelStage::of(&back), FunnelStage::Target, "an accidental tap on a stage loses nothing");
    let same_day = then(deal, &[Edit::Target(false, date("2026-02-01"))]);
    assert_eq!(same_day.target, None, "as if it had never been a target");
    assert_eq!(same_day.reached.stages.get(&Stage::Analyse), Some(&date("2026-02-01")), "as for a new deal");
}

#[test]
fn a_record_stores_the_mark_beside_the_stage() {
    let deal = target("a", "2026-02-01");
    let record = encode(&deal);
    assert_eq!(decode("a", &record), Ok(deal));
    assert!(record.contains(r#""stage":"analyse""#) && record.contains(r#""target":"2026-02-01""#), "{record}");
    assert!(!encode(&Deal::new("b")).contains("target"), "skipped when empty");
}

#[test]
fn the_funnel_begins_with_the_target_customers() {
    let book = [
        target("a", "2026-02-01"),
        target("b", "2026-02-01"),
        then(target("c", "2026-02-01"), &[Edit::Target(false, date("2026-02-05"))]),
        then(target("d", "2026-02-01"), &[to(Stage::Needs, "2026-02-11")]),
        then(target("e", "2026-02-01"), &[Edit::End(Some(End::Lost), date("2026-02-21"))]),
        Deal { stage: Stage::Value, ..Deal::new("f") },
        Deal::new("g"),
    ];
    let rows = rows(&book);
    let funnel = funnel(&rows, &Scope::default(), date(TODAY));
    let targets = &funnel.targets;
    assert_eq!((targets.open.count, targets.open.amounts[&Currency::default()]), (2, Some(amount("200"))));
    assert_eq!((targets.went_on, targets.lost), (2, 1), "deals that were never targets do not count");
    assert_eq!((targets.median_days(), targets.known_stays()), (Some(amount("10")), 3));
    let analyse = &funnel.stages[0].1;
    assert_eq!((analyse.open.count, analyse.went_on, analyse.lost), (2, 2, 0), "no deal is on two rungs");
    let all = || Query { status: DealStatus::All, ..Query::default() };
    assert_eq!(ids(&Query { stage: Some(FunnelStage::Target), ..all() }, &rows), "abe");
    assert_eq!(ids(&Query { stage: Some(FunnelStage::Stage(Stage::Analyse)), ..all() }, &rows), "cg");
    assert_eq!(ids(&Query { sort: Sort::Stage, ..all() }, &rows), "fdcgabe");
}

#[test]
fn every_rung_has_its_own_code() {
    for rung in FunnelStage::all() {
        assert_eq!(FunnelStage::from_code(rung.code()), Some(rung));
    }
    assert_eq!(FunnelStage::from_code("targets"), None);
    assert_eq!(FunnelStage::all().count(), 7);
}

proptest! {
    #[test]
    fn every_open_deal_is_on_one_rung(deals in prop::collection::vec(super::any::deal::any_deal(), 0..6)) {
        let deals: Vec<Deal> = (0..).zip(deals).map(|(number, deal)| Deal { id: format!("d{number}"), ..deal }).collect();
        let funnel = funnel(&rows(&deals), &Scope::default(), date(TODAY));
        let standing: usize = funnel.stages.iter().map(|(_, step)| step.open.count).sum();
        prop_assert_eq!(standing + funnel.targets.open.count, deals.iter().filter(|deal| deal.is_open()).count());
        let left = funnel.targets.went_on + funnel.targets.lost + funnel.targets.open.count;
        prop_assert!(left <= deals.iter().filter(|deal| deal.target.is_some() && !deal.deleted).count());
    }
}
