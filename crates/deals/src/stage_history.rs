//! When a deal reached its stages. Only changes made in the app are known: a table does not say when its deals moved.

use litemap::LiteMap;

use serde_json::{Map, Value};

use crate::stage::Stage;
use abacus_core::date::Date;

/// The days on which a deal reached its stages and ended, as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StageHistory {
    /// The day it reached each stage. A stage later than that of the deal has none.
    pub stages: LiteMap<Stage, Date>,
    /// The day it ended.
    pub ended: Option<Date>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl StageHistory {
    /// Records a move. Moving back keeps the day of the stage returned to; later stages have to be reached again.
    pub(crate) fn move_to(&mut self, from: Stage, to: Stage, day: Date) {
        self.ended = None;
        // An older version may have moved the deal back without recording it.
        self.stages.retain(|stage, _| *stage <= from.min(to));
        if to > from {
            self.stages.insert(to, day);
        }
    }

    /// Whether a day that `before` has is missing here.
    pub(crate) fn lacks(&self, before: &Self) -> bool {
        let is_missing = |(stage, _): (&Stage, &Date)| self.stages.get(stage).is_none();
        before.stages.iter().any(is_missing) || (before.ended.is_some() && self.ended.is_none())
    }

    /// How many days a deal stayed at a stage it has left: until it reached the next stage whose day is known, or
    /// ended. `None` while either day is unknown.
    pub fn days_at(&self, stage: Stage) -> Option<u32> {
        let came = *self.stages.get(&stage)?;
        let later = self.stages.iter().find(|(next, _)| **next > stage).map(|(_, day)| *day);
        u32::try_from(came.days_until(later.or(self.ended)?)).ok()
    }

    /// Days since a deal reached a stage, counted until it ended; `None` while unknown.
    pub fn days_since(&self, stage: Stage, today: Date) -> Option<u32> {
        let came = *self.stages.get(&stage)?;
        u32::try_from(came.days_until(self.ended.unwrap_or(today))).ok()
    }

    /// Sets both sides to the earlier day wherever both have recorded one since `base`: the same move recorded on
    /// different days is not a conflict worth asking about.
    pub(crate) fn agree(base: &Self, ours: &mut Self, theirs: &mut Self) {
        for stage in Stage::ALL {
            let [before, our, their] = [base, ours, theirs].map(|side| side.stages.get(&stage).copied());
            if let Some(day) = earlier(before, our, their) {
                ours.stages.insert(stage, day);
                theirs.stages.insert(stage, day);
            }
        }
        if let Some(day) = earlier(base.ended, ours.ended, theirs.ended) {
            (ours.ended, theirs.ended) = (Some(day), Some(day));
        }
    }
}

/// The earlier of two days that both differ from what was before.
fn earlier(before: Option<Date>, ours: Option<Date>, theirs: Option<Date>) -> Option<Date> {
    (ours != before && theirs != before).then(|| Some(ours?.min(theirs?))).flatten()
}
