use abacus_core::calculator::{Calculator, Inputs};

/// The prefix of the keys of scenarios.
pub const PREFIX: &str = "sales-abacus:scenario:";

/// The values of one calculator under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The id in its storage key: 1–32 characters of `a`–`z`, `0`–`9`, `-`.
    pub id: String,
    /// How often it was written; 0 before the first time.
    pub revision: u64,
    /// The calculator the values belong to.
    pub calculator: &'static dyn Calculator,
    /// The name given by the user.
    pub name: String,
    /// Its place in the list of its calculator, from 0; ties are ordered by id.
    pub place: u32,
    /// Whether it is a tombstone, which is kept so that deletion can be undone.
    pub deleted: bool,
    /// The values, each within its bounds.
    pub inputs: Inputs,
    /// Query parts that this version does not know, such as `colour=red`, kept exactly for the version that does.
    pub unknown_query: Vec<String>,
    /// Inputs that the calculator does not have in this version, kept likewise; they are not used.
    pub unknown_inputs: Vec<String>,
}

impl Scenario {
    /// A scenario that was never stored.
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
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// The id in the storage key of a scenario; `None` for any other key. The id is not validated, so that a record under a
/// malformed key is still found and kept.
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
}
