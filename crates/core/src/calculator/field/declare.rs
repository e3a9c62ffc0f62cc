//! Declaring a field: its kind first, then whatever differs from the defaults of that kind.

use rust_decimal::Decimal;

use super::{Choice, Field, Kind, Low, MAX_COUNT, MAX_MONEY, MIN_MONEY, Part, Slider};
use crate::number::unit::Unit;
use crate::number::{dec, int};
use crate::text::{Text, text};

/// An amount of money, from 0 to [`MAX_MONEY`].
pub const fn money(key: &'static str, label: Text, hint: Text) -> Field {
    Field::new(key, label, hint, Kind::Money, MAX_MONEY).unit(Unit::MONEY)
}

/// A ratio from 0 to 1.
pub const fn ratio(key: &'static str, label: Text, hint: Text) -> Field {
    Field::new(key, label, hint, Kind::Ratio, Decimal::ONE)
}

/// An average count, from 0 to [`MAX_COUNT`].
pub const fn count(key: &'static str, label: Text, hint: Text) -> Field {
    Field::new(key, label, hint, Kind::Count, MAX_COUNT)
}

/// A whole number from 0 to 100.
pub const fn whole(key: &'static str, label: Text, hint: Text) -> Field {
    Field::new(key, label, hint, Kind::Whole, Decimal::ONE_HUNDRED)
}

/// One of a few conventions; the first is the default.
pub const fn choice(key: &'static str, label: Text, hint: Text, choices: &'static [Choice]) -> Field {
    // A field has only a few choices.
    #[allow(clippy::cast_possible_truncation)]
    let last = choices.len().saturating_sub(1) as u32;
    Field::new(key, label, hint, Kind::Choice(choices), int(last))
}

impl Field {
    const fn new(key: &'static str, label: Text, hint: Text, kind: Kind, high: Decimal) -> Self {
        Self {
            key,
            label,
            hint,
            kind,
            unit: Unit::NONE,
            default: Decimal::ZERO,
            low: Low::From(Decimal::ZERO),
            high,
            slider: Slider { low: Decimal::ZERO, high, step: Decimal::ONE },
            part: Part::Slide,
            confidential: false,
            removable: false,
            names: None,
            affects_wording_only: false,
        }
    }

    /// A field for a wanted result: any value, positive or negative, even for a ratio.
    pub(crate) const fn wanted(key: &'static str, label: Text, kind: Kind) -> Self {
        // The default is the example in error messages: a plausible value of such a result.
        let (example, slider_end) = match kind {
            Kind::Money => (int(5_000), MAX_MONEY),
            Kind::Ratio => (dec(10, 2), Decimal::ONE),
            _ => (int(10), Decimal::ONE_HUNDRED),
        };
        let mut field = Self::new(key, label, text("", ""), kind, MAX_MONEY).default(example);
        field.low = Low::From(MIN_MONEY);
        field.slider.high = slider_end;
        field
    }

    /// Sets the unit.
    #[must_use]
    pub const fn unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// Sets the default: the slide's figure.
    #[must_use]
    pub const fn default(mut self, value: Decimal) -> Self {
        self.default = value;
        self
    }

    /// Allows only values above zero.
    #[must_use]
    pub const fn positive(mut self) -> Self {
        self.low = Low::Above(Decimal::ZERO);
        self
    }

    /// Sets the greatest allowed value.
    #[must_use]
    pub const fn up_to(mut self, high: Decimal) -> Self {
        self.high = high;
        self
    }

    /// Sets the ends of the slider and its step.
    #[must_use]
    pub const fn slider(mut self, low: Decimal, high: Decimal, step: Decimal) -> Self {
        self.slider = Slider { low, high, step };
        self
    }

    /// Marks the input as professional.
    #[must_use]
    pub const fn detail(mut self) -> Self {
        self.part = Part::Detail;
        self
    }

    /// Marks the input as professional, with a default that removes its step from the formula.
    #[must_use]
    pub const fn removable(mut self) -> Self {
        self.removable = true;
        self.detail()
    }

    /// Hides the input from customers.
    #[must_use]
    pub const fn confidential(mut self) -> Self {
        self.confidential = true;
        self
    }

    /// Makes this choice name another input.
    #[must_use]
    pub const fn names(mut self, key: &'static str) -> Self {
        self.names = Some(key);
        self.affects_wording_only()
    }

    /// Makes this choice affect wording only, not figures.
    #[must_use]
    pub const fn affects_wording_only(mut self) -> Self {
        self.affects_wording_only = true;
        self
    }
}
