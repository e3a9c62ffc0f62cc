//! The stages of the funnel: a target customer (目标客户, S2), then the six stages.

use crate::deal::Deal;
use crate::stage::Stage;
use abacus_core::date::Date;
use abacus_core::text::{Text, text};

/// A stage of the funnel. The order is that of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FunnelStage {
    /// 目标客户: somebody we want to sell to, whose analysis has not begun. Its stage is the first.
    Target,
    /// One of the six stages.
    Stage(Stage),
}

impl FunnelStage {
    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Target).chain(Stage::ALL.into_iter().map(Self::Stage))
    }

    /// The funnel stage of a deal; for an ended one, its last.
    #[must_use]
    pub fn of(deal: &Deal) -> Self {
        let has_begun = deal.stage > Stage::Analyse || deal.reached.stages.contains_key(&Stage::Analyse);
        if deal.target.is_some() && !has_begun { Self::Target } else { Self::Stage(deal.stage) }
    }

    /// The code in URLs. It never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Stage(stage) => stage.code(),
        }
    }

    /// The funnel stage with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|funnel_stage| funnel_stage.code() == code)
    }

    /// The label.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Target => text("目标客户", "Target customer"),
            Self::Stage(stage) => stage.label(),
        }
    }
}

impl Deal {
    /// How many days it was a target customer: until it reached the next stage whose day is known, or ended. `None`
    /// while either day is unknown.
    #[must_use]
    pub fn days_as_target(&self) -> Option<u32> {
        let until = self.reached.stages.values().next().copied().or(self.reached.ended)?;
        u32::try_from(self.target?.days_until(until)).ok()
    }

    /// Makes it a target customer as of this day, or begins its analysis. If it became a target today, that is undone,
    /// and only the day of the stage remains.
    pub(crate) fn set_target(&mut self, is: bool, day: Date) {
        if is {
            self.reached.stages.remove(&Stage::Analyse);
            self.target = Some(day);
        } else if let Some(since) = self.target {
            self.reached.stages.insert(Stage::Analyse, day);
            self.target = (since != day).then_some(since);
        }
        self.unread.remove(crate::fields::TARGET.meta.key);
    }
}
