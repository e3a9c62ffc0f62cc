//! The success cases told in the visits of a book's deals.

use serde_json::Map;

use crate::deal::Deal;
use crate::visit::SuccessCase;

/// The complete success cases of these deals, each once, the latest first within a deal.
pub fn complete_cases<'a>(deals: impl Iterator<Item = &'a Deal>) -> Vec<SuccessCase> {
    let mut found: Vec<SuccessCase> = Vec::new();
    for case in deals.flat_map(|deal| deal.visits.iter().rev()).map(|visit| &visit.case) {
        if case.is_complete() && found.iter().all(|known| known.words() != case.words()) {
            found.push(SuccessCase { extra: Map::new(), ..case.clone() });
        }
    }
    found
}
