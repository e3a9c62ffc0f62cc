use super::unusable::Reason;
use crate::Deal;
use crate::key::id_of;
use crate::record::decode;
use abacus_class::own::{self, OwnLesson};
use abacus_scenarios::{self as scenarios, Scenario};

/// A deal, a scenario or a lesson.
#[derive(Clone, Debug, PartialEq)]
pub enum FileRecord {
    /// A deal.
    Deal(Box<Deal>),
    /// A scenario of a calculator.
    Scenario(Box<Scenario>),
    /// The user's own lesson.
    Lesson(Box<OwnLesson>),
}

/// The record under a key of the store.
pub(super) fn stored(key: &str, text: &str) -> Result<FileRecord, Reason> {
    if let Some(id) = id_of(key) {
        decode(id, text).map(|deal| FileRecord::Deal(Box::new(deal))).map_err(Reason::Deal)
    } else if let Some(id) = scenarios::id_of(key) {
        scenarios::decode(id, text).map(|it| FileRecord::Scenario(Box::new(it))).map_err(Reason::Scenario)
    } else if let Some(id) = own::id_of(key) {
        own::decode(id, text).map(|it| FileRecord::Lesson(Box::new(it))).map_err(Reason::Lesson)
    } else {
        Err(Reason::NotARecord)
    }
}

impl FileRecord {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Deal(deal) => &deal.id,
            Self::Scenario(scenario) => &scenario.id,
            Self::Lesson(lesson) => &lesson.id,
        }
    }

    /// Whether it is a tombstone.
    pub fn is_deleted(&self) -> bool {
        match self {
            Self::Deal(deal) => deal.deleted,
            Self::Scenario(scenario) => scenario.deleted,
            Self::Lesson(lesson) => lesson.deleted,
        }
    }

    /// The deal.
    pub fn deal(&self) -> Option<&Deal> {
        match self {
            Self::Deal(deal) => Some(deal),
            Self::Scenario(_) | Self::Lesson(_) => None,
        }
    }

    pub(super) fn key(&self) -> String {
        match self {
            Self::Deal(deal) => crate::key(&deal.id),
            Self::Scenario(scenario) => scenarios::key(&scenario.id),
            Self::Lesson(lesson) => own::key(&lesson.id),
        }
    }

    pub(super) fn encode(&self) -> String {
        match self {
            Self::Deal(deal) => crate::encode(deal),
            Self::Scenario(scenario) => scenarios::encode(scenario),
            Self::Lesson(lesson) => own::encode(lesson),
        }
    }

    pub(super) fn revision(&self) -> u64 {
        match self {
            Self::Deal(deal) => deal.revision,
            Self::Scenario(scenario) => scenario.revision,
            Self::Lesson(lesson) => lesson.revision,
        }
    }

    pub(super) fn renamed(&self, id: &str, revision: u64) -> Self {
        let id = id.to_owned();
        match self {
            Self::Deal(deal) => Self::Deal(Box::new(Deal { id, revision, ..(**deal).clone() })),
            Self::Scenario(it) => Self::Scenario(Box::new(Scenario { id, revision, ..(**it).clone() })),
            Self::Lesson(it) => Self::Lesson(Box::new(OwnLesson { id, revision, ..(**it).clone() })),
        }
    }
}
