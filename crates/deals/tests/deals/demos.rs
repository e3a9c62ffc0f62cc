//! What each view shows of the demo: nobody who tries the book should find an empty page.

use super::views::rows;
use super::*;
use abacus_deals::view::{
    Meetings, Query, RESOURCE_PLAN_KEY, Ratios, Resource, ResourcePlan, Scope, agenda, cases, funnel, rhythm_fragment,
    salespeople, tags,
};
use abacus_deals::{Front, FunnelStage, Letter, PortfolioOwner, SALESPERSON_KEY, demo_settings};

fn shown() -> impl Iterator<Item = (Vec<Deal>, abacus_deals::view::Rows)> {
    Locale::ALL.into_iter().map(|locale| {
        let deals = demo(locale, date(TODAY));
        let rows = rows(&deals);
        (deals, rows)
    })
}

fn plan(locale: Locale) -> ResourcePlan {
    let settings = demo_settings(locale);
    ResourcePlan::read(settings.iter().find(|(key, _)| *key == RESOURCE_PLAN_KEY).map(|(_, text)| &**text).unwrap())
}

#[test]
fn demo_deals_are_few_and_valid_records() {
    for (deals, _) in shown() {
        assert!(deals.len() <= 14, "few enough to skim in a minute");
        for deal in &deals {
            assert_eq!(decode(&deal.id, &encode(deal)).as_ref(), Ok(deal), "demo deals are valid records");
            assert!(deal.id.starts_with("demo"));
            let days: Vec<_> = deal.reached.stages.values().copied().chain(deal.reached.ended).collect();
            assert!(deal.target.into_iter().chain(days).is_sorted(), "{}: the days are in order", deal.customer);
        }
    }
}

#[test]
fn the_demo_list_can_be_filtered_by_salesperson_and_tag() {
    for (locale, (deals, rows)) in Locale::ALL.into_iter().zip(shown()) {
        assert_eq!((salespeople(&rows).len(), tags(&rows).len()), (2, 3));
        let own = demo_settings(locale).into_iter().find(|(key, _)| *key == SALESPERSON_KEY).map(|(_, name)| name);
        assert!(salespeople(&rows).contains(&own.unwrap()), "“my deals” is not empty");
        let plain = Query::default().answer(&rows, date(TODAY));
        assert_eq!(plain.len(), 7);
        assert!(deals.iter().any(|deal| deal.salesperson.is_empty()), "one is not assigned yet");
    }
}

#[test]
fn the_demo_shows_every_rung_of_the_funnel_and_kind_of_gap() {
    for (deals, rows) in shown() {
        let found = funnel(&rows, &Scope::default(), date(TODAY));
        let steps = || found.stages.iter().map(|(_, step)| step).chain([&found.targets]);
        assert!(steps().all(|step| step.open.count > 0), "{found:?}");
        assert!(steps().all(|step| step.known_stays() > 0), "each step has known durations: {found:?}");
        assert!(steps().any(|step| step.neglected > 0) && found.targets.never_contacted == 1);
        assert!(found.ends.iter().all(|(_, tally)| tally.count > 0));
        assert!(deals.iter().any(|deal| FunnelStage::of(deal) == FunnelStage::Target));
        let advice: std::collections::BTreeSet<_> =
            deals.iter().flat_map(|deal| advise(deal, date(TODAY))).map(|advice| advice.id()).collect();
        for rule in ["next-step-overdue", "invoice-overdue", "no-next-step", "opposed", "guide-is-insider", "no-guide"]
        {
            assert!(advice.contains(rule), "{rule} in {advice:?}");
        }
    }
}

#[test]
fn the_demo_has_enough_won_deals_for_ratios() {
    for (_, rows) in shown() {
        let ratios = Ratios::of(&rows, &Scope::default());
        assert_eq!(ratios, Ratios { prospects: 8, won: 5, visits: 25 });
        assert!(ratios.activity_fragment().is_some());
        assert!(rhythm_fragment(&rows, &Scope::default(), date(TODAY)).is_some());
    }
}

#[test]
fn the_demo_fills_every_section_of_the_agenda() {
    for (_, rows) in shown() {
        let agenda = agenda(&rows, date(TODAY));
        assert!(!agenda.overdue.is_empty() && !agenda.today.is_empty() && !agenda.week.is_empty());
        assert!(!agenda.unplanned.is_empty());
    }
}

#[test]
fn the_demo_portfolio_is_regional_and_has_all_classes() {
    for (deals, rows) in shown() {
        assert_eq!(Scope::default().read_as(&rows), PortfolioOwner::Region);
        let classes = ValueClass::ALL.map(|class| {
            deals.iter().filter(|deal| deal.is_open() && deal.assessment.value_class() == Some(class)).count()
        });
        assert!(classes.iter().all(|count| *count > 0), "{classes:?}");
        let letters: Vec<Letter> = deals
            .iter()
            .filter(|deal| deal.is_open())
            .filter_map(|deal| Some(deal.assessment.opening()?.letter()))
            .collect();
        assert!(letters.len() >= 5, "enough for a finding: {letters:?}");
    }
}

#[test]
fn the_means_of_the_demo_are_planned_and_have_findings() {
    for (locale, (_, rows)) in Locale::ALL.into_iter().zip(shown()) {
        let meetings = Meetings::of(&rows, &Scope::default(), date(TODAY));
        assert!(Front::ALL.into_iter().all(|front| meetings.on(front) > 0), "{meetings:?}");
        let plan = plan(locale);
        assert!(Resource::ALL.into_iter().all(|means| plan.is_whole(means)));
        assert!(!meetings.findings(&plan).is_empty(), "the time goes elsewhere than planned: {meetings:?}");
    }
}

#[test]
fn the_demo_has_one_success_case() {
    for (_, rows) in shown() {
        let found = cases(&rows, "", None);
        assert_eq!(found.len(), 1);
        assert!(found[0].case.is_complete() && found[0].visits[0].date.is_some());
    }
}
