//! The success cases told in the visits of a book's deals.

use serde_json::Map;

use crate::deal::Deal;
use crate::visit::SuccessCase;

/// The complete success cases of these deals, each once, the latest first within a deal.
pub fn told_cases<'a>(deals: impl Iterator<Item = &'a Deal>) -> Vec<SuccessCase> {
    let mut told: Vec<SuccessCase> = Vec::new();
    for case in deals.flat_map(|deal| deal.visits.iter().rev()).map(|visit| &visit.case) {
        if case.is_complete() && told.iter().all(|known| known.words() != case.words()) {
            told.push(SuccessCase { extra: Map::new(), ..case.clone() });
        }
    }
    told
}
