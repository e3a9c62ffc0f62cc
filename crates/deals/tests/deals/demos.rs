//! What the demo has to show.

use super::views::rows;
use super::*;
use abacus_deals::view::{Scope, agenda, funnel};

#[test]
fn demo_deals_show_every_stage_and_kind_of_gap() {
    for locale in Locale::ALL {
        let deals = demo(locale, date(TODAY));
        for deal in &deals {
            assert_eq!(decode(&deal.id, &encode(deal)).as_ref(), Ok(deal), "demo deals are valid records");
            assert!(deal.id.starts_with("demo"));
        }
        let found = funnel(&rows(&deals), &Scope::default(), date(TODAY));
        assert!(found.stages.iter().all(|(_, step)| step.open.count > 0), "{found:?}");
        assert!(found.ends.iter().all(|(_, tally)| tally.count > 0));
        let advice: std::collections::BTreeSet<_> =
            deals.iter().flat_map(|deal| advise(deal, date(TODAY))).map(|advice| advice.id()).collect();
        for rule in ["next-step-overdue", "invoice-overdue", "no-next-step", "opposed", "guide-is-insider", "no-guide"]
        {
            assert!(advice.contains(rule), "{rule} in {advice:?}");
        }
        let agenda = agenda(&rows(&deals), date(TODAY));
        assert!(!agenda.overdue.is_empty() && !agenda.today.is_empty() && !agenda.week.is_empty());
    }
}
