use serde_json::{Map, Value};

use super::normalize::is_blank;
use abacus_core::date::Date;

/// What we do next about a deal or one of its people.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NextStep {
    /// As typed; blank while nothing is planned.
    pub action: String,
    /// The day it is due.
    pub date: Option<Date>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl NextStep {
    /// Whether nothing is planned.
    pub fn is_open(&self) -> bool {
        is_blank(&self.action)
    }

    /// The planned action, trimmed, and its day; `None` unless both are known.
    pub(super) fn planned(&self) -> Option<(&str, Date)> {
        let date = self.date.filter(|_| !self.is_open())?;
        Some((self.action.trim(), date))
    }
}
