//! Scenarios as records of the vault.

use abacus_vault::Record;

use crate::error::ScenarioError;
use crate::known_calculators::KnownCalculators;
use crate::merge::merge;
use crate::record::{decode_known, encode};
use crate::scenario::{PREFIX, Scenario};

/// The scenarios of every calculator.
pub type Book = abacus_vault::Book<Scenario>;

/// The scenarios and the store they are kept in.
pub type Vault = abacus_vault::Vault<Scenario>;

impl Record for Scenario {
    type Error = ScenarioError;
    type Context = KnownCalculators;

    const PREFIX: &'static str = PREFIX;
    const ROLLS_BACK: bool = false;

    abacus_vault::record_accessors!();

    fn encode(&self) -> String {
        encode(self)
    }

    fn decode(known: &KnownCalculators, id: &str, text: &str) -> Result<Self, ScenarioError> {
        decode_known(known, id, text)
    }

    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Option<Self> {
        merge(base?, ours, theirs)
    }

    fn second_version(&self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self.clone() }
    }
}
