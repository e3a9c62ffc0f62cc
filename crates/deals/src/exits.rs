//! What was seen of the exit checks that no data of a deal can answer.

use serde_json::{Map, Value};

/// What was seen of the checks that no data of the deal can answer, each in one line. The field names are those of the
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
