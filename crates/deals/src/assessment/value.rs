//! The value of a deal, in five scores (S4).

use litemap::LiteMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::value_class::ValueClass;
use abacus_core::closed_enum;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::int;

/// A score from 1 (hardly anything) to 10 (as much as possible).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The lowest and the highest score.
    pub const BOUNDS: [u8; 2] = [1, 10];

    /// The score of this many points; `None` unless it is 1 to 10.
    pub fn new(points: u8) -> Option<Self> {
        let [min, max] = Self::BOUNDS;
        (min..=max).contains(&points).then_some(Self(points))
    }

    /// All scores, from 1 to 10.
    pub fn all() -> impl Iterator<Item = Self> {
        let [min, max] = Self::BOUNDS;
        (min..=max).map(Self)
    }

    /// The points.
    pub const fn points(self) -> u8 {
        self.0
    }
}

closed_enum! {
    /// One of the two sides of a deal's value.
    #[derive(PartialOrd, Ord)]
    pub enum Side {
        /// What the deal brings now.
        Short = "short-term" ("短期收益", "Short-term gain"),
        /// What the deal brings later.
        Long = "long-term" ("长期影响", "Long-term influence"),
    }
}

closed_enum! {
    /// One of the five things that are scored.
    #[derive(PartialOrd, Ord)]
    pub enum SubScore {
        /// How large this order is.
        OrderSize = "order_size" ("这一单的大小", "Size of this order"),
        /// How much it contributes to the target of this period.
        PeriodTarget = "period_target" ("对本期任务的帮助", "Help with this period’s target"),
        /// The business that follows from it later.
        LaterBusiness = "later_business" ("以后的生意", "Later business"),
        /// How it affects brand and reputation.
        Reputation = "reputation" ("品牌与口碑", "Brand and reputation"),
        /// How it affects the team's morale.
        Morale = "morale" ("团队士气", "Team morale"),
    }
}

impl SubScore {
    /// The side it counts for.
    pub const fn side(self) -> Side {
        match self {
            Self::OrderSize | Self::PeriodTarget => Side::Short,
            Self::LaterBusiness | Self::Reputation | Self::Morale => Side::Long,
        }
    }
}

/// The scores given so far.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Scores {
    /// Each score that was given.
    pub given: LiteMap<SubScore, Score>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Scores {
    /// The mean of the scores given for one side; missing scores do not count. `None` if there are none.
    pub fn mean(&self, side: Side) -> Option<Mean> {
        let points = self.given.iter().filter(|(what, _)| what.side() == side).map(|(_, score)| score.points());
        Mean::of(points)
    }

    /// The class given by both sides; `None` while one of them has no score.
    pub fn class(&self) -> Option<ValueClass> {
        let (short, long) = (self.mean(Side::Short)?, self.mean(Side::Long)?);
        Some(ValueClass::of(short.is_big(), long.is_big()))
    }
}

/// The mean of one to three scores. It is exact, since every such mean is a whole number of sixths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mean {
    sixths: u16,
}

impl Mean {
    /// The middle of a scale from 1 to 10, in sixths. A mean above it is big: of whole scores, 1 to 5 lie below and 6
    /// to 10 above. The middle itself, 5.5, is not big, because "big" calls for our best effort and needs more in
    /// favour than against.
    const MIDDLE: u16 = 33;

    fn of(points: impl Iterator<Item = u8>) -> Option<Self> {
        let (count, sum) = points
            .fold((0_u16, 0_u16), |(count, sum), points| (count.saturating_add(1), sum.saturating_add(points.into())));
        let sixths = sum.saturating_mul(6).checked_div(count)?;
        Some(Self { sixths })
    }

    /// The mean in points, 1 to 10; thirds have 28 digits.
    pub fn points(self) -> Decimal {
        int(self.sixths.into()).over(int(6)).unwrap_or_default()
    }

    /// The mean in whole points, 1 to 10, for the value matrix. Halves are rounded down, so that 5.5, which is not big,
    /// does not look big.
    pub fn whole(self) -> u8 {
        let sixths = self.sixths.saturating_add(2);
        sixths.checked_div(6).and_then(|points| points.try_into().ok()).unwrap_or_default()
    }

    /// Whether this counts as big: above 5.5.
    pub const fn is_big(self) -> bool {
        self.sixths > Self::MIDDLE
    }
}
