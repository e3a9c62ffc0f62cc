//! The records of a file that cannot be imported, and why.

use crate::DealError;
use abacus_class::own::OwnError;
use abacus_core::text::Locale;
use abacus_scenarios as scenarios;

/// The part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The deals.
    Deals,
    /// The scenarios.
    Scenarios,
    /// The lessons.
    Lessons,
    /// The records that the exporting app could not read.
    Unreadable,
    /// The entries of a rescue file.
    Entries,
}

/// A record of a file that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    /// In which part of the file.
    pub part: Part,
    /// Its position in that part, from 1.
    pub number: usize,
    /// The beginning of its name, if it can be found.
    pub name: Option<String>,
    /// Why it is left out.
    pub reason: Reason,
}

/// Why a record cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has no valid id.
    NoId,
    /// It cannot be read.
    Deal(DealError),
    /// It cannot be read as a scenario.
    Scenario(scenarios::ScenarioError),
    /// It cannot be read as a lesson.
    Lesson(OwnError),
    /// It is neither a deal nor a scenario nor a lesson.
    NotARecord,
}

impl Reason {
    /// What is wrong, in one sentence.
    pub fn message(&self, locale: Locale) -> String {
        match (self, locale) {
            (Self::NoId, Locale::Zh) => "没有可用的编号。".to_owned(),
            (Self::NoId, Locale::En) => "It has no usable id.".to_owned(),
            (Self::Deal(reason), _) => reason.message(locale),
            (Self::Scenario(reason), _) => reason.message(locale),
            (Self::Lesson(reason), _) => reason.message(locale),
            (Self::NotARecord, Locale::Zh) => "不是商机、方案，也不是课程。".to_owned(),
            (Self::NotARecord, Locale::En) => "It is neither a deal nor a scenario nor a lesson.".to_owned(),
        }
    }
}
