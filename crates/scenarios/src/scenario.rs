//! One scenario, and the name under which it is stored.

use abacus_core::calculator::{Calculator, Inputs};

/// What the keys of scenarios begin with.
pub const PREFIX: &str = "sales-abacus:scenario:";

/// The values of one calculator under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// What follows the prefix of its storage key: 1–32 characters of `a`–`z`, `0`–`9`, `-`.
    pub id: String,
    /// How often it was written; 0 before the first time.
    pub revision: u64,
    /// Whose values these are.
    pub calculator: &'static dyn Calculator,
    /// What the user calls it.
    pub name: String,
    /// Where it stands in the list of its calculator, from 0; of equals, the smaller id comes first.
    pub place: u32,
    /// Whether it was deleted: it stays as this mark, so that deletion can be undone.
    pub deleted: bool,
    /// The values, each within its bounds.
    pub inputs: Inputs,
    /// Parts of the record that this version does not know, such as `colour=red`, kept letter by
    /// letter for the version that does.
    pub unknown_query: Vec<String>,
    /// Inputs that the calculator does not have here, kept likewise; they are not computed with.
    pub unknown_inputs: Vec<String>,
}

impl Scenario {
    /// A scenario that was never stored.
    #[must_use]
    pub fn new(id: &str, calculator: &'static dyn Calculator, name: &str, inputs: Inputs) -> Self {
        Self {
            id: id.to_owned(),
            revision: 0,
            calculator,
            name: name.to_owned(),
            place: 0,
            deleted: false,
            inputs,
            unknown_query: Vec::new(),
            unknown_inputs: Vec::new(),
        }
    }
}

/// The storage key of the scenario with this id: `sales-abacus:scenario:<id>`.
#[must_use]
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// What follows the prefix in the storage key of a scenario; `None` for any other key. The id is
/// not judged here, so that a record under a malformed key is still found and kept.
#[must_use]
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
}
