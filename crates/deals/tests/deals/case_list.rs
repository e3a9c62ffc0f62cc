//! The success cases of the whole book, collected from the visits for which they were written.

use super::any::deal::any_deal;
use super::views::rows;
use super::*;
use abacus_core::number::format::Style;
use abacus_core::sheet::csv;
use abacus_deals::view::{BookCase, case_table, cases};
use abacus_deals::{SuccessCase, variants};

fn case(trade: &str, result: &str) -> SuccessCase {
    SuccessCase { trade: trade.to_owned(), result: result.to_owned(), ..SuccessCase::default() }
}

fn telling(id: &str, customer: &str, visits: &[(&str, SuccessCase)]) -> Deal {
    let visit = |(number, (day, case)): (usize, &(&str, SuccessCase))| Visit {
        date: day.parse().ok(),
        case: case.clone(),
        ..Visit::new(&format!("v{number}"))
    };
    let visits = visits.iter().enumerate().map(visit).collect();
    Deal { customer: customer.to_owned(), visits, ..Deal::new(id) }
}

fn trades(found: &[BookCase]) -> Vec<&str> {
    found.iter().map(|found| found.case.trade.as_str()).collect()
}

fn some() -> Vec<Deal> {
    vec![
        telling("a", "华东机床", &[("2026-02-01", case("江北机床厂", "省 30%")), ("", case(" ", ""))]),
        telling("b", "Acme", &[("2026-03-01", case("江北机床厂 ", "省 30%")), ("", case("Müller", "2 weeks"))]),
        telling("c", "北方", &[("2026-02-15", case("江北机床厂", "省 40%"))]),
        Deal { deleted: true, ..telling("d", "", &[("2026-02-15", case("Gone", ""))]) },
    ]
}

#[test]
fn each_case_is_listed_once_with_the_visits_that_tell_it() {
    let rows = rows(&some());
    let found = cases(&rows, "", None);
    assert_eq!(trades(&found).len(), 3);
    let told: Vec<Vec<&str>> =
        found.iter().map(|case| case.visits.iter().map(|told| told.deal.id.as_str()).collect()).collect();
    assert_eq!(told, [vec!["b", "a"], vec!["c"], vec!["b"]], "the latest first, those without a day last");
    assert_eq!(found[0].visits[0].date, Some(date("2026-03-01")));
}

#[test]
fn cases_are_found_by_their_text_and_their_deals() {
    let rows = rows(&some());
    for (search, count) in
        [("江北", 2), ("江北 40", 1), ("MÜLLER", 1), ("acme", 2), ("北方", 1), ("nobody", 0), (" ", 3)]
    {
        assert_eq!(cases(&rows, search, None).len(), count, "{search}");
    }
    assert_eq!(cases(&rows, "機床廠", None).len(), 0);
    assert_eq!(cases(&rows, "機床廠", Some(variants)).len(), 2);
}

#[test]
fn cases_are_exported_as_a_table() {
    let style = Style::default_for(Locale::En);
    let table = csv::write(&case_table(&cases(&rows(&some()), "", None), style));
    let lines: Vec<&str> = table.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines.len(), 4, "{table}");
    assert!(lines[0].ends_with("Customer of the deal,Deal,Day of the visit"), "{table}");
    assert!(lines[1].starts_with("江北机床厂,") && lines[1].ends_with("Acme,,2026-03-01"), "{table}");
}

proptest! {
    #[test]
    fn every_written_case_is_in_the_list(deals in prop::collection::vec(any_deal(), 0..5)) {
        let deals: Vec<Deal> = (0..).zip(deals).map(|(number, deal)| Deal { id: format!("d{number}"), ..deal }).collect();
        let found = cases(&rows(&deals), "", None);
        let written = deals.iter().filter(|deal| !deal.deleted).flat_map(|deal| &deal.visits);
        let written: Vec<&Visit> = written.filter(|visit| !visit.case.is_blank()).collect();
        prop_assert_eq!(found.iter().map(|case| case.visits.len()).sum::<usize>(), written.len());
        for visit in written {
            prop_assert_eq!(found.iter().filter(|found| found.case.words() == visit.case.words()).count(), 1);
        }
    }
}
