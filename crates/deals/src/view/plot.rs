//! The deals of a portfolio as they are placed in the picture of its values.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rust_decimal::Decimal;

use crate::assessment::{Side, ValueClass};
use crate::coverage::Coverage;
use crate::currency::Currency;
use crate::deal::Deal;
use abacus_core::number::decimal::Arithmetic;

/// How many deals are drawn at one point at most, so that they can be told apart.
pub const MOST_AT_A_POINT: usize = 6;

/// How many units of the picture are between two points of a score.
pub const POINT: u32 = 36;

/// The radius of a circle without an amount, of a zero amount, and of the largest amount, in tenths of a unit.
const UNKNOWN: u32 = 110;
const LEAST: u32 = 130;
const GREATEST: u32 = 240;

/// [`Plotted::part`] of the largest amount.
const WHOLE: u16 = 10_000;

/// How far the 1+2+1 gate of a deal is from being passed, in three steps that patterns can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// It is passed.
    Passed,
    /// One or two beads are missing.
    Partly,
    /// Three or four are missing.
    Hardly,
}

impl Pattern {
    /// All of them, from passed on.
    pub const ALL: [Self; 3] = [Self::Passed, Self::Partly, Self::Hardly];

    /// The step of a coverage.
    pub fn of(coverage: &Coverage) -> Self {
        match coverage.missing() {
            0 => Self::Passed,
            1 | 2 => Self::Partly,
            _ => Self::Hardly,
        }
    }
}

/// One deal with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plotted {
    /// The deal.
    pub deal: Rc<Deal>,
    /// Its value class.
    pub class: ValueClass,
    /// The short-term gain in whole points, see [`Mean::whole`](crate::Mean::whole).
    pub short: u8,
    /// The long-term influence in whole points.
    pub long: u8,
    /// The amount in ten-thousandths of the largest in its currency; `None` without an amount.
    pub part: Option<u16>,
    /// Its coverage.
    pub coverage: Coverage,
    /// Its index among those drawn at the same point; `None` if it is not drawn.
    pub index: Option<usize>,
}

/// The middle of a circle, in units from the score of zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Centre {
    /// How far it is to the right.
    pub short: u32,
    /// How far up.
    pub long: u32,
}

/// The deals of a portfolio that have both values.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Plot {
    /// By class, and in each by currency, the largest amounts first.
    pub deals: Vec<Plotted>,
    /// The currencies of their amounts: sizes compare within one of them only.
    pub currencies: BTreeSet<Currency>,
    drawn: BTreeMap<(u8, u8), usize>,
}

impl Plot {
    /// Places deals. The caller decides which belong to the portfolio.
    pub fn of<'a>(deals: impl IntoIterator<Item = &'a Rc<Deal>>) -> Self {
        let mut plotted: Vec<Plotted> = deals.into_iter().filter_map(unplaced).collect();
        let mut largest = BTreeMap::<Currency, Decimal>::new();
        for deal in plotted.iter().map(|plotted| &plotted.deal) {
            if let Some(amount) = deal.amount {
                let known = largest.entry(deal.currency).or_default();
                *known = amount.max(*known);
            }
        }
        plotted.sort_by(|one, other| one.order().cmp(&other.order()));
        let mut plot = Self { currencies: largest.keys().copied().collect(), ..Self::default() };
        for plotted in &mut plotted {
            let most = largest.get(&plotted.deal.currency).copied().unwrap_or_default();
            plotted.part = plotted.deal.amount.map(|amount| part(amount, most));
            let drawn = plot.drawn.entry((plotted.short, plotted.long)).or_default();
            if *drawn < MOST_AT_A_POINT {
                plotted.index = Some(*drawn);
                *drawn = drawn.saturating_add(1);
            }
        }
        plot.deals = plotted;
        plot
    }

    /// How many deals are drawn at a point.
    pub fn drawn_at(&self, short: u8, long: u8) -> usize {
        self.drawn.get(&(short, long)).copied().unwrap_or_default()
    }

    /// The centre of a deal's circle; `None` if it is not drawn. Circles at one point are moved apart, each by less
    /// than half a point, so no two have the same centre, and none leaves the quadrant of its class.
    pub fn centre(&self, plotted: &Plotted) -> Option<Centre> {
        let (right, up) = shift(plotted.index?, self.drawn_at(plotted.short, plotted.long));
        let moved = |points: u8, by: i32| u32::from(points).saturating_mul(POINT).saturating_add_signed(by);
        Some(Centre { short: moved(plotted.short, right), long: moved(plotted.long, up) })
    }

    /// How many deals are not drawn, because larger ones fill their points.
    pub fn not_drawn(&self) -> usize {
        self.deals.iter().filter(|plotted| plotted.index.is_none()).count()
    }

    /// Whether any deal has no amount.
    pub fn has_unknown_amounts(&self) -> bool {
        self.deals.iter().any(|plotted| plotted.part.is_none())
    }
}

impl Plotted {
    /// The radius of its circle, in tenths of a unit. The area grows linearly with the amount, from a size that a
    /// finger can still hit.
    pub fn radius(&self) -> u32 {
        let Some(part) = self.part else { return UNKNOWN };
        let square = |radius: u32| radius.saturating_mul(radius);
        let grown = square(GREATEST).saturating_sub(square(LEAST)).saturating_mul(part.into());
        square(LEAST).saturating_add(grown.checked_div(WHOLE.into()).unwrap_or_default()).isqrt()
    }

    fn order(&self) -> impl Ord {
        let deal = &*self.deal;
        let amount = (deal.amount.is_none(), std::cmp::Reverse(deal.amount));
        (self.class, deal.currency, amount, deal.id.as_str())
    }
}

fn unplaced(deal: &Rc<Deal>) -> Option<Plotted> {
    let value = &deal.assessment.value;
    let [short, long] = [Side::Short, Side::Long].map(|side| value.mean(side).map(|mean| mean.whole()));
    Some(Plotted {
        class: value.class()?,
        short: short?,
        long: long?,
        part: None,
        coverage: Coverage::of(deal),
        index: None,
        deal: Rc::clone(deal),
    })
}

/// The offset of one of several circles at a point: side by side, or in a ring.
fn shift(index: usize, count: usize) -> (i32, i32) {
    let ring: &[(i32, i32)] = match count {
        0..=1 => &[(0, 0)],
        2 => &[(-13, 6), (13, -6)],
        3 => &[(-13, 8), (13, 8), (0, -14)],
        4 => &[(-13, 13), (13, 13), (-13, -13), (13, -13)],
        5 => &[(-15, 15), (15, 15), (0, 0), (-15, -15), (15, -15)],
        _ => &[(-16, 14), (0, 10), (16, 14), (-16, -10), (0, -14), (16, -10)],
    };
    ring.get(index).copied().unwrap_or_default()
}

/// An amount in ten-thousandths of the largest. A negative one counts as 0.
fn part(amount: Decimal, largest: Decimal) -> u16 {
    let part = amount.over(largest).and_then(|part| part.times(WHOLE.into())).unwrap_or_default();
    u16::try_from(part.max(Decimal::ZERO).trunc()).unwrap_or(WHOLE).min(WHOLE)
}
