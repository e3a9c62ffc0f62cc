//! Observations for the exit checks that the data of a deal cannot answer.

use serde_json::{Map, Value};

/// Observations for the checks that the data of the deal cannot answer, one line each. The field names are those of the
/// stored record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Exits {
    /// Whose needs are written down, and where.
    pub needs_written: String,
    /// The three main rivals.
    pub rivals: String,
    /// Why the customer trusts the product.
    pub trust_product: String,
    /// Why the customer trusts the salesperson.
    pub trust_person: String,
    /// Why the customer trusts the company.
    pub trust_company: String,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}
