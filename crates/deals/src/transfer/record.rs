use crate::Deal;
use abacus_scenarios::{self as scenarios, Scenario};

/// A deal or a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum FileRecord {
    /// A deal.
    Deal(Box<Deal>),
    /// A scenario of a calculator.
    Scenario(Box<Scenario>),
}

impl FileRecord {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Deal(deal) => &deal.id,
            Self::Scenario(scenario) => &scenario.id,
        }
    }

    /// Whether it is a tombstone.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        match self {
            Self::Deal(deal) => deal.deleted,
            Self::Scenario(scenario) => scenario.deleted,
        }
    }

    /// The deal.
    #[must_use]
    pub fn deal(&self) -> Option<&Deal> {
        match self {
            Self::Deal(deal) => Some(deal),
            Self::Scenario(_) => None,
        }
    }

    pub(super) fn key(&self) -> String {
        match self {
            Self::Deal(deal) => crate::key(&deal.id),
            Self::Scenario(scenario) => scenarios::key(&scenario.id),
        }
    }

    pub(super) fn encode(&self) -> String {
        match self {
            Self::Deal(deal) => crate::encode(deal),
            Self::Scenario(scenario) => scenarios::encode(scenario),
        }
    }

    pub(super) fn revision(&self) -> u64 {
        match self {
            Self::Deal(deal) => deal.revision,
            Self::Scenario(scenario) => scenario.revision,
        }
    }

    pub(super) fn renamed(&self, id: &str, revision: u64) -> Self {
        let id = id.to_owned();
        match self {
            Self::Deal(deal) => Self::Deal(Box::new(Deal { id, revision, ..(**deal).clone() })),
            Self::Scenario(it) => Self::Scenario(Box::new(Scenario { id, revision, ..(**it).clone() })),
        }
    }
}
