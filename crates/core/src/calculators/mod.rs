//! The catalogue. A new calculator is one file and one line in `with_catalog!`.

// The operators of `Number` are checked; the lint cannot see that.
#![allow(clippy::arithmetic_side_effects)]

use rust_decimal::Decimal;

use crate::calculator::{Calculator, Case, Checked, Group, Model, Output};
use crate::text::{Text, text};

/// Calls a macro with every calculator, in home page order, as `module::Type`. The module is named after the
/// calculator's public name, with `_` for `-`. The catalogue is one such macro; an app that loads each calculator
/// separately defines another.
#[macro_export]
macro_rules! with_catalog {
    ($macro:ident) => {
        $macro! {
            status_quo::StatusQuo,
            delivered_value::DeliveredValue,
            clv::Clv,
            early_payment::EarlyPayment,
            bad_debt::BadDebt,
            receivables::Receivables,
            credit_decision::CreditDecision,
            slow_collection::SlowCollection,
            dso::Dso,
            activity::Activity,
            loss_to_visits::LossToVisits,
            rhythm_load::RhythmLoad,
            selling_time::SellingTime,
        }
    };
}

macro_rules! catalog {
    ($($module:ident::$model:ident,)+) => {
        $(mod $module;)+

        /// Each calculator by itself, for an app that loads only the one it shows.
        pub mod each {
            $(
                /// The calculator of this name.
                #[must_use]
                pub fn $module() -> &'static dyn $crate::calculator::Calculator {
                    &super::$module::$model
                }
            )+
        }

        /// Every calculator.
        pub static CATALOG: &[&dyn Calculator] = &[$(&$module::$model),+];

        /// Every calculator, for the checks.
        pub static CHECKED: &[&dyn Checked] = &[$(&$module::$model),+];

        /// What links show of every calculator.
        pub static LISTINGS: &[Listing] = &[$(Listing::of::<$module::$model>()),+];

        /// What lists show of every calculator, in the same order. Separate from the links, because every page contains
        /// those.
        pub static TILES: &[Tile] = &[$(Tile::of::<$module::$model>()),+];

        static SKETCHES: &[(&str, &str)] = &[$((<$module::$model as Model>::SPEC.id, <$module::$model as Model>::SKETCH)),+];
    };
}

with_catalog!(catalog);

/// Why there is nothing to show of a calculator whose inputs are all the user's own.
const OWN_FIGURES: Text =
    text("这里的数都是自己的，没有能给客户看的", "All of these figures are your own; there is nothing to show");

/// What links show of a calculator.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    /// Public name in addresses: `bad-debt`.
    pub id: &'static str,
    /// Its name on the page.
    pub title: Text,
}

impl Listing {
    const fn of<M: Model>() -> Self {
        Self { id: M::SPEC.id, title: M::SPEC.title }
    }

    /// The listing with this public name.
    pub fn find(id: &str) -> Option<Self> {
        LISTINGS.iter().copied().find(|listing| listing.id == id)
    }

    /// What a list shows of this calculator.
    pub fn tile(self) -> Option<Tile> {
        TILES.iter().copied().find(|tile| tile.listing == self)
    }
}

/// What lists show of a calculator: no formula, so that they need not load it.
#[derive(Clone, Copy, Debug)]
pub struct Tile {
    /// What links show of it.
    pub listing: Listing,
    /// What it is for.
    pub group: Group,
    /// The question it answers, in one line.
    pub purpose: Text,
    /// The declaration of the headline.
    pub headline: &'static Output,
    /// The headline of the example, from its worked case.
    pub example: Decimal,
}

impl Tile {
    /// The tile of a model. Its first worked case is the example, with the headline first.
    #[allow(clippy::panic, reason = "the catalogue is a constant: this panics in the compiler")]
    const fn of<M: Model>() -> Self {
        let spec = M::SPEC;
        let ([headline, ..], [Case { outputs: [(_, example), ..], .. }, ..]) = (spec.outputs, spec.cases) else {
            panic!("a calculator needs a result and a worked case of its example");
        };
        Self { listing: Listing::of::<M>(), group: spec.group, purpose: spec.purpose, headline, example: *example }
    }
}

/// Width and height of a sketch, in its own units.
pub const SKETCH: (u32, u32) = (60, 32);

/// The small picture of a calculator's example, for lists: the paths of marked areas, of filled areas, and of rows of
/// boxes as lines to be dashed. They are declared rather than drawn, so that a list needs no formulas and no
/// arithmetic.
pub fn sketch(id: &str) -> Option<[&'static str; 3]> {
    let mut paths = SKETCHES.iter().find(|(of, _)| *of == id)?.1.split('|');
    Some([paths.next()?, paths.next()?, paths.next()?])
}

impl PartialEq for Listing {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// The calculator with this public name.
///
/// ```
/// use abacus_core::calculators::find;
/// use abacus_core::text::Locale;
///
/// let calculator = find("early-payment").unwrap();
/// assert_eq!(calculator.spec().title.get(Locale::Zh), "提前付款折扣值多少");
/// assert!(find("no-such-calculator").is_none());
/// ```
pub fn find(id: &str) -> Option<&'static dyn Calculator> {
    CATALOG.iter().copied().find(|calculator| calculator.spec().id == id)
}
