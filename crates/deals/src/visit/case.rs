//! A success case to tell on a visit (S1): somebody in the same trade with a similar problem, how they used our
//! solution, and the result.

use serde_json::{Map, Value};

use crate::normalize::is_blank;

/// A success case. Texts are kept as typed; the field names are those of the record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SuccessCase {
    /// The customer’s trade.
    pub trade: String,
    /// The problem they had.
    pub problem: String,
    /// How they used our solution.
    pub used: String,
    /// The result, as a figure.
    pub result: String,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl SuccessCase {
    /// Whether nothing is written.
    pub fn is_blank(&self) -> bool {
        [&self.trade, &self.problem, &self.used, &self.result].into_iter().all(|text| is_blank(text))
    }

    /// What is written, trimmed; it identifies a case.
    #[must_use]
    pub fn words(&self) -> [&str; 4] {
        [&self.trade, &self.problem, &self.used, &self.result].map(|text| text.trim())
    }

    /// Whether every part is written.
    pub fn is_complete(&self) -> bool {
        [&self.trade, &self.problem, &self.used, &self.result].into_iter().all(|text| !is_blank(text))
    }
}
