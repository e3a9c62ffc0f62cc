//! Snapshots: results of a calculator noted on a deal, with their inputs, so that they can be opened and recomputed.

use litemap::LiteMap;

use serde_json::{Map, Value};

use abacus_core::calculator::Evaluation;
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculators::find;
use abacus_core::date::Date;

/// The results of one calculator on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The id, unique within the deal; empty if the record has none.
    pub id: String,
    /// The day it was noted.
    pub date: Option<Date>,
    /// The public name of the calculator.
    pub tool: String,
    /// Its inputs as a link fragment, without `#`.
    pub inputs: String,
    /// Its results when it was taken: key and exact decimal, or `None` if the result was undefined.
    pub results: LiteMap<String, String>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Snapshot {
    /// A snapshot of a calculator's link; `None` if there is no such calculator.
    pub fn take(id: &str, tool: &str, fragment: &str, today: Date) -> Option<Self> {
        let spec = find(tool)?.spec();
        // Decoded and encoded again, so that only the calculator's own inputs are kept.
        let inputs = share::encode(spec, &share::decode(spec, fragment).inputs, None, Reader::Colleague);
        let mut taken = Self {
            id: id.to_owned(),
            date: Some(today),
            tool: tool.to_owned(),
            inputs,
            results: LiteMap::new(),
            extra: Map::new(),
        };
        taken.results = taken.recomputed();
        Some(taken)
    }

    /// The results this version computes from the same inputs; empty if it has no such calculator.
    pub fn recomputed(&self) -> LiteMap<String, String> {
        self.outcomes().iter().filter_map(noted).collect()
    }

    /// The current results with their declarations, headline first.
    pub fn outcomes(&self) -> Vec<Evaluation> {
        let Some(calculator) = find(&self.tool) else { return Vec::new() };
        calculator.evaluate(&share::decode(calculator.spec(), &self.inputs).inputs)
    }

    /// Whether a noted result would be different today. Results that later versions add are not a change.
    pub fn has_changed(&self) -> bool {
        let now = self.recomputed();
        self.results.iter().any(|(key, noted)| now.get(key) != Some(noted))
    }
}

fn noted(outcome: &Evaluation) -> Option<(String, String)> {
    Some((outcome.output.key.to_owned(), outcome.value.ok()?.normalize().to_string()))
}
