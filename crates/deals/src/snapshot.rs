//! A calculator's result noted on a deal: with its inputs, so that it can be opened and computed again.

use serde_json::{Map, Value};

use abacus_core::calculator::Evaluation;
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculators::find;
use abacus_core::date::Date;

/// The figures of one calculator on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Tells the snapshots of one deal apart; empty if the record gave none.
    pub id: String,
    /// The day it was noted.
    pub date: Option<Date>,
    /// The public name of the calculator.
    pub tool: String,
    /// Its inputs as a link has them: the fragment, without `#`.
    pub inputs: String,
    /// Its results as they were: key and exact decimal, or nothing where the result was undefined.
    pub results: Vec<(String, String)>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Snapshot {
    /// Notes what a calculator's link stands for: none if there is no such calculator.
    #[must_use]
    pub fn take(id: &str, tool: &str, fragment: &str, today: Date) -> Option<Self> {
        let spec = find(tool)?.spec();
        // Read and written again, so that nothing but the calculator's own inputs is kept.
        let inputs = share::encode(spec, &share::decode(spec, fragment).inputs, None, Reader::Colleague);
        let mut taken = Self {
            id: id.to_owned(),
            date: Some(today),
            tool: tool.to_owned(),
            inputs,
            results: Vec::new(),
            extra: Map::new(),
        };
        taken.results = taken.recomputed();
        Some(taken)
    }

    /// The results that this version of the product finds for the same inputs; none if it has no such calculator.
    #[must_use]
    pub fn recomputed(&self) -> Vec<(String, String)> {
        self.outcomes().iter().filter_map(noted).collect()
    }

    /// The results of now with their declarations, headline first.
    #[must_use]
    pub fn outcomes(&self) -> Vec<Evaluation> {
        let Some(calculator) = find(&self.tool) else { return Vec::new() };
        calculator.evaluate(&share::decode(calculator.spec(), &self.inputs).inputs)
    }

    /// Whether the calculator gives something else now than it did then.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.recomputed() != self.results
    }
}

fn noted(outcome: &Evaluation) -> Option<(String, String)> {
    Some((outcome.output.key.to_owned(), outcome.value.ok()?.normalize().to_string()))
}
